"""A ball ends only by a settlement with an outcome, and may be opened again."""

from django.db import models

from marugoto.custody.codes import Outcome
from marugoto.ground.models import Kept


class Settlement(Kept):
    """The end of a ball; in force while the ball points at it."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="settlements")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")  # who held it last
    outcome = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Outcome])
    at = models.DateTimeField()
    by = models.UUIDField()


class Reopening(Kept):
    """The ball moves again, in the hands of a named team."""

    settlement = models.OneToOneField("custody.Settlement", on_delete=models.PROTECT, related_name="reopening")
    to = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.UUIDField()
