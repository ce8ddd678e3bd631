"""The conference itself: no person stands in it."""

from django.db import models

from marugoto.conferences.codes import Stage
from marugoto.ground.models import Kept


class Conference(Kept):
    """`name` is the local name; the kind says what it is in law. Times are Japan's."""

    kind = models.CharField(max_length=20)  # a code of `kinds`, which are files: a new one changes no table
    name = models.CharField(max_length=60)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    where = models.CharField(max_length=120, blank=True)
    by = models.UUIDField()
    host = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["body", "begins_at"])]


class ConferenceStage(Kept):
    """A stage it reached."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=20, choices=[(stage.value, stage.value) for stage in Stage])
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "stage"], name="each_stage_once_in_a_conference")]
