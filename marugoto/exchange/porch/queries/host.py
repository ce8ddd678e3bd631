"""The page of a group as it opens by its link, and letters that still have to be carried to the house."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.exchange.porch.actions.host import digest_of
from marugoto.exchange.porch.models import HostLetter, HostPage
from marugoto.exchange.porch.queries.notice import AGAIN_AFTER, MOST_AT_ONCE
from marugoto.exchange.porch.queries.table import LetterToSend
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class GroupPage:
    id: UUID
    name: str
    until: date
    confirmed_on: date | None
    shown: dict[str, str]
    same_on: date | None


def page(body: str, secret: str, at: datetime) -> GroupPage | None:
    """None when no link of this body has this secret, or its day has come."""
    row = HostPage.objects.within(body).filter(digest=digest_of(secret), until__gt=local_day(at)).first()
    return GroupPage(row.pk, row.name, row.until, row.confirmed_on, row.shown, row.same_on) if row else None


def host_letters_to_send(at: datetime) -> list[LetterToSend]:
    """Those never written, or so long ago that they may be lost; what the house answered is not here any more."""
    rows = HostLetter.objects.everywhere("the courier serves every body").filter(
        Q(written_at=None) | Q(written_at__lte=at - AGAIN_AFTER)
    )
    return [
        LetterToSend(row.pk, row.body, row.sequence, row.payload)
        for row in rows.order_by("made_at", "sequence")[:MOST_AT_ONCE]
    ]
