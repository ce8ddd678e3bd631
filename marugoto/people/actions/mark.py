"""Mark in the picture of a family how two people stand to each other, whom one turns to and who cares; take a mark away,
and up again."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.actions.person import mine
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import MarkKind
from marugoto.people.events import FamilyMarked
from marugoto.people.models import FamilyMark, Household, Person
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.mark import instead_of, may_have, may_stand


@acting
def say_how_they_stand(*, by: Viewer, at: datetime, one: UUID, other: UUID, kind: MarkKind) -> FamilyMark:
    """From today on; how they stood until now stays in the book."""
    may_keep(by.roles).require()
    first, second = sorted((one, other))
    row = (
        FamilyMark.objects.open_to(by)
        .filter(one=first, other=second, until=None)
        .select_for_update(of=("self",))
        .first()
    )
    may_stand(one, other, now=MarkKind(row.kind) if row else None, kind=kind).require()
    person, beside = mine(by, first), mine(by, second)
    if row is not None:
        _end(row, at)
    return _marked(by, at, kind, person, other=beside)


@acting
def give_role(
    *, by: Viewer, at: datetime, household: UUID, person: UUID, role: MarkKind, family: frozenset[UUID]
) -> FamilyMark:
    """`family`: of whom the picture is; several may have the same role. Who cares mainly no longer helps, and the other way
    round. Raises Household.DoesNotExist."""
    may_keep(by.roles).require()
    home = Household.objects.open_to(by).get(pk=household)
    rows = FamilyMark.objects.open_to(by).filter(one=person, household=home, until=None, kind__in=instead_of(role))
    running = rows.select_for_update(of=("self",)).first()
    may_have(role, now=MarkKind(running.kind) if running else None, shown=person in family).require()
    row = mine(by, person)
    if running is not None:
        _end(running, at)
    return _marked(by, at, role, row, household=home)


@acting
def take_mark_away(*, by: Viewer, at: datetime, mark: UUID) -> FamilyMark:
    """Twice changes nothing. Raises FamilyMark.DoesNotExist."""
    may_keep(by.roles).require()
    row = _held(by, mark)
    if row.until is None:
        _end(row, at)
        _announce(by, at, row.one_id, marked=False)
    return row


@acting
def take_mark_up_again(*, by: Viewer, at: datetime, mark: UUID) -> FamilyMark:
    """It was taken away, or written over, by mistake: it stands again, and what was written over it no more. Raises
    FamilyMark.DoesNotExist."""
    may_keep(by.roles).require()
    row = _held(by, mark)
    if row.until is not None:
        same = {"one": row.one_id, "other": row.other_id, "household": row.household_id}
        over = FamilyMark.objects.open_to(by).filter(**same, until=None)
        if row.household_id is not None:
            over = over.filter(kind__in=instead_of(MarkKind(row.kind)))
        for one in over.select_for_update(of=("self",)):
            _end(one, at)
        row.until = None
        row.save(update_fields=["until"])
        _announce(by, at, row.one_id, marked=True)
    return row


def _marked(by: Viewer, at: datetime, kind: MarkKind, one: Person, **beside: Person | Household) -> FamilyMark:
    """From today on, in the folder of `one`. `beside`: the other one, or the household."""
    made = FamilyMark.objects.create(
        body=by.body,
        made_at=at,
        folder_id=one.folder_id,
        kind=kind,
        one=one,
        since=local_day(at),
        by=by.duty,
        **beside,
    )
    _announce(by, at, one.pk, marked=True)
    return made


def _held(by: Viewer, mark: UUID) -> FamilyMark:
    row = FamilyMark.objects.open_to(by).select_for_update(of=("self",)).get(pk=mark)
    if row.other_id is not None:
        mine(by, row.other_id)
    return row


def _end(row: FamilyMark, at: datetime) -> None:
    row.until = local_day(at)
    row.save(update_fields=["until"])


def _announce(by: Viewer, at: datetime, person: UUID, *, marked: bool) -> None:
    announce(FamilyMarked(marked=marked), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
