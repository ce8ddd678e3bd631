"""A town with people who are hidden: households of every kind, told by the actions, among thousands of others.

`knowers` says of each number whose eyes may meet its words: the workers whom the restriction lists, or, for an address that is only
kept apart, the team that keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import typst

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import case as cases
from marugoto.casework.actions import journal
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import Method
from marugoto.casework.models import Need
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.codes import Part
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.contact import add_address, add_phone
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import correct_person, enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.models import Member
from proofs._marks import Marks
from tests.story import Story, one_household, tell
from tests.town import HOTAKAZAWA, MINAMO, Town, settle_town

REASON = "支援措置"
PLACES = (Part.CONTACT, Part.SHELTER)
OPEN, MEMBER, ADDRESS, APART, TWICE, AGAIN, WHOLE, ABROAD = (
    "open to all who work there",
    "one member hidden from the others' helpers",
    "only the address hidden",
    "the address kept apart, nobody listed",
    "hidden, and kept twice",
    "the second record of somebody hidden",
    "everybody hidden",
    "hidden in another municipality",
)


@dataclass(frozen=True)
class Home:
    """A household of one kind, with an id for every place in an address."""

    kind: str
    story: Story
    hidden: tuple[Marks, ...] = ()


@dataclass
class Guarded:
    town: Town
    homes: list[Home] = field(default_factory=list)
    knowers: dict[int, frozenset[UUID]] = field(default_factory=dict)
    persons: int = 0
    _next: int = 0

    def mark(self, knowers: Iterable[UUID]) -> Marks:
        self._next += 1
        self.knowers[self._next] = frozenset(knowers)
        return Marks(self._next)

    def may_know(self, worker: UUID | None, number: int) -> bool:
        return worker in self.knowers.get(number, frozenset())


def told(
    kinds: Iterable[str] = (OPEN, MEMBER, ADDRESS, APART, TWICE, WHOLE, ABROAD), town: Town | None = None
) -> Guarded:
    """Each kind once. The first is told whole, the others beside it."""
    found = Guarded(town or settle_town())
    first = one_household(found.town)
    telling = {MEMBER: _member, ADDRESS: _address, APART: _apart, WHOLE: _whole}
    for kind in kinds:
        if kind == OPEN:
            found.homes.append(Home(OPEN, first))
        elif kind == ABROAD:
            found.homes.append(_abroad(found, first))
        elif kind == TWICE:
            found.homes += _twice(found, tell(found.town, first))
        else:
            story = tell(found.town, first)
            found.homes.append(Home(kind, story, telling[kind](found, story)))
    return found


# ---------------------------------------------------------------- the kinds of household


def _member(here: Guarded, story: Story) -> tuple[Marks, ...]:
    hers = here.mark([here.town("tanaka").worker])
    _written(here, story, hers)
    _shut(here, story.person)
    return (hers,)


def _address(here: Guarded, story: Story) -> tuple[Marks, ...]:
    hers = here.mark([here.town("tanaka").worker])
    _reached(here, story.person, hers)
    _shut(here, story.person, PLACES)
    return (hers,)


def _apart(here: Guarded, story: Story) -> tuple[Marks, ...]:
    team = here.town("tanaka").team
    with_it = Duty.objects.everywhere("who works in the team").filter(team=team).values_list("worker", flat=True)
    hers = here.mark(with_it)
    _reached(here, story.person, hers, guarded=True)
    return (hers,)


def _twice(here: Guarded, story: Story) -> list[Home]:
    """Written down a second time; what shuts the one shuts the other. The second record is looked for at its own addresses."""
    knows = [here.town("tanaka").worker]
    hers, again = here.mark(knows), here.mark(knows)
    _written(here, story, hers)
    other = enter_person(by=here.town("tanaka"), at=here.town.later(), name=again.name, kana=again.kana).pk
    _reached(here, other, again)
    say_same(by=here.town("tanaka"), at=here.town.later(), one=story.person, other=other)
    _shut(here, story.person)
    return [Home(TWICE, story, (hers,)), Home(AGAIN, replace(story, person=other), (again,))]


def _whole(here: Guarded, story: Story) -> tuple[Marks, ...]:
    hers = here.mark([here.town("tanaka").worker])
    _written(here, story, hers)
    rows = Member.objects.everywhere("all who live there")
    with_her = list(_seen(here, lambda: list(rows.filter(household=story.household).values_list("person", flat=True))))
    for person in {story.person, *with_her}:
        _shut(here, person)
    return (hers,)


def _abroad(here: Guarded, first: Story) -> Home:
    """In the small town: its own worker knows, nobody of the city does."""
    town = here.town
    aruga = lambda: town("aruga", HOTAKAZAWA)  # noqa: E731 — fresh eyes for each deed
    hers = here.mark([aruga().worker])
    person = enter_person(by=aruga(), at=town.later(), name=hers.name, kana=hers.kana, birth=date(1980, 2, 3)).pk
    phone, address = _reached(here, person, hers, by=aruga)
    home = form_household(by=aruga(), at=town.later(), members=[(person, "本人")]).pk
    case = cases.open_case(by=aruga(), at=town.later(), household=home)
    need = add_need(
        by=aruga(), at=town.later(), case=case.pk, theme=TroubleCode.HOUSING, title=hers.words, person=person
    )
    entry = journal.write(by=aruga(), at=town.later(), case=case.pk, method=Method.PHONE, words=hers.words)
    protect(by=aruga(), at=town.later(), person=person, listed=[aruga().worker], reason=REASON)
    ids = {"person": person, "household": home, "case": case.pk, "need": need.pk, "ball": need.ball_id}
    return Home(ABROAD, replace(first, **ids, phone=phone, address=address, entry=entry.pk), (hers,))


# ---------------------------------------------------------------- what is kept about somebody


def _written(here: Guarded, story: Story, hers: Marks) -> None:
    """In every kind of record that speaks of her: name, need, consultation, journal, paper."""
    town = here.town
    about: dict[str, Any] = {"case": story.case}
    correct_person(by=town("tanaka"), at=town.later(), person=story.person, name=hers.name, kana=hers.kana)
    _reached(here, story.person, hers)
    add_need(
        by=town("tanaka"),
        at=town.later(),
        theme=TroubleCode.HOUSING,
        title=f"{hers.words}の住まい",
        person=story.person,
        **about,
    )
    papers = [Paper(f"{hers.words}.pdf", typst.compile(f'#set text(lang: "ja")\n{hers.address} {hers.phone}'.encode()))]
    said = f"{hers.name}さんは{hers.address}に移った。{hers.words}"
    journal.write(by=town("tanaka"), at=town.later(), method=Method.VISIT, words=said, papers=papers, **about)
    at = town.later()
    heard = Told(caller=hers.name, words=f"{hers.words} {hers.phone}", person=story.person)
    receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=heard)


def _reached(here: Guarded, person: UUID, hers: Marks, *, guarded: bool = False, by: Any = None) -> tuple[UUID, UUID]:
    who = by or (lambda: here.town("tanaka"))
    told: dict[str, Any] = {"person": person, "guarded": guarded}
    phone = add_phone(by=who(), at=here.town.later(), number=hers.phone, **told)
    address = add_address(by=who(), at=here.town.later(), text=f"みなも市{hers.address}", note=hers.words, **told)
    return phone.pk, address.pk


def _shut(here: Guarded, person: UUID, parts: tuple[Part, ...] = tuple(Part)) -> None:
    by, at = here.town("tanaka"), here.town.later()
    protect(by=by, at=at, person=person, listed=[by.worker], reason=REASON, parts=parts)


def need_about(here: Guarded, home: Home) -> UUID:
    """What the hidden one needs; the first need of the household is another's, and open to whoever works on it."""
    rows = Need.objects.everywhere("the hidden one's own").filter(
        person=home.story.person, title__contains=home.hidden[0].words
    )
    found: UUID = _seen(here, lambda: rows.values_list("pk", flat=True).get())
    return found


