"""Two views that answer now and send an e-mail later, in a thread of their own."""

import threading
import time
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)

EVENTS = Path("events.txt")


def note(event):
    with EVENTS.open("a") as file:
        file.write(event + "\n")


def send_mail(seconds):
    note("begun")
    time.sleep(seconds)  # as if the mail server took its time
    note("sent")


def sign_up(request, kind, seconds):
    thread = threading.Thread(target=send_mail, args=[seconds], daemon=kind == "daemon")
    thread.start()
    return HttpResponse("accepted", status=202)


def sign_up_slowly(request, seconds):
    """The thread is quick enough, but the view that started it hangs."""
    threading.Thread(target=send_mail, args=[seconds]).start()
    time.sleep(60)
    return HttpResponse("accepted", status=202)


urlpatterns = [
    path("sign-up/<kind>/<int:seconds>/", sign_up),
    path("sign-up-slowly/<int:seconds>/", sign_up_slowly),
]

application = get_wsgi_application()
