"""A mail server to play with: it answers only while it is awake, and turns order 13 away."""

import threading

from django.http import HttpResponse, JsonResponse

awake = threading.Event()
lock = threading.Lock()
count = {"waiting": 0, "most waiting": 0, "out": 0}


class Refused(Exception):
    pass


def send_receipt(order_id):
    with lock:
        count["waiting"] += 1
        count["most waiting"] = max(count["most waiting"], count["waiting"])
    awake.wait()  # holds its thread, as a real mail library does
    with lock:
        count["waiting"] -= 1
        count["out"] += order_id != 13
    if order_id == 13:
        raise Refused("no such address")


def wake(request):
    awake.set()
    return HttpResponse()


def sleep(request):
    awake.clear()
    count.update({"most waiting": 0, "out": 0})
    return HttpResponse()


def counts(request):
    return JsonResponse(count)
