"""What the house has handed to the porch and taken from it."""

from django.db import models

from marugoto.ground.models import Kept


class Outgoing(Kept):
    """A package to the porch; `digest` tells whether the next one would say anything new.

    `answered_at` is when the porch acknowledged it; `refused` is its sentence where it could not take it.
    """

    kind = models.CharField(max_length=30)
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    answered_at = models.DateTimeField(null=True)
    refused = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "kind", "sequence"], name="each_sequence_goes_out_once")]


class Incoming(Kept):
    """A letter of the porch that was taken in; `id` is the package's, `notice` the notice it became, or the letter itself where it
    spoke of a seat from outside."""

    notice = models.UUIDField()
