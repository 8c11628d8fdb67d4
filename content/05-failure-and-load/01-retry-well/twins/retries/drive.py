"""How often is a failing task tried, and how does it end? With Celery and with RQ."""

import os
import random
import socket
import subprocess
import sys
import time

ALWAYS = 1000


def main():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    os.environ["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    server = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"]
    celery = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-c", "4", "-l", "critical"]
    rq = ["rq", "worker", "-q", "--url", os.environ["REDIS_URL"]]
    started = [quietly(server)]
    try:
        wait_for(is_listening)
        started += [quietly(celery), quietly(rq)]
        compare()
    finally:
        for process in reversed(started):  # Redis last: the workers say goodbye to it
            process.terminate()
            process.wait(30)


def compare():
    results, jobs = ask_celery(), ask_rq()
    tell_celery(results)
    tell_rq(jobs)
    draw_jitter()


def ask_celery():
    import tasks

    return {
        "as it comes, 503 once": ("a", tasks.as_it_comes.delay("a", 1)),
        "autoretry, 503 twice": ("b", tasks.busy.delay("b", 2)),
        "autoretry, 503 for ever": ("c", tasks.busy.delay("c", ALWAYS)),
        "autoretry, declined": ("d", tasks.declined.delay("d", ALWAYS)),
        "charged, the answer lost twice": ("e", tasks.charge.delay("e")),
        "the same, with a key": ("f", tasks.charge.delay("f", key="order 17")),
    }


def ask_rq():
    from rq import Queue, Retry

    import jobs
    from tasks import redis

    enqueue = Queue(connection=redis).enqueue
    three = Retry(max=3)  # at once; with interval=[1, 2, 4] after so many seconds
    return {
        "as it comes, 503 once": ("k", enqueue(jobs.busy, "k", 1)),
        "Retry(max=3), 503 twice": ("l", enqueue(jobs.busy, "l", 2, retry=three)),
        "Retry(max=3), 503 for ever": ("m", enqueue(jobs.busy, "m", ALWAYS, retry=three)),
        "Retry(max=3), declined": ("n", enqueue(jobs.declined, "n", ALWAYS, retry=three)),
    }


def tell_celery(results):
    from tasks import redis

    print("Celery                            attempts   ended as   charges")
    for title, (name, result) in results.items():
        result.get(timeout=60, propagate=False)
        charges = redis.get(f"charges:{name}") or b"-"
        print(f"  {title:32}{attempts(name):8}   {result.state:11}{charges.decode()}")


def tell_rq(jobs):
    print("\nRQ                                attempts   ended as")
    for title, (name, job) in jobs.items():
        wait_for(lambda: job.get_status().value in ("finished", "failed"))
        print(f"  {title:32}{attempts(name):8}   {job.get_status().value}")


def draw_jitter():
    from celery.utils.time import get_exponential_backoff_interval as interval

    random.seed(17)
    draws = {interval(factor=1, retries=n, maximum=600, full_jitter=True) for n in [2] * 1000}
    print("\nCelery's full jitter before the third retry, 1000 draws:")
    print(f"  {len(draws)} different waits: {', '.join(map(str, sorted(draws)))} s")


def attempts(name):
    from tasks import redis

    return int(redis.get(f"calls:{name}") or 0)


def quietly(command):
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def is_listening():
    port = int(os.environ["REDIS_URL"].split(":")[-1].split("/")[0])
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


if __name__ == "__main__":
    main()
