"""Tidings not read yet: what happened to balls of ours since somebody last looked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import MatterKind, Outcome, TidingKind
from marugoto.custody.models import Tiding
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.transaction import looking_from_the_tower

MOST = 100


@dataclass(frozen=True)
class TidingFace:
    """One thing to hear; `about` is the other team. Codes only: the matter's own words are asked for at the door."""

    id: UUID
    kind: TidingKind
    at: datetime
    ball: UUID
    number: str
    matter_kind: MatterKind
    matter: UUID
    theme: str
    holder: TeamName
    about: TeamName | None
    personal: bool  # to this duty, not to the whole team
    outcome: Outcome | None = None  # how the ball ended, where that is what it tells


@looking_from_the_tower
def unread(viewer: Viewer, *, most: int = MOST, hats: Mapping[UUID, UUID] = MappingProxyType({})) -> list[TidingFace]:
    """To the viewer's own duty, then to the viewer's team, each with the newest first; one query: on a day on which much comes to the
    team, what came to oneself is not pushed off the page. `hats`: the same worker's other teams, each with the duty there."""
    teams, duties = {viewer.team, *hats}, {viewer.duty, *hats.values()}
    rows = (
        Tiding.objects.within(viewer.body)
        .filter(Q(team__in=teams) | Q(duty__in=duties), read=None)
        .select_related("ball__holder__agency", "about__agency")
        .alias(to_team=Q(duty=None))
        .order_by("to_team", "-made_at", "pk")[:most]
    )
    return [
        TidingFace(
            id=row.pk,
            kind=TidingKind(row.kind),
            at=row.made_at,
            ball=row.ball_id,
            number=row.ball.number,
            matter_kind=MatterKind(row.ball.matter_kind),
            matter=row.ball.matter,
            theme=row.ball.theme,
            holder=team_name(row.ball.holder),
            about=team_name(row.about) if row.about else None,
            personal=row.duty_id is not None,
            outcome=Outcome(row.outcome) if row.outcome else None,
        )
        for row in rows
    ]
