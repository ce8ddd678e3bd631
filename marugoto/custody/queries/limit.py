"""The days that belong to each urgency in a body: read once a minute, since every list needs them; and who set them, when, why."""

import time
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from marugoto.agencies.queries.directory import names_of_duties, names_of_teams
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import MatterKind, Urgency
from marugoto.custody.models import AnswerLimit, Limit
from marugoto.custody.rules.limit import OURS, AnswerSetting, Days, Way, answer_days, in_force
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

SECONDS = 60
Row = tuple[Urgency, date, Days]

_known: dict[str, tuple[float, list[Row]]] = {}
_ways: dict[str, tuple[float, list[AnswerSetting]]] = {}


@dataclass(frozen=True)
class LimitLine:
    """One setting. `since`, `made_at` are None where our own numbers hold; `by_name` is empty for the system."""

    urgency: Urgency
    days: Days
    since: date | None = None
    made_at: datetime | None = None
    by_name: str = ""
    reason: str = ""

    @property
    def ours(self) -> bool:
        return self.since is None


@dataclass(frozen=True)
class LimitBook:
    """`now`: one line for each urgency; `coming`: set for a day to come, the nearest first; `former`: the newest first."""

    now: tuple[LimitLine, ...]
    coming: tuple[LimitLine, ...]
    former: tuple[LimitLine, ...]


def limits_of(body: str, day: date) -> dict[Urgency, Days]:
    """The body's own rows in force on that day, our numbers for the rest. A change is seen within a minute."""
    found = _known.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[body] = (time.monotonic(), _read(body))
    return in_force((row for row in found[1] if row[1] <= day), day)


def answer_settings(body: str) -> list[AnswerSetting]:
    """In the order in which they were set. A change is seen within a minute."""
    found = _ways.get(body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        rows = AnswerLimit.objects.within(body).order_by("made_at", "pk")
        found = _ways[body] = (time.monotonic(), [_setting(row) for row in rows])
    return found[1]


def days_to_answer(body: str, day: date, way: Way) -> int:
    """How many open days there are for an answer to such an offer: by its way, else by its urgency."""
    usual = limits_of(body, day)[way.urgency or Urgency.USUAL].answer
    return answer_days(answer_settings(body), way, day, usual)


@looking
def days_for_team(viewer: Viewer, *, team: UUID, kind: MatterKind, urgency: Urgency) -> int:
    """The same for whoever looks: one query for the agency of the team."""
    row = names_of_teams([team]).get(team)
    return days_to_answer(viewer.body, local_day(viewer.at), Way(row.agency_id if row else None, kind, urgency))


@dataclass(frozen=True)
class AnswerLine:
    """One setting of a way; `agency` as it is called, empty for any."""

    setting: AnswerSetting
    agency: str
    made_at: datetime
    by_name: str
    reason: str


@looking
def answer_book(viewer: Viewer) -> list[AnswerLine]:
    """The newest first; two queries."""
    rows = list(AnswerLimit.objects.within(viewer.body).select_related("agency").order_by("-made_at", "pk"))
    people = names_of_duties({row.by for row in rows}) if rows else {}
    return [
        AnswerLine(
            setting=_setting(row),
            agency=row.agency.name if row.agency else "",
            made_at=row.made_at,
            by_name=people[row.by].worker.name if row.by in people else "",
            reason=row.reason,
        )
        for row in rows
    ]


def _setting(row: AnswerLimit) -> AnswerSetting:
    kind, urgency = row.matter_kind, row.urgency
    way = Way(row.agency_id, MatterKind(kind) if kind else None, Urgency(urgency) if urgency else None)
    return AnswerSetting(way, row.since, row.days)


@looking
def limit_book(viewer: Viewer) -> LimitBook:
    """Two queries, however often the days were changed."""
    today = local_day(viewer.at)
    rows = list(Limit.objects.within(viewer.body).order_by("since", "made_at", "pk"))
    people = names_of_duties({row.by for row in rows})
    lines = [
        LimitLine(
            urgency=Urgency(row.urgency),
            days=Days(row.answer_days, row.unattended_days),
            since=row.since,
            made_at=row.made_at,
            by_name=people[row.by].worker.name if row.by in people else "",
            reason=row.reason,
        )
        for row in rows
    ]
    begun = [line for line in lines if line.since and line.since <= today]
    holding = {line.urgency: line for line in begun}
    return LimitBook(
        now=tuple(holding.get(urgency, LimitLine(urgency, OURS[urgency])) for urgency in Urgency),
        coming=tuple(line for line in lines if line.since and line.since > today),
        former=tuple(line for line in reversed(begun) if line is not holding[line.urgency]),
    )


def forget() -> None:
    """After a change of limits, and between tests."""
    _known.clear()
    _ways.clear()


def forget_with_commit() -> None:
    """For whoever changes them: now for himself, and once more when it is written, as another thread may have read the old meanwhile."""
    forget()
    transaction.on_commit(forget)


def _read(body: str) -> list[Row]:
    rows = Limit.objects.within(body).order_by("since", "made_at", "pk")
    return [(Urgency(row.urgency), row.since, Days(row.answer_days, row.unattended_days)) for row in rows]