def _seen(here: Guarded, look: Any) -> Any:
    from django.db import transaction

    from marugoto.ground.context import entered

    with transaction.atomic(), entered(here.town("tanaka")):
        return look()


# ---------------------------------------------------------------- the crowd


def crowd(here: Guarded, persons: int, protected: int, seed: int) -> int:
    """So many others beside them, `protected` of whom are hidden by whoever keeps their record; answers how many there are."""
    from benches import _city, desk

    offices = _offices(here)
    town = _city.fill(_city.Size(persons // 10, persons, len(offices), 4, 1), seed, offices)
    teams = {office.team: office.duties[0] for office in offices}
    said = ", ".join(f"'{team}'" for team in teams)
    rows = town.rows.ask(
        f"""SELECT p.id, min(g.team_id::text) FROM people_person p JOIN disclosure_grant g ON g.folder_id = p.folder_id
        WHERE g.team_id IN ({said}) AND g.basis = 'own_duty'
          AND NOT EXISTS (SELECT 1 FROM disclosure_restriction r JOIN disclosure_folder f ON f.id = r.folder_id
            WHERE f.subject = p.id)
        GROUP BY p.id HAVING count(*) = 1 ORDER BY p.id LIMIT {protected}"""
    )
    for person, team in rows:
        _hidden_in_the_crowd(here, UUID(str(person)), teams[UUID(team)])
    here.persons = int(town.rows.ask("SELECT count(*) FROM people_person")[0][0])
    desk._settle_tables()
    return len(rows)


def _hidden_in_the_crowd(here: Guarded, person: UUID, duty: UUID) -> None:
    """Every third only at the address, the others wholly."""
    here.town.later()
    by = _eyes(duty, here)
    hers = here.mark([by.worker])
    told: dict[str, Any] = {"by": by, "at": here.town.now, "person": person}
    add_phone(number=hers.phone, **told)
    add_address(text=f"みなも市{hers.address}", **told)
    only_there = hers.number % 3 == 0
    if not only_there:
        correct_person(name=hers.name, kana=hers.kana, **told)
    protect(listed=[by.worker], reason=REASON, parts=PLACES if only_there else tuple(Part), **told)


def _eyes(duty: UUID, here: Guarded) -> Viewer:
    found = viewer_of_duty(duty, here.town.now)
    assert found is not None
    return found


def _offices(here: Guarded) -> list[Any]:
    """The desk of 田中, and three more with accounts of their own."""
    from django.contrib.auth.hashers import make_password

    from benches import _city
    from benches._city_story import Office
    from marugoto.agencies.queries.system import system_viewer

    town = here.town
    by: dict[str, Any] = {"by": system_viewer(MINAMO, _city.FOUNDED_AT), "at": _city.FOUNDED_AT}
    desk = [town(worker) for worker in ("matsunaga", "tanaka", "hoshi")]
    own = Office(desk[0].agency, desk[0].team, tuple(one.duty for one in desk), tuple(one.worker for one in desk))
    size = _city.Size(0, 0, 0, 4, 0)
    others = [_city.settle_office(by, place, size, make_password(None))[0] for place in (1, 2, 3)]
    return [own, *others]


def roles_of(viewer: Viewer) -> str:
    return ", ".join(sorted(Role(role).value for role in viewer.roles))
