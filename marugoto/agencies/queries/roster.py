"""Who works in a body on a day, for the administrator."""

from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Worker
from marugoto.agencies.queries.directory import called
from marugoto.agencies.queries.viewer import duties_in_force


@dataclass(frozen=True)
class DutyLine:
    """`until` is the first day without it, None where no end is set."""

    team: str
    name: str
    roles: tuple[Role, ...]
    since: date
    until: date | None


@dataclass(frozen=True)
class WorkerLine:
    """`login` is empty for a worker without an account; `may_sign_in`: the account is open and has a password."""

    login: str
    name: str
    may_sign_in: bool
    duties: tuple[DutyLine, ...]


def workers_of(body: str, day: date) -> list[WorkerLine]:
    """In the order of their readings; duties in force on that day, under whichever body. Two queries."""
    rows = list(Worker.objects.within(body).select_related("user").order_by("kana", "pk"))
    duties: dict[object, list[DutyLine]] = {}
    for duty in duties_in_force(day).filter(worker__in=rows).order_by("since", "name"):
        line = DutyLine(called(duty.team), duty.name, tuple(sorted(duty.role_set())), duty.since, duty.until)
        duties.setdefault(duty.worker_id, []).append(line)
    return [
        WorkerLine(
            login=row.user.username if row.user else "",
            name=row.name,
            may_sign_in=bool(row.user and row.user.is_active and row.user.has_usable_password()),
            duties=tuple(duties.get(row.pk, ())),
        )
        for row in rows
    ]
