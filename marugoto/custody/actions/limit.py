"""Set the body's own days for an urgency, and for the answer on one route."""

from datetime import date, datetime

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Urgency
from marugoto.custody.models import AnswerLimit, Limit
from marugoto.custody.queries.limit import answer_settings, forget, forget_with_commit, limits_of
from marugoto.custody.rules.limit import Days, Way, may_set, may_set_answer, ways_in_force
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day


@acting
def set_limit(*, by: Viewer, at: datetime, urgency: Urgency, days: Days, since: date, reason: str) -> Limit:
    """In force from `since` on; what was set before stays to be read. Answers already asked for keep their day."""
    forget()  # another process may have set one within the last minute
    may_set(
        days,
        keeps_house=by.keeps_house or by.has(Role.SYSTEM),
        begins_in_past=since < local_day(at),
        changes=limits_of(by.body, since)[urgency] != days,
        reasoned=bool(reason.strip()),
    ).require()
    row = Limit.objects.create(
        body=by.body,
        made_at=at,
        urgency=urgency,
        since=since,
        answer_days=days.answer,
        unattended_days=days.unattended,
        by=by.duty,
        reason=reason.strip(),
    )
    forget_with_commit()
    return row


@acting
def set_answer_limit(*, by: Viewer, at: datetime, way: Way, days: int | None, since: date, reason: str) -> AnswerLimit:
    """Without days the way has none of its own any more. Answers already asked for keep their day."""
    forget()
    may_set_answer(
        way,
        days,
        keeps_house=by.keeps_house or by.has(Role.SYSTEM),
        begins_in_past=since < local_day(at),
        changes=ways_in_force(answer_settings(by.body), since).get(way) != days,
        reasoned=bool(reason.strip()),
    ).require()
    row = AnswerLimit.objects.create(
        body=by.body,
        made_at=at,
        agency_id=way.agency,
        matter_kind=way.kind or "",
        urgency=way.urgency or "",
        days=days,
        since=since,
        by=by.duty,
        reason=reason.strip(),
    )
    forget_with_commit()
    return row
