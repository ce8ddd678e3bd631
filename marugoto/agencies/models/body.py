"""Bodies: the data controllers, with their districts, calendar and profile."""

from django.db import models

from marugoto.agencies.codes import BodyKind
from marugoto.ground.models import Kept, Wall


class Body(models.Model):
    """A municipality, prefecture or 広域連合; its six-digit 団体コード stands on every row it controls."""

    wall = Wall.DIRECTORY

    code = models.CharField(primary_key=True, max_length=6)
    name = models.CharField(max_length=60)
    kana = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in BodyKind])
    prefecture = models.ForeignKey("agencies.Body", null=True, on_delete=models.PROTECT, related_name="+")
    population = models.PositiveIntegerField(null=True)
    training = models.BooleanField(default=False)  # a body for practice: coloured, and nothing of it goes out


class BodyProfile(Kept):
    """One municipal difference as data: 重層 run or not, welfare office or not, limits, names; dated, end exclusive."""

    wall = Wall.DIRECTORY

    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)  # by what it was made sure
    by = models.UUIDField(null=True)  # the duty; empty where the body was settled with it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name", "since"], name="one_profile_value_from_a_day")]


class District(Kept):
    """圏域: the areas in which the body plans and counts."""

    wall = Wall.DIRECTORY

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "code"], name="one_district_for_each_code")]


class ClosedDay(Kept):
    """A day on which this body differs from weekends, holidays and the turn of the year: closed, or opened.

    In force while `removed` is empty; `by` is empty where the body was settled with it.
    """

    wall = Wall.DIRECTORY

    day = models.DateField()
    is_open = models.BooleanField(default=False)
    name = models.CharField(max_length=60)
    by = models.UUIDField(null=True)
    removed = models.OneToOneField(
        "agencies.ClosedDayRemoval", null=True, on_delete=models.PROTECT, related_name="closed_day"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "day"], condition=models.Q(removed=None), name="one_word_about_each_day"
            )
        ]


class ClosedDayRemoval(Kept):
    """What was said of a day holds no more: by whom and why."""

    wall = Wall.DIRECTORY

    by = models.UUIDField()
    reason = models.CharField(max_length=200)
