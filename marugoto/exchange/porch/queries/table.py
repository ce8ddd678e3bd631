"""A seat from outside as its holder sees it, and letters that still have to be carried to the house."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from marugoto.exchange.porch.models import TableLetter, TableSeat
from marugoto.exchange.porch.queries.notice import AGAIN_AFTER, MOST_AT_ONCE


@dataclass(frozen=True)
class HeldSeat:
    """`shown`: what the house sent; the extract in it is shown after the pledge only."""

    id: UUID
    number: str
    until: datetime
    shown: dict[str, Any]
    said: dict[str, Any]
    pledged_at: datetime | None


@dataclass(frozen=True)
class LetterToSend:
    id: UUID
    body: str
    sequence: int
    payload: dict[str, Any]


def seat(body: str, seat: UUID, at: datetime) -> HeldSeat | None:
    """None from the moment on at which the account ends."""
    row = TableSeat.objects.within(body).filter(pk=seat, until__gt=at).first()
    return HeldSeat(row.pk, row.number, row.until, row.shown, row.said, row.pledged_at) if row else None


def letters_to_send(at: datetime) -> list[LetterToSend]:
    """Those never written, or so long ago that they may be lost; what the house answered is not here any more."""
    rows = TableLetter.objects.everywhere("the courier serves every body").filter(
        Q(written_at=None) | Q(written_at__lte=at - AGAIN_AFTER)
    )
    return [
        LetterToSend(row.pk, row.body, row.sequence, row.payload)
        for row in rows.order_by("made_at", "sequence")[:MOST_AT_ONCE]
    ]
