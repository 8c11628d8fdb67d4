"""One e-mail, sent by three Celery tasks. Only their acknowledgement differs."""

import os
import time
from pathlib import Path

from celery import Celery

REDIS = os.environ["REDIS"]

app = Celery("tasks", broker=REDIS, backend=REDIS)
app.conf.broker_connection_retry_on_startup = True
# How long Redis's messages stay with a worker that says nothing: an hour by default.
app.conf.broker_transport_options = {"visibility_timeout": 2}

OUTBOX = Path("outbox.txt")


@app.task
def as_it_comes(email, killed):
    send(email, killed)


@app.task(acks_late=True)
def late(email, killed):
    send(email, killed)


@app.task(acks_late=True, reject_on_worker_lost=True)
def late_and_rejected(email, killed):
    send(email, killed)


def send(email, killed):
    if killed == "before":
        wait_to_be_killed(email)
    with OUTBOX.open("a") as outbox:
        outbox.write(email + "\n")
    if killed == "after":
        wait_to_be_killed(email)


def wait_to_be_killed(email):
    """Only at the first attempt. The file says which process it was."""
    tried = Path(email + ".pid")
    if not tried.exists():
        tried.write_text(str(os.getpid()))
        time.sleep(60)
