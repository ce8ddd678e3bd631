"""A team offers itself: it would hold a ball that another holds. The ball stays where it is until the holder hands it on."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import BidEndingKind
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Bid(Kept):
    """申し出. A team has one open bid for a ball at a time."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="bids")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")  # who held the ball then
    at = models.DateTimeField()
    ended = models.OneToOneField("custody.BidEnding", null=True, on_delete=models.PROTECT, related_name="bid")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ball", "team"], condition=Q(ended=None), name="one_bid_of_a_team_at_a_time"
            )
        ]


class BidEnding(Kept):
    """The holder hands it on to them, or says no; they take it back; or the ball moved or ended meanwhile."""

    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in BidEndingKind])
    at = models.DateTimeField()
    by = models.UUIDField()


class BidWords(Filed):
    """Why they would, and why not: open to the two teams, to nobody else. `answer`: it is the holder's no."""

    bid = models.ForeignKey("custody.Bid", on_delete=models.PROTECT, related_name="+")
    answer = models.BooleanField(default=False)
    words = models.TextField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bid", "answer"], name="each_side_says_it_once")]
