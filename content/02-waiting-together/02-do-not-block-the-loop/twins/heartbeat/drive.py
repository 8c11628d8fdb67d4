"""Asks for each view in asyncio's debug mode. Does the heart beat meanwhile, and does the debug mode complain?"""

import asyncio
import logging

import django
from django.conf import settings
from django.test import AsyncClient
from django.urls import path

import views

settings.configure(
    ALLOWED_HOSTS=["*"],
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)
django.setup()

VIEWS = [
    views.awaits,
    views.sleeps,
    views.sleeps_in_def,
    views.computes,
    views.computes_in_slices,
    views.computes_in_a_thread,
]
urlpatterns = [path(view.__name__, view) for view in VIEWS]

beats = 0
complaints = []


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.25  # the default is 0.1 s
    heart = asyncio.create_task(beat())
    await ask("awaits")  # Django loads what it needs for a first request
    print(f"{'view':22} {'the heart':12} debug mode")
    for view in VIEWS:
        name = view.__name__
        complaints.clear()
        before = beats
        await asyncio.create_task(ask(name), name=name)
        # A free loop leaves time for about 45 beats; a blocked one for some before and after.
        heart_beats = beats - before >= 10
        await asyncio.sleep(0.1)
        complains = any(f"name='{name}'" in complaint for complaint in complaints)
        print(
            f"{name:22} {'beats on' if heart_beats else 'stops':12}"
            f" {'complains' if complains else 'says nothing'}"
        )
    heart.cancel()


async def ask(view):
    await AsyncClient().get(f"/{view}")


async def beat():
    global beats
    while True:
        await asyncio.sleep(0.01)
        beats += 1


class Complaints(logging.Handler):
    def emit(self, record):
        complaints.append(record.getMessage())


if __name__ == "__main__":
    logging.getLogger("asyncio").addHandler(Complaints())
    asyncio.run(main(), debug=True)
