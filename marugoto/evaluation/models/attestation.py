"""What a body says of itself for a criterion, and the words in which it reads one."""

from django.db import models
from django.db.models import F, Q

from marugoto.evaluation.codes import Word
from marugoto.ground.models import Kept, Wall


class Attestation(Kept):
    """Nothing is written over: what was said last of a statement holds, up to `until` and without it.

    `statement` empty: about the cases of the criterion themselves, that there were none or that the last were walked through.
    """

    wall = Wall.LEDGER

    criterion = models.CharField(max_length=10)
    statement = models.CharField(max_length=20, blank=True)
    word = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Word])
    cases = models.PositiveSmallIntegerField(default=0)
    passed = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=300)
    day = models.DateField()
    until = models.DateField()
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("day")), name="an_attestation_holds_for_a_time"),
            models.CheckConstraint(condition=Q(passed__lte=F("cases")), name="no_more_cases_pass_than_were_walked"),
        ]


class CriterionWording(Kept):
    """A body's own words for a part of a criterion; empty, and ours hold again. Tests and thresholds are no words."""

    wall = Wall.LEDGER

    criterion = models.CharField(max_length=10)
    part = models.CharField(max_length=20)
    words = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=200)
    by = models.UUIDField()


class ChosenPath(Kept):
    """On which of the three ways the body builds its system; chosen again, the last holds."""

    wall = Wall.LEDGER

    path = models.CharField(max_length=1)
    words = models.CharField(max_length=300)
    by = models.UUIDField()
