"""Two views that leave an e-mail to a thread of their own."""

import os
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
    daemon = kind == "daemon"
    threading.Thread(target=send_mail, args=[seconds], daemon=daemon).start()
    return HttpResponse(f"accepted by {os.getpid()}", status=202)


def sign_up_and_hang(request, kind, seconds):
    answer = sign_up(request, kind, seconds)
    time.sleep(60)
    return answer


urlpatterns = [
    path("sign-up/<kind>/<int:seconds>/", sign_up),
    path("sign-up-and-hang/<kind>/<int:seconds>/", sign_up_and_hang),
]

application = get_wsgi_application()
