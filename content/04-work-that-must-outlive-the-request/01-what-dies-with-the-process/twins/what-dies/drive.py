"""A view has left an e-mail to a thread. Then something ends the process."""

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
GUNICORN = [sys.executable, "-m", "gunicorn", "app", "--log-level", "critical"]


def nothing(server, worker):
    pass


def deploy(server, worker):
    server.send_signal(signal.SIGTERM)


def kill_worker(server, worker):
    os.kill(worker, signal.SIGKILL)


CASES = [
    # what happens while the thread works, how, gunicorn's options; the thread, how long it needs
    ("nothing", nothing, [], "daemon", 1),
    ("SIGTERM, as in a deploy", deploy, [], "daemon", 2),
    ("SIGTERM, as in a deploy", deploy, [], "ordinary", 2),
    ("SIGTERM, --graceful-timeout 1", deploy, ["--graceful-timeout", "1"], "ordinary", 4),
    ("SIGKILL, as without memory", kill_worker, [], "ordinary", 2),
    ("the view hangs, --timeout 2", nothing, ["--timeout", "2"], "ordinary", 6),
]


def main():
    print(f"{'what happens':32}{'the thread':16}{'the visitor':14}the e-mail")
    for what, happen, options, kind, seconds in CASES:
        status, email = run(happen, options, kind, seconds)
        print(f"{what:32}{kind + f', {seconds} s':16}{f'got {status}':14}{email}")


def run(happen, options, kind, seconds):
    """Gives the status that the visitor got, and what became of the e-mail."""
    EVENTS.unlink(missing_ok=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen([*GUNICORN, "--bind", f"127.0.0.1:{port}", *options])
    try:
        wait_until_up(address)
        view = "sign-up-and-hang" if "--timeout" in options else "sign-up"
        status, text = ask(f"{address}{view}/{kind}/{seconds}/")
        wait_until_begun()
        happen(server, int(text.split()[-1]) if status == 202 else None)
        time.sleep(seconds + 1)  # longer than the thread needs
        return status, "sent" if "sent" in EVENTS.read_text() else "lost"
    finally:
        server.terminate()
        server.wait(30)


def ask(url):
    try:
        with urlopen(url, timeout=30) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, ""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_begun():
    """Waits for the thread to be at work."""
    deadline = time.monotonic() + 30
    while not EVENTS.exists():
        if time.monotonic() > deadline:
            raise TimeoutError("the thread has not begun")
        time.sleep(0.01)


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
