"""Six views of half a second. On the loop that serves them a heart is beating."""

import asyncio
import time

from django.http import HttpResponse

HALF_A_SECOND = 0.5


async def awaits(request):
    await asyncio.sleep(HALF_A_SECOND)
    return HttpResponse()


async def sleeps(request):
    time.sleep(HALF_A_SECOND)  # the same wait, but nobody else gets in
    return HttpResponse()


def sleeps_in_def(request):
    time.sleep(HALF_A_SECOND)  # Django runs a plain def view in a thread
    return HttpResponse()


async def computes(request):
    compute(HALF_A_SECOND)
    return HttpResponse()


async def computes_in_slices(request):
    for _ in range(50):
        compute(HALF_A_SECOND / 50)
        await asyncio.sleep(0)  # a turn for everybody else
    return HttpResponse()


async def computes_in_a_thread(request):
    await asyncio.to_thread(compute, HALF_A_SECOND)
    return HttpResponse()


def compute(seconds):
    start = time.thread_time()
    while time.thread_time() - start < seconds:
        pass
