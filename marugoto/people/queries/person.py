"""Look at a person, and search among the persons this viewer may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField, Window
from django.utils.crypto import salted_hmac

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.people.codes import NameKind
from marugoto.people.models import Address, Alias, Person, PersonGram, PersonName, Phone
from marugoto.people.queries import household as households
from marugoto.people.queries.contact import contacts
from marugoto.people.queries.face import Contact, PersonFace, face_of
from marugoto.people.queries.household import HouseholdLine
from marugoto.people.queries.protection import guarded_at
from marugoto.people.rules.address import read_address
from marugoto.people.rules.search import Wanted, clean_search, read_search

PAGE = 50


@dataclass(frozen=True)
class NameLine:
    kind: NameKind
    name: str
    kana: str


@dataclass(frozen=True)
class PersonPage:
    """`same`: other records of the same person, as far as they are visible."""

    face: PersonFace
    names: tuple[NameLine, ...]
    households: tuple[HouseholdLine, ...]
    contact: Contact | None
    same: tuple[PersonFace, ...]


@dataclass(frozen=True)
class PersonLine:
    """`beside`: the other name, or the address, by which the person was found, where the present name does not show why."""

    face: PersonFace
    households: tuple[HouseholdLine, ...]
    beside: str


@dataclass(frozen=True)
class Found:
    rows: tuple[PersonLine, ...] = ()
    page: int = 1
    pages: int = 0
    count: int = 0


@looking
def get(viewer: Viewer, person: UUID) -> PersonPage | None:
    """None: not there, or not for these eyes."""
    row = Person.objects.open_to(viewer).select_related("death").filter(pk=person).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.BASIC)
    names = PersonName.objects.open_to(viewer).filter(person=row).order_by("made_at", "pk")
    return PersonPage(
        face=face_of(row, local_day(viewer.at)),
        names=tuple(NameLine(NameKind(name.kind), name.name, name.kana) for name in names),
        households=tuple(households.of_persons(viewer, [row.pk]).get(row.pk, ())),
        contact=contacts(viewer, [row.pk]).get(row.pk),
        same=tuple(faces(viewer, _same(viewer, row.pk)).values()),
    )


@looking
def faces(viewer: Viewer, persons: Iterable[UUID], on: date | None = None) -> dict[UUID, PersonFace]:
    """One query for a whole list; persons who are not visible are not in the answer."""
    day = on or local_day(viewer.at)
    found = {}
    for row in Person.objects.open_to(viewer).filter(pk__in=set(persons)).select_related("death").order_by("pk"):
        viewer.sight.shows(row.folder_id, Part.BASIC)
        found[row.pk] = face_of(row, day)
    return found


@looking
def search(viewer: Viewer, text: str, page: int = 1) -> Found:
    """By parts of names in kanji or kana, the end of a telephone number, or a birthday; fifty persons a page.

    Two queries, and a third where somebody was found by a name that is not the present one.

    Raises `Refused` for what no record can hold.
    """
    wanted = read_search(text)
    if not wanted:
        return Found()
    viewer.sight.searched = digest(text)
    rows = Person.objects.open_to(viewer).filter(_fits(viewer, wanted))
    sorted_rows = rows.select_related("death").order_by("kana_folded", "name_folded", "pk")
    page = max(page, 1)
    shown, count = _page_and_count(sorted_rows, page)
    if not shown and page > 1:  # beyond the last page
        page = max(1, -(-rows.count() // PAGE))
        shown, count = _page_and_count(sorted_rows, page)
    found = _lines(viewer, shown, wanted) if shown else []
    return Found(rows=tuple(found), page=page, pages=-(-count // PAGE), count=count)


@looking
def search_where(viewer: Viewer, text: str, page: int = 1) -> Found:
    """By parts of where somebody lives today, however it is written; only of what the viewer may open, and never by an address that
    is kept secret or that a measure guards, whoever looks: the list may be read over a shoulder. Two queries.

    Raises `Refused` for what no record can hold.
    """
    parts = read_address(clean_search(text))
    if not parts:
        return Found()
    viewer.sight.searched = digest(text)
    fits = _living_at(viewer, parts, text)
    there = Address.objects.open_to(viewer, first=True).filter(fits)
    rows = Person.objects.open_to(viewer).filter(pk__in=there.values("person_id"))
    rows = rows.exclude(pk__in=guarded_at(viewer, Part.CONTACT))
    seen = Address.objects.open_to(viewer).filter(fits, person=OuterRef("pk")).order_by("-made_at", "pk")
    folder = Subquery(seen.values("folder_id")[:1], output_field=UUIDField())
    told = rows.annotate(where=Subquery(seen.values("text")[:1]), where_folder=folder)
    ordered = told.select_related("death").order_by("kana_folded", "name_folded", "pk")
    page = max(page, 1)
    shown, count = _page_and_count(ordered, page)
    homes = households.of_persons(viewer, [row.pk for row in shown]) if shown else {}
    lines = [_at(viewer, row, homes.get(row.pk, [])) for row in shown]
    return Found(rows=tuple(lines), page=page, pages=-(-count // PAGE), count=count)


def _living_at(viewer: Viewer, parts: tuple[str, ...], text: str) -> Q:
    folded, before = Q(), Q(folded=None)
    for part in parts:
        folded &= Q(folded__contains=part)
    for word in text.split():
        before &= Q(text__contains=word)
    today = Q(until=None) | Q(until__gt=local_day(viewer.at))
    return (folded | before) & today & Q(folder__part=Part.CONTACT)


def _at(viewer: Viewer, row: Any, homes: list[HouseholdLine]) -> PersonLine:
    viewer.sight.shows(row.folder_id, Part.BASIC)
    viewer.sight.shows(row.where_folder, Part.CONTACT)
    return PersonLine(face_of(row, local_day(viewer.at)), tuple(homes), row.where)


def _page_and_count(rows: QuerySet[Person], page: int) -> tuple[list[Person], int]:
    """One page, and how many there are in all, in one query."""
    counted: QuerySet[Any] = rows.annotate(in_all=Window(Count("pk")))
    shown = list(counted[(page - 1) * PAGE : page * PAGE])
    return shown, shown[0].in_all if shown else 0


def digest(text: str) -> str:
    """What was searched for, as the audit keeps it: equal searches look equal, and nobody can read the name back."""
    return salted_hmac("people.search", fold(text), algorithm="sha256").hexdigest()


def _fits(viewer: Viewer, wanted: Wanted) -> Q:
    fits = Q(pk__in=[])
    if wanted.words:
        fits |= _named(viewer, wanted)
    if wanted.digits:
        ending = Phone.objects.open_to(viewer, first=True).filter(digits__endswith=wanted.digits)
        fits |= Q(pk__in=ending.values("person_id"))
    if wanted.day:
        fits |= Q(birth=wanted.day)
    return fits


def _named(viewer: Viewer, wanted: Wanted) -> Q:
    """The index finds who has these grams; the folded names then prove that the whole words are there."""
    grams = (
        PersonGram.objects.within(viewer.body).filter(gram__in=wanted.grams).values("person_id")
    )  # of persons: they are open
    having = grams.annotate(hits=Count("gram", distinct=True)).filter(hits=len(wanted.grams))
    fits = Q(pk__in=having.values("person_id"))
    for word in wanted.words:
        beside = _beside(viewer).filter(Q(name_folded__contains=word) | Q(kana_folded__contains=word))
        fits &= Q(name_folded__contains=word) | Q(kana_folded__contains=word) | Q(Exists(beside))
    return fits


def _beside(viewer: Viewer) -> QuerySet[PersonName]:
    return PersonName.objects.open_to(viewer).filter(person=OuterRef("pk"))


def _lines(viewer: Viewer, rows: list[Person], wanted: Wanted) -> list[PersonLine]:
    day, ids = local_day(viewer.at), [row.pk for row in rows]
    homes, others = households.of_persons(viewer, ids), _others(viewer, rows, wanted)
    lines = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        lines.append(PersonLine(face_of(row, day), tuple(homes.get(row.pk, ())), others.get(row.pk, "")))
    return lines


def _others(viewer: Viewer, rows: list[Person], wanted: Wanted) -> dict[UUID, str]:
    """By person the other name that shows why; asked only of those whose present name does not."""
    unseen = {row.pk: words for row in rows if (words := _unseen(row, wanted))}
    others: dict[UUID, str] = {}
    if not unseen:
        return others
    for name in PersonName.objects.open_to(viewer).filter(person__in=unseen).order_by("made_at", "pk"):
        if any(word in name.name_folded or word in name.kana_folded for word in unseen[name.person_id]):
            others.setdefault(name.person_id, name.name or name.kana)
    return others


def _unseen(row: Person, wanted: Wanted) -> list[str]:
    return [word for word in wanted.words if word not in row.name_folded and word not in row.kana_folded]


def _same(viewer: Viewer, person: UUID) -> set[UUID]:
    rows = Alias.objects.within(viewer.body).filter(Q(one=person) | Q(other=person), ending=None)
    return {row.other_id if row.one_id == person else row.one_id for row in rows}
