"""Tidings: what a team or one duty must hear of a ball, on its today page."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import Outcome, TidingKind
from marugoto.ground.models import Kept

OF_AN_ENDING = (TidingKind.ENDED.value, TidingKind.ENDED_BY_WISH.value)


class Tiding(Kept):
    """To a team, or to one duty; codes only. Unread while `read` is empty. `outcome`: how the ball ended, where it tells of that."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in TidingKind])
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in Outcome])
    read = models.OneToOneField("custody.TidingReading", null=True, on_delete=models.PROTECT, related_name="tiding")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=False, duty__isnull=True) | Q(team__isnull=True, duty__isnull=False),
                name="a_tiding_is_to_a_team_or_to_a_duty",
            ),
            models.CheckConstraint(
                condition=(Q(kind__in=OF_AN_ENDING) & ~Q(outcome="")) | (~Q(kind__in=OF_AN_ENDING) & Q(outcome="")),
                name="a_tiding_of_an_ending_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["team"], condition=Q(read=None), name="unread_tidings_of_a_team"),
            models.Index(fields=["duty"], condition=Q(read=None), name="unread_tidings_of_a_duty"),
        ]


class TidingReading(Kept):
    """Somebody took note of it."""

    at = models.DateTimeField()
    by = models.UUIDField()
