"""A long list that is being worked through beside everybody's work: how far it has come, in whose hand it is, whether it is to stop."""

from django.db import models
from django.db.models import Q

from marugoto.exchange.rules.work import Stage
from marugoto.ground.models import Kept


class ImportWork(Kept):
    """`reached` of about `whole`, in rows of `stage`. `hand` is a process, `beat_at` when it last said so.

    `stop_at`: somebody pressed stop. When `ended_at` stands, `sentence` says why it ended otherwise than asked, "" when it did not.
    """

    of = models.ForeignKey("exchange.Import", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Stage])
    by = models.UUIDField()
    whole = models.PositiveIntegerField(default=0)
    reached = models.PositiveIntegerField(default=0)
    hand = models.UUIDField(null=True)
    beat_at = models.DateTimeField(null=True)
    stop_at = models.DateTimeField(null=True)
    stopped_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    sentence = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of"], condition=Q(ended_at=None), name="one_work_at_a_time_on_an_import")
        ]
