"""With what somebody is stuck, as far as it is open to the viewer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, F, UUIDField, Value, When
from django.db.models.functions import Cast

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.models import StuckWords
from marugoto.custody.queries.care import STEP, TouchLine, latest_touches, steps_of
from marugoto.custody.queries.now import say_name
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class StuckLine:
    """`answered`: the call has been answered since."""

    stuck: UUID
    team: str
    by_name: str
    at: datetime
    words: str
    answered: bool


@dataclass(frozen=True)
class Written:
    """What was recorded on a ball, and with what it was stuck in every call on it; the latest first."""

    steps: list[TouchLine]
    words: list[StuckLine]


@looking
def of_ball(viewer: Viewer, ball: UUID) -> Written:
    """One query for both."""
    words = StuckWords.objects.open_to(viewer).filter(stuck__ball=ball)
    said = words.annotate(
        done_at=F("made_at"),
        of_team=F("stuck__team"),
        team_called=F("stuck__team__name"),
        agency_called=F("stuck__team__agency__short"),
        done_by=worker_name("by"),
        what=Value(""),
        standing=Value(""),
        line=F("words"),
        call=F("stuck"),
        kept_in=F("folder"),
        answered=Case(When(stuck__answer=None, then=False), default=True),
    )
    none = Cast(Value(None), UUIDField())
    done = latest_touches(viewer, ball).annotate(line=Value(""), call=none, kept_in=none, answered=Value(False))
    names = (*STEP, "line", "call", "kept_in", "answered")
    rows = list(said.values_list(*names, named=True).union(done.values_list(*names, named=True), all=True))
    lines = [row for row in rows if row.call is not None]
    for row in lines:
        viewer.sight.shows(row.kept_in, WORDS_PART)
    return Written(steps_of([row for row in rows if row.call is None]), [_line(row) for row in _latest(lines)])


def _latest(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.done_at, reverse=True)


def _line(row: Any) -> StuckLine:
    return StuckLine(
        stuck=row.call,
        team=say_name(row.team_called, row.agency_called),
        by_name=row.done_by or "",
        at=row.done_at,
        words=row.line,
        answered=row.answered,
    )


@looking
def said(viewer: Viewer, stucks: Collection[UUID]) -> dict[UUID, str]:
    """By the call, what was said with it, in its order: one query, and none where nobody calls."""
    if not stucks:
        return {}
    rows = list(StuckWords.objects.open_to(viewer).filter(stuck__in=stucks).order_by("made_at", "pk"))
    words: dict[UUID, list[str]] = {}
    for row in rows:
        viewer.sight.shows(row.folder_id, WORDS_PART)
        words.setdefault(row.stuck_id, []).append(row.words)
    return {stuck: " ".join(lines) for stuck, lines in words.items()}
