"""Training: of residents, of helpers, of those who promote participation, of staff. Heads are counted by kind, not by name."""

from django.db import models

from marugoto.community.codes import Attendee, TrainingFruit, TrainingKind
from marugoto.ground.models import Kept


class Training(Kept):
    """`seats`: for how many it was held."""

    day = models.DateField()
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TrainingKind])
    name = models.CharField(max_length=120)
    theme = models.CharField(max_length=300, blank=True)
    district = models.ForeignKey("agencies.District", null=True, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    seats = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["body", "day"], name="trainings_by_day")]


class TrainingAttendance(Kept):
    """How many of a kind came. Not asked is no row; nobody came is a nought."""

    training = models.ForeignKey("community.Training", on_delete=models.PROTECT, related_name="attendances")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Attendee])
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["training", "kind"], name="each_kind_counted_once_a_training")]


class TrainingWorker(Kept):
    """A worker of the house or of a member team who took part."""

    training = models.ForeignKey("community.Training", on_delete=models.PROTECT, related_name="workers")
    worker = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["training", "worker"], name="each_worker_once_a_training")]


class TrainingResult(Kept):
    """What came of it: so many became helpers, a place was started, nothing yet."""

    training = models.ForeignKey("community.Training", on_delete=models.PROTECT, related_name="results")
    fruit = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TrainingFruit])
    number = models.PositiveSmallIntegerField(null=True)
    place = models.ForeignKey("community.Place", null=True, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=1_000, blank=True)
    by = models.UUIDField()
