"""Watch-over: who looks in on whom, how often, and what was seen."""

from django.db import models

from marugoto.disclosure.models import Filed
from marugoto.participation.codes import Looker, LookResult, WatchEnd


class Watch(Filed):
    """`called` and `where` as they are said; `looker_words`: who it is where it is not our team. The next round's day is the ball's.
    `person`: once it is known who it is."""

    lies_in = ("watch",)

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=200, blank=True)
    looker = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Looker])
    looker_words = models.CharField(max_length=120, blank=True)
    agreement = models.ForeignKey("intake.WatchAgreement", null=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=200, blank=True)
    every_days = models.PositiveSmallIntegerField()
    why = models.TextField()
    approach = models.ForeignKey("participation.Approach", null=True, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("casework.Case", null=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()


class WatchLook(Filed):
    watch = models.ForeignKey("participation.Watch", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    result = models.CharField(max_length=20, choices=[(one.value, one.value) for one in LookResult])
    words = models.TextField(blank=True)
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class WatchEnding(Filed):
    watch = models.OneToOneField("participation.Watch", on_delete=models.PROTECT, related_name="+")
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in WatchEnd])
    words = models.CharField(max_length=400)
    by = models.UUIDField()
