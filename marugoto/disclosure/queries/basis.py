"""Why a viewer may see what he sees: the grants in force, said in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    When,
)

from marugoto.agencies.queries.calendar import says
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.disclosure.queries.emergency import emergency_of
from marugoto.disclosure.rules.basis import BASES, BY_CODE, Basis, in_use
from marugoto.ground.question import Among, Ids, Question
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import last_day, local_day

LATELY = timedelta(days=90)  # what has closed longer ago is told no more
WHERE = ("folder__subject", "folder__part")


@dataclass(frozen=True)
class Why:
    """One ground under which folders of these subjects are open: since when, and the last day (None: no end is set)."""

    basis: Basis
    since: date
    until: date | None


@dataclass(frozen=True)
class Closed:
    """What stood open to the viewer until lately and does no more, with the ground on which it had. `seat`: to him, not to his team."""

    subject: UUID
    part: Part
    basis: Basis
    day: date
    seat: bool


@dataclass(frozen=True)
class EmergencyMark:
    """Somebody opened this in an emergency: it stands on the file for ever. `ended`: taken back before `until`."""

    emergency: UUID
    name: str
    since: datetime
    until: datetime
    ended: datetime | None
    own: bool


@dataclass(frozen=True)
class Grounds:
    """Why the viewer may see it, the widest first, one line per basis; who opened it in an emergency, the latest first; and what of it
    has closed."""

    whys: tuple[Why, ...]
    emergencies: tuple[EmergencyMark, ...]
    closed: tuple[Closed, ...] = ()


def ground_of(body: str, code: BasisCode, day: date) -> Basis:
    """The version of the basis under which this body acts on that day."""
    names = {one.needs for one in BASES if one.code is code and one.needs}
    return in_use(code, profile={name: says(body, name, day) for name in names}, day=day)


@looking
def grounds_of(viewer: Viewer, subjects: Iterable[UUID], beside: Iterable[UUID] = ()) -> Grounds:
    """Of these subjects. `beside`: of whom only what has closed is told; the viewer sees them already. One query."""
    beside = set(beside)
    who = {"body": viewer.body, "team": viewer.team, "duty": viewer.duty, "at": viewer.at, "lately": viewer.at - LATELY}
    asked = [*subjects, *beside]
    rows = _IN_FORCE.ask(**who, subjects=asked) if asked else []
    found: dict[BasisCode, list[tuple[date, date | None]]] = {}
    marks: dict[UUID, EmergencyMark] = {}
    for row in rows:
        if row.folder__subject in beside:
            continue
        if row.mine and (row.until is None or row.until > viewer.at) and row.ended is None:
            until = last_day(row.until) if row.until else None
            found.setdefault(BasisCode(row.basis), []).append((local_day(row.since), until))
        emergency = emergency_of(row.via)
        if emergency is not None:
            name = row.duty__worker__name or ""
            marks[emergency] = EmergencyMark(emergency, name, row.since, row.until, row.ended, row.own)
    order = list(BY_CODE)
    whys = [_why(viewer, basis, spans) for basis, spans in sorted(found.items(), key=lambda item: order.index(item[0]))]
    return Grounds(
        tuple(whys), tuple(sorted(marks.values(), key=lambda mark: mark.since, reverse=True)), _closed(viewer, rows)
    )


def _why(viewer: Viewer, basis: BasisCode, spans: list[tuple[date, date | None]]) -> Why:
    since = min(since for since, _ in spans)
    return Why(ground_of(viewer.body, basis, since), since, _latest([until for _, until in spans]))


def _closed(viewer: Viewer, rows: Iterable[Any]) -> tuple[Closed, ...]:
    """Not what is open on another ground, and not what a restriction shuts: that ended nothing, and of it nothing is told."""
    live, over = set[tuple[UUID, str]](), dict[tuple[UUID, str], Any]()
    for row in sorted(rows, key=lambda row: _over_at(row) or row.since):
        if not row.mine:
            continue
        end, where = _over_at(row), (row.folder__subject, row.folder__part)
        if end is None or end > viewer.at:
            live.add(where)
        elif end > viewer.at - LATELY:
            over[where] = row
    return tuple(
        Closed(
            subject,
            Part(part),
            ground_of(viewer.body, BasisCode(row.basis), local_day(row.since)),
            local_day(_over_at(row) or row.since),
            row.own,
        )
        for (subject, part), row in sorted(over.items(), key=str)
        if (subject, part) not in live
    )


def _over_at(row: Any) -> datetime | None:
    return min((one for one in (row.until, row.ended) if one is not None), default=None)


def _in_force(body: str, team: UUID, duty: UUID, at: datetime, lately: datetime, subjects: Any) -> QuerySet[Any, Any]:
    ended = GrantEnding.objects.within(body).filter(ended_at__lte=at, grant=OuterRef("pk"))
    mine, emergency = Q(team=team) | Q(duty=duty), Q(basis=BasisCode.EMERGENCY)
    return (
        Grant.objects.within(body)
        .filter(mine | emergency, Among("folder__subject", subjects), since__lte=at)
        .filter(emergency | Q(~Exists(ended.filter(ended_at__lte=lately)), Q(until=None) | Q(until__gt=lately)))
        .annotate(
            mine=Case(When(mine, then=True), default=False),
            own=Case(When(duty=duty, then=True), default=False),
            ended=Subquery(ended.values("ended_at")),
        )
        .values_list("basis", "since", "until", "via", "mine", "own", "ended", "duty__worker__name", *WHERE, named=True)
    )


_IN_FORCE: Question[Any] = Question(
    _in_force,
    body=CharField(),
    team=UUIDField(),
    duty=UUIDField(),
    at=DateTimeField(),
    lately=DateTimeField(),
    subjects=Ids(),
)


def _latest(days: list[date | None]) -> date | None:
    """The last day of several grants; one without an end has none."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
