"""One person over time: names and since when, numbers and addresses, households now and before, what was corrected. Eight questions."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.codes import Destination, NameKind, PersonField
from marugoto.people.models import Address, Alias, HouseholdChange, Member, Person, PersonChange, PersonName, Phone
from marugoto.people.queries.contact import REACHING
from marugoto.people.queries.face import PersonFace, face_of


@dataclass(frozen=True)
class NameStay:
    """A name beside the present one. `until`: the day it was put aside; a name by which somebody is known has none."""

    kind: NameKind
    name: str
    kana: str
    noted: datetime


@dataclass(frozen=True)
class Reach:
    """A telephone number or an address; `until` exclusive, None: still."""

    id: UUID
    is_phone: bool
    words: str
    postal: str
    note: str
    since: date | None
    until: date | None
    guarded: bool


@dataclass(frozen=True)
class HomeStay:
    """A time in a household. `name` is empty where the household itself is not open to the viewer."""

    member: UUID
    household: UUID
    name: str
    relation: str
    since: date | None
    until: date | None
    destination: Destination | None


@dataclass(frozen=True)
class Correction:
    field: PersonField
    old: str
    new: str
    at: datetime
    by: UUID


@dataclass(frozen=True)
class SameLine:
    """Another visible record of the same person."""

    alias: UUID
    face: PersonFace
    since: datetime


@dataclass(frozen=True)
class Life:
    """`version` counts the corrections: a form carries it, so that nobody writes over another's. `reachable`: contacts are open."""

    face: PersonFace
    entered: datetime
    version: int
    names: tuple[NameStay, ...]
    reaches: tuple[Reach, ...]
    reachable: bool
    homes: tuple[HomeStay, ...]
    corrections: tuple[Correction, ...]
    same: tuple[SameLine, ...]

    def hands(self) -> set[UUID]:
        return {one.by for one in self.corrections}


@looking
def life_of(viewer: Viewer, person: UUID) -> Life | None:
    """None: not there, or not for these eyes."""
    row = _person(viewer, person)
    if row is None:
        return None
    corrections = _corrections(viewer, row)
    return Life(
        face=face_of(row, local_day(viewer.at)),
        entered=row.made_at,
        version=len(corrections),
        names=_names(viewer, row),
        reaches=(*_phones(viewer, row), *_addresses(viewer, row)),
        reachable=row.reachable,
        homes=_homes(viewer, row),
        corrections=corrections,
        same=tuple(same_as(viewer, row.pk)),
    )


@looking
def same_as(viewer: Viewer, person: UUID) -> list[SameLine]:
    """Other records that were found to be of the same person, where both are visible: one query."""
    rows = Alias.objects.within(viewer.body).filter(Q(one=person) | Q(other=person), ending=None)
    rows = rows.filter(Open(viewer, "one__folder_id"), Open(viewer, "other__folder_id"))
    found = []
    for one in rows.select_related("one__death", "other__death").order_by("made_at", "pk"):
        other = one.other if one.one_id == person else one.one
        viewer.sight.shows(other.folder_id, Part.BASIC)
        found.append(SameLine(one.pk, face_of(other, local_day(viewer.at)), one.made_at))
    return found


def _person(viewer: Viewer, person: UUID) -> Any:
    contacts = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), subject=OuterRef("pk"), part=Part.CONTACT)
    rows = Person.objects.open_to(viewer).annotate(reachable=Exists(contacts)).select_related("death")
    row = rows.filter(pk=person).first()
    if row is not None:
        viewer.sight.shows(row.folder_id, Part.BASIC)
    return row


def _names(viewer: Viewer, row: Person) -> tuple[NameStay, ...]:
    rows = PersonName.objects.open_to(viewer).filter(person=row).order_by("-made_at", "pk")
    return tuple(NameStay(NameKind(one.kind), one.name, one.kana, one.made_at) for one in rows)


def _corrections(viewer: Viewer, row: Person) -> tuple[Correction, ...]:
    rows = PersonChange.objects.open_to(viewer).filter(person=row).order_by("-made_at", "pk")
    return tuple(Correction(PersonField(one.field), one.old, one.new, one.made_at, one.by) for one in rows)


def _phones(viewer: Viewer, row: Person) -> list[Reach]:
    rows = Phone.objects.open_to(viewer).filter(person=row, folder__part__in=REACHING).select_related("folder")
    found = []
    for one in rows.order_by("until", "made_at", "pk"):
        viewer.sight.shows(one.folder_id, one.folder.part)
        guarded = one.folder.part == Part.SHELTER
        found.append(Reach(one.pk, True, one.number, "", one.note, one.since, one.until, guarded))
    return found


def _addresses(viewer: Viewer, row: Person) -> list[Reach]:
    rows = Address.objects.open_to(viewer).filter(person=row, folder__part__in=REACHING).select_related("folder")
    found = []
    for one in rows.order_by("until", "made_at", "pk"):
        viewer.sight.shows(one.folder_id, one.folder.part)
        guarded = one.folder.part == Part.SHELTER
        found.append(Reach(one.pk, False, one.text, one.postal, one.note, one.since, one.until, guarded))
    return found


def _homes(viewer: Viewer, row: Person) -> tuple[HomeStay, ...]:
    """Now first, then before, the latest first; a membership that never was is not among them."""
    seen = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), pk=OuterRef("household__folder_id"))
    rows = Member.objects.open_to(viewer).filter(person=row).annotate(open=Exists(seen)).select_related("household")
    gone = HouseholdChange.objects.open_to(viewer).filter(person=row).exclude(destination="")
    where = {(one.household_id, one.day): Destination(one.destination) for one in gone.order_by("made_at")}
    stays = []
    for one in rows.order_by("-since", "-made_at", "pk"):
        if one.open:
            viewer.sight.shows(one.household.folder_id, Part.BASIC)
        name = one.household.name if one.open else ""
        went = where.get((one.household_id, one.until)) if one.until else None
        if one.until is None or one.until != one.since:
            stays.append(HomeStay(one.pk, one.household_id, name, one.relation, one.since, one.until, went))
    return tuple(sorted(stays, key=lambda stay: stay.until is not None))
