"""Which teams would hold a ball, and why, as far as it is open to the viewer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
    """The latest first; with `own` only those of the viewer's team. Two queries, one where there is none."""
    rows = Bid.objects.within(viewer.body).filter(ball=ball).select_related("team__agency", "by__worker", "ended")
    rows = rows.filter(team=viewer.team) if own else rows
    found = list(rows.order_by("-at", "pk")[:MOST])
    said: dict[tuple[UUID, bool], str] = {}
    for words in BidWords.objects.open_to(viewer).filter(bid__in=found) if found else ():
        viewer.sight.shows(words.folder_id, WORDS_PART)
        said[words.bid_id, words.answer] = words.words
    return [
        BidLine(
            bid=row.pk,
            team=team_name(row.team),
            by_name=row.by.worker.name,
            at=row.at,
            words=said.get((row.pk, False), ""),
            answer=said.get((row.pk, True), ""),
            ended=BidEndingKind(row.ended.kind) if row.ended else None,
        )
        for row in found
    ]


@looking
def ball_of(viewer: Viewer, bid: UUID) -> UUID | None:
    """The ball for which somebody offered itself."""
    return Bid.objects.within(viewer.body).filter(pk=bid).values_list("ball", flat=True).first()
