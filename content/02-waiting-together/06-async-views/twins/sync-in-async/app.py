"""The smallest Django project with a database, for an ASGI server."""

import django
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}},
    LOGGING_CONFIG=None,
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)
django.setup()

import views  # its model needs the settings

urlpatterns = [
    path("as-it-comes/", views.as_it_comes),
    path("not-thread-sensitive/", views.not_thread_sensitive),
    path("to-thread/", views.to_thread),
    path("three-queries/", views.three_queries),
    path("seen/", views.seen),
]

asgi = get_asgi_application()
