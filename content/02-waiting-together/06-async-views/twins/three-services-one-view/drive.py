"""Async views under WSGI and under ASGI: what does gather gain, and what the server?"""

import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import urlopen

GUNICORN = [sys.executable, "-m", "gunicorn", "app:wsgi", "--log-level", "critical"]
UVICORN = [sys.executable, "-m", "uvicorn", "app:asgi", "--log-level", "critical"]
SERVERS = [
    ("gunicorn, as it comes", GUNICORN),
    ("gunicorn --threads 5", [*GUNICORN, "--threads", "5"]),
    ("uvicorn", UVICORN),
]


def main():
    print("An async view asks three services. Each takes about 0.5 s to answer.\n")
    print(f"{'':22}{'':12}     at the same moment")
    print(f"{'server':22}{'view':12}{'pages':>7}{'calls':>8}{'threads':>10}   last answer")
    for users in 1, 5:
        print(f"\n{users} user{'s' if users > 1 else ''}")
        for name, command in SERVERS:
            for view in "one by one", "together":
                seconds, pages = ask_at_once(command, view.replace(" ", "-"), users)
                calls = [call for page in pages for call in page["asked"]]
                moment = busiest_moment(calls)
                open_pages = [page for page in pages if any(is_open(c, moment) for c in page["asked"])]
                print(
                    f"{name:22}{view:12}{len(open_pages):7}"
                    f"{sum(is_open(call, moment) for call in calls):8}"
                    f"{len({page['thread'] for page in open_pages}):10}"
                    f"   after about {seconds:.1f} s"
                )


def ask_at_once(command, view, users):
    """Gives the seconds until the last answer, and what the pages say."""
    port = free_port()
    listen = f"--bind=127.0.0.1:{port}" if "gunicorn" in command else f"--port={port}"
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen([*command, listen])
    try:
        wait_until_up(address)
        asked = time.monotonic()
        with ThreadPoolExecutor(users) as pool:
            pages = list(pool.map(ask, [f"{address}{view}/"] * users))
        return time.monotonic() - asked, pages
    finally:
        server.terminate()
        server.wait(30)


def ask(url):
    with urlopen(url, timeout=30) as response:
        return json.load(response)


def is_open(call, moment):
    return call["began"] <= moment < call["ended"]


def busiest_moment(calls):
    """When the most calls were waiting for their answer."""
    return max(
        (call["began"] for call in calls),
        key=lambda moment: sum(is_open(call, moment) for call in calls),
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
