"""Whom a prefecture's division calls in a municipality, and who calls there: the tie of two teams."""

from django.db import models

from marugoto.agencies.codes import FirstCall
from marugoto.ground.models import Kept, Wall


class Counterpart(Kept):
    """A team of the prefecture and its counterpart in one municipality; either side enters it, and `body` is the side that did.

    In force from `since` until it is ended; who it was before is kept.
    """

    wall = Wall.DIRECTORY

    outer = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")  # the prefecture's
    town = models.CharField(max_length=6)
    inner = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")  # the municipality's
    first_call = models.CharField(max_length=10, choices=[(one.value, one.value) for one in FirstCall])
    about = models.CharField(max_length=60, blank=True)  # for what, where it is not for everything
    since = models.DateField()
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    ended = models.OneToOneField(
        "agencies.CounterpartEnding", null=True, on_delete=models.PROTECT, related_name="counterpart"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outer", "inner"], condition=models.Q(ended=None), name="one_tie_of_two_teams_at_a_time"
            )
        ]


class CounterpartEnding(Kept):
    """The tie holds no more: from which day on, said by whom and why."""

    wall = Wall.DIRECTORY

    day = models.DateField()  # the first day without it
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
