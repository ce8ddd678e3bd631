"""Set what follows from a note, a dialogue or a training; hand it on; end it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import LEADERS, notes_told
from marugoto.community.codes import FieldTaskEnd, FieldTaskReason
from marugoto.community.events import FieldTaskEnded, FieldTaskSet, FieldTaskTaken
from marugoto.community.models import Dialogue, FieldTask, FieldTaskEnding, FieldTaskHolding, Training
from marugoto.community.queries.field_task import seen_source
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_note import may_stand
from marugoto.community.rules.field_task import may_end, may_set, may_take
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


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
    """`holder`: by default whoever sets it. Raises DoesNotExist of the source."""
    words, holder, matter = clean(words, limit=300).strip(), holder or by.duty, source.id
    _require_source(by, source)
    may_set(words, due=due, today=local_day(at), works=_works(by, at, holder)).require()
    may_stand(words, sure=sure).require()
    row = FieldTask.objects.create(
        body=by.body,
        made_at=at,
        reason=reason,
        words=words,
        due=due,
        holder_id=holder,
        note_id=source.note,
        dialogue_id=source.dialogue,
        training_id=source.training,
        by=by.duty,
    )
    told = FieldTaskSet(task=row.pk, holder=holder, reason=reason, due=due)
    announce(told, by=by, at=at, matter=matter)
    return row


@acting
def take_task(*, by: Viewer, at: datetime, task: UUID, holder: UUID | None = None) -> FieldTaskHolding:
    """Over to `holder`, by default to whoever asks. Raises FieldTask.DoesNotExist."""
    row, holder = _open(by, task), holder or by.duty
    gives = row.holder_id == by.duty
    may_take(
        held=row.holder_id == holder,
        team=row.holder.team_id == by.team,
        leads=by.has(*LEADERS),
        gives=gives,
        ended=_ended(by, row),
    ).require()
    may_set(row.words, due=max(row.due, local_day(at)), today=local_day(at), works=_works(by, at, holder)).require()
    made = FieldTaskHolding.objects.create(
        body=by.body, made_at=at, task=row, giver_id=row.holder_id, taker_id=holder, by=by.duty
    )
    FieldTask.objects.within(by.body).filter(pk=row.pk).update(holder=holder)
    announce(FieldTaskTaken(task=row.pk, holder=holder), by=by, at=at, matter=matter_of(row))
    return made


@acting
def end_task(*, by: Viewer, at: datetime, task: UUID, end: FieldTaskEnd, words: str = "") -> FieldTaskEnding:
    """Raises FieldTask.DoesNotExist."""
    row, words = _open(by, task), clean(words, limit=1_000).strip()
    theirs = row.holder_id == by.duty or row.holder.team_id == by.team
    may_end(
        end,
        words,
        theirs=theirs,
        leads=by.has(*LEADERS),
        ended=_ended(by, row),
        asks_after=row.reason == FieldTaskReason.ASK_AFTER,
    ).require()
    return close_task(by=by, at=at, task=row, end=end, words=words)


@acting
def close_task(*, by: Viewer, at: datetime, task: FieldTask, end: FieldTaskEnd, words: str = "") -> FieldTaskEnding:
    """For actions that answer it by what they write themselves."""
    made = FieldTaskEnding.objects.create(body=by.body, made_at=at, task=task, end=end, words=words, by=by.duty)
    announce(FieldTaskEnded(task=task.pk, end=end, due=task.due), by=by, at=at, matter=matter_of(task))
    return made


def matter_of(task: FieldTask) -> UUID:
    return Source(task.note_id, task.dialogue_id, task.training_id).id


def _require_source(by: Viewer, source: Source) -> None:
    if source.note is not None:
        notes_told(by).get(pk=source.note)
    if source.dialogue is not None:
        Dialogue.objects.within(by.body).filter(told_of(by)).get(pk=source.dialogue)
    if source.training is not None:
        Training.objects.within(by.body).get(pk=source.training)


def _open(by: Viewer, task: UUID) -> FieldTask:
    told = seen_source(by) | Q(holder=by.duty)
    return FieldTask.objects.within(by.body).filter(told).select_related("holder").get(pk=task)


def _ended(by: Viewer, task: FieldTask) -> bool:
    return FieldTaskEnding.objects.within(by.body).filter(task=task).exists()


def _works(by: Viewer, at: datetime, holder: UUID) -> bool:
    found: Duty | None = duties_in_force(local_day(at)).filter(pk=holder, body=by.body).first()
    return found is not None
