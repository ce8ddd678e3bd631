"""Somebody for whom nothing fits, and whose need waits for a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from marugoto.casework.actions.need import add_need
from marugoto.community.codes import Interest, Lack, Welcome
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.participation.actions.wish import Said, hear_wish
from marugoto.participation.rules.slot import whole
from tests.begun import supported
from tests.town import Town
from tests.waited import lacking


@dataclass(frozen=True)
class Waits:
    need: UUID
    ball: UUID


def waits_for_a_place(
    town: Town,
    *,
    words: str = "若いころ囲碁をやった。",
    interests: Iterable[Interest] = (Interest.GAMES,),
    filed: bool = True,
    **said: Any,
) -> Waits:
    """A need of 田中's: somebody who stayed at home for long would like to play on a Tuesday, and nothing fits."""
    case, theme = supported(town), TroubleCode.WITHDRAWAL
    row = add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title="外に出たい")
    wish = Said(**{"as_whom": [Welcome.WITHDRAWN], "times": whole([1]), **said})
    hear_wish(by=town("tanaka"), at=town.later(), need=row.pk, words=words, interests=interests, said=wish)
    if filed:
        lacking(town, row.ball_id, Lack.PLACE)
    return Waits(row.pk, row.ball_id)
