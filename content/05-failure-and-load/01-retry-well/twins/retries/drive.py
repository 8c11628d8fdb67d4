"""Starts Redis and the workers of both queues, compares, and stops them."""

import os
import socket
import subprocess
import sys
import time


def main():
    port = free_port()
    url = os.environ["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    redis = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"]
    celery = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-c", "4", "-l", "critical"]
    rq = ["rq", "worker", "-q", "--url", url]
    started = [quietly(redis)]
    try:
        wait_until_up(port)
        started += [quietly(celery), quietly(rq)]
        subprocess.run([sys.executable, "compare.py"], check=True, timeout=120)
    finally:
        for process in reversed(started):  # Redis last: the workers take leave of it
            process.terminate()
            process.wait(30)


def quietly(command):
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_up(port):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens at {port}")


if __name__ == "__main__":
    main()
