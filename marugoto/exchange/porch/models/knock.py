"""How often a visitor knocked within an hour. Who it was cannot be read back, and nothing ties it to a notice."""

from django.db import models

from marugoto.exchange.porch.codes import Door
from marugoto.ground.models import Kept


class Knock(Kept):
    """`visitor` is a keyed digest of the address that changes every day; rows of yesterday are swept away."""

    door = models.CharField(max_length=10, choices=[(door.value, door.value) for door in Door])
    visitor = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "door", "visitor", "hour"], name="one_count_for_each_hour")
        ]
