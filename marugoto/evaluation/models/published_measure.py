"""A figure as a prefecture received it from one of its municipalities: whole numbers, the small ones left out before they came."""

from django.db import models

from marugoto.ground.models import Kept, Wall


class PublishedMeasure(Kept):
    """`body` is the prefecture that received it, `municipality` the six-digit code of the one that sent it. An empty number was hidden."""

    wall = Wall.LEDGER

    municipality = models.CharField(max_length=6)
    code = models.CharField(max_length=10)
    version = models.CharField(max_length=10)
    anchor = models.DateField()
    edition = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField(null=True)
    k = models.PositiveIntegerField(null=True)
    running = models.PositiveIntegerField(null=True)
    level = models.PositiveSmallIntegerField(null=True)
    hidden = models.CharField(max_length=10, blank=True)
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "municipality", "code", "version", "anchor", "edition"],
                name="one_published_for_each_edition",
            )
        ]
