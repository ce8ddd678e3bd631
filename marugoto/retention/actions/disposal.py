"""A list of disposal: proposed by one, items taken off, decided by another, taken back within the days of grace."""

import secrets
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.retention.actions.look import reach_of_looks
from marugoto.retention.actions.reach import Reach, reach_of
from marugoto.retention.codes import Obstacle, RecordKind
from marugoto.retention.events import DisposalDecided, DisposalProposed, DisposalUndone
from marugoto.retention.labels import OBSTACLES
from marugoto.retention.models import (
    Disposal,
    DisposalDecision,
    DisposalItem,
    DisposalTarget,
    DisposalUndo,
    ItemRemoval,
    PassedOver,
    Schedule,
)
from marugoto.retention.queries.disposal import course_of, due, leads, listed
from marugoto.retention.queries.found import RunOut
from marugoto.retention.queries.schedule import in_force
from marugoto.retention.rules import disposal as rules
from marugoto.retention.rules.schedule import closed_before, over_on


@acting
def propose_disposal(*, by: Viewer, at: datetime) -> Disposal:
    """Everything whose period is over, the longest first. What cannot go is passed over and said; what is held is not even said."""
    already = listed(by)
    waiting = [one for one in due(by) if one.subject not in already]
    rules.may_propose(roles=by.roles, leads=leads(by), due=len(waiting)).require()
    row = Disposal.objects.create(
        body=by.body, made_at=at, number=next_number(by.body, rules.NUMBERS), worker_id=by.worker, duty_id=by.duty
    )
    schedules, turn, against = in_force(by.body, local_day(at)), 0, set[Obstacle]()
    for one in waiting:
        reach = _reach(by, one)
        if _is_held(one, reach) or not _is_over(schedules[one.record], one, reach, at):
            continue
        if reach.obstacles or not reach.rows:
            against |= _pass_over(by, at, row, one, reach)
            continue
        turn += 1
        _put_on(by, at, row, turn, one, reach, schedules[one.record])
        if turn == rules.MOST:
            break
    rules.may_list(items=turn, against="、".join(sorted(str(OBSTACLES[one]) for one in against))).require()
    announce(DisposalProposed(disposal=row.pk, items=turn), by=by, at=at)
    return row


@acting
def remove_item(*, by: Viewer, at: datetime, item: UUID, reason: str) -> ItemRemoval:
    """It stays whole, and comes onto a later list. Raises DisposalItem.DoesNotExist."""
    row = DisposalItem.objects.within(by.body).select_related("disposal").get(pk=item)
    gone = ItemRemoval.objects.within(by.body).filter(item=row).exists()
    state = rules.standing(course_of(by, row.disposal), at)
    rules.may_remove(leads=leads(by), state=state, reason=reason, gone=gone).require()
    return ItemRemoval.objects.create(
        body=by.body,
        made_at=at,
        item=row,
        reason=clean(reason, limit=200).strip(),
        worker_id=by.worker,
        duty_id=by.duty,
    )


@acting
def decide_disposal(*, by: Viewer, at: datetime, disposal: UUID, agreed: bool, words: str = "") -> DisposalDecision:
    """By another than who proposed it. Nothing is destroyed before the days of grace are over. Raises Disposal.DoesNotExist."""
    row = Disposal.objects.within(by.body).get(pk=disposal)
    course = course_of(by, row)
    rules.may_decide(course, worker=by.worker, leads=leads(by), now=at).require()
    rules.may_say(agreed=agreed, words=words, left=course.left).require()
    made = DisposalDecision.objects.create(
        body=by.body,
        made_at=at,
        disposal=row,
        agreed=agreed,
        words=clean(words, limit=200).strip(),
        ready_at=at + rules.GRACE,
        worker_id=by.worker,
        duty_id=by.duty,
    )
    announce(DisposalDecided(disposal=row.pk, agreed=agreed, items=course.left), by=by, at=at)
    return made


@acting
def undo_disposal(*, by: Viewer, at: datetime, disposal: UUID, reason: str) -> DisposalUndo:
    """The whole list, as long as nothing of it is destroyed. Raises Disposal.DoesNotExist."""
    row = Disposal.objects.within(by.body).get(pk=disposal)
    rules.may_undo(course_of(by, row), leads=leads(by), now=at, reason=reason).require()
    made = DisposalUndo.objects.create(
        body=by.body,
        made_at=at,
        disposal=row,
        reason=clean(reason, limit=200).strip(),
        worker_id=by.worker,
        duty_id=by.duty,
    )
    announce(DisposalUndone(disposal=row.pk), by=by, at=at)
    return made


def _reach(by: Viewer, one: RunOut) -> Reach:
    looks = one.record is RecordKind.LOOK
    return reach_of_looks(by, local_day(one.closed_at)) if looks else reach_of(by, one.record, one.subject)


def _is_held(one: RunOut, reach: Reach) -> bool:
    """That something is held is not even said of it; of the looks it is, since they are nobody's."""
    return Obstacle.HELD in reach.obstacles and one.record is not RecordKind.LOOK


def _is_over(schedule: Schedule, one: RunOut, reach: Reach, at: datetime) -> bool:
    """Counted from the last that was closed of all that would go."""
    before = closed_before(schedule.period, local_day(at))
    return before is not None and max(one.closed_at, reach.latest or one.closed_at) < before


def _put_on(by: Viewer, at: datetime, row: Disposal, turn: int, one: RunOut, reach: Reach, schedule: Schedule) -> None:
    closed_on = local_day(max(one.closed_at, reach.latest or one.closed_at))
    over = over_on(schedule.period, closed_on)
    assert over is not None, "a period without an end is never due"  # noqa: S101 — `due` asked it
    item = DisposalItem.objects.create(
        body=by.body,
        made_at=at,
        disposal=row,
        turn=turn,
        record=one.record,
        number=one.number,
        schedule=schedule,
        closed_on=closed_on,
        over_on=over,
        rows=reach.rows,
        persons=reach.persons,
        staying=reach.staying,
    )
    DisposalTarget.objects.create(body=by.body, made_at=at, item=item, subject=one.subject, salt=secrets.token_hex(32))


def _pass_over(by: Viewer, at: datetime, row: Disposal, one: RunOut, reach: Reach) -> frozenset[Obstacle]:
    said = reach.obstacles or frozenset({Obstacle.GONE})
    PassedOver.objects.create(
        body=by.body,
        made_at=at,
        disposal=row,
        record=RecordKind(one.record),
        number=one.number,
        obstacles=",".join(sorted(said)),
    )
    return said
