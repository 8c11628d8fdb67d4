"""A view has answered, and its thread is still at work. Then something ends the process."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

EVENTS = Path("events.txt")
PIDS = Path("worker.pid")
GUNICORN = [sys.executable, "-m", "gunicorn", "app", "--log-level=critical", "--config=pids.py"]


def main():
    print(f"{'what comes':34}{'the thread':13}{'visitor':9}{'e-mail'}")
    show("nothing", "daemon, 1 s", "daemon/1", nothing)
    show("SIGTERM, as at every deploy", "daemon, 2 s", "daemon/2", deploy)
    show("SIGTERM, as at every deploy", "2 s", "ordinary/2", deploy)
    show("the same, --graceful-timeout 1", "5 s", "ordinary/5", deploy, "--graceful-timeout=1")
    show("SIGKILL, as when memory runs out", "2 s", "ordinary/2", kill)
    print()
    print("The view hangs, under a sync worker with --timeout 2:")
    show("the worker's time-out", "5 s", None, nothing, "--timeout=2")


def show(what, thread, view, happens, *options):
    EVENTS.unlink(missing_ok=True)
    PIDS.unlink(missing_ok=True)
    port = free_port()
    server = subprocess.Popen([*GUNICORN, f"--bind=127.0.0.1:{port}", *options])
    try:
        wait_for(PIDS.exists)
        address = f"http://127.0.0.1:{port}/"
        answer = ask(address + (f"sign-up/{view}/" if view else "sign-up-slowly/5/"))
        wait_for(EVENTS.exists)
        happens(server)
        time.sleep(6)  # longer than any of the threads would have needed
        print(f"{what:34}{thread:13}{answer:<9}{'sent' if 'sent' in EVENTS.read_text() else 'lost'}")
    finally:
        server.kill()
        server.wait(30)


def nothing(server):
    pass


def deploy(server):
    server.send_signal(signal.SIGTERM)


def kill(server):
    os.kill(int(PIDS.read_text()), signal.SIGKILL)


def ask(url):
    try:
        with urlopen(url, timeout=30) as response:
            return response.status
    except HTTPError as error:
        return error.code


def wait_for(condition):
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(condition)
        time.sleep(0.05)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
