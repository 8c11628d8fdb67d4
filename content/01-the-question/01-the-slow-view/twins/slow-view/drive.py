"""Three users ask at once for a slow view. What runs at the same time?"""

import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import urlopen

USERS = 3
GUNICORN = [sys.executable, "-m", "gunicorn", "app:wsgi", "--log-level", "critical"]
UVICORN = [sys.executable, "-m", "uvicorn", "app:asgi", "--log-level", "critical"]

CASES = [
    # what it is called, the command without its address, the view
    ("gunicorn, as it comes", GUNICORN, "slow/"),
    # preloaded, so that all three are there when the first request comes
    ("gunicorn --workers 3", [*GUNICORN, "--workers", "3", "--preload"], "slow/"),
    ("gunicorn --threads 4", [*GUNICORN, "--threads", "4"], "slow/"),
    ("gunicorn --threads 4, computing", [*GUNICORN, "--threads", "4"], "slow-computing/"),
    ("uvicorn, def view", UVICORN, "slow/"),
    ("uvicorn, async def, time.sleep", UVICORN, "slow-in-async/"),
    ("uvicorn, async def, await", UVICORN, "slow-awaited/"),
]


def main():
    print(f"{USERS} users ask at once for a view that takes about 1 s.")
    print("At once: the most views that ran at the same moment; then what ran them.\n")
    print(f"{'server and view':32}{'at once':>7}{'processes':>11}{'threads':>9}   last answer")
    for name, command, view in CASES:
        seconds, visits = ask_at_once(command, view)
        processes = {visit["process"] for visit in visits}
        threads = {(visit["process"], visit["thread"]) for visit in visits}
        print(
            f"{name:32}{most_at_once(visits):7}{len(processes):11}{len(threads):9}"
            f"   after about {round(seconds)} s"
        )


def ask_at_once(command, view):
    """Gives the seconds until the last answer, and all visits."""
    port = free_port()
    listen = f"--bind=127.0.0.1:{port}" if "gunicorn" in command else f"--port={port}"
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen([*command, listen])
    try:
        wait_until_up(address)
        asked = time.monotonic()
        with ThreadPoolExecutor(USERS) as users:
            visits = list(users.map(ask, [address + view] * USERS))
        return time.monotonic() - asked, visits
    finally:
        server.terminate()
        server.wait(30)


def ask(url):
    with urlopen(url, timeout=30) as response:
        return json.load(response)


def most_at_once(visits):
    """How many views were running at the moment when the most of them were."""
    beginnings = [visit["began"] for visit in visits]
    return max(
        sum(visit["began"] <= moment < visit["ended"] for visit in visits)
        for moment in beginnings
    )


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_up(address):
    """Waits for any answer; without a view here, it will be a 404."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urlopen(address, timeout=5)
        except HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nothing answers at {address}")


if __name__ == "__main__":
    main()
