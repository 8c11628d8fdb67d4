"""Four views that take a second. Only how they spend it differs."""

import asyncio
import os
import threading
import time

from django.http import JsonResponse


def slow(request):
    began = time.monotonic()
    time.sleep(1)  # as if a slow service answered at last
    return spent(began)


def slow_computing(request):
    began = time.monotonic()
    start = time.thread_time()
    while time.thread_time() - start < 1:
        pass  # a second of this thread's own computing
    return spent(began)


async def slow_in_async(request):
    began = time.monotonic()
    time.sleep(1)  # the mistake: a blocking call in an async view
    return spent(began)


async def slow_awaited(request):
    began = time.monotonic()
    await asyncio.sleep(1)  # waits, and lets the loop go on with others
    return spent(began)


def spent(began):
    """Who ran the view, and when, on the machine's one clock."""
    return JsonResponse(
        {
            "began": began,
            "ended": time.monotonic(),
            "process": os.getpid(),
            "thread": threading.get_ident(),
        }
    )
