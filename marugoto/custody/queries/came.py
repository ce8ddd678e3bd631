"""From whom a ball came to those who hold it."""

from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, UUIDField

from marugoto.custody.codes import EndingKind
from marugoto.custody.models import Offer
from marugoto.ground.question import Question


def handed_on_by(body: str, ball: UUID, *, holder: UUID) -> UUID | None:
    """The team that last handed it on and does not hold it itself, as after a hand-back. Where the team that took it is no more and
    another took it in, that is still the one that handed it on. None where nobody did."""
    found = _HANDED_ON.first(body=body, ball=ball, holder=holder)
    return found.sender_id if found is not None else None


def _handed_on(body: str, ball: UUID, holder: UUID) -> QuerySet[Any]:
    caught = Offer.objects.within(body).filter(ball=ball, ended__kind=EndingKind.CAUGHT).exclude(sender=holder)
    return caught.order_by("-ended__at", "-made_at").only("sender_id")[:1]


_HANDED_ON: Question[Any] = Question(_handed_on, body=CharField(), ball=UUIDField(), holder=UUIDField())
