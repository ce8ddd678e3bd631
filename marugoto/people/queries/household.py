"""Look at a household. A hidden member is missing: nothing on the page tells that somebody is not shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, F, Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import Open, OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.codes import ChangeKind
from marugoto.people.labels import CONTACT_SHUT, called
from marugoto.people.models import Household, HouseholdChange, Member, Person
from marugoto.people.queries.contact import contacts
from marugoto.people.queries.face import Contact, MarkTie, PersonFace, Ties, face_of
from marugoto.people.queries.mark import marks
from marugoto.people.queries.ties import ties

PAGE = 50


@dataclass(frozen=True)
class MemberFace:
    """`contact` None: not open to this viewer; `contact_reason` says so in words. `member` is the time here, not the person."""

    member: UUID
    face: PersonFace
    relation: str
    is_centre: bool
    since: date | None
    until: date | None
    contact: Contact | None
    contact_reason: str


@dataclass(frozen=True)
class HouseholdPage:
    """`members` on the day of looking, `former` those who left before; ties may reach persons outside the household."""

    household: UUID
    name: str
    area: str
    since: date
    members: tuple[MemberFace, ...]
    former: tuple[MemberFace, ...]
    ties: Ties


@dataclass(frozen=True)
class HouseholdLine:
    household: UUID
    name: str
    area: str


@dataclass(frozen=True)
class Figures:
    """What a genogram is drawn from: persons (members first, then kin outside), ties among them, who lives here, who is at the centre;
    and what is marked beside."""

    persons: tuple[PersonFace, ...]
    ties: Ties
    here: frozenset[UUID]
    centre: UUID | None
    marks: tuple[MarkTie, ...] = ()


@dataclass(frozen=True)
class ChangeLine:
    kind: ChangeKind
    day: date | None
    called: str
    other: HouseholdLine | None


@looking
def get(viewer: Viewer, household: UUID) -> HouseholdPage | None:
    """Seven queries for any size of household. None: not there, or not for these eyes."""
    row = _visible(viewer, household)
    if row is None:
        return None
    day = local_day(viewer.at)
    rows = _members(viewer, row)
    reached = contacts(viewer, [member.person_id for member in rows])
    faces = [_member_face(member, day, reached.get(member.person_id)) for member in rows]
    return HouseholdPage(
        household=row.pk,
        name=row.name,
        area=row.area,
        since=row.since,
        members=tuple(face for face in faces if _lives_here(face.since, face.until, day)),
        former=tuple(face for face in faces if face.until is not None and face.until <= day),
        ties=ties(viewer, [member.person_id for member in rows]),
    )


@looking
def line(viewer: Viewer, household: UUID) -> HouseholdLine | None:
    """Its name and district only."""
    row = _visible(viewer, household)
    return HouseholdLine(row.pk, row.name, row.area) if row else None


@looking
def lines(viewer: Viewer, *, area: str = "", page: int = 1) -> tuple[list[HouseholdLine], int]:
    """Fifty visible households in the order of their names, and how many there are in all. Two queries."""
    rows = Household.objects.open_to(viewer, first=True)
    if area:
        rows = rows.filter(area=area)
    start = (max(page, 1) - 1) * PAGE
    shown = []
    for row in rows.order_by("name", "pk")[start : start + PAGE]:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        shown.append(HouseholdLine(row.pk, row.name, row.area))
    return shown, rows.count()


@looking
def of_persons(viewer: Viewer, persons: Iterable[UUID]) -> dict[UUID, list[HouseholdLine]]:
    """In which visible households these persons live today: one query."""
    day = local_day(viewer.at)
    rows = (
        Member.objects.open_to(viewer)
        .filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day))
        .filter(Open(viewer, "household__folder_id"), person__in=set(persons))
        .select_related("household")
        .order_by("household__made_at", "pk")
    )
    found: dict[UUID, list[HouseholdLine]] = {}
    for row in rows:
        viewer.sight.shows(row.household.folder_id, Part.BASIC)
        home = HouseholdLine(row.household_id, row.household.name, row.household.area)
        found.setdefault(row.person_id, []).append(home)
    return found


@looking
def by_ids(viewer: Viewer, households: Iterable[UUID]) -> dict[UUID, HouseholdLine]:
    rows = Household.objects.open_to(viewer).filter(pk__in=set(households))
    found = {}
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        found[row.pk] = HouseholdLine(row.pk, row.name, row.area)
    return found


@looking
def who_lives_there(viewer: Viewer, households: Iterable[UUID]) -> dict[UUID, list[str]]:
    """How those are called who live in these households today and may be seen, the one at the centre first: one query."""
    found: dict[UUID, list[str]] = {}
    homes = list(households)
    for row in _LIVING.of(viewer, day=local_day(viewer.at), homes=homes) if homes else ():
        viewer.sight.shows(row.folder, Part.BASIC)
        found.setdefault(row.household, []).append(called(row.person__name, row.person__kana))
    return found


def _living(viewer: Viewer, day: date, homes: Any) -> QuerySet[Any, Any]:
    rows = Member.objects.open_to(viewer).filter(
        Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day), Among("household", homes)
    )
    ordered = rows.order_by("-is_centre", F("person__birth").asc(nulls_last=True), "made_at", "pk")
    return ordered.values_list("household", "folder", "person__name", "person__kana")


_LIVING = OpenQuestion(_living, day=DateField(), homes=Ids())


@looking
def living(viewer: Viewer, household: UUID) -> list[tuple[UUID, str]]:
    """Who lives there today and may be seen, as they are called, the one at the centre first: one query."""
    day = local_day(viewer.at)
    rows = (
        Member.objects.open_to(viewer)
        .filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day), household=household)
        .select_related("person")
        .order_by("-is_centre", F("person__birth").asc(nulls_last=True), "made_at", "pk")
    )
    found = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        found.append((row.person_id, row.person.called))
    return found


@looking
def figures(viewer: Viewer, household: UUID, on: date | None = None) -> Figures | None:
    """The household on a day, its kin one step out, and the ties among all of them. Six queries."""
    row = _visible(viewer, household)
    if row is None:
        return None
    day = on or local_day(viewer.at)
    living = [member for member in _members(viewer, row) if _lives_here(member.since, member.until, day)]
    here = {member.person_id: member for member in living}
    touching = ties(viewer, here, on=day)
    kin = _kin(viewer, touching, here.keys(), day)
    centre = next((person for person, member in here.items() if member.is_centre), None)
    inside = tuple(face_of(member.person, day) for member in living)
    seen = marks(viewer, row.pk, here, day)
    return Figures(persons=inside + kin, ties=touching, here=frozenset(here), centre=centre, marks=seen)


@looking
def history(viewer: Viewer, household: UUID) -> list[ChangeLine]:
    """What became of the household, oldest first, as far as the persons and households concerned are visible."""
    if _visible(viewer, household) is None:
        return []
    rows = HouseholdChange.objects.open_to(viewer).filter(household=household).select_related("person")
    seen = list(rows.order_by("made_at", "pk"))
    others = Household.objects.open_to(viewer).filter(pk__in={row.other_id for row in seen if row.other_id})
    known = {row.pk: HouseholdLine(row.pk, row.name, row.area) for row in others}
    shown = []
    for row in seen:
        viewer.sight.shows(row.folder_id, Part.BASIC)
        called = row.person.called if row.person else ""
        shown.append(
            ChangeLine(ChangeKind(row.kind), row.day, called, known.get(row.other_id) if row.other_id else None)
        )
    return shown


def _visible(viewer: Viewer, household: UUID) -> Household | None:
    row = Household.objects.open_to(viewer).filter(pk=household).first()
    if row is not None:
        viewer.sight.shows(row.folder_id, Part.BASIC)
    return row


def _members(viewer: Viewer, household: Household) -> list[Member]:
    rows = Member.objects.open_to(viewer).filter(household=household).select_related("person__death")
    found = list(rows.order_by("-is_centre", F("person__birth").asc(nulls_last=True), "made_at", "pk"))
    for member in found:
        viewer.sight.shows(member.folder_id, Part.BASIC)
    return found


def _member_face(member: Member, day: date, contact: Contact | None) -> MemberFace:
    return MemberFace(
        member=member.pk,
        face=face_of(member.person, day),
        relation=member.relation,
        is_centre=member.is_centre,
        since=member.since,
        until=member.until,
        contact=contact,
        contact_reason="" if contact else str(CONTACT_SHUT),
    )


def _lives_here(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or until > day)


def _kin(viewer: Viewer, touching: Ties, here: Iterable[UUID], day: date) -> tuple[PersonFace, ...]:
    ends = {end for tie in touching.unions for end in (tie.one, tie.other)}
    ends |= {end for tie in touching.descents for end in (tie.parent, tie.child)}
    rows = Person.objects.open_to(viewer).filter(pk__in=ends - set(here)).select_related("death")
    faces = []
    for row in rows.order_by(F("birth").asc(nulls_last=True), "made_at", "pk"):
        viewer.sight.shows(row.folder_id, Part.BASIC)
        faces.append(face_of(row, day))
    return tuple(faces)
