"""End a ball with an outcome, and open it again."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ending import answer_open, end_asking, end_bids, hand_over_done, waited
from marugoto.custody.actions.estate import estate_of
from marugoto.custody.actions.hand import Grip, close_holding, hand_to, move, moving, take
from marugoto.custody.actions.listed import first_reader
from marugoto.custody.actions.opening import OVER, close_to_former, open_as_before
from marugoto.custody.actions.standing import standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import AskingEndingKind, How, MatterKind, Outcome, StuckOutcome, TidingKind, Urgency
from marugoto.custody.events import BallReopened, BallSettled
from marugoto.custody.models import Asking, Ball, Companion, Holding, Reopening, Settlement
from marugoto.custody.queries.came import handed_on_by
from marugoto.custody.queries.team import last_resort, tower
from marugoto.custody.rules.ball import may_look_again, may_reopen, may_settle
from marugoto.custody.rules.team import may_hold, may_read
from marugoto.disclosure.actions.inherit import inherit
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@moving
def settle(
    *,
    by: Viewer,
    at: datetime,
    ball: UUID,
    outcome: Outcome,
    with_matter: bool = False,
    look_on: date | None = None,
) -> Settlement:
    """The matter is over: nobody holds it any more. Only the holder may; not while it is offered or rescued.

    `with_matter`: the matter's own ending calls, which says what became of it; without that, a ball whose matter has such an
    ending (a notice, a consultation, a household's support) is not ended. What a conference opened for the role closes with it.
    `look_on`: the day on which whoever held it last looks in. Whoever handed it on hears why it ended.
    """
    grip = take(by, at, ball)
    row = grip.ball
    kind = MatterKind(row.matter_kind)
    may_settle(grip.held, grip.stances, kind=kind, with_matter=with_matter).require()
    ending = Settlement(body=by.body, made_at=at, ball=row, team_id=row.holder_id, outcome=outcome, at=at, by=by.duty)
    ending.save(force_insert=True)
    move(by, at, grip, settlement_id=ending.pk, look_on=look_on)
    close_holding(by, at, row.pk)
    close_to_former(by, at, row.pk, row.holder_id, OVER)
    hand_over_done(by, at, row.pk)
    _over(by, at, grip)
    Companion.objects.within(by.body).filter(ball=row, until=None).update(until=at, ended_by=by.duty)
    holders = Holding.objects.within(by.body).filter(ball=row).values("team").distinct().count()
    told = BallSettled(
        holder=row.holder_id,
        matter_kind=kind,
        urgency=Urgency(row.urgency),
        outcome=outcome,
        open_days=waited(by, at, row.made_at),
        holders=holders,
    )
    announce(told, by=by, at=at, matter=row.matter, area=row.area)
    if holders > 1:  # else nobody handed it on
        _tell_of_the_end(by, at, row, outcome)
    return ending


def _tell_of_the_end(by: Viewer, at: datetime, ball: Ball, outcome: Outcome) -> None:
    """Whoever handed it to those who end it; and, where the person wished no more after it was taken, the control tower. Each once."""
    sender = handed_on_by(by.body, ball.pk, holder=ball.holder_id)
    if sender is None:
        return
    tell(by, at, ball.pk, TidingKind.ENDED, team=sender, about=ball.holder_id, outcome=outcome)
    there = tower(by.body, local_day(at)) if outcome is Outcome.OWN_WISH else None
    if there is not None and there.pk != sender:
        tell(by, at, ball.pk, TidingKind.ENDED_BY_WISH, team=there.pk, about=ball.holder_id, outcome=outcome)


def _over(by: Viewer, at: datetime, grip: Grip) -> None:
    """Nobody waits for an answer about a ball that has ended."""
    answer_open(by, at, grip.ball, grip.stuck, StuckOutcome.SETTLED)
    for asking in Asking.objects.within(by.body).filter(ball=grip.ball, ended=None):
        end_asking(by, at, asking, AskingEndingKind.SETTLED)
    end_bids(by, at, grip.ball.pk)


@moving
def look_again(*, by: Viewer, at: datetime, ball: UUID, look_on: date | None) -> Ball:
    """Somebody looked in after the end: when the next time is, or that there is none. The matter's own verb calls."""
    grip = take(by, at, ball)
    may_look_again(grip.held).require()
    move(by, at, grip, look_on=look_on)
    return grip.ball


@moving
def reopen(*, by: Viewer, at: datetime, ball: UUID, leads: bool = False, with_matter: bool = False) -> Ball:
    """Back to the team that held it last, to which a conference's openings open again; where that can hold no more, or nobody there
    may read it now, to the team of last resort, which takes over what belongs to this ball. `leads`: the matter's own verb says
    that the viewer leads; `with_matter`: the matter's own resuming calls, where a ball does not begin again by itself."""
    former = Ball.objects.within(by.body).only("holder_id", "in_charge_id", "matter").get(pk=ball)
    heir = _heir(by, at, former)
    grip = take(by, at, ball)
    row, ended = grip.ball, grip.ball.settlement
    kind = MatterKind(row.matter_kind)
    may_reopen(grip.held, grip.stances, kind=kind, leads=leads, with_matter=with_matter).require()
    assert ended is not None  # noqa: S101 — the rule above has just said so
    last, to = former.holder_id, heir.team_id
    hand_to(by, at, grip, team=to, in_charge=heir.pk, how=How.REOPENED)
    if to == last:
        open_as_before(by, at, row.pk, to, ended.at)
    else:
        inherit(by=by, at=at, former=last, heir=to, estate=estate_of(by, [row.pk]), whole=False)
    Reopening.objects.create(body=by.body, made_at=at, settlement=ended, to_id=to, at=at, by=by.duty)
    tell(by, at, row.pk, TidingKind.ENTRUSTED, team=to)
    told = BallReopened(
        to=to,
        in_charge=row.in_charge_id,
        matter_kind=MatterKind(row.matter_kind),
        urgency=Urgency(row.urgency),
    )
    announce(told, by=by, at=at, matter=row.matter, area=row.area)
    return row


def _heir(by: Viewer, at: datetime, former: Ball) -> Duty:
    """Whoever was in charge, else the first there who reads it, else the first of the team of last resort who does."""
    there = standing(by, at, former.holder_id)
    if may_hold(there.receiver):
        heir = first_reader(by, at, former.matter, there.people, rather=former.in_charge_id)
        if heir is not None:
            return heir
    resort = standing(by, at, last_resort(by.body).pk)
    may_hold(resort.receiver).require()
    heir = first_reader(by, at, former.matter, resort.people)
    may_read(heir is not None).require()
    assert heir is not None  # noqa: S101 — the rule above has just said so
    return heir
