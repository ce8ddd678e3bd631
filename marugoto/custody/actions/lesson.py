"""What can be done without the control tower the next time: kept for the next who asks, in whichever agency."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.hand import moving, take
from marugoto.custody.actions.words import keep_learnt
from marugoto.custody.codes import LearntCode, MatterKind
from marugoto.custody.models import Ball, Lesson, Rescue, RescueEnding
from marugoto.custody.queries.care import unsaid
from marugoto.custody.rules.care import may_say_learnt, may_share
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce

LIMIT = 400


@dataclass(frozen=True)
class Taught:
    """`shared`: the words too are for every agency and name nobody; else they are for the holder and the control tower alone."""

    code: LearntCode
    words: str = ""
    shared: bool = True


@moving
def say_learnt(*, by: Viewer, at: datetime, ball: UUID, taught: Taught) -> RescueEnding:
    """After acting that ended by its day: what was not said then is said now."""
    grip = take(by, at, ball)
    rescue = unsaid(by, ball)
    may_say_learnt(grip.stances, holder=grip.held.holder, waiting=rescue is not None).require()
    assert rescue is not None  # noqa: S101 — the rule above has just said so
    assert rescue.ended is not None  # noqa: S101 — of such alone it is asked
    RescueEnding.objects.within(by.body).filter(pk=rescue.ended.pk).update(learnt=taught.code)
    keep_lesson(by, at, grip.ball, taught, rescue)
    tell_lesson(by, at, grip.ball, taught)
    return rescue.ended


def keep_lesson(by: Viewer, at: datetime, ball: Ball, taught: Taught, rescue: Rescue | None = None) -> None:
    """Within another action. `rescue`: whose end it is, so that words that are not shared have their two readers. Where nothing is
    seen yet and no word was said, there is nothing to find."""
    words = clean(taught.words, limit=LIMIT).strip()
    if taught.shared:
        may_share(words).require()
    elif rescue is not None:
        keep_learnt(by, at, rescue, ball.holder_id, taught.code, words)
    said = words if taught.shared else ""
    if said or taught.code is not LearntCode.NOT_YET:
        Lesson.objects.create(
            body=by.body,
            made_at=at,
            agency_id=ball.holder.agency_id,
            theme=ball.theme,
            matter_kind=ball.matter_kind,
            code=taught.code,
            words=said,
        )


def tell_lesson(by: Viewer, at: datetime, ball: Ball, taught: Taught) -> None:
    told = events.LessonKept(holder=ball.holder_id, matter_kind=MatterKind(ball.matter_kind), learnt=taught.code)
    announce(told, by=by, at=at, matter=ball.matter, area=ball.area)
