"""原 of the health centre has hats in みなも市 and 汐見市: a household and a ball of hers in each."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.town import AOMINE, MINAMO, SHIOMI, Town

HERE, THERE = "真壁 千代", "鳴海 俊"


@dataclass(frozen=True)
class Two:
    """`here` in みなも市, `there` in 汐見市: the case of each, its need's ball, and the offer that waits in 汐見市."""

    here: UUID
    there: UUID
    here_ball: UUID
    there_ball: UUID
    offer: UUID


def two_towns(town: Town) -> Two:
    here, here_ball = household(town, MINAMO, "north", HERE)
    there, there_ball = household(town, SHIOMI, "harbour", THERE)
    return Two(here, there, here_ball, there_ball, offered(town, SHIOMI, "s-okuno"))


def household(town: Town, body: str, area: str, name: str) -> tuple[UUID, UUID]:
    """Begun by 原 herself, under the hat of that town."""

    def now() -> dict[str, Any]:
        return {"by": town("hara", body), "at": town.later()}

    person = enter_person(**now(), name=name, birth=date(1950, 5, 5))
    home = form_household(**now(), area=area, members=[(person.pk, "本人")])
    case = open_case(**now(), household=home.pk).pk
    need = add_need(**now(), case=case, theme=TroubleCode.ILLNESS, title="眠れない")
    return case, need.ball_id


def offered(town: Town, body: str, worker: str) -> UUID:
    """Somebody of that town asks the health centre."""
    told, at = Told(caller="中沢さん"), town.later()
    heard = receive(by=town(worker, body), at=at, day=local_day(at), channel=Channel.PHONE, told=told)
    to = town.team("pref-mind", AOMINE)
    return offer(by=town(worker, body), at=town.later(), ball=heard.ball_id, to=to, reason=OfferReason.EXPERTISE).pk
