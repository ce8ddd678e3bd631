"""Say what became of what was promised: by whoever carries the work now, not only by whoever promised."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import PromiseEnd
from marugoto.casework.events import PromiseEnded
from marugoto.casework.models import JournalEntry, PromiseEnding
from marugoto.casework.rules.promise import may_end_promise
from marugoto.custody.models import Ball
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def end_promise(*, by: Viewer, at: datetime, entry: UUID, end: PromiseEnd, why: str = "") -> PromiseEnding:
    """Whoever may read it may say it. Raises JournalEntry.DoesNotExist."""
    row = JournalEntry.objects.open_to(by).get(pk=entry)
    matter = row.need_id or row.case_id
    hold(Ball.objects.within(by.body).filter(matter=matter))
    may_end_promise(end, promised=row.promise_on is not None, running=_runs(by, row), why=why).require()
    ending = PromiseEnding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        entry=row,
        end=end,
        why=clean(why, limit=200).strip(),
        by=by.duty,
    )
    ball = Ball.objects.within(by.body).get(matter=matter)
    late = max(0, by.calendar.between(row.promise_on or local_day(at), local_day(at)))
    told = PromiseEnded(case=row.case_id, team=ball.holder_id, end=end, late=late)
    announce(told, by=by, at=at, matter=matter)
    return ending


def carry_promise(by: Viewer, at: datetime, old: JournalEntry, new: JournalEntry) -> None:
    """A correction that leaves the promise as it was leaves also what became of it."""
    ended = PromiseEnding.objects.within(by.body).filter(entry=old).first()
    if ended and (old.promise, old.promise_on) == (new.promise, new.promise_on):
        PromiseEnding.objects.create(
            body=by.body,
            made_at=at,
            folder_id=new.folder_id,
            entry=new,
            end=ended.end,
            why=ended.why,
            by=ended.by,
        )


def _runs(by: Viewer, row: JournalEntry) -> bool:
    """Neither ended, nor said anew by a correction."""
    ended = PromiseEnding.objects.within(by.body).filter(entry=row).exists()
    return not ended and not JournalEntry.objects.open_to(by).filter(supersedes=row).exists()
