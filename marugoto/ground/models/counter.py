"""Counters: numbers people say on the telephone, given once and in order."""

from django.db import models

from marugoto.ground.models.kept import ScopedQuerySet, Wall


class Counter(models.Model):
    """`value` is the last number given under this name in this body."""

    wall = Wall.BODY

    body = models.CharField(max_length=6)
    name = models.CharField(max_length=80)
    value = models.PositiveIntegerField(default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="one_counter_for_each_name")]
