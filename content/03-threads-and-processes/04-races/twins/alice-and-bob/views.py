"""Three ways to greet a user, and three to sell a ticket. A pause stands for any I/O."""

import threading
import time
from contextvars import ContextVar

from django.db.models import F
from django.http import HttpResponse

from models import Concert

current = {}  # one for all requests that this process serves
current_user = ContextVar("user", default="nobody")  # a value for each context
lock = threading.Lock()  # one for all threads of this process


def pause():
    time.sleep(0.6)


def greet_from_global(request):
    current["user"] = request.GET["user"]
    pause()
    return HttpResponse(current["user"])


def greet_from_context(request):
    current_user.set(request.GET["user"])
    pause()
    return HttpResponse(current_user.get())


def greet_in_own_thread(request):
    current_user.set(request.GET["user"])
    names = []
    thread = threading.Thread(target=lambda: names.append(current_user.get()))
    thread.start()
    thread.join()
    return HttpResponse(names[0])


def read_then_write(request):
    concert = Concert.objects.get()
    pause()
    if concert.tickets == 0:
        return HttpResponse("sold out")
    concert.tickets -= 1
    concert.save()
    return HttpResponse("ticket")


def with_a_lock(request):
    with lock:
        return read_then_write(request)


def in_one_step(request):
    taken = Concert.objects.filter(tickets__gt=0).update(tickets=F("tickets") - 1)
    pause()
    return HttpResponse("ticket" if taken else "sold out")
