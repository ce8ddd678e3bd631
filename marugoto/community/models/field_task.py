"""宿題: what follows from a note, a dialogue or a training, with a day and one holder."""

from django.db import models
from django.db.models import Q

from marugoto.community.codes import FieldTaskEnd, FieldTaskReason
from marugoto.ground.models import Kept


class FieldTask(Kept):
    """`holder` is one duty at every instant; where that duty has ended, its team sees the task first and takes it over.

    It is no ball: nobody's support hangs on it, and nothing of it can be offered between agencies."""

    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FieldTaskReason])
    words = models.CharField(max_length=300)
    due = models.DateField()
    holder = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
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
        indexes = [models.Index(fields=["body", "holder", "due"], name="tasks_of_a_holder")]


class FieldTaskHolding(Kept):
    """Another took it over: from whom, to whom."""

    task = models.ForeignKey("community.FieldTask", on_delete=models.PROTECT, related_name="+")
    giver = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class FieldTaskEnding(Kept):
    """What became of it."""

    task = models.OneToOneField("community.FieldTask", on_delete=models.PROTECT, related_name="ending")
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FieldTaskEnd])
    words = models.CharField(max_length=1_000, blank=True)
    by = models.UUIDField()
