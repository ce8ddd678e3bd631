"""After the end: somebody looks in on the day that was said, and support goes on where it is needed again."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import ended_last, hold_still, mine, require_no_other_case
from marugoto.casework.codes import LookInResult
from marugoto.casework.events import CaseReturned, LookedIn
from marugoto.casework.models import Case, CaseClosing, CaseResumption, LookIn
from marugoto.casework.rules.case import AGAIN, Looking, may_look_in, may_resume
from marugoto.custody.actions.settlement import look_again, reopen
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.models import Household

WORDS = 10_000


@acting
def look_in(
    *, by: Viewer, at: datetime, case: UUID, result: LookInResult, next_on: date | None = None, words: str = ""
) -> LookIn:
    """What was found; also before the day. With NEEDED the support goes on in the same transaction. Raises Case.DoesNotExist."""
    hold_still(by, case)
    row = mine(by, case)
    closing = _closing(by, row)
    looking = Looking(ended=closing is not None, result=result, next_on=next_on, today=local_day(at))
    may_look_in(looking).require()
    assert closing is not None  # noqa: S101 — the rule above has just said so
    waited_for = row.ball.look_on
    found = LookIn.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        closing=closing,
        result=result,
        next_on=next_on if result in AGAIN else None,
        words=clean(words, limit=WORDS),
        by=by.duty,
    )
    late = by.calendar.between(waited_for, local_day(at)) if waited_for and waited_for < local_day(at) else 0
    told = LookedIn(result=result, next_on=found.next_on, late=late)
    announce(told, by=by, at=at, matter=row.pk, area=row.household.area)
    look_again(by=by, at=at, ball=row.ball_id, look_on=found.next_on)
    if result is LookInResult.NEEDED:
        _resume(by, at, row, closing, words)
    return found


def _resume(by: Viewer, at: datetime, row: Case, closing: CaseClosing, words: str) -> None:
    """The ball goes back to whoever led last; the number, the journal and the plans stay those of the case."""
    may_resume(ended=row.ball.settlement_id is not None).require()
    hold(Household.objects.within(by.body).filter(pk=row.household_id))  # as whoever begins another case does
    require_no_other_case(by, row.household)
    last = ended_last(by, row.household) or row.pk  # the end that did not last, where another case followed this one
    CaseResumption.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, closing=closing, words=clean(words, limit=WORDS), by=by.duty
    )
    Case.objects.open_to(by).filter(pk=row.pk).update(closing=None)
    reopen(by=by, at=at, ball=row.ball_id, with_matter=True)
    announce(CaseReturned(case=row.pk), by=by, at=at, matter=last, area=row.household.area)


def _closing(by: Viewer, row: Case) -> CaseClosing | None:
    closings = CaseClosing.objects.within(by.body).filter(case=row, resumed=None)
    return closings.order_by("-made_at").first()
