"""Whom the table still lacks: proposed from the fields that the household's open needs ask for, chosen by whoever calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.casework.queries.case import CasePage, NeedLine
from marugoto.conferences.queries.conference import ItemPage
from marugoto.conferences.rules.seats import OpenNeed, Wanted, wanted


@dataclass(frozen=True)
class Proposal:
    """A field nobody of which sits. `duties`: who could come, whoever holds one of the needs first. `reason` is for whoever calls;
    `at_the_seat` is read before the pledge, so it names needs by number alone."""

    field: Field
    label: str
    reason: str
    at_the_seat: str
    duties: tuple[tuple[str, str], ...]


def proposals(item: ItemPage, case: CasePage, duties: Iterable[Any]) -> list[Proposal]:
    known = list(duties)
    fields = {duty.team_id: Field(duty.team.agency.field) for duty in known}
    running = [line for line in case.needs if line.ball.settled_at is None]
    needs = [OpenNeed(line.number, line.theme, fields.get(line.ball.holder.id)) for line in running]
    holders = {line.ball.holder.id for line in running}
    seated = {seat.field for seat in item.seats}
    return [_proposal(one, running, known, holders) for one in wanted(needs, seated)]


def seat_choices(duties: Iterable[Any]) -> list[tuple[str, str]]:
    """Who may be asked, as the list says it: agency, name and hat; also in a form that came back."""
    return [(str(duty.pk), f"{duty.team.agency.short} {duty.worker.name}({duty.name})") for duty in duties]


def _proposal(one: Wanted, needs: list[NeedLine], duties: list[Any], holders: set[Any]) -> Proposal:
    there = [duty for duty in duties if duty.team.agency.field == one.field]
    there.sort(key=lambda duty: duty.team_id not in holders)
    choices = tuple(seat_choices(there))
    return Proposal(one.field, str(FIELDS[one.field]), _reason(one, needs), _at_the_seat(one), choices)


def _reason(one: Wanted, needs: list[NeedLine]) -> str:
    titles = {line.number: line.title for line in needs}
    said = [_("必要%(n)d「%(title)s」に要る") % {"n": number, "title": titles[number][:30]} for number in one.asked_by]
    said += [_("必要%(n)dを持っている") % {"n": number} for number in one.holds if number not in one.asked_by]
    return "・".join(said)[:120]


def _at_the_seat(one: Wanted) -> str:
    said = [_("必要%(n)dに要る") % {"n": number} for number in one.asked_by]
    said += [_("必要%(n)dを持っている") % {"n": number} for number in one.holds if number not in one.asked_by]
    return "・".join(said)[:120]
