"""Celery: the same failing call, under four policies."""

import os

from celery import Celery
from redis import Redis

url = os.environ["REDIS_URL"]
redis = Redis.from_url(url)
app = Celery("tasks", broker=url, backend=url)


class Busy(Exception):
    """It may work later: a 503."""


class Declined(Exception):
    """It will never work: a 402."""


def call_the_bank(name, fails, error):
    """Fails so many times, then works. Counts its calls."""
    if redis.incr(f"calls:{name}") <= fails:
        raise error(name)
    return "charged"


@app.task
def as_it_comes(name, fails):
    return call_the_bank(name, fails, Busy)


retried = app.task(
    autoretry_for=[Busy],
    retry_backoff=1,  # seconds: waits of 1, 2, 4 …
    retry_jitter=False,  # True by default; off to show the waits
    max_retries=3,
)


@retried
def busy(name, fails):
    return call_the_bank(name, fails, Busy)


@retried
def declined(name, fails):
    return call_the_bank(name, fails, Declined)


@retried
def charge(name, key=None):
    """The charge succeeds, but its answer is lost, twice."""
    if key is None or redis.set(f"key:{key}", 1, nx=True):
        redis.incr(f"charges:{name}")
    return call_the_bank(name, 2, Busy)
