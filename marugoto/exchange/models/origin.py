"""Where a place came from: the key it has in its source, and what the last import of that source wrote."""

from django.db import models

from marugoto.ground.models import Kept


class Origin(Kept):
    """`values` tells the hand of a worker from the hand of a file: what differs from it was mended here."""

    key = models.CharField(max_length=140)
    place = models.UUIDField(db_index=True)
    values = models.JSONField(default=dict)
    last = models.ForeignKey("exchange.Import", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "key"], name="one_place_for_each_key")]
