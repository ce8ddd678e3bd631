"""What was asked of a ball's holders, and what they answered, as far as it is open to the viewer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import AskingEndingKind
from marugoto.custody.models import Asking, AskingWords
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.transaction import looking

MOST = 20


@dataclass(frozen=True)
class AskingLine:
    """`ended` None while a word is waited for; `words` are empty for whom they are not."""

    asked_by: TeamName
    by_name: str
    at: datetime
    ended: AskingEndingKind | None
    ended_at: datetime | None
    words: str


@looking
def askings(viewer: Viewer, ball: UUID) -> list[AskingLine]:
    """The latest first: two queries, one where nothing was asked."""
    rows = list(
        Asking.objects.within(viewer.body)
        .filter(ball=ball)
        .select_related("team__agency", "by__worker", "ended")
        .order_by("-at", "pk")[:MOST]
    )
    said: dict[UUID, str] = {}
    if any(row.ended and row.ended.kind == AskingEndingKind.ANSWERED for row in rows):
        for words in AskingWords.objects.open_to(viewer).filter(asking__in=rows):
            viewer.sight.shows(words.folder_id, WORDS_PART)
            said[words.asking_id] = words.words
    return [
        AskingLine(
            asked_by=team_name(row.team),
            by_name=row.by.worker.name,
            at=row.at,
            ended=AskingEndingKind(row.ended.kind) if row.ended else None,
            ended_at=row.ended.at if row.ended else None,
            words=said.get(row.pk, ""),
        )
        for row in rows
    ]
