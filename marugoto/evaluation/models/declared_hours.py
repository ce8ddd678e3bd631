"""The hours a body says its coordination took in a half-year: its own data, of which no clock knows."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class DeclaredHours(Kept):
    """Of the half-year that ends on `last`. Nothing is written over: what was said later holds, and `reason` says why it was said again."""

    wall = Wall.LEDGER

    last = models.DateField()
    hours = models.PositiveIntegerField()
    by = models.UUIDField()
    reason = models.CharField(max_length=200, blank=True)
