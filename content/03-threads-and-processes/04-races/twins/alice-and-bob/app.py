"""The smallest Django project that has the views and a database."""

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}},
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)
django.setup()

import views  # noqa: E402  its models need the settings

urlpatterns = [
    path("greet-from-global/", views.greet_from_global),
    path("greet-from-context/", views.greet_from_context),
    path("greet-in-own-thread/", views.greet_in_own_thread),
    path("read-then-write/", views.read_then_write),
    path("with-a-lock/", views.with_a_lock),
    path("in-one-step/", views.in_one_step),
]

wsgi = get_wsgi_application()
