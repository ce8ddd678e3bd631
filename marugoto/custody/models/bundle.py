"""Many balls handed on at once: each is done or refused on its own, and the whole can be looked at and taken back."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept


class Bundle(Kept):
    """By one person of a team, to another team or (`person`) to somebody of the same one."""

    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class BundleLine(Kept):
    """One ball of it: offered, or given to the next person (`left` was in charge), or refused with the sentence that was said."""

    bundle = models.ForeignKey("custody.Bundle", on_delete=models.PROTECT, related_name="lines")
    turn = models.PositiveSmallIntegerField()
    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")
    offer = models.ForeignKey("custody.Offer", null=True, on_delete=models.PROTECT, related_name="+")
    left = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    refused = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bundle", "ball"], name="each_ball_once_in_a_bundle"),
            models.CheckConstraint(
                condition=Q(offer__isnull=False, left__isnull=True, refused="")
                | Q(offer__isnull=True, left__isnull=False, refused="")
                | Q(offer__isnull=True, left__isnull=True) & ~Q(refused=""),
                name="a_line_is_offered_or_given_or_refused",
            ),
        ]


class BundleTakingBack(Kept):
    """A line was taken back, or could not be: then the sentence that was said."""

    line = models.ForeignKey("custody.BundleLine", on_delete=models.PROTECT, related_name="taken_back")
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    refused = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line"], condition=Q(refused=""), name="a_line_is_taken_back_once")
        ]
