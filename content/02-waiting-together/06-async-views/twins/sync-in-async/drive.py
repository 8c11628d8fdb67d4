"""Sync code in async views: how much of it runs at once, and what is refused?"""

import asyncio
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from textwrap import fill
from urllib.request import urlopen

from app import asgi
from django.db import connection, transaction
from orders import Order

UVICORN = [sys.executable, "-m", "uvicorn", "app:asgi", "--log-level", "critical"]
WAYS = [
    ("sync_to_async", "as-it-comes"),
    ("sync_to_async(…, thread_sensitive=False)", "not-thread-sensitive"),
    ("asyncio.to_thread", "to-thread"),
    ("await Order.objects.acount()", "three-queries"),
]


def main():
    with connection.schema_editor() as editor:
        editor.create_model(Order)
    print("An async view calls sync code three times in one gather, under uvicorn.\n")
    print(f"{'':42}{'at the same moment':>20}{'on the loop':>14}")
    print(f"{'':42}{'1 user':>10}{'2 users':>10}")
    with uvicorn() as address:
        for name, view in WAYS:
            seen = [ask_at_once(address, view, users) for users in (1, 2)]
            peaks = [most_at_once(each["visits"]) for each in seen]
            on_loop = any(v["thread"] == each["loop"] for each in seen for v in each["visits"])
            print(f"{name:42}{peaks[0]:10}{peaks[1]:10}{'yes' if on_loop else 'no':>14}")
    print("\nRefused:")
    asyncio.run(refusals())


async def refusals():
    async def query():
        Order.objects.count()

    async def commit():
        async with transaction.atomic():
            pass

    async def start_up():
        await asgi({"type": "lifespan"}, None, None)

    for name, attempt in [
        ("Order.objects.count()", query),
        ("async with transaction.atomic()", commit),
        ("the server's lifespan", start_up),
    ]:
        try:
            await attempt()
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            print(f"  {name}\n{fill(told, 72, initial_indent='    ', subsequent_indent='    ')}")


@contextmanager
def uvicorn():
    """Gives the address of a server that runs as long as the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen([*UVICORN, f"--port={port}"])
    try:
        wait_until_up(address)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def wait_until_up(address):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            ask(f"{address}seen/")
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nothing answers at {address}")


def ask_at_once(address, view, users):
    with ThreadPoolExecutor(users) as pool:
        list(pool.map(ask, [f"{address}{view}/"] * users))
    return ask(f"{address}seen/")


def ask(url):
    with urlopen(url, timeout=30) as response:
        return json.load(response)


def most_at_once(visits):
    return max(
        sum(visit["began"] <= moment < visit["ended"] for visit in visits)
        for moment in (visit["began"] for visit in visits)
    )


if __name__ == "__main__":
    main()
