"""宿題: what follows from a note, a dialogue or a training, with a day and one holder."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import FieldTaskEnd, FieldTaskReason
from marugoto.ground.models import Kept


class FieldTask(Kept):
    """Who holds it, and whether it is open, says its ball."""

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FieldTaskReason])
    words = models.CharField(max_length=300)
    due = models.DateField()
    note = models.ForeignKey("community.FieldNote", null=True, on_delete=models.PROTECT, related_name="tasks")
    dialogue = models.ForeignKey("community.Dialogue", null=True, on_delete=models.PROTECT, related_name="tasks")
    training = models.ForeignKey("community.Training", null=True, on_delete=models.PROTECT, related_name="tasks")
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(note__isnull=False, dialogue=None, training=None)
                | Q(note=None, dialogue__isnull=False, training=None)
                | Q(note=None, dialogue=None, training__isnull=False),
                name="a_task_follows_from_one_thing",
            )
        ]


class FieldTaskEnding(Kept):
    """What became of it."""

    task = models.OneToOneField("community.FieldTask", on_delete=models.PROTECT, related_name="ending")
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FieldTaskEnd])
    words = models.CharField(max_length=1_000, blank=True)
    by = models.UUIDField()
