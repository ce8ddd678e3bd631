"""Which teams would hold a ball, and why, as far as it is open to the viewer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import BidEndingKind
from marugoto.custody.models import Bid, BidWords
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.transaction import looking

MOST = 20


@dataclass(frozen=True)
class BidLine:
    """`ended` None while the holder's answer is awaited; words are empty for whom they are not."""

    bid: UUID
    team: TeamName
    by_name: str
    at: datetime
    words: str
    answer: str
    ended: BidEndingKind | None


@looking
def bids(viewer: Viewer, ball: UUID, *, own: bool = False) -> list[BidLine]:
    """The latest first; with `own` only those of the viewer's team. One query."""
    rows = Bid.objects.within(viewer.body).filter(ball=ball).select_related("team__agency", "by__worker", "ended")
    rows = rows.filter(team=viewer.team) if own else rows
    found = list(_worded(viewer, rows).order_by("-at", "pk")[:MOST])
    for folder in {one for row in found for one in (row.why_folder, row.answer_folder) if one is not None}:
        viewer.sight.shows(folder, WORDS_PART)
    return [
        BidLine(
            bid=row.pk,
            team=team_name(row.team),
            by_name=row.by.worker.name,
            at=row.at,
            words=row.why or "",
            answer=row.answer_words or "",
            ended=BidEndingKind(row.ended.kind) if row.ended else None,
        )
        for row in found
    ]


def _worded(viewer: Viewer, rows: QuerySet[Bid]) -> QuerySet[Any]:
    """With what both sides said, as far as it is open, and the folders in which that stands."""
    said = BidWords.objects.open_to(viewer).filter(bid=OuterRef("pk"))
    why, answer = said.filter(answer=False), said.filter(answer=True)
    return rows.annotate(
        why=Subquery(why.values("words")[:1]),
        why_folder=Subquery(why.values("folder_id")[:1]),
        answer_words=Subquery(answer.values("words")[:1]),
        answer_folder=Subquery(answer.values("folder_id")[:1]),
    )


@looking
def ball_of(viewer: Viewer, bid: UUID) -> UUID | None:
    """The ball for which somebody offered itself."""
    return Bid.objects.within(viewer.body).filter(pk=bid).values_list("ball", flat=True).first()
