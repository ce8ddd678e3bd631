"""Write down who is around a household, how it stands with them now, and that it is over; what is over can be taken up again."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import hold_still, mine
from marugoto.casework.codes import AcquaintanceKind, Closeness
from marugoto.casework.events import AcquaintanceEnded, AcquaintanceNoted
from marugoto.casework.models import Acquaintance
from marugoto.casework.queries.acquaintance import visible
from marugoto.casework.rules.acquaintance import may_note, may_say_anew, may_take_up
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.models import Member
from marugoto.people.rules.keeping import may_keep

NAME_LIMIT, WORDS_LIMIT = 60, 200


@acting
def note_acquaintance(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    kind: AcquaintanceKind,
    name: str,
    closeness: Closeness | None = None,
    words: str = "",
    person: UUID | None = None,
) -> Acquaintance:
    """`person`: of the household, whom alone he knows. Raises Case.DoesNotExist."""
    may_keep(by.roles).require()
    row = mine(by, case)
    name = clean(name, limit=NAME_LIMIT).strip()
    members = Member.objects.open_to(by).filter(household=row.household_id)
    lives_here = person is None or members.filter(person=person).exists()
    may_note(name, lives_here=lives_here, there=_there(by, case, name, person)).require()
    made = Acquaintance.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        case=row,
        person_id=person,
        kind=kind,
        name=name,
        closeness=closeness or "",
        words=clean(words, limit=WORDS_LIMIT).strip(),
        since=local_day(at),
        by=by.duty,
    )
    announce(AcquaintanceNoted(who=kind), by=by, at=at, matter=row.pk)
    return made


@acting
def say_how_close(
    *, by: Viewer, at: datetime, acquaintance: UUID, closeness: Closeness | None, words: str
) -> Acquaintance:
    """From today on, in a row of its own. Raises Acquaintance.DoesNotExist."""
    may_keep(by.roles).require()
    old = _held(by, acquaintance)
    now = (Closeness(old.closeness) if old.closeness else None, old.words)
    told = (closeness, clean(words, limit=WORDS_LIMIT).strip())
    may_say_anew(now, told, running=old.until is None).require()
    _until(old, at)
    made = Acquaintance.objects.create(
        body=by.body,
        made_at=at,
        folder_id=old.folder_id,
        case_id=old.case_id,
        person_id=old.person_id,
        kind=old.kind,
        name=old.name,
        closeness=told[0] or "",
        words=told[1],
        since=local_day(at),
        by=by.duty,
    )
    announce(AcquaintanceNoted(who=AcquaintanceKind(made.kind)), by=by, at=at, matter=made.case_id)
    return made


@acting
def end_acquaintance(*, by: Viewer, at: datetime, acquaintance: UUID) -> Acquaintance:
    """He moved away, died, or was never meant; twice changes nothing. Raises Acquaintance.DoesNotExist."""
    may_keep(by.roles).require()
    row = _held(by, acquaintance)
    if row.until is None:
        _until(row, at)
        announce(AcquaintanceEnded(who=AcquaintanceKind(row.kind)), by=by, at=at, matter=row.case_id)
    return row


@acting
def take_up_again(*, by: Viewer, at: datetime, acquaintance: UUID) -> Acquaintance:
    """It was ended by mistake. Raises Acquaintance.DoesNotExist."""
    may_keep(by.roles).require()
    row = _held(by, acquaintance)
    if row.until is not None:
        may_take_up(there=_there(by, row.case_id, row.name, row.person_id)).require()
        row.until = None
        row.save(update_fields=["until"])
        announce(AcquaintanceNoted(who=AcquaintanceKind(row.kind)), by=by, at=at, matter=row.case_id)
    return row


def _held(by: Viewer, acquaintance: UUID) -> Acquaintance:
    return visible(by).select_for_update(of=("self",)).get(pk=acquaintance)


def _there(by: Viewer, case: UUID, name: str, person: UUID | None) -> bool:
    """The case is held still: of two who write him down at once the second is told."""
    hold_still(by, case)
    return visible(by).filter(case=case, name=name, person=person, until=None).exists()


def _until(row: Acquaintance, at: datetime) -> None:
    row.until = local_day(at)
    row.save(update_fields=["until"])
