"""Somebody stays after all: before its day the ending of a duty is taken back."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.actions.account import ask_back
from marugoto.agencies.models import DutyEnding as DutyEnded
from marugoto.agencies.models import DutyEndingRemoval, Proposal, Suspension
from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.hand import moving
from marugoto.custody.actions.standing import hold_still
from marugoto.custody.rules.team import may_stay
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@moving
def take_back_ending(*, by: Viewer, at: datetime, duty: UUID) -> bool:
    """The duty goes on. Where the account is to be suspended, its coming back is asked for: the answer says whether, as a second
    person has to release that before the day. Raises DutyEnding.DoesNotExist."""
    endings = DutyEnded.objects.within(by.body).select_related("duty__worker")
    hold_still(endings.get(duty=duty, taken_back=None).duty.team_id)
    row = endings.get(duty=duty, taken_back=None)  # another hand may have taken it back while we waited
    may_stay(
        keeps_house=by.keeps_house,
        himself=row.duty.worker_id == by.worker,
        to_come=row.day > local_day(at),
    ).require()
    row.taken_back = DutyEndingRemoval.objects.create(body=row.body, made_at=at, by_id=by.duty)
    row.save(update_fields=["taken_back"])
    announce(events.DutyStays(ended=row.pk, team=row.duty.team_id), by=by, at=at)
    return _ask_back(by, at, row.duty.worker_id)


def _ask_back(by: Viewer, at: datetime, worker: UUID) -> bool:
    """Two persons let an account be used longer than was said, as they let it come back."""
    stopped = Suspension.objects.within(by.body).filter(worker=worker, ended=None, day__gt=local_day(at))
    if not stopped.exists():
        return False
    if not Proposal.objects.within(by.body).filter(worker=worker, team=None, ended=None).exists():
        ask_back(by=by, at=at, worker=worker)
    return True
