"""The round that destroys what two persons decided on, when the days of grace are over; and forgets what it pointed at."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.retention.actions.look import BOOK, dispose_looks, sweep_looks, tell_looks
from marugoto.retention.actions.reach import dispose
from marugoto.retention.codes import DisposalState, Obstacle, RecordKind
from marugoto.retention.events import RecordsDestroyed
from marugoto.retention.models import Destruction, DisposalItem, DisposalTarget, ItemObstacle
from marugoto.retention.queries.disposal import course_of, ready, waiting_items
from marugoto.retention.queries.schedule import in_force
from marugoto.retention.queries.told import forget_with_commit
from marugoto.retention.rules.disposal import BACKUP_DAYS, may_destroy, standing
from marugoto.retention.rules.proof import half
from marugoto.retention.rules.schedule import over_on

log = logging.getLogger(__name__)


def disposal_round(*, at: datetime) -> int:
    """For every body, every item by itself; trouble with one keeps none of the others waiting. Answers how many were destroyed."""
    done = 0
    for body in directory.bodies():
        by = system_viewer(body.code, at)
        for item in ready(by):
            try:
                done += not destroy_item(by=by, at=at, item=item)
            except Exception:
                log.exception("disposal in %s", body.code)
        sweep_looks(by=by, at=at)
        forget_targets(by=by, at=at)
    if done:
        _leave_nothing_in_the_log()
    return done


def _leave_nothing_in_the_log() -> None:
    """On SQLite the pages of before would lie in the log beside the file until it is written over."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@acting
def destroy_item(*, by: Viewer, at: datetime, item: UUID) -> frozenset[Obstacle]:
    """All of it in this transaction, or nothing: then what stood against it is kept, and answered."""
    row = DisposalItem.objects.within(by.body).select_related("disposal").get(pk=item)
    course = course_of(by, row.disposal)
    may_destroy(course, now=at).require()
    if row.pk not in waiting_items(by, row.disposal):
        return frozenset({Obstacle.GONE})
    target = DisposalTarget.objects.within(by.body).get(item=row)
    looks = row.record == RecordKind.LOOK
    forget_with_commit()
    found = _longer(by, row, at) or (dispose_looks if looks else dispose)(by, row, target)
    if found:
        ItemObstacle.objects.create(body=by.body, made_at=at, item=row, obstacles=_said(found))
        return found
    line = Destruction.objects.within(by.body).get(item=row)
    told = RecordsDestroyed(item=row.pk, proof=half(line.commitment), record=RecordKind(row.record), rows=line.rows)
    announce(told, by=by, at=at)
    if looks:
        tell_looks(by, at, row, line.counts[BOOK])
    return frozenset()


@acting
def forget_targets(*, by: Viewer, at: datetime) -> int:
    """Where nothing was destroyed at once, where something was when no backup can bring it back: with the salt goes what the line meant."""
    old = Destruction.objects.within(by.body).filter(made_at__lt=at - timedelta(days=BACKUP_DAYS)).values("item")
    gone, _rows = DisposalTarget.objects.within(by.body).filter(item__in=old).delete()
    for target in (
        DisposalTarget.objects.within(by.body).filter(item__destruction=None).select_related("item__disposal")
    ):
        over = {DisposalState.REFUSED, DisposalState.UNDONE, DisposalState.DONE}
        if standing(course_of(by, target.item.disposal), at) in over:
            DisposalTarget.objects.within(by.body).filter(pk=target.pk).delete()
            gone += 1
    return gone


def _longer(by: Viewer, row: DisposalItem, at: datetime) -> frozenset[Obstacle]:
    """The body may have set another period since the list was made: what stands today is asked."""
    today = local_day(at)
    rule = in_force(by.body, today).get(RecordKind(row.record))
    over = over_on(rule.period, row.closed_on) if rule else None
    return frozenset() if over is not None and over <= today else frozenset({Obstacle.LONGER})


def _said(found: Iterable[Obstacle]) -> str:
    return ",".join(sorted(found))
