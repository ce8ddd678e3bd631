"""Say, and unsay, which teams of a prefecture and of a municipality are each other's counterparts."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.codes import FirstCall
from marugoto.agencies.models import Body, Counterpart, CounterpartEnding, Team
from marugoto.agencies.queries.counterpart import side_of, stands
from marugoto.agencies.rules.counterpart import may_tie, may_untie
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day


@acting
def tie(
    *, by: Viewer, at: datetime, outer: UUID, inner: UUID, first_call: FirstCall, since: date, about: str = ""
) -> Counterpart:
    """Raises Team.DoesNotExist for teams that are not a prefecture's and one of its municipalities'."""
    theirs = Team.objects.everywhere("a team of the prefecture").get(pk=outer)
    ours = Team.objects.everywhere("a team of one of its municipalities").get(pk=inner)
    if not Body.objects.filter(pk=ours.body, prefecture=theirs.body).exists():
        raise Team.DoesNotExist
    today = local_day(at)
    running = Counterpart.objects.everywhere("ties of two teams").filter(outer=theirs, inner=ours, ended=None)
    may_tie(
        side_of(by, theirs.body, outer, ours.body),
        outer_stands=stands(theirs, today),
        inner_stands=stands(ours, today),
        here_already=running.exists(),
        since=since,
        today=today,
    ).require()
    return Counterpart.objects.create(
        body=by.body,
        made_at=at,
        outer=theirs,
        inner=ours,
        town=ours.body,
        first_call=first_call,
        about=about.strip(),
        since=since,
        by_id=by.duty,
    )


@acting
def untie(*, by: Viewer, at: datetime, counterpart: UUID, reason: str) -> CounterpartEnding:
    """From today on, by whichever side. Raises Counterpart.DoesNotExist."""
    row = Counterpart.objects.everywhere("entered by either side").select_related("outer").get(pk=counterpart)
    side = side_of(by, row.outer.body, row.outer_id, row.town)
    may_untie(side, running=row.ended_id is None, reason=reason).require()
    ending = CounterpartEnding.objects.create(
        body=by.body, made_at=at, day=local_day(at), by_id=by.duty, reason=reason.strip()
    )
    row.ended = ending
    row.save(update_fields=["ended"])
    return ending
