"""Who is greeted, and how often is the last ticket sold? In threads, then in processes."""

import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import urlopen

import app  # the same settings and models as the server's  # noqa: F401
from django.db import connection
from models import Concert

GUNICORN = [sys.executable, "-m", "gunicorn", "app:wsgi", "--log-level", "critical"]
USERS = 4


def main():
    with connection.schema_editor() as editor:
        editor.create_model(Concert)
    Concert.objects.create(tickets=1)
    connection.close()

    address, server = serve("--threads", "4")
    print("Alice asks, and Bob asks while she waits. gunicorn --threads 4 greets")
    for view in ["greet-from-global", "greet-from-context", "greet-in-own-thread"]:
        with ThreadPoolExecutor(2) as users:
            alice = users.submit(ask, f"{address}{view}/?user=alice")
            time.sleep(0.3)
            bob = users.submit(ask, f"{address}{view}/?user=bob")
        print(f"  {view:22}Alice as {alice.result()}, Bob as {bob.result()}")
    in_threads = sales(address)
    stop(server)

    address, server = serve("--workers", "4", "--preload")
    in_processes = sales(address)
    stop(server)

    print(f"\n{USERS} users ask at once for the one ticket that is left. Sold:")
    print(f"  {'':22}{'--threads 4':>12}{'--workers 4':>13}")
    for view in in_threads:
        print(f"  {view:22}{in_threads[view]:12}{in_processes[view]:13}")


def sales(address):
    """How many tickets each way of selling sells, with one there."""
    sold = {}
    for view in ["read-then-write", "with-a-lock", "in-one-step"]:
        Concert.objects.update(tickets=1)
        connection.close()
        with ThreadPoolExecutor(USERS) as users:
            answers = list(users.map(ask, [f"{address}{view}/"] * USERS))
        sold[view] = answers.count("ticket")
    return sold


def serve(*options):
    """Starts a server. Gives its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([*GUNICORN, *options, f"--bind=127.0.0.1:{port}"])
    address = f"http://127.0.0.1:{port}/"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urlopen(address, timeout=5)
        except HTTPError:  # without a view here, a 404: it is up
            return address, server
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nothing answers at {address}")


def stop(server):
    server.terminate()
    server.wait(30)


def ask(url):
    with urlopen(url, timeout=30) as response:
        return response.read().decode()


if __name__ == "__main__":
    main()
