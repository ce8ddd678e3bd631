"""Lists of disposal: what is due, how each list stands, and the book of what was destroyed. Nobody's name stands here but workers'."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from marugoto.agencies.queries.directory import own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.retention.codes import DisposalState, Obstacle, RecordKind
from marugoto.retention.models import Destruction, Disposal, DisposalItem, DisposalTarget, PassedOver
from marugoto.retention.queries.behind import run_out
from marugoto.retention.queries.found import RunOut
from marugoto.retention.queries.schedule import in_force
from marugoto.retention.rules import disposal as rules
from marugoto.retention.rules.schedule import closed_before

PAGE = 50
OVER = {DisposalState.REFUSED, DisposalState.UNDONE}


@dataclass(frozen=True)
class ItemLine:
    """`removed` and `stayed` say why it was not destroyed; `destroyed_at` when it was."""

    item: UUID
    turn: int
    record: RecordKind
    number: str
    closed_on: date
    over_on: date
    version: int
    years: int | None
    rows: int
    persons: int
    staying: int
    removed: str
    removed_by: str
    stayed: tuple[Obstacle, ...]
    destroyed_at: datetime | None
    destroyed_rows: int
    counts: dict[str, int]
    commitment: str

    @property
    def waits(self) -> bool:
        return not self.removed and not self.stayed and self.destroyed_at is None


@dataclass(frozen=True)
class DisposalLine:
    disposal: UUID
    number: int
    proposed_at: datetime
    proposed_by: str
    proposer: UUID
    state: DisposalState
    course: rules.Course
    decided_by: str
    decided_at: datetime | None
    words: str
    ready_at: datetime | None
    undone_by: str
    undone: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True)
class DisposalPage:
    line: DisposalLine
    passed: tuple[tuple[RecordKind, str, tuple[Obstacle, ...]], ...]


def leads(viewer: Viewer) -> bool:
    return rules.leads(viewer.roles, own_staff=own_staff(viewer), contracted=viewer.contracted)


@looking
def due(viewer: Viewer) -> list[RunOut]:
    """Whose period is over by the schedule in force, the longest closed first; what is on a list already included."""
    today, found = local_day(viewer.at), []
    for record, row in in_force(viewer.body, today).items():
        before = closed_before(row.period, today)
        if before is not None:
            found += run_out(viewer, record, before)
    homes = {one.subject for one in found if one.record is RecordKind.HOUSEHOLD}
    kept = [one for one in found if one.record is not RecordKind.ATTACHMENT or one.subject not in homes]
    return sorted(kept, key=lambda one: (one.closed_at, one.number, str(one.subject)))


@looking
def listed(viewer: Viewer) -> set[UUID]:
    """What stands on a list that is not over, waiting."""
    standing_lists = [
        row
        for row in rows_with_items(viewer.body).filter(undo=None)
        if rules.standing(course_in(row), viewer.at) not in OVER
    ]
    waiting = {item.pk for row in standing_lists for item in row.items.all() if _waits(item)}
    targets = DisposalTarget.objects.within(viewer.body).filter(item__in=waiting)
    return set(targets.values_list("subject", flat=True))


@looking
def disposals(viewer: Viewer) -> list[DisposalLine]:
    """The newest first, as many as a page holds."""
    return [_line(row, viewer.at) for row in rows_with_items(viewer.body).order_by("-number")[:PAGE]]


@looking
def destroyed(viewer: Viewer) -> list[DisposalLine]:
    """Every list of which something was destroyed, in the order in which they were made: the whole book."""
    lists = DisposalItem.objects.within(viewer.body).filter(destruction__isnull=False).values("disposal")
    return [_line(row, viewer.at) for row in rows_with_items(viewer.body).filter(pk__in=lists).order_by("number")]


@looking
def has_book(viewer: Viewer) -> bool:
    return Destruction.objects.within(viewer.body).exists()


@looking
def disposal(viewer: Viewer, key: UUID) -> DisposalPage | None:
    row = rows_with_items(viewer.body).filter(pk=key).first()
    if row is None:
        return None
    passed = PassedOver.objects.within(viewer.body).filter(disposal=row).order_by("record", "number")
    lines = tuple((RecordKind(one.record), one.number, _codes(one.obstacles)) for one in passed)
    return DisposalPage(_line(row, viewer.at), lines)


def course_of(by: Viewer, row: Disposal) -> rules.Course:
    return course_in(rows_with_items(by.body).get(pk=row.pk))


def waiting_items(by: Viewer, row: Disposal) -> set[UUID]:
    return {item.pk for item in rows_with_items(by.body).get(pk=row.pk).items.all() if _waits(item)}


@looking
def ready(viewer: Viewer) -> list[UUID]:
    """Items whose hour has come, list by list."""
    found = []
    for row in rows_with_items(viewer.body).filter(undo=None, decision__agreed=True).order_by("number"):
        if rules.standing(course_in(row), viewer.at) is DisposalState.READY:
            found += [item.pk for item in row.items.all() if _waits(item)]
    return found


def rows_with_items(body: str) -> QuerySet[Disposal]:
    """Each list with its items and what became of them: two queries."""
    items = (
        DisposalItem.objects.within(body)
        .select_related("schedule", "removal__worker", "destruction", "stayed")
        .order_by("turn")
    )
    return (
        Disposal.objects.within(body)
        .select_related("worker", "decision__worker", "undo__worker")
        .prefetch_related(Prefetch("items", queryset=items))
    )


def course_in(row: Any) -> rules.Course:
    """Of a row of `rows_with_items`."""
    decision, items = getattr(row, "decision", None), list(row.items.all())
    return rules.Course(
        proposed_by=row.worker_id,
        decided_by=decision.worker_id if decision else None,
        agreed=bool(decision and decision.agreed),
        ready_at=decision.ready_at if decision else None,
        undone=getattr(row, "undo", None) is not None,
        left=sum(_waits(item) for item in items),
        done=sum(getattr(item, "destruction", None) is not None for item in items),
    )


def _waits(item: Any) -> bool:
    return all(getattr(item, name, None) is None for name in ("removal", "stayed", "destruction"))


def _line(row: Any, now: datetime) -> DisposalLine:
    decision, undo, course = getattr(row, "decision", None), getattr(row, "undo", None), course_in(row)
    return DisposalLine(
        disposal=row.pk,
        number=row.number,
        proposed_at=row.made_at,
        proposed_by=row.worker.name,
        proposer=row.worker_id,
        state=rules.standing(course, now),
        course=course,
        decided_by=decision.worker.name if decision else "",
        decided_at=decision.made_at if decision else None,
        words=decision.words if decision else "",
        ready_at=decision.ready_at if decision and decision.agreed else None,
        undone_by=undo.worker.name if undo else "",
        undone=undo.reason if undo else "",
        items=tuple(_item(item) for item in row.items.all()),
    )


def _item(item: Any) -> ItemLine:
    removal, stayed, gone = (getattr(item, name, None) for name in ("removal", "stayed", "destruction"))
    return ItemLine(
        item=item.pk,
        turn=item.turn,
        record=RecordKind(item.record),
        number=item.number,
        closed_on=item.closed_on,
        over_on=item.over_on,
        version=item.schedule.number,
        years=item.schedule.years,
        rows=item.rows,
        persons=item.persons,
        staying=item.staying,
        removed=removal.reason if removal else "",
        removed_by=removal.worker.name if removal else "",
        stayed=_codes(stayed.obstacles) if stayed else (),
        destroyed_at=gone.made_at if gone else None,
        destroyed_rows=gone.rows if gone else 0,
        counts=dict(gone.counts) if gone else {},
        commitment=gone.commitment if gone else "",
    )


def _codes(said: str) -> tuple[Obstacle, ...]:
    return tuple(Obstacle(code) for code in said.split(",") if code)
