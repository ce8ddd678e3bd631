"""Somebody from outside at an item of a conference."""

from uuid import UUID

from marugoto.conferences.actions.outside import Stranger, ask_outside
from marugoto.conferences.codes import OutsideKind
from marugoto.conferences.models import AgendaItem
from tests.town import Town


def seated_outside(town: Town, item: AgendaItem) -> UUID:
    """The school social worker, who has not opened her seat yet."""
    stranger = Stranger(
        kind=OutsideKind.SCHOOL,
        name="青木 千夏",
        from_where="みなも第二中学校",
        reason="学校での様子を知っている",
        extract="学校に来にくい日が続いています。",
    )
    return ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=stranger).seat.pk
