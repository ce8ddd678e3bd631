"""Visible persons who may be the one about to be entered: so that nobody is written down twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.people.models import Person, Phone
from marugoto.people.queries.face import PersonFace, face_of
from marugoto.people.rules.likeness import ENOUGH, Likeness, Marks, likeness
from marugoto.people.rules.phone import digits_of

CANDIDATES, SHOWN = 100, 5


@dataclass(frozen=True)
class AlikeLine:
    """`words`: what is alike and what differs; `worth_a_look`: enough is alike to ask whether it is the same person."""

    face: PersonFace
    words: tuple[str, ...]
    worth_a_look: bool


@looking
def alike(
    viewer: Viewer, *, name: str = "", kana: str = "", birth: date | None = None, phone: str = "", least: int = ENOUGH
) -> list[AlikeLine]:
    """At most five, the likest first. Two queries. Whom the viewer may not see is never hinted at: that is what the pointer is for.

    `least`: how many points make it worth a look; fewer where the one who is looked for is probably known already.
    """
    digits = digits_of(phone)
    wanted = Marks(fold(name), fold(kana), birth, frozenset({digits} if digits else ()))
    rows = list(_candidates(viewer, wanted))
    return _lines(viewer, wanted, rows, _numbers(viewer, [row.pk for row in rows]), least=least)[:SHOWN]


@looking
def like_this(viewer: Viewer, person: UUID, *, among: Iterable[UUID] = ()) -> list[AlikeLine]:
    """Other records that may be of the same person, the likest first; those of `among` also where little speaks for it. Four queries."""
    row = Person.objects.open_to(viewer).filter(pk=person).first()
    if row is None:
        return []
    mine = _marks(row, _numbers(viewer, [row.pk]))
    chosen = set(among) - {person}
    rows = [one for one in _candidates(viewer, mine, chosen) if one.pk != person]
    numbers = _numbers(viewer, [one.pk for one in rows])
    return _lines(viewer, mine, rows, numbers, least=ENOUGH, always=chosen)[: SHOWN + len(chosen)]


def _lines(
    viewer: Viewer,
    wanted: Marks,
    rows: list[Person],
    numbers: dict[UUID, set[str]],
    *,
    least: int,
    always: Iterable[UUID] = (),
) -> list[AlikeLine]:
    scored = [(likeness(wanted, _marks(row, numbers)), row) for row in rows]
    near = sorted((pair for pair in scored if pair[0].points >= least or pair[1].pk in set(always)), key=_likest)
    lines = []
    for like, row in near:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        lines.append(AlikeLine(face_of(row, local_day(viewer.at)), like.words, like.worth_a_look))
    return lines


def _candidates(viewer: Viewer, wanted: Marks, among: Iterable[UUID] = ()) -> Iterable[Person]:
    fits = Q(pk__in=list(among))
    if wanted.name:
        fits |= Q(name_folded=wanted.name)
    if wanted.kana:
        fits |= Q(kana_folded=wanted.kana)
    if wanted.birth:
        fits |= Q(birth=wanted.birth)
    if wanted.digits:
        phones = Phone.objects.open_to(viewer).filter(digits__in=wanted.digits)
        fits |= Q(pk__in=phones.values("person_id"))
    return Person.objects.open_to(viewer).filter(fits).select_related("death").order_by("pk")[:CANDIDATES]


def _numbers(viewer: Viewer, persons: list[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    for row in Phone.objects.open_to(viewer).filter(person__in=persons):
        found.setdefault(row.person_id, set()).add(row.digits)
    return found


def _marks(row: Person, numbers: dict[UUID, set[str]]) -> Marks:
    return Marks(row.name_folded, row.kana_folded, row.birth, frozenset(numbers.get(row.pk, ())))


def _likest(pair: tuple[Likeness, Person]) -> tuple[int, str]:
    return -pair[0].points, str(pair[1].pk)
