"""RQ: a job is a plain function. What to retry is said when it is enqueued."""

from tasks import Busy, Declined, call_the_bank


def busy(name, fails):
    return call_the_bank(name, fails, Busy)


def declined(name, fails):
    return call_the_bank(name, fails, Declined)
