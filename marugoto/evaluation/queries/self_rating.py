"""Rounds of 自己採点. Until a round is closed nobody is shown what another one said, not even who opened it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import JUDGED
from marugoto.evaluation.models import RatingRound, SelfRating
from marugoto.evaluation.rules.second_opinion import Opinion, RaterRole, opinions
from marugoto.ground.transaction import looking

Round = RatingRound  # as a reader holds it; pages take the words from here


@dataclass(frozen=True)
class Whole:
    """`roles`: how many of each have rated; `own`: the viewer has; `opinions` and `words` are empty until it is closed."""

    row: RatingRound
    roles: Mapping[RaterRole, int]
    own: bool
    opinions: Mapping[str, Opinion]
    words: tuple[tuple[RaterRole, str], ...]

    @property
    def closed(self) -> bool:
        return self.row.closed_id is not None


@looking
def rounds(viewer: Viewer) -> list[RatingRound]:
    """The newest first: one query."""
    return list(RatingRound.objects.within(viewer.body).select_related("closed").order_by("-number"))


@looking
def open_round(viewer: Viewer) -> Any | None:
    """The one that runs; its `own` says whether the viewer has rated in it. One query."""
    own = SelfRating.objects.within(viewer.body).filter(round=OuterRef("pk"), by=viewer.duty, copied=False)
    rows: Any = RatingRound.objects.within(viewer.body).filter(closed=None)
    return rows.annotate(own=Exists(own)).first()


@looking
def get(viewer: Viewer, rating_round: UUID) -> Whole | None:
    """Two queries. Of a round that is open no score leaves the database."""
    row = RatingRound.objects.within(viewer.body).select_related("closed").filter(pk=rating_round).first()
    if row is None:
        return None
    rows = SelfRating.objects.within(viewer.body).filter(round=row).order_by("made_at", "pk")
    if row.closed_id is None:
        rows = rows.only("id", "body", "role", "by", "copied")
    found = list(rows)
    shown = found if row.closed_id else []
    return Whole(
        row=row,
        roles=Counter(RaterRole(one.role) for one in found),
        own=any(one.by == viewer.duty and not one.copied for one in found),
        opinions=opinions([one.scores for one in shown], {name: row.computed.get(name) for name in JUDGED})
        if shown
        else {},
        words=tuple((RaterRole(one.role), one.words) for one in sorted(shown, key=lambda one: one.role) if one.words),
    )
