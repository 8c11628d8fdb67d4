"""How often is a failing task tried, and how does it end? With Celery and with RQ."""

import time

from celery.utils.time import get_exponential_backoff_interval
from rq import Queue, Retry

import jobs
import tasks

ALWAYS = 1000


def main():
    results, queued = ask_celery(), ask_rq()
    tell_celery(results)
    tell_rq(queued)
    tell_jitter()


def ask_celery():
    return {
        "as it comes, 503 once": ("a", tasks.as_it_comes.delay("a", 1)),
        "autoretry, 503 twice": ("b", tasks.busy.delay("b", 2)),
        "autoretry, 503 for ever": ("c", tasks.busy.delay("c", ALWAYS)),
        "autoretry, declined": ("d", tasks.declined.delay("d", ALWAYS)),
        "charged, the answer lost twice": ("e", tasks.charge.delay("e")),
        "the same, with a key": ("f", tasks.charge.delay("f", key="order 17")),
    }


def ask_rq():
    enqueue = Queue(connection=tasks.redis).enqueue
    three = Retry(max=3)  # at once; interval=[1, 2, 4] would wait so many seconds
    return {
        "as it comes, 503 once": ("k", enqueue(jobs.busy, "k", 1)),
        "Retry(max=3), 503 twice": ("l", enqueue(jobs.busy, "l", 2, retry=three)),
        "Retry(max=3), 503 for ever": ("m", enqueue(jobs.busy, "m", ALWAYS, retry=three)),
        "Retry(max=3), declined": ("n", enqueue(jobs.declined, "n", ALWAYS, retry=three)),
    }


def tell_celery(results):
    print("Celery                            attempts   ended as   charges")
    for title, (name, result) in results.items():
        result.get(timeout=60, propagate=False)
        charges = tasks.redis.get(f"charges:{name}") or b"-"
        print(f"  {title:32}{attempts(name):8}   {result.state:11}{charges.decode()}")


def tell_rq(queued):
    print("\nRQ                                attempts   ended as")
    for title, (name, job) in queued.items():
        while (status := job.get_status().value) not in ("finished", "failed"):
            time.sleep(0.05)
        print(f"  {title:32}{attempts(name):8}   {status}")


def tell_jitter():
    draws = {
        get_exponential_backoff_interval(factor=1, retries=2, maximum=600, full_jitter=True)
        for _ in range(1000)
    }
    print("\nCelery's full jitter before the third retry, 1000 draws:")
    print(f"  {len(draws)} different waits: {', '.join(map(str, sorted(draws)))} s")


def attempts(name):
    return int(tasks.redis.get(f"calls:{name}") or 0)


if __name__ == "__main__":
    main()
