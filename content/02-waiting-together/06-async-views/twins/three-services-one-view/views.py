"""A product page that needs the answers of three services, asked in two ways."""

import asyncio
import os
import threading
import time

from django.http import JsonResponse

SERVICES = ["price", "stock", "reviews"]


async def one_by_one(request):
    return page([await ask(service) for service in SERVICES])


async def together(request):
    return page(await asyncio.gather(*(ask(service) for service in SERVICES)))


async def ask(service):
    began = time.monotonic()
    await asyncio.sleep(0.5)  # as if the service answered at last
    return {"began": began, "ended": time.monotonic()}


def page(asked):
    """Who ran the view, and when it had each service waiting, on the machine's one clock."""
    return JsonResponse({"thread": f"{os.getpid()} {threading.get_ident()}", "asked": asked})
