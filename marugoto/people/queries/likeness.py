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
from marugoto.people.rules.likeness import Likeness, Marks, likeness
from marugoto.people.rules.phone import digits_of

CANDIDATES, SHOWN = 100, 5


@dataclass(frozen=True)
class AlikeLine:
    """`words`: what is alike and what differs."""

    face: PersonFace
    words: tuple[str, ...]


@looking
def alike(
    viewer: Viewer, *, name: str = "", kana: str = "", birth: date | None = None, phone: str = ""
) -> list[AlikeLine]:
    """At most five, the likest first. Two queries. Whom the viewer may not see is never hinted at: that is what the pointer is for."""
    digits = digits_of(phone)
    wanted = Marks(fold(name), fold(kana), birth, frozenset({digits} if digits else ()))
    rows = list(_candidates(viewer, wanted))
    numbers = _numbers(viewer, [row.pk for row in rows])
    scored = [(likeness(wanted, _marks(row, numbers)), row) for row in rows]
    near = sorted((pair for pair in scored if pair[0].worth_a_look), key=_likest)
    lines = []
    for like, row in near[:SHOWN]:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        lines.append(AlikeLine(face_of(row, local_day(viewer.at)), like.words))
    return lines


def _candidates(viewer: Viewer, wanted: Marks) -> Iterable[Person]:
    fits = Q(pk__in=[])
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
