"""Tidings: what a team or one duty must hear of a ball, on its today page."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import TidingKind
from marugoto.ground.models import Kept


class Tiding(Kept):
    """To a team, or to one duty; codes only. Unread while `read` is empty."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in TidingKind])
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    read = models.OneToOneField("custody.TidingReading", null=True, on_delete=models.PROTECT, related_name="tiding")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=False, duty__isnull=True) | Q(team__isnull=True, duty__isnull=False),
                name="a_tiding_is_to_a_team_or_to_a_duty",
            )
        ]
        indexes = [
            models.Index(fields=["team"], condition=Q(read=None), name="unread_tidings_of_a_team"),
            models.Index(fields=["duty"], condition=Q(read=None), name="unread_tidings_of_a_duty"),
        ]


class TidingReading(Kept):
    """Somebody took note of it."""

    at = models.DateTimeField()
    by = models.UUIDField()
