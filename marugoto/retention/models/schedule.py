"""The body's own schedule of retention: rows that are added and never changed. No national rule exists for these records."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept, Wall
from marugoto.retention.codes import Counted, RecordKind
from marugoto.retention.rules.schedule import Period


class Schedule(Kept):
    """For one type of record from a day on; `number` is its version. Without a row nothing of the type is ever destroyed."""

    wall = Wall.LEDGER

    record = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RecordKind])
    number = models.PositiveSmallIntegerField()
    years = models.PositiveSmallIntegerField(null=True)  # empty: kept for ever
    counted = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Counted])
    since = models.DateField()
    source = models.CharField(max_length=200)  # the body's own rule: 文書管理規程 and the like
    reason = models.CharField(max_length=200)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "record", "number"], name="versions_of_a_schedule_are_numbered"),
            models.CheckConstraint(condition=~Q(source="") & ~Q(reason=""), name="a_schedule_says_on_what_and_why"),
        ]

    @property
    def period(self) -> Period:
        return Period(self.years, Counted(self.counted))
