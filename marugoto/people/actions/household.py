"""Form a household, let persons join and leave it, split and merge it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.grant import end_unasked
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people import labels
from marugoto.people.access import household_ref
from marugoto.people.actions.about import folders_about, lives_in, same_records
from marugoto.people.actions.contact import add_address
from marugoto.people.actions.protection import travel
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import ChangeKind, Destination, LeaveReason
from marugoto.people.events import (
    HouseholdFormed,
    HouseholdsMerged,
    HouseholdSplit,
    MemberJoined,
    MemberLeft,
    MemberStayed,
)
from marugoto.people.models import Death, Household, HouseholdChange, Member, Person
from marugoto.people.rules.household import may_join, may_leave, may_merge, may_say_relation, may_split, may_stay
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.name import household_name

LEFT_AS = {LeaveReason.MOVED_OUT: ChangeKind.MOVED_OUT, LeaveReason.DIED: ChangeKind.DIED}


@acting
def form_household(
    *,
    by: Viewer,
    at: datetime,
    name: str = "",
    area: str = "",
    members: Sequence[tuple[UUID, str]] = (),
    since: date | None = None,
    team: UUID | None = None,
) -> Household:
    """A household of persons visible to the viewer; the first of `members` (person, relation) is the one at the centre.

    Without a name it is called by the family name of the centre. `area`: a district's code or empty.
    """
    may_keep(by.roles).require()
    known = _visible(by, [person for person, _relation in members])
    first = next((known[person] for person, _relation in members), None)
    household = uuid4()
    row = Household.objects.create(
        id=household,
        body=by.body,
        made_at=at,
        folder=open_folder(by=by, at=at, subject=household_ref(household), part=Part.BASIC, team=team),
        name=clean(name, limit=120).strip() or _name_after(first),
        area=area,
        since=since or local_day(at),
    )
    for place, (person, relation) in enumerate(members):
        _add(by, at, row, known[person], relation=relation, since=since, is_centre=place == 0)
    note_household(by, at, row, ChangeKind.FORMED, row.since)
    announce(HouseholdFormed(household=row.pk, members=len(members)), by=by, at=at, area=area)
    return row


@acting
def rename_household(
    *, by: Viewer, at: datetime, household: UUID, name: str | None = None, area: str | None = None
) -> Household:
    """Correct how it is called, or in which district it lies."""
    may_keep(by.roles).require()
    row = mine(by, household)
    if name is not None:
        row.name = clean(name, limit=120).strip() or row.name
    if area is not None:
        row.area = area
    row.save(update_fields=["name", "area"])
    return row


@acting
def join(
    *,
    by: Viewer,
    at: datetime,
    household: UUID,
    person: UUID,
    relation: str = "",
    since: date | None = None,
    is_centre: bool = False,
) -> Member:
    """A new member opens nothing by itself: who could see the household does not thereby see the person. `since` empty: unknown."""
    may_keep(by.roles).require()
    row, who = mine(by, household), _visible(by, [person])[person]
    member = _add(by, at, row, who, relation=relation, since=since, is_centre=is_centre)
    note_household(by, at, row, ChangeKind.JOINED, since, person=who)
    _arrive(by, at, person)
    return member


@acting
def leave(
    *,
    by: Viewer,
    at: datetime,
    household: UUID,
    person: UUID,
    day: date | None = None,
    reason: LeaveReason = LeaveReason.MOVED_OUT,
    destination: Destination | None = None,
    address: str = "",
) -> Member:
    """`day` is the first on which the person is no longer a member; by default today. The address, if told, is a contact."""
    may_keep(by.roles).require()
    row, who = mine(by, household), _visible(by, [person])[person]
    member = _end(by, at, row, who, day or local_day(at), reason)
    if reason in LEFT_AS:
        where = destination or ""
        note_household(by, at, row, LEFT_AS[reason], day or local_day(at), person=who, destination=where)
    if address.strip():
        add_address(by=by, at=at, person=person, text=address, since=day or local_day(at))
    return member


@acting
def stay(*, by: Viewer, at: datetime, member: UUID) -> Member:
    """The leaving was a mistake: the membership goes on as if it had never ended."""
    may_keep(by.roles).require()
    row = Member.objects.open_to(by).select_related("person").get(pk=member)
    house = mine(by, row.household_id)
    now = Member.objects.open_to(by).filter(household=house, person=row.person, until=None).exists()
    may_stay(already=now, dead=Death.objects.open_to(by).filter(person=row.person).exists()).require()
    row.until = None
    row.save(update_fields=["until"])
    lives_in(by, at, house, row.person_id)
    note_household(by, at, house, ChangeKind.STAYED, local_day(at), person=row.person)
    _arrive(by, at, row.person_id)
    subject = pseudonym_of(by=by, at=at, person=row.person_id)
    announce(MemberStayed(household=house.pk), by=by, at=at, subject=subject, area=house.area)
    return row


@acting
def say_relation(
    *, by: Viewer, at: datetime, household: UUID, person: UUID, relation: str, was: str | None = None
) -> Member:
    """What the person is to the one at the centre, in words. `was`: what stood there when the page was opened."""
    may_keep(by.roles).require()
    house = mine(by, household)
    row = Member.objects.open_to(by).select_for_update().get(household=house, person=person, until=None)
    may_say_relation(was, row.relation).require()
    row.relation = clean(relation, limit=60)
    row.save(update_fields=["relation"])
    return row


@acting
def split(
    *, by: Viewer, at: datetime, household: UUID, persons: Sequence[UUID], name: str = "", day: date | None = None
) -> Household:
    """These members now form a household of their own, the first of them at its centre; the old folders open nothing of it."""
    may_keep(by.roles).require()
    row, day = mine(by, household), day or local_day(at)
    known = _visible(by, persons)
    living = Member.objects.open_to(by).filter(household=row, until=None)
    may_split(going=len(known), living=living.count(), day=day, today=local_day(at)).require()
    new = form_household(by=by, at=at, name=name or _name_after(known[persons[0]]), area=row.area, since=day)
    for place, person in enumerate(persons):
        former = _end(by, at, row, known[person], day, LeaveReason.MOVED_OUT)
        _add(by, at, new, known[person], relation=former.relation, since=day, is_centre=place == 0)
        note_household(by, at, row, ChangeKind.SPLIT, day, person=known[person], other=new)
    announce(HouseholdSplit(household=row.pk, other=new.pk, members=len(persons)), by=by, at=at, area=row.area)
    return new


@acting
def merge(*, by: Viewer, at: datetime, household: UUID, other: UUID, day: date | None = None) -> Household:
    """The members of `other` whom the viewer sees now live in `household`; whom he does not see stays where he is."""
    may_keep(by.roles).require()
    row, gone, day = mine(by, household), mine(by, other), day or local_day(at)
    moving = list(Member.objects.open_to(by).filter(household=gone, until=None).select_related("person"))
    may_merge(row.pk, gone.pk, moving=len(moving), day=day, today=local_day(at)).require()
    here = set(Member.objects.open_to(by).filter(household=row, until=None).values_list("person_id", flat=True))
    for member in moving:
        _end(by, at, gone, member.person, day, LeaveReason.MOVED_OUT)
        if member.person_id not in here:  # who lived in both lives on in this one
            _add(by, at, row, member.person, relation=member.relation, since=day)
        note_household(by, at, gone, ChangeKind.MERGED, day, person=member.person, other=row)
        _arrive(by, at, member.person_id)
    announce(HouseholdsMerged(household=row.pk, other=gone.pk, members=len(moving)), by=by, at=at, area=row.area)
    return row


def mine(by: Viewer, household: UUID) -> Household:
    """The household if visible to the viewer; raises Household.DoesNotExist, as for one that is not there."""
    return Household.objects.open_to(by).get(pk=household)


def _visible(by: Viewer, persons: Iterable[UUID]) -> dict[UUID, Person]:
    wanted = list(persons)
    known = {row.pk: row for row in Person.objects.open_to(by).filter(pk__in=wanted)}
    if set(wanted) - known.keys():
        raise Person.DoesNotExist
    if len(set(wanted)) != len(wanted):
        no("同じ方が二度選ばれています。", "一度だけ選んでください。").require()
    return known


def _add(
    by: Viewer,
    at: datetime,
    household: Household,
    person: Person,
    *,
    relation: str,
    since: date | None,
    is_centre: bool = False,
) -> Member:
    now = Member.objects.open_to(by).filter(household=household, person=person, until=None).exists()
    may_join(already=now, born=person.birth, since=since).require()
    member = Member.objects.create(
        body=by.body,
        made_at=at,
        folder_id=person.folder_id,
        household=household,
        person=person,
        since=since,
        relation=clean(relation, limit=60),
        is_centre=is_centre,
    )
    lives_in(by, at, household, person.pk)
    subject = pseudonym_of(by=by, at=at, person=person.pk)
    announce(MemberJoined(household=household.pk), by=by, at=at, subject=subject, area=household.area)
    return member


def _end(by: Viewer, at: datetime, household: Household, person: Person, day: date, reason: LeaveReason) -> Member:
    member = Member.objects.open_to(by).filter(household=household, person=person, until=None).first()
    since = member.since if member else None
    may_leave(is_member=member is not None, since=since, day=day, today=local_day(at)).require()
    assert member is not None  # noqa: S101 — the rule has just refused the other case
    if reason is LeaveReason.MISTAKE:  # not a day was spent here
        member.since = day = member.since or day
    member.until = day
    member.save(update_fields=["since", "until"])
    lives_in(by, at, household, person.pk, until=day)
    subject = pseudonym_of(by=by, at=at, person=person.pk)
    announce(MemberLeft(household=household.pk, reason=reason), by=by, at=at, subject=subject, area=household.area)
    return member


def _arrive(by: Viewer, at: datetime, person: UUID) -> None:
    """What is written about a household now speaks of one more: it is as shut as he is, and no longer told on the others' consent."""
    travel(by, at, person)
    records = same_records(by, person)
    end_unasked(by=by, at=at, records=records, folders=folders_about(by, records))


def note_household(
    by: Viewer,
    at: datetime,
    household: Household,
    kind: ChangeKind,
    day: date | None,
    *,
    person: Person | None = None,
    other: Household | None = None,
    destination: str = "",
) -> None:
    """What became of it; a row about one person lies where the person lies."""
    HouseholdChange.objects.create(
        body=by.body,
        made_at=at,
        folder_id=person.folder_id if person else household.folder_id,
        household=household,
        kind=kind,
        day=day,
        person=person,
        other=other,
        destination=destination,
        by=by.duty,
    )


def _name_after(person: Person | None) -> str:
    return (household_name(person.name or person.kana) if person else "") or str(labels.UNNAMED_HOUSEHOLD)
