"""A household with everything its one page needs, in four questions: who lives here, how to reach them with what is marked beside,
and who they are to each other (two)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open, OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.codes import DescentKind, UnionKind, UnionState
from marugoto.people.labels import CONTACT_SHUT
from marugoto.people.models import Descent, Household, Member, Person, UnionTurn
from marugoto.people.queries.beside import Beside, beside
from marugoto.people.queries.face import Contact, DescentTie, PersonFace, PhoneLine, Ties, UnionTie, face_of
from marugoto.people.queries.household import Figures, HouseholdPage, MemberFace
from marugoto.people.queries.mark import marks


@dataclass(frozen=True)
class Home:
    """`page` without addresses (they stand on the person's own page); `figures` for the genogram of today."""

    page: HouseholdPage
    figures: Figures


@looking
def home_of(viewer: Viewer, household: UUID, *, phones: bool = True) -> Home | None:
    """None: not there, or not for these eyes. The household comes along with those who live there; only where nobody is seen in
    it is it asked for by itself. Without `phones` no number is read, nor kept as looked at, where the page shows none."""
    members = _members(viewer, household)
    row = members[0].household if members else Household.objects.open_to(viewer).filter(pk=household).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.BASIC)
    day = local_day(viewer.at)
    here = frozenset(member.person_id for member in members if _lives_here(member, day))
    persons = [member.person_id for member in members]
    if phones:
        kept = beside(viewer, row.pk, persons, here, day)
    else:
        kept = Beside({}, marks(viewer, row.pk, here, day) if here else ())
    faces = [_member_face(member, day, kept.phones) for member in members]
    living = [face for face in faces if _lives_here(face, day)]
    ties, kin = _ties(viewer, [face.face.person for face in living], day)
    page = HouseholdPage(
        household=row.pk,
        name=row.name,
        area=row.area,
        since=row.since,
        members=tuple(living),
        former=tuple(face for face in faces if face.until is not None and face.until <= day),
        ties=ties,
    )
    centre = next((face.face.person for face in living if face.is_centre), None)
    inside = tuple(face.face for face in living)
    outside = tuple(face for face in kin.values() if face.person not in here)
    return Home(page, Figures(persons=inside + outside, ties=ties, here=here, centre=centre, marks=kept.marks))


def _members(viewer: Viewer, household: UUID) -> list[Any]:
    """Each with `reachable`: whether the folder with the person's contacts is open."""
    found = _MEMBERS.of(viewer, household=household)
    for member in found:
        viewer.sight.shows(member.folder_id, Part.BASIC)
    return found


def _in_household(viewer: Viewer, household: UUID) -> QuerySet[Member]:
    contacts = Folder.objects.within(viewer.body).filter(
        Open(viewer, "pk"), subject=OuterRef("person_id"), part=Part.CONTACT
    )
    open_home = Member.objects.open_to(viewer).filter(Open(viewer, "household__folder_id"), household=household)
    rows = open_home.annotate(reachable=Exists(contacts))
    order = ("-is_centre", F("person__birth").asc(nulls_last=True), "made_at", "pk")
    return rows.select_related("household", "person__death").order_by(*order)


_MEMBERS = OpenQuestion(_in_household, household=UUIDField())


def _member_face(member: Any, day: date, phones: dict[UUID, list[PhoneLine]]) -> MemberFace:
    reached = tuple(phones.get(member.person_id, ()))
    contact = Contact(phones=reached) if member.reachable or reached else None
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


def _lives_here(face: MemberFace | Member, day: date) -> bool:
    return (face.since is None or face.since <= day) and (face.until is None or face.until > day)


def _ties(viewer: Viewer, ids: list[UUID], day: date) -> tuple[Ties, dict[UUID, PersonFace]]:
    """Ties of which both ends are visible, and the faces at their ends."""
    kin: dict[UUID, PersonFace] = {}
    unions = _unions(viewer, ids, day, kin)
    descents = _descents(viewer, ids, day, kin)
    return Ties(unions, descents), kin


def _unions(viewer: Viewer, ids: list[UUID], day: date, kin: dict[UUID, PersonFace]) -> tuple[UnionTie, ...]:
    found: dict[UUID, UnionTie] = {}
    for turn in _TURNS.of(viewer, persons=ids, day=day) if ids else ():
        first = found.get(turn.union_id)
        found[turn.union_id] = UnionTie(
            union=turn.union_id,
            turn=turn.pk,
            turns=first.turns + 1 if first else 1,
            one=turn.union.one_id,
            other=turn.union.other_id,
            kind=UnionKind(turn.union.kind),
            state=UnionState(turn.state),
            since=turn.day,
            united=first.united if first else turn.day,
        )
        _meet(viewer, kin, day, turn.union.one, turn.union.other)
    return tuple(found.values())


def _turns(viewer: Viewer, persons: Any, day: date) -> QuerySet[UnionTurn]:
    return (
        UnionTurn.objects.open_to(viewer)
        .filter(Q(Among("union__one", persons)) | Q(Among("union__other", persons)))
        .filter(Open(viewer, "union__one__folder_id"), Open(viewer, "union__other__folder_id"))
        .filter(mistake=None, union__mistake=None)
        .filter(Q(day=None) | Q(day__lte=day))
        .select_related("union__one__death", "union__other__death")
        .order_by("union__made_at", "union_id", "number")
    )


_TURNS = OpenQuestion(_turns, persons=Ids(), day=DateField())


def _descents(viewer: Viewer, ids: list[UUID], day: date, kin: dict[UUID, PersonFace]) -> tuple[DescentTie, ...]:
    lines = []
    for row in _LINES.of(viewer, persons=ids) if ids else ():
        _meet(viewer, kin, day, row.parent, row.child)
        lines.append(DescentTie(row.pk, row.parent_id, row.child_id, DescentKind(row.kind)))
    return tuple(lines)


def _lines(viewer: Viewer, persons: Any) -> QuerySet[Descent]:
    return (
        Descent.objects.open_to(viewer)
        .filter(Q(Among("parent", persons)) | Q(Among("child", persons)))
        .filter(Open(viewer, "parent__folder_id"), Open(viewer, "child__folder_id"))
        .filter(mistake=None)
        .select_related("parent__death", "child__death")
        .order_by("made_at", "pk")
    )


_LINES = OpenQuestion(_lines, persons=Ids())


def _meet(viewer: Viewer, kin: dict[UUID, PersonFace], day: date, *persons: Person) -> None:
    for person in persons:
        viewer.sight.shows(person.folder_id, Part.BASIC)
        kin.setdefault(person.pk, face_of(person, day))
