"""With what somebody is stuck, as far as it is open to the viewer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.models import StuckWords
from marugoto.custody.queries.now import say_team
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


@looking
def of_ball(viewer: Viewer, ball: UUID) -> list[StuckLine]:
    """Of every call for help on it, the latest first: one query."""
    rows = StuckWords.objects.open_to(viewer).filter(stuck__ball=ball).select_related("stuck__team__agency")
    found = list(rows.annotate(writer=worker_name("by")).order_by("-made_at", "pk"))
    for row in found:
        viewer.sight.shows(row.folder_id, WORDS_PART)
    return [
        StuckLine(
            stuck=row.stuck_id,
            team=say_team(row.stuck.team),
            by_name=row.writer or "",
            at=row.made_at,
            words=row.words,
            answered=row.stuck.answer_id is not None,
        )
        for row in found
    ]


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
