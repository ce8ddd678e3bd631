"""Under which bodies a conference sits, and by which of them each seat is admitted."""

from django.db import models

from marugoto.ground.models import Kept


class ConferenceCouncil(Kept):
    """The conference is held under this body; a joint session has several, and each item stands under one of them."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    council = models.ForeignKey("disclosure.Council", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "council"], name="a_council_once_at_a_conference")]


class SeatAdmission(Kept):
    """The body under which somebody sits at an item, in the house (`seat`) or from outside: as one of its members, or, where `member`
    is empty, invited to this item."""

    seat = models.OneToOneField("conferences.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    outside = models.OneToOneField("conferences.OutsideSeat", null=True, on_delete=models.PROTECT, related_name="+")
    council = models.ForeignKey("disclosure.Council", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("disclosure.CouncilMember", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seat=None, outside__isnull=False) | models.Q(outside=None, seat__isnull=False),
                name="an_admission_is_of_one_seat",
            )
        ]
