"""The date poll: days that were put to those who sit, what each said, and which was taken."""

from django.db import models
from django.db.models import Q

from marugoto.conferences.codes import DateSaid
from marugoto.ground.models import Kept


class DateOption(Kept):
    """A day that was put to them; the conference's own first day is one of them."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "begins_at"], name="a_day_is_put_once_to_a_conference")
        ]


class DateAnswer(Kept):
    """What somebody who sits in the house (`duty`) or from outside (`outside`) said of a day; said again, it is written over."""

    option = models.ForeignKey("conferences.DateOption", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    outside = models.ForeignKey("conferences.OutsideSeat", null=True, on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=10, choices=[(one.value, one.value) for one in DateSaid])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["option", "duty"], name="a_duty_says_once_of_a_day"),
            models.UniqueConstraint(fields=["option", "outside"], name="an_outsider_says_once_of_a_day"),
            models.CheckConstraint(
                condition=Q(duty=None, outside__isnull=False) | Q(outside=None, duty__isnull=False),
                name="a_day_is_answered_by_one",
            ),
        ]


class DateFixed(Kept):
    """Which of the days was taken; the last one stands in the conference itself."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    option = models.ForeignKey("conferences.DateOption", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
