"""The same receipt, sent in four ways. Who sends it, what does the customer wait for, and what does a kill leave?"""

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

CASES = [
    # what it is called, the view, settings
    ("inline", "inline", {}),
    ("a thread", "thread", {}),
    ("delay(), task_always_eager", "delay", {"EAGER": "1"}),
    ("delay(), Redis and a worker", "delay", {}),
]
PYTHON = [sys.executable, "-m"]


def main():
    redis_port = free_port()
    os.environ["BROKER"] = f"redis://127.0.0.1:{redis_port}/0"
    redis = start("redis-server", "--port", redis_port, "--save", "", "--appendonly", "no")
    worker = start(*PYTHON, "celery", "-A", "shop:celery", "worker", "--pool", "solo")
    try:
        print(f"{'how':28} {'sent by':18} {'customer':12} after kill -9")
        for number, (name, view, settings) in enumerate(CASES):
            calm, killed = f"calm{number}", f"killed{number}"
            with ThreadPoolExecutor() as customers:
                web, address = serve(settings)
                customers.submit(order, address, view, calm).result()
                until(lambda: noted(calm, "sent"))

                customers.submit(order, address, view, killed)
                until(lambda: noted(killed, "begun"))
                kill(web)
            web, _ = serve(settings)  # as a supervisor does
            time.sleep(3)  # whoever still works on it has had the time
            kill(web)
            print(f"{name:28} {who_sent(calm):18} {waits(calm):12} {left_of(killed)}")
    finally:
        kill(worker)
        kill(redis)


def who_sent(order):
    [answering], [sending] = noted(order, "answered"), noted(order, "sent")
    if answering == sending:
        return "the view's thread"
    same_process = answering[0] == sending[0]
    return "another thread" if same_process else "another process"


def waits(order):
    steps = [step for of, step, *_ in lines() if of == order]
    return "waits" if steps.index("answered") > steps.index("sent") else "does not"


def left_of(order):
    answered = "answered" if noted(order, "answered") else "no answer"
    return f"{answered}, {len(noted(order, 'sent'))} sent"


def noted(order, step):
    """Who noted this step of this order: process and thread."""
    return [who for of, noted_step, *who in lines() if (of, noted_step) == (order, step)]


def lines():
    log = Path("log")
    return [line.split() for line in log.read_text().splitlines()] if log.exists() else []


def order(address, view, number):
    try:
        urlopen(f"{address}{view}/{number}", timeout=30).close()
    except OSError:
        pass  # the server was killed: no answer


def serve(settings):
    port = free_port()
    web = start(
        *PYTHON, "gunicorn", "shop:wsgi", "--threads", "4", "--bind", f"127.0.0.1:{port}", **settings
    )
    address = f"http://127.0.0.1:{port}/"
    until(lambda: answers(address))
    return web, address


def answers(address):
    try:
        urlopen(address, timeout=5).close()
    except HTTPError:
        return True  # a 404 is an answer
    except OSError:
        return False


def start(*command, **settings):
    """Starts it with all its processes in a group of their own, so that they can be killed together."""
    return subprocess.Popen(
        [str(word) for word in command],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(server):
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def until(it_is_so, seconds=30):
    deadline = time.monotonic() + seconds
    while not it_is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.02)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
