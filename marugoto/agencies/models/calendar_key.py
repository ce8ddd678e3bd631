"""The key of a calendar's address: whoever has the address reads the dates of one duty. Kept is only what it hashes to."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept, Wall


class CalendarKey(Kept):
    """Made by the worker, shown once. Looked up before anybody is signed in, as an account is."""

    wall = Wall.DIRECTORY

    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    ended = models.OneToOneField("agencies.CalendarKeyEnding", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty"], condition=Q(ended=None), name="one_calendar_key_for_a_duty")
        ]


class CalendarKeyEnding(Kept):
    """The worker ended it, or made another one; from then on the address answers as one that never was."""

    wall = Wall.DIRECTORY

    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
