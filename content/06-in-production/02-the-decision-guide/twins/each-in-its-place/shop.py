"""A shop in one file. Three views with a job each; PLACEMENT says where the jobs run."""

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

EACH_IN_ITS_PLACE = {"price": "view", "mail": "queue", "count": "thread"}


def view(request, kind, number):
    """The response to a price should contain it; a mail must not be lost."""
    job = f"{kind} {number}"
    placement = os.environ["PLACEMENT"]
    place = EACH_IN_ITS_PLACE[kind] if placement == "each" else placement
    if place == "view":
        work(job)
    elif place == "thread":
        threading.Thread(target=work, args=[job], daemon=True).start()
    else:
        task.delay(job)
        note(job, "written")
    return JsonResponse({"result": job if place == "view" else None})


def work(job):
    time.sleep(0.7)  # a service that takes its time
    note(job, "done")


task = celery.task(work)


def note(job, what):
    """What happened outlives all processes in a file."""
    with Path("log").open("a") as log:
        log.write(f"{job} {what}\n")


urlpatterns = [path("<kind>/<int:number>", view)]
wsgi = get_wsgi_application()
