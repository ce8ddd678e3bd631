"""Somebody who is approached without having asked, somebody who is watched over, and a firm with an agreement."""

from collections.abc import Callable
from uuid import UUID

from marugoto.intake.actions.agreement import begin_agreement
from marugoto.intake.codes import FirmSort, NoticeSource
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.approach import begin_approach, log_attempt
from marugoto.participation.actions.watch import begin_watch, look
from marugoto.participation.codes import Looker, LookResult, OutreachGround, Reaction, Sign, Way
from tests.town import Town


def approached(town: Town) -> UUID:
    """田中 went to 野村 once."""
    at = town.later()
    row = begin_approach(
        by=town("tanaka"),
        at=at,
        source=NoticeSource.COMMISSIONER,
        ground=OutreachGround.ALL_TOWNS,
        why="一年、姿を見ていない。",
        called="野村さん",
        where="北町2丁目",
    )
    log_attempt(
        by=town("tanaka"),
        at=town.later(),
        approach=row.pk,
        day=local_day(at),
        way=Way.VISIT,
        reaction=Reaction.PRESENCE,
        signs=[Sign.LIGHT],
        words="明かりが消えた。",
    )
    return row.pk


def watched(town: Town) -> UUID:
    at = town.later()
    row = begin_watch(
        by=town("tanaka"), at=at, looker=Looker.TEAM, every=7, why="一人で暮らしている。", called="大野さん"
    )
    look(by=town("tanaka"), at=town.later(), watch=row.pk, day=local_day(at), result=LookResult.AS_USUAL)
    return row.pk


def agreed_with_a_firm(town: Town) -> UUID:
    at = town.later()
    ground = "見守り協定(令和6年4月1日)第3条"
    row = begin_agreement(
        by=town("tanaka"), at=at, firm="みなもガス", sort=FirmSort.GAS, ground=ground, since=local_day(at)
    )
    return row.pk


OUTREACH: dict[str, Callable[[Town], UUID]] = {
    "approach": approached,
    "watch": watched,
    "agreement": agreed_with_a_firm,
}
