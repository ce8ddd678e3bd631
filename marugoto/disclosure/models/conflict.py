"""Conflicts of interest: a worker must not see or handle somebody, because they are related, neighbours, or otherwise close."""

from django.db import models

from marugoto.disclosure.codes import ConflictKind
from marugoto.ground.models import Kept


class Conflict(Kept):
    """Declared by the worker, or entered by a head and told to the worker. What it shuts are restrictions against the worker.

    `subject`: a person or a household. Why it is, is a code; words about anybody's private ties are kept nowhere.
    """

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=20)
    subject = models.UUIDField(db_index=True)
    label = models.TextField(blank=True)  # how the worker called whom he meant, sealed: he sees the record no more
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in ConflictKind])
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["worker", "made_at"])]


class ConflictEnding(Kept):
    """It holds no more, or was a mistake: ended by a head, never by the worker himself."""

    conflict = models.OneToOneField("disclosure.Conflict", on_delete=models.PROTECT, related_name="ended")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
