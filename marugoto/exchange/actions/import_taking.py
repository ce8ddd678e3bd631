"""Take a long list in, and back, a stroke at a time: each row exactly once, whoever ends the worker in between.

A stroke and how far it has come are written in one transaction, and only while the work is in our hand. A place that changed after the
preview is left as it is, and the row says so: the others need not wait for somebody to look at fifty thousand rows again.
"""

from datetime import datetime

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_rows import carry_out, moved_on, next_rows, write_receipt
from marugoto.exchange.actions.import_work import end, grip
from marugoto.exchange.actions.place_import import one_at_a_time
from marugoto.exchange.actions.place_undo import TAKEN, take_back_rows
from marugoto.exchange.events import ImportUndone
from marugoto.exchange.models import ImportRow, ImportWork, Undo, UndoneRow
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.work import MOVED_ON, STOPPED
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce

NOTHING_YET = "取り込みを始める前に止めました。何も変えていません。"


@acting
def take_stroke(*, by: Viewer, at: datetime, work: ImportWork) -> bool:
    """Some hundreds of rows; False when there is nothing more to do."""
    one_at_a_time(by)
    work = grip(by, at, work)
    rows = [] if work.stop_at else next_rows(by, work.of_id, work.reached)
    if not rows:
        _close(by, at, work, STOPPED if work.stop_at and work.reached < work.whole else "")
        return False
    moved = moved_on(by, work.of, rows)
    ImportRow.objects.within(by.body).filter(pk__in=moved).update(left=MOVED_ON)
    carry_out(by, at, work.of, [row for row in rows if row.pk not in moved])
    grip(by, at, work, reached=rows[-1].number)
    return True


@acting
def take_back_stroke(*, by: Viewer, at: datetime, work: ImportWork) -> bool:
    """As `take_stroke`, for what is taken back."""
    one_at_a_time(by)
    work = grip(by, at, work)
    undone = Undo.objects.within(by.body).get(receipt__of=work.of_id)
    rows = next_rows(by, work.of_id, work.reached, TAKEN)
    if rows:
        take_back_rows(by, at, undone, rows)
        grip(by, at, work, reached=rows[-1].number)
        return True
    told = UndoneRow.objects.within(by.body).filter(of=undone)
    gone = told.filter(done=True).count()
    announce(ImportUndone(source=work.of_id, undone=gone, kept=told.count() - gone), by=by, at=at)
    end(by, at, work)
    return False


@acting
def give_up_taking(*, by: Viewer, at: datetime, work: ImportWork, sentence: str) -> None:
    """Why it goes no further: what was taken has its receipt, and can be taken back."""
    _close(by, at, grip(by, at, work), sentence)


def _close(by: Viewer, at: datetime, work: ImportWork, sentence: str) -> None:
    """With a receipt for what was taken; where nothing was, the preview stands as before."""
    if sentence and not work.reached:
        end(by, at, work, NOTHING_YET if sentence == STOPPED else sentence)
        return
    late = Q(number__gt=work.reached, verdict__in=[Verdict.NEW, Verdict.CHANGED])
    ImportRow.objects.within(by.body).filter(late, of=work.of_id).update(left=sentence or STOPPED)
    write_receipt(by, at, work.of)
    end(by, at, work, sentence)
