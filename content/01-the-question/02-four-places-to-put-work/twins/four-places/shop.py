"""A shop in one file: three views that send a receipt, and the Celery task that one of them uses."""

import os
import threading
import time
from pathlib import Path

from celery import Celery
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)
celery = Celery("shop", broker=os.environ["BROKER"])
celery.conf.task_always_eager = "EAGER" in os.environ


def send_receipt(order):
    note(order, "begun")
    time.sleep(1)  # computing the receipt, and waiting for the mail service
    note(order, "sent")


send_receipt_task = celery.task(send_receipt)


def inline(request, order):
    send_receipt(order)
    return answer(order)


def thread(request, order):
    threading.Thread(target=send_receipt, args=[order], daemon=True).start()
    return answer(order)


def delay(request, order):
    send_receipt_task.delay(order)
    return answer(order)


def answer(order):
    note(order, "answered")
    return JsonResponse({"order": order}, status=202)


def note(order, step):
    """Appends a line to a file that outlives all processes: what, and who did it."""
    who = f"{os.getpid()} {threading.get_ident()}"
    with Path("log").open("a") as log:
        log.write(f"{order} {step} {who}\n")


urlpatterns = [
    path("inline/<order>", inline),
    path("thread/<order>", thread),
    path("delay/<order>", delay),
]
wsgi = get_wsgi_application()
