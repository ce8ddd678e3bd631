"""The seal: a link of the hash chain over the facts up to one of them."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class Seal(Kept):
    """Covers the facts of one body from after the former seal up to `upto` (a fact's seq), in order."""

    wall = Wall.LEDGER

    upto = models.BigIntegerField()
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "upto"], name="one_seal_for_each_stretch")]
