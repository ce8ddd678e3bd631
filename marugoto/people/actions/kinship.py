"""Record couples, parents and children. A tie may reach out of the household; it shows only where both ends are seen."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce
from marugoto.people.actions.person import mine
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import DescentKind, UnionKind, UnionState
from marugoto.people.events import DescentRecorded, UnionRecorded, UnionTurned
from marugoto.people.models import Descent, Union, UnionTurn
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.ties import Forebear, may_descend, may_turn, may_unite


@acting
def record_union(
    *,
    by: Viewer,
    at: datetime,
    one: UUID,
    other: UUID,
    kind: UnionKind = UnionKind.MARRIAGE,
    since: date | None = None,
) -> Union:
    """A couple, together since a day (empty: unknown)."""
    may_keep(by.roles).require()
    may_unite(one, other).require()
    first, second = mine(by, one), mine(by, other)
    union = Union.objects.create(
        body=by.body, made_at=at, folder_id=first.folder_id, one=first, other=second, kind=kind
    )
    _turn(by, at, union, 1, UnionState.TOGETHER, since)
    announce(UnionRecorded(union=kind), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=one))
    return union


@acting
def turn_union(
    *, by: Viewer, at: datetime, union: UUID, state: UnionState, day: date | None = None, seen: UnionState | None = None
) -> UnionTurn:
    """They parted, divorced, or came together again, on a day (empty: unknown). `seen`: how they stood on the page."""
    may_keep(by.roles).require()
    row = couple(by, union)
    turns = list(UnionTurn.objects.open_to(by).filter(union=row).select_related("mistake").order_by("number"))
    last = [turn for turn in turns if getattr(turn, "mistake", None) is None][-1]
    may_turn(UnionState(last.state), last.day, state, day, seen=seen).require()
    turn = _turn(by, at, row, turns[-1].number + 1, state, day)
    announce(UnionTurned(state=state), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=row.one_id))
    return turn


@acting
def record_descent(
    *, by: Viewer, at: datetime, parent: UUID, child: UUID, kind: DescentKind = DescentKind.BIRTH
) -> Descent:
    """Raises `Refused` where the child would become its own ancestor, or be born before its parent."""
    may_keep(by.roles).require()
    elder, younger = mine(by, parent), mine(by, child)
    near = _known(by, parent, child)
    may_descend(parent, child, kind, near, births=(elder.birth, younger.birth)).require()
    before = Descent.objects.open_to(by).filter(parent=elder, child=younger, kind=kind).count()
    descent = Descent.objects.create(
        body=by.body,
        made_at=at,
        folder_id=younger.folder_id,
        parent=elder,
        child=younger,
        kind=kind,
        number=before + 1,
    )
    announce(DescentRecorded(descent=kind), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=child))
    return descent


def couple(by: Viewer, union: UUID) -> Union:
    """The union if both are visible and it was no mistake; held, so that nobody else turns it at the same moment."""
    row = Union.objects.open_to(by).filter(mistake=None).select_for_update(of=("self",)).get(pk=union)
    mine(by, row.other_id)
    return row


def _known(by: Viewer, parent: UUID, child: UUID) -> list[Forebear]:
    """What is recorded between the two, and of the child's descendants generation by generation."""
    rows = Descent.objects.open_to(by).filter(mistake=None)
    known = [
        Forebear(*row) for row in rows.filter(parent=parent, child=child).values_list("parent_id", "child_id", "kind")
    ]
    ahead, met = {child}, {child}
    while ahead:
        below = [Forebear(*row) for row in rows.filter(parent__in=ahead).values_list("parent_id", "child_id", "kind")]
        known += below
        ahead = {row.child for row in below} - met
        met |= ahead
    return known


def _turn(by: Viewer, at: datetime, union: Union, number: int, state: UnionState, day: date | None) -> UnionTurn:
    return UnionTurn.objects.create(
        body=by.body,
        made_at=at,
        folder_id=union.folder_id,
        union=union,
        number=number,
        state=state,
        day=day,
        by=by.duty,
    )
