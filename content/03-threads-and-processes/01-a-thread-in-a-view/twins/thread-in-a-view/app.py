"""The smallest Django project that has these views."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

import mail
import views

settings.configure(
    ALLOWED_HOSTS=["*"],
    LOGGING_CONFIG=None,  # so warnings and errors go to stderr
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this demonstration only",
)

urlpatterns = [
    path("in-the-view/<int:order_id>/", views.in_the_view),
    path("in-a-thread/<int:order_id>/", views.in_a_thread),
    path("in-a-pool/<int:order_id>/", views.in_a_pool),
    path("in-a-bounded-pool/<int:order_id>/", views.in_a_bounded_pool),
    path("mail/", mail.counts),
    path("mail/wake/", mail.wake),
    path("mail/sleep/", mail.sleep),
]

wsgi = get_wsgi_application()
