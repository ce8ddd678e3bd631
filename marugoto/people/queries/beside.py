"""What is kept beside those who live together: how each is reached, and what is marked in the picture. One question for both."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.people.codes import MarkKind
from marugoto.people.models import Phone
from marugoto.people.queries.face import MarkTie, PhoneLine
from marugoto.people.queries.mark import standing

PHONE, MARK = "phone", "mark"
COLUMNS = ("row_kind", "row_at", "row_ref", "row_one", "row_other", "row_words", "row_note", "row_folder", "row_part")
NOBODY: Any = Cast(Value(None), UUIDField())


@dataclass(frozen=True)
class Beside:
    phones: dict[UUID, list[PhoneLine]]
    marks: tuple[MarkTie, ...]


def beside(viewer: Viewer, household: UUID, persons: Collection[UUID], here: Collection[UUID], day: date) -> Beside:
    """Numbers of `persons`; marks of those of them who are `here`, and of the household. Call while looking."""
    phones, marks = dict[UUID, list[PhoneLine]](), list[MarkTie]()
    found = _BESIDE.of(viewer, household=household, persons=list(persons), day=day) if persons else []
    for row in sorted(found, key=lambda one: (one.row_at, one.row_ref)):
        if row.row_kind == PHONE:
            viewer.sight.shows(row.row_folder, row.row_part)
            guarded = row.row_part == Part.SHELTER
            line = PhoneLine(row.row_ref, row.row_words, row.row_note, guarded)
            phones.setdefault(row.row_one, []).append(line)
        elif here and (row.row_other is None or {row.row_one, row.row_other} & set(here)):
            viewer.sight.shows(row.row_folder, Part.BASIC)
            marks.append(MarkTie(row.row_ref, row.row_one, row.row_other, MarkKind(row.row_words)))
    return Beside(phones, tuple(marks))


def _beside(viewer: Viewer, household: Any, persons: Any, day: date) -> QuerySet[Any, Any]:
    numbers = Phone.objects.open_to(viewer).filter(Q(until=None) | Q(until__gt=day), Among("person", persons))
    marks = standing(viewer, household, persons, day)
    phones = _in_columns(numbers, PHONE, whose="person_id", words="number", note=F("note"), part=F("folder__part"))
    told = _in_columns(marks, MARK, whose="one_id", other=F("other_id"), words="kind", note=Value(""))
    return phones.union(told, all=True)


def _in_columns(
    rows: QuerySet[Any], kind: str, *, whose: str, words: str, note: Any, other: Any = NOBODY, part: Any = None
) -> QuerySet[Any, Any]:
    """`part` only where it may be another than the one the package keeps people in."""
    said = {
        "row_kind": Value(kind, CharField()),
        "row_at": F("made_at"),
        "row_ref": Cast(F("pk"), UUIDField()),
        "row_one": Cast(F(whose), UUIDField()),
        "row_other": Cast(other, UUIDField()),
        "row_words": Cast(F(words), CharField()),
        "row_note": Cast(note, CharField()),
        "row_folder": Cast(F("folder"), UUIDField()),
        "row_part": Cast(part or Value(Part.BASIC.value), CharField()),
    }
    return rows.order_by().annotate(**said).values_list(*COLUMNS)


_BESIDE = OpenQuestion(_beside, household=UUIDField(), persons=Ids(), day=DateField())
