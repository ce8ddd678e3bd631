"""既存制度の棚おろし: what the body has already, and what was tried with it. Each edition is a row; the latest holds, the others stay to be read."""

from django.db import models

from marugoto.evaluation.rules.necessity import Signal
from marugoto.ground.models import Kept, Wall


class ExistingSystem(Kept):
    """`staff` in tenths of a full post, empty where nobody counted; `fulfils`: place of the matrix → part or whole; `gone`: it is no more."""

    wall = Wall.LEDGER

    line = models.UUIDField()
    edition = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=120)
    runner = models.CharField(max_length=120)
    staff = models.PositiveSmallIntegerField(null=True)
    since = models.DateField(null=True)
    words = models.TextField(blank=True)
    evidence = models.CharField(max_length=400, blank=True)
    fulfils = models.JSONField(default=dict)
    gone = models.BooleanField(default=False)
    reason = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "line", "edition"], name="one_system_for_each_edition")]


class Trial(Kept):
    """What was tried against a gap with a scheme there is; `found`: what was seen, without which it counts as not written down."""

    wall = Wall.LEDGER

    line = models.UUIDField()
    edition = models.PositiveSmallIntegerField(default=1)
    signal = models.CharField(max_length=4, choices=[(one.value, one.value) for one in Signal])
    instrument = models.CharField(max_length=160)
    since = models.DateField()
    until = models.DateField(null=True)
    found = models.CharField(max_length=400, blank=True)
    gone = models.BooleanField(default=False)
    reason = models.CharField(max_length=200, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "line", "edition"], name="one_trial_for_each_edition")]
