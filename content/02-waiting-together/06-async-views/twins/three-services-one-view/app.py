"""The smallest Django project that has the two views, for WSGI and for ASGI servers."""

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.urls import path

import views

settings.configure(
    ALLOWED_HOSTS=["*"],
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)

urlpatterns = [
    path("one-by-one/", views.one_by_one),
    path("together/", views.together),
]

wsgi = get_wsgi_application()
asgi = get_asgi_application()
