"""Twelve requests, four placements. After the eighth answer the web process is killed, and started again."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

PLACEMENTS = {
    "all in the view": "view",
    "all in threads": "thread",
    "all in Celery": "queue",
    "each in its place": "each",
}
KINDS = ["price", "mail", "count"]
KILLED_AFTER = 8
LOG = Path("log")
PYTHON = [sys.executable, "-m"]


def main():
    broker = free_port()
    os.environ["BROKER"] = f"redis://127.0.0.1:{broker}/0"
    redis = start("redis-server", "--port", broker, "--save", "", "--appendonly", "no")
    worker = start(
        *PYTHON, "celery", "-A", "shop:celery", "worker", "--pool", "threads", PLACEMENT="queue"
    )
    try:
        print(f"{'':20}{'waits':8}{'empty':8}{'lost':8}written")
        for name, placement in PLACEMENTS.items():
            waits, empty, lost, written = costs(placement)
            print(f"{name:20}{waits:<8}{empty:<8}{lost:<8}{written}")
    finally:
        kill(worker)
        kill(redis)


def costs(placement):
    LOG.write_text("")
    results = {}
    for number in range(1, 13):
        if number in (1, KILLED_AFTER + 1):
            web, address = serve(placement)
        job = f"{KINDS[(number - 1) % 3]} {number}"
        results[job] = ask(address + job.replace(" ", "/"))
        if number == KILLED_AFTER:
            kill(web)
    until(lambda: len(noted("written") - noted("done")) == 0)
    time.sleep(1)  # longer than a thread needs
    kill(web)

    kind = {name: {job for job in results if job.startswith(name)} for name in KINDS}
    with_result = {job for job, result in results.items() if result is not None}
    return (
        len(with_result - kind["price"]),
        len(kind["price"] - with_result),
        len(kind["mail"] - noted("done")),
        len(noted("written")),
    )


def noted(what):
    lines = LOG.read_text().splitlines()
    return {line.removesuffix(f" {what}") for line in lines if line.endswith(what)}


def ask(url):
    with urlopen(url, timeout=30) as response:
        return json.load(response)["result"]


def serve(placement):
    port = free_port()
    web = start(
        *PYTHON, "gunicorn", "shop:wsgi", "--bind", f"127.0.0.1:{port}", PLACEMENT=placement
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
