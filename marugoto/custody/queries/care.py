"""Beside the ball: who moves along, and what was learnt when the control tower gave a ball back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import LearntCode, MatterKind
from marugoto.custody.models import Companion, Learnt
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.transaction import looking, looking_from_the_tower

MOST = 100


@dataclass(frozen=True)
class Beside:
    """A team that moves along; `id` is what ends it."""

    id: UUID
    team: TeamName
    since: datetime


@dataclass(frozen=True)
class LearntLine:
    """What the holder can do itself the next time; of the matter no more than its theme."""

    at: datetime
    theme: str
    matter_kind: MatterKind
    holder: TeamName
    code: LearntCode
    words: str


@looking_from_the_tower
def companions(viewer: Viewer, ball: UUID) -> list[Beside]:
    """Those who move along now, the longest first."""
    rows = Companion.objects.within(viewer.body).filter(ball=ball, until=None).select_related("team__agency")
    return [Beside(row.pk, team_name(row.team), row.since) for row in rows.order_by("since", "pk")]


@looking
def learnt(viewer: Viewer, *, theme: str = "", most: int = MOST) -> list[LearntLine]:
    """What the viewer's team learnt, and what it saw others learn while it acted for them; the latest first."""
    rows = Learnt.objects.open_to(viewer).select_related("rescue__ball__holder__agency")
    if theme:
        rows = rows.filter(rescue__ball__theme=theme)
    found = list(rows.order_by("-made_at", "pk")[:most])
    for row in found:
        viewer.sight.shows(row.folder_id, WORDS_PART)
    return [
        LearntLine(
            at=row.made_at,
            theme=row.rescue.ball.theme,
            matter_kind=MatterKind(row.rescue.ball.matter_kind),
            holder=team_name(row.rescue.ball.holder),
            code=LearntCode(row.code),
            words=row.words,
        )
        for row in found
    ]
