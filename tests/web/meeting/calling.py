"""Conferences, households and what a page says, for the tests of the meeting room."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.codes import KindCode
from marugoto.conferences.models import AgendaItem, Attended, Decision, Minutes, Seat, SeatPledge, View
from marugoto.conferences.queries import conference as queries
from marugoto.disclosure.codes import BasisCode
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted

RECORDS = (AgendaItem, Attended, Decision, Minutes, Seat, SeatPledge, View)


def called(town: Town, days: int = 1) -> UUID:
    begins = town.later() + timedelta(days=days)
    row = conference.convene(
        by=town("tanaka"),
        at=town.now,
        kind=KindCode.SUPPORT,
        begins_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    return row.pk


def home(town: Town, number: int, name: str = "試し") -> UUID:
    at = town.later()
    person = enter_person(by=town("tanaka"), at=at, name=f"{name} 山{number}", kana=f"ためし やま{number}")
    kept = form_household(by=town("tanaka"), at=at, area="north", members=[(person.pk, "本人")])
    return open_case(by=town("tanaka"), at=at, household=kept.pk, consultations=[]).pk


def put_on(town: Town, meeting: UUID, case: UUID) -> AgendaItem:
    row = queries.get(town("tanaka"), meeting)
    assert row
    basis = BasisCode.SUPPORT_CONFERENCE
    return agenda.put_on_agenda(by=town("tanaka"), at=town.later(), conference=row.conference, case=case, basis=basis)


def kept(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def records() -> list[int]:
    """How many of everything that is written at a table."""
    return [kept(model) for model in RECORDS]


def send(client: Client, address: str, **fields: Any) -> HttpResponse:
    return client.post(f"/meeting/{address}", {"key": str(uuid4()), **fields})


def words(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def asked(client: Client, address: str) -> list[str]:
    with counted() as statements:
        assert client.get(address).status_code == 200
    return statements
