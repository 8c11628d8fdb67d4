from django.db import models


class Concert(models.Model):
    tickets = models.IntegerField()

    class Meta:
        app_label = "shop"
