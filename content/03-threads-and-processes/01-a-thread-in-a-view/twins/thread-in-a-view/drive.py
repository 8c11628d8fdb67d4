"""Orders come in. What is the customer told, who hears of a failure, how many threads are there?"""

import json
import smtplib
import socket
import subprocess
import sys
import threading
import time
from urllib.error import HTTPError
from urllib.request import urlopen

GUNICORN = [sys.executable, "-m", "gunicorn", "app:wsgi", "--threads", "4"]


def main():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        shop = f"127.0.0.1:{probe.getsockname()[1]}"
    with open("server.log", "wb") as log:
        command = [*GUNICORN, "--bind", shop, "--log-level", "critical"]
        server = subprocess.Popen(command, stderr=log)
    try:
        url = f"http://{shop}/"
        until(lambda: answers(url))
        the_answer_does_not_wait(url)
        who_hears_of_a_failure(url)
        twenty_at_once(url)
    finally:
        server.terminate()
        server.wait(30)
    a_silent_mail_server()


def the_answer_does_not_wait(url):
    print("The mail server is asleep. One order comes in, and is answered.\n")
    told = order(url, "in-a-thread", 1)
    print(f"thread        {told}, mails out: {counts(url)['out']}")
    ask(url + "mail/wake/")
    until(lambda: counts(url)["out"] == 1)
    print("it wakes up   and a moment later mails out: 1")


def who_hears_of_a_failure(url):
    print("\nThe mail server turns the mail of order 13 away.\n")
    print(f"{'':14}{'the customer':15}the first line in the server's log")
    for way in ("in-the-view", "in-a-thread", "in-a-pool", "in-a-bounded-pool"):
        before = len(log_lines())
        told = order(url, way, 13)
        if way == "in-a-pool":
            until(lambda: counts(url)["waiting"] == 0)
        else:
            until(lambda: "\n".join(log_lines()[before:]).endswith("no such address"))
        said = log_lines()[before:] or ["(nothing at all)"]
        print(f"{name(way):14}{told:15}{said[0]}")


def twenty_at_once(url):
    print("\nThe mail server is asleep. 20 orders come in.\n")
    for way, expected in (("in-a-thread", 20), ("in-a-bounded-pool", 3)):
        ask(url + "mail/sleep/")
        told = [order(url, way, n) for n in range(101, 121)]
        accepted = told.count("202 accepted")
        until(lambda: counts(url)["waiting"] >= expected)
        print(
            f"{name(way):14}accepted {accepted:2}, refused {20 - accepted:2},"
            f" threads that wait: {counts(url)['most waiting']:2}"
        )
        ask(url + "mail/wake/")
        until(lambda: counts(url)["out"] == accepted)


def a_silent_mail_server():
    print("\nA mail server takes the call and says nothing.\n")
    for seconds in (None, 1):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            ends = []
            args = [*silent.getsockname(), seconds, ends]
            threading.Thread(target=call, args=args, daemon=True).start()
            time.sleep(3)
            end = ends[0] if ends else "the thread is still waiting after 3 s"
            print(f"timeout={seconds!s:6}{end}")


def call(host, port, seconds, ends):
    try:
        smtplib.SMTP(host, port, timeout=seconds)
    except OSError as error:
        ends.append(str(error))


def name(way):
    return way.removeprefix("in-").removeprefix("a-").replace("-", " ")


def order(url, way, order_id):
    status, text = ask(f"{url}{way}/{order_id}/")
    return f"{status} {text}" if status < 500 else str(status)


def counts(url):
    return json.loads(ask(url + "mail/")[1])


def ask(url):
    try:
        with urlopen(url, timeout=30) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.status, ""


def answers(url):
    try:
        return ask(url + "mail/")
    except OSError:
        return None


def log_lines():
    with open("server.log") as log:
        return log.read().splitlines()


def until(happened):
    deadline = time.monotonic() + 30
    while not happened():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not happen")
        time.sleep(0.02)


if __name__ == "__main__":
    main()
