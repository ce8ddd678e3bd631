"""Keep a training, and what came of it. Whoever holds it is asked again after ninety days."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import area_of
from marugoto.community.actions.field_task import Source, close_task, set_task
from marugoto.community.codes import Attendee, FieldTaskEnd, FieldTaskReason, TrainingFruit, TrainingKind
from marugoto.community.events import TrainingFollowed, TrainingHeld
from marugoto.community.models import FieldTask, Training, TrainingAttendance, TrainingResult, TrainingWorker
from marugoto.community.rules.field_note import may_stand
from marugoto.community.rules.field_task import asks_after
from marugoto.community.rules.training import may_follow, may_write
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import TidingKind
from marugoto.custody.queries.ball import face
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def hold_training(
    *,
    by: Viewer,
    at: datetime,
    day: date,
    kind: TrainingKind,
    name: str,
    heads: Mapping[Attendee, int],
    theme: str = "",
    workers: Collection[UUID] = (),
    district: UUID | None = None,
    place: UUID | None = None,
    seats: int | None = None,
    minutes: int | None = None,
    holder: UUID | None = None,
) -> Training:
    """`workers`: duties that took part. `holder`: who asks after ninety days what came of it; by default whoever writes."""
    name, theme = clean(name, limit=120).strip(), clean(theme, limit=300).strip()
    may_write(name, heads, day=day, today=local_day(at), workers=len(workers)).require()
    may_stand(name, theme, sure=False).require()
    row = Training.objects.create(
        body=by.body,
        made_at=at,
        day=day,
        kind=kind,
        name=name,
        theme=theme,
        district_id=district,
        place_id=place,
        seats=seats,
        minutes=minutes,
        by=by.duty,
    )
    _count(by, at, row, heads, workers)
    staff = heads.get(Attendee.STAFF, 0) + len(workers)
    people = sum(heads.values()) - heads.get(Attendee.STAFF, 0)
    told = TrainingHeld(type=kind, people=people, staff=staff, minutes=minutes)
    announce(told, by=by, at=at, matter=row.pk, area=area_of(by, district))
    _ask_again(by, at, row, max(asks_after(day), local_day(at)), holder)
    return row


@acting
def follow_training(
    *,
    by: Viewer,
    at: datetime,
    training: UUID,
    fruit: TrainingFruit,
    number: int | None = None,
    place: UUID | None = None,
    words: str = "",
    again: bool = False,
) -> TrainingResult:
    """The question that stood open is answered, or its holder told that it can be ended; `again`: it is asked once more in ninety
    days. Raises Training.DoesNotExist."""
    words = clean(words, limit=1_000).strip()
    row = Training.objects.within(by.body).get(pk=training)
    may_follow(fruit, number=number, place=place is not None).require()
    may_stand(words, sure=False).require()
    made = TrainingResult.objects.create(
        body=by.body, made_at=at, training=row, fruit=fruit, number=number, place_id=place, words=words, by=by.duty
    )
    told = TrainingFollowed(fruit=fruit, number=number, place=place)
    area = area_of(by, row.district_id)
    announce(told, by=by, at=at, matter=row.pk, area=area)
    _answer(by, at, row)
    if again:
        _ask_again(by, at, row, asks_after(local_day(at)), None)
    return made


def _answer(by: Viewer, at: datetime, row: Training) -> None:
    """Another team's ball, or one that is on its way to another, is not ended behind its holder's back."""
    asked = FieldTask.objects.within(by.body).filter(training=row, reason=FieldTaskReason.ASK_AFTER)
    for task in list(asked.filter(ball__settlement=None).select_related("ball")):
        found = face(by, task.ball_id)
        if found is not None and found.holder.id == by.team and found.offer is None and found.rescue is None:
            close_task(by=by, at=at, task=task, end=FieldTaskEnd.DONE)
        else:
            tell(by, at, task.ball_id, TidingKind.ANSWERED, team=task.ball.holder_id)


def _count(by: Viewer, at: datetime, row: Training, heads: Mapping[Attendee, int], workers: Collection[UUID]) -> None:
    TrainingAttendance.objects.bulk_create(
        TrainingAttendance(body=by.body, made_at=at, training=row, kind=kind, number=number)
        for kind, number in heads.items()
    )
    TrainingWorker.objects.bulk_create(
        TrainingWorker(body=by.body, made_at=at, training=row, worker_id=worker) for worker in dict.fromkeys(workers)
    )


def _ask_again(by: Viewer, at: datetime, row: Training, due: date, holder: UUID | None) -> None:
    set_task(
        by=by,
        at=at,
        source=Source(training=row.pk),
        words=f"「{row.name}」のそのあとを聞く"[:300],
        due=due,
        holder=holder,
        reason=FieldTaskReason.ASK_AFTER,
        sure=True,
    )
