"""One model, and a database whose queries take their time and are noted."""

import time

from django.db import models
from django.db.backends.signals import connection_created


class Order(models.Model):
    class Meta:
        app_label = "shop"


def slowly(execute, sql, params, many, context):
    import views

    began = time.monotonic()
    time.sleep(0.5)  # a query over a large table
    result = execute(sql, params, many, context)
    views.note(began)
    return result


def make_slow(connection, **_):
    connection.execute_wrappers.append(slowly)


connection_created.connect(make_slow)
