"""Try something small, and end it with what was found."""

from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, Urgency
from marugoto.custody.models import Ball
from marugoto.evaluation.codes import PilotEnd
from marugoto.evaluation.events.review import PilotBegun, PilotEnded
from marugoto.evaluation.models import Pilot, PilotEnding, PlanMeans
from marugoto.evaluation.queries.frozen import watched
from marugoto.evaluation.rules.review import may_end_pilot, may_review, may_try
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce

OUTCOMES = {
    PilotEnd.WENT_ON: Outcome.ACHIEVED,
    PilotEnd.CHANGED: Outcome.ACHIEVED,
    PilotEnd.STOPPED: Outcome.BROKEN_OFF,
}


@acting
def begin_pilot(
    *,
    by: Viewer,
    at: datetime,
    means: UUID,
    words: str,
    stop_rule: str,
    since: date,
    until: date,
    team: UUID | None,
    figure: str = "",
) -> Pilot:
    """`figure`: a code of the house's or an id of the plan's indicators. Raises PlanMeans.DoesNotExist."""
    may_review(by.roles).require()
    about = PlanMeans.objects.within(by.body).get(pk=means)
    may_try(words, stop_rule, since=since, until=until, today=local_day(at), team=team is not None).require()
    seen = watched(by, figure) if figure else None
    matter = Ref("improvement", uuid4())
    row = Pilot.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        means=about,
        words=clean(words.strip(), limit=300),
        stop_rule=clean(stop_rule.strip(), limit=300),
        since=since,
        until=until,
        ref=seen[0] if seen else None,
        watched=seen[1] if seen else "",
        ball=_ball(by, at, matter, team, until),
        by=by.duty,
    )
    announce(PilotBegun(pilot=row.pk, means=about.pk, indicator=row.ref, until=until), by=by, at=at, matter=row.pk)
    return row


@acting
def end_pilot(*, by: Viewer, at: datetime, pilot: UUID, end: PilotEnd, finding: str) -> PilotEnding:
    """By whoever holds it. Stopped with a written finding it counts like a change. Raises Pilot.DoesNotExist."""
    row = Pilot.objects.within(by.body).get(pk=pilot)
    holds = Ball.objects.within(by.body).filter(pk=row.ball_id, holder=by.team).exists()
    ended = PilotEnding.objects.within(by.body).filter(pilot=row).exists()
    may_end_pilot(finding, holds=holds, ended=ended).require()
    made = PilotEnding.objects.create(
        body=by.body, made_at=at, pilot=row, end=end, finding=clean(finding.strip(), limit=1_000), by=by.duty
    )
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[end], with_matter=True)
    late = max((local_day(at) - row.until).days, 0)
    told = PilotEnded(pilot=row.pk, means=row.means_id, indicator=row.ref, end=end, late=late)
    announce(told, by=by, at=at, matter=row.pk)
    return made


def _ball(by: Viewer, at: datetime, matter: Ref, team: UUID | None, until: date) -> Ball:
    kind, slow = MatterKind.IMPROVEMENT, Urgency.SLOW
    return place_ball(by=by, at=at, matter=matter, kind=kind, theme="pilot", urgency=slow, team=team, due_on=until)
