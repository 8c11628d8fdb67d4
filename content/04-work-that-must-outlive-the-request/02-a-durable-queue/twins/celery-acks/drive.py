"""Kills Celery while it sends e-mails, before and after. How many are sent in the end?"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    PORT = probe.getsockname()[1]
os.environ["REDIS"] = f"redis://127.0.0.1:{PORT}/0"

import tasks  # noqa: E402  it reads the address
from redis import Redis, RedisError  # noqa: E402

QUEUE = Redis(port=PORT)
SETTINGS = {
    "as it comes": tasks.as_it_comes,
    "acks_late": tasks.late,
    "acks_late, reject_on_worker_lost": tasks.late_and_rejected,
}
WORKERS = []
REDIS = ["redis-server", "--port", str(PORT), "--save", "", "--appendonly", "no"]
CELERY = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--concurrency", "6"]
CELERY += ["--loglevel", "critical", "--without-gossip", "--without-mingle"]


def main():
    print("E-mails sent of one task, if it was killed before or after it sent:\n")
    print(f"{'killed':20}{'the task':35}{'before':8}{'after':8}the caller hears")
    redis = subprocess.Popen(REDIS, stdout=subprocess.DEVNULL)
    try:
        wait_for(is_up)
        for victim, kill in (("its child process", kill_children), ("the whole worker", kill_all)):
            for setting, (before, after, state) in run(victim, kill).items():
                print(f"{victim:20}{setting:35}{before:<8}{after:<8}{state}")
    finally:
        for worker in WORKERS:
            if worker.poll() is None:
                os.killpg(worker.pid, signal.SIGKILL)
        redis.terminate()
        redis.wait(30)


def run(victim, kill):
    """Six tasks at once, each in a child process of its own; all are killed at once."""
    worker = start_worker()
    results = {}
    for setting, task in SETTINGS.items():
        for moment in ("before", "after"):
            email = f"{victim}, {setting}, {moment}"
            results[email] = task.delay(email, moment).id
    wait_for(lambda: all(process_of(email) for email in results))
    worker = kill(worker, results)
    wait_for(lambda: QUEUE.llen("celery") + QUEUE.hlen("unacked") == 0)
    time.sleep(2)  # for what might still come
    stop(worker)

    sent = tasks.OUTBOX.read_text().splitlines()
    table = {}
    for setting in SETTINGS:
        before, after = (f"{victim}, {setting}, {moment}" for moment in ("before", "after"))
        table[setting] = sent.count(before), sent.count(after), state_of(results[after])
    return table


def kill_children(worker, results):
    for email in results:
        os.kill(process_of(email), signal.SIGKILL)
    wait_for(lambda: all(state_of(task) != "PENDING" for task in results.values()))
    return worker


def kill_all(worker, results):
    stop(worker)
    time.sleep(3)  # longer than the visibility timeout
    return start_worker()


def state_of(task):
    return tasks.app.backend.get_state(task)


def process_of(email):
    """The number of the process that waits to be killed, once there is one."""
    tried = Path(email + ".pid")
    return int(tried.read_text() or 0) if tried.exists() else 0


def start_worker():
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    WORKERS.append(subprocess.Popen(CELERY, start_new_session=True, **quiet))
    return WORKERS[-1]


def stop(worker):
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait(30)
    # Until Redis has noticed, it would hand the next message to the dead.
    wait_for(lambda: QUEUE.info("clients")["blocked_clients"] == 0)


def is_up():
    try:
        return QUEUE.ping()
    except RedisError:
        return False


def wait_for(condition):
    deadline = time.monotonic() + 80
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.1)


if __name__ == "__main__":
    main()
