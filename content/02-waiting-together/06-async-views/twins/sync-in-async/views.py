"""Async views that need sync code three times, in four ways."""

import asyncio
import threading
import time

from asgiref.sync import sync_to_async
from django.http import JsonResponse

from orders import Order

# Each use of sync code: when it began and ended, and in which thread.
visits = []


def wait_for_a_device():
    began = time.monotonic()
    time.sleep(0.5)  # a library that knows nothing of async
    note(began)


def note(began):
    thread = threading.get_ident()
    visits.append({"began": began, "ended": time.monotonic(), "thread": thread})


async def as_it_comes(request):
    call = sync_to_async(wait_for_a_device)
    await asyncio.gather(call(), call(), call())
    return JsonResponse({})


async def not_thread_sensitive(request):
    call = sync_to_async(wait_for_a_device, thread_sensitive=False)
    await asyncio.gather(call(), call(), call())
    return JsonResponse({})


async def to_thread(request):
    await asyncio.gather(*(asyncio.to_thread(wait_for_a_device) for _ in range(3)))
    return JsonResponse({})


async def three_queries(request):
    await asyncio.gather(*(Order.objects.acount() for _ in range(3)))
    return JsonResponse({})


async def seen(request):
    """What was noted since the last time it was asked."""
    told = {"loop": threading.get_ident(), "visits": visits.copy()}
    visits.clear()
    return JsonResponse(told)
