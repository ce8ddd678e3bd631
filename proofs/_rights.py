"""Rights that are given and taken back: a grant, a consent, a seat; and somebody at the door a second after each was gone."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import typst
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from marugoto.agencies.queries.viewer import hats_of, viewer_of
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import case as cases
from marugoto.casework.actions import journal, plan
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import Agreement, Method
from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.codes import KindCode
from marugoto.disclosure.actions import grant as grants
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.disclosure.queries.attachment import of_matters
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.decided import once_decided
from tests.town import Town

READERS = ("nishimura", "murakami", "fujii", "kishi", "yamashita")
PARTS = (Part.BASIC, Part.SUPPORT)
SECOND = 1.0
DOORS = (
    "/desk/households/{case}/",
    "/desk/attachments/{paper}/",  # a file is delivered
    "/desk/people/{person}/",
    "/desk/needs/{need}/",
    "/desk/plans/{plan}/paper/",  # a print is delivered
    "/desk/households/{case}/journal/all/",
)


@dataclass(frozen=True)
class Home:
    person: UUID
    household: UUID
    case: UUID
    need: UUID
    plan: UUID
    paper: UUID

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return self.person, self.household, self.case, self.need

    @property
    def persons(self) -> dict[UUID, set[UUID]]:
        return {subject: {self.person} for subject in self.subjects[1:]}


@dataclass
class Reader:
    viewer: Viewer
    client: Client


@dataclass
class Right:
    """`end` takes it back, and answers when its commit was acknowledged."""

    kind: str
    reader: Reader
    home: Home
    end: Callable[[], None]
    gone: float = 0.0


@dataclass
class Tally:
    opened: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    read: list[str] = field(default_factory=list)
    never_open: list[str] = field(default_factory=list)
    soonest: float = 60.0


def settle_homes(town: Town, count: int) -> list[Home]:
    return [_home(town, number) for number in range(count)]


def _home(town: Town, number: int) -> Home:
    by: Callable[[], Viewer] = lambda: town("tanaka")  # noqa: E731 — fresh eyes for each deed
    person = enter_person(by=by(), at=town.later(), name=f"借 {number}").pk
    home = form_household(by=by(), at=town.later(), area="north", members=[(person, "本人")]).pk
    case = cases.open_case(by=by(), at=town.later(), household=home).pk
    need = add_need(by=by(), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住まい", person=person).pk
    papers = [Paper("控え.pdf", typst.compile(b"paper"))]
    entry = journal.write(by=by(), at=town.later(), case=case, method=Method.VISIT, words="会えた。", papers=papers).pk
    drawn = plan.draft(
        by=by(),
        at=town.later(),
        case=case,
        goals=[plan.GoalDraft("外へ出る", person)],
        steps=[plan.StepDraft("川べりを歩く", town.team("shakyo-join"), goal=0)],
        review_on=local_day(town.now) + timedelta(days=30),
        agreement=Agreement.AGREED,
    ).pk
    paper = of_matters(by(), [entry])[entry][0].attachment
    return Home(person, home, case, need, drawn, paper)


def readers_of() -> list[Reader]:
    found = []
    for name in READERS:
        user, at = get_user_model().objects.get(username=f"cast-{name}"), timezone.now()
        viewer = viewer_of(user.pk, hats_of(user.pk, local_day(at))[0].pk, at)
        assert viewer is not None
        client = Client()
        client.force_login(user)
        found.append(Reader(viewer, client))
    return found


# ---------------------------------------------------------------- the three ways


def by_grant(town: Town, home: Home, reader: Reader, late: timedelta) -> Right:
    via, at = f"proof:{uuid4()}", timezone.now()
    terms = grants.Terms(BasisCode.PURPOSE_CHANGE, team=reader.viewer.team, via=via, reason="証明のため。")
    once_decided(
        _giver(town),
        at,
        reader.viewer.team,
        lambda: grants.grant(by=_giver(town), at=at, subjects=home.subjects, parts=PARTS, terms=terms),
    )
    return Right("grant", reader, home, lambda: _ended(town, via, late))


def _ended(town: Town, via: str, late: timedelta) -> None:
    grants.end_grants(by=_giver(town), at=timezone.now() + late, via=via)


def by_consent(town: Town, home: Home, reader: Reader, late: timedelta) -> Right:
    _answer(town, home, reader, ConsentState.GIVEN, timedelta())
    via, at = f"proof:{uuid4()}", timezone.now()
    terms = grants.Terms(BasisCode.CONSENT, team=reader.viewer.team, via=via, persons=home.persons)
    grants.grant(by=_giver(town), at=at, subjects=home.subjects, parts=PARTS, terms=terms)
    return Right("consent", reader, home, lambda: _answer(town, home, reader, ConsentState.WITHDRAWN, late))


def _answer(town: Town, home: Home, reader: Reader, state: ConsentState, late: timedelta) -> None:
    by, at = _giver(town), timezone.now()
    given = state is ConsentState.GIVEN
    record_consent(
        by=by,
        at=at + late,
        folder=open_part(by=by, at=at, person=home.person, part=Part.BASIC),
        person=home.person,
        receiver=reader.viewer.team,
        state=state,
        parts=PARTS if given else (),
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
    )


def by_seat(town: Town, home: Home, reader: Reader, late: timedelta) -> Right:
    """A conference of one item and one guest, called off."""
    by, at = _giver(town), timezone.now()
    begins = at + timedelta(days=1)
    row = conference.convene(by=by, at=at, kind=KindCode.SUPPORT, begins_at=begins, ends_at=begins + timedelta(hours=1))
    item = agenda.put_on_agenda(by=by, at=at, conference=row, case=home.case, basis=BasisCode.SUPPORT_CONFERENCE)
    seat = agenda.take_seat(by=by, at=at, item=item, duty=reader.viewer.duty)
    agenda.pledge(by=reader.viewer.at_moment(timezone.now()), at=timezone.now(), seat=seat)
    return Right("seat", reader, home, lambda: _off(town, row, late))


def _off(town: Town, row: Any, late: timedelta) -> None:
    conference.call_off(by=_giver(town), at=timezone.now() + late, conference=row)


def _giver(town: Town) -> Viewer:
    return town("tanaka").at_moment(timezone.now())


WAYS = (by_grant, by_consent, by_seat)


# ---------------------------------------------------------------- trials


def trials(town: Town, homes: list[Home], readers: list[Reader], tally: Tally, late: float = 0.0) -> Iterator[int]:
    """Round after round: every right is opened and used once, taken back, and asked for at each door from a second on."""
    turn = 0
    while True:
        for way in WAYS:
            rights = [way(town, home, reader, timedelta(seconds=late)) for home, reader in _pairs(homes, readers, turn)]
            for place, right in enumerate(rights):
                tally.opened[right.kind] += 1
                if _status(right, DOORS[(place + turn) % len(DOORS)]) != 200:
                    tally.never_open.append(f"{right.kind}: {DOORS[(place + turn) % len(DOORS)]}")
            for right in rights:
                right.end()
                right.gone = time.monotonic()
            for right in rights:
                ask_gone(right, tally)
            turn += 1
            yield tally.asked.total()


def _pairs(homes: list[Home], readers: list[Reader], turn: int) -> list[tuple[Home, Reader]]:
    """Each household with two of the readers, others in each turn."""
    of = len(readers)
    return [(home, readers[(place + turn + step) % of]) for place, home in enumerate(homes) for step in (0, 2)]


def ask_gone(right: Right, tally: Tally) -> None:
    for door in DOORS:
        time.sleep(max(0.0, right.gone + SECOND - time.monotonic()))
        tally.soonest = min(tally.soonest, time.monotonic() - right.gone)
        status = _status(right, door)
        tally.asked[right.kind] += 1
        if status != 404:
            tally.read.append(f"{right.kind}: {status} at {door}")


def _status(right: Right, door: str) -> int:
    return int(right.reader.client.get(door.format(**vars(right.home))).status_code)
