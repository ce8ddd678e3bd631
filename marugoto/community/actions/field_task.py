"""Set what follows from a note, a dialogue or a training; hand it on; end it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import area_of, notes_told
from marugoto.community.codes import FieldTaskEnd, FieldTaskReason
from marugoto.community.events import FieldTaskEnded, FieldTaskSet, FieldTaskTaken
from marugoto.community.models import Dialogue, FieldTask, FieldTaskEnding, Training
from marugoto.community.queries.field_task import still_asks, told_or_held
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_note import may_stand
from marugoto.community.rules.field_task import may_end, may_set, may_take
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.offer import offer
from marugoto.custody.actions.people import assign
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, OfferReason, Outcome, Urgency
from marugoto.custody.models import Ball
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce

OUTCOMES = {FieldTaskEnd.DONE: Outcome.ACHIEVED, FieldTaskEnd.DROPPED: Outcome.NOT_NEEDED}


@dataclass(frozen=True)
class Source:
    """What the task follows from: exactly one of them."""

    note: UUID | None = None
    dialogue: UUID | None = None
    training: UUID | None = None

    @property
    def id(self) -> UUID:
        (one,) = [one for one in (self.note, self.dialogue, self.training) if one is not None]
        return one


@acting
def set_task(
    *,
    by: Viewer,
    at: datetime,
    source: Source,
    words: str,
    due: date,
    holder: UUID | None = None,
    reason: FieldTaskReason = FieldTaskReason.FOLLOW_UP,
    sure: bool = False,
) -> FieldTask:
    """`holder`: the duty in charge of its ball, by default whoever sets it. Raises DoesNotExist of the source."""
    words = clean(words, limit=300).strip()
    area, duty = _area(by, source), _duty(by, at, holder or by.duty)
    may_set(words, due=due, today=local_day(at), works=duty is not None).require()
    may_stand(words, sure=sure).require()
    assert duty is not None  # noqa: S101 — the rule above has just said so
    ball = _placed(by, at, duty, due, area)
    row = FieldTask.objects.create(
        id=ball.matter,
        body=by.body,
        made_at=at,
        ball=ball,
        reason=reason,
        words=words,
        due=due,
        note_id=source.note,
        dialogue_id=source.dialogue,
        training_id=source.training,
        by=by.duty,
    )
    announce(FieldTaskSet(task=row.pk, holder=duty.pk, reason=reason, due=due), by=by, at=at, matter=source.id)
    return row


@acting
def take_task(*, by: Viewer, at: datetime, task: UUID, holder: UUID | None = None) -> bool:
    """Over to `holder`, by default to whoever asks: at once in the same team (True); another team is asked, and until it has caught the
    ball it stays where it is (False). Raises FieldTask.DoesNotExist."""
    row, holder = _open(by, task), holder or by.duty
    held, theirs = row.ball.in_charge_id == holder, row.ball.holder_id == by.team
    may_take(held=held, theirs=theirs, ended=row.ball.settlement_id is not None).require()
    duty = _duty(by, at, holder)
    may_set(row.words, due=max(row.due, local_day(at)), today=local_day(at), works=duty is not None).require()
    assert duty is not None  # noqa: S101 — the rule above has just said so
    if duty.team_id != row.ball.holder_id:
        offer(by=by, at=at, ball=row.ball_id, to=duty.team_id, reason=OfferReason.OWN_FIELD)
        return False
    assign(by=by, at=at, ball=row.ball_id, in_charge=holder)
    announce(FieldTaskTaken(task=row.pk, holder=holder), by=by, at=at, matter=matter_of(row))
    return True


@acting
def end_task(*, by: Viewer, at: datetime, task: UUID, end: FieldTaskEnd, words: str = "") -> FieldTaskEnding:
    """By the team that holds its ball. Raises FieldTask.DoesNotExist."""
    row, words = _open(by, task), clean(words, limit=1_000).strip()
    may_end(
        end,
        words,
        theirs=row.ball.holder_id == by.team,
        ended=row.ball.settlement_id is not None,
        asks_after=still_asks(by, row),
    ).require()
    return close_task(by=by, at=at, task=row, end=end, words=words)


@acting
def close_task(*, by: Viewer, at: datetime, task: FieldTask, end: FieldTaskEnd, words: str = "") -> FieldTaskEnding:
    """For actions that answer it by what they write themselves; the ball is over with it."""
    made = FieldTaskEnding.objects.create(body=by.body, made_at=at, task=task, end=end, words=words, by=by.duty)
    settle(by=by, at=at, ball=task.ball_id, outcome=OUTCOMES[end], with_matter=True)
    announce(FieldTaskEnded(task=task.pk, end=end, due=task.due), by=by, at=at, matter=matter_of(task))
    return made


def matter_of(task: FieldTask) -> UUID:
    return Source(task.note_id, task.dialogue_id, task.training_id).id


def _area(by: Viewer, source: Source) -> str:
    """The district of what it follows from. Nothing follows from what one may not read: raises DoesNotExist."""
    if source.note is not None:
        return area_of(by, notes_told(by).get(pk=source.note).district_id)
    if source.dialogue is not None:
        return area_of(by, Dialogue.objects.within(by.body).filter(told_of(by)).get(pk=source.dialogue).district_id)
    return area_of(by, Training.objects.within(by.body).get(pk=source.id).district_id)


def _placed(by: Viewer, at: datetime, duty: Duty, due: date, area: str) -> Ball:
    return place(
        by=by,
        at=at,
        matter=Ref("follow_up", uuid4()),
        kind=MatterKind.FOLLOW_UP,
        theme="follow_up",
        urgency=Urgency.USUAL,
        area=area,
        team=duty.team_id,
        in_charge=duty.pk,
        due_on=due,
    )


def _open(by: Viewer, task: UUID) -> FieldTask:
    return FieldTask.objects.within(by.body).filter(told_or_held(by)).select_related("ball").get(pk=task)


def _duty(by: Viewer, at: datetime, holder: UUID) -> Duty | None:
    return duties_in_force(local_day(at)).filter(pk=holder, body=by.body).first()
