"""Offers: the ball stays where it is until it is caught."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import Decliner, EndingKind, OfferReason, Said
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class Offer(Kept):
    """One team asks another to take the ball. Open while `ended` is empty; at most one open offer for a ball."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="offers")
    sender = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(reason.value, reason.value) for reason in OfferReason])
    due = models.DateField()  # the last day for an answer
    ended = models.OneToOneField("custody.OfferEnding", null=True, on_delete=models.PROTECT, related_name="offer")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ball"], condition=Q(ended=None), name="one_open_offer_at_a_time"),
            models.CheckConstraint(condition=~Q(sender=models.F("to")), name="an_offer_goes_to_another_team"),
        ]
        indexes = [models.Index(fields=["to"], condition=Q(ended=None), name="open_offers_to_a_team")]


class OfferEnding(Kept):
    """How an offer ended: by whom, when, why, and what instead. `by` is a duty, or the system's own for a lapse."""

    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in EndingKind])
    at = models.DateTimeField()
    by = models.UUIDField()
    reason = models.CharField(max_length=30, blank=True)  # DeclineReason or WithdrawReason
    declined_by = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Decliner])
    instead = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="declined") & ~Q(declined_by="") & ~Q(reason="") | ~Q(kind="declined"),
                name="a_no_says_by_whom_and_why",
            )
        ]


class OfferWords(Filed):
    """What the sender wrote, and what was answered; both teams may read both."""

    offer = models.ForeignKey("custody.Offer", on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=10, choices=[(said.value, said.value) for said in Said])
    words = models.TextField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "said"], name="each_side_speaks_once_for_an_offer")]
