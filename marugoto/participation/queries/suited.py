"""What a household's plan may turn to: the places its needs were brought to, and those that fit what was wished."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.joined import Joined
from marugoto.ground.transaction import looking
from marugoto.participation.codes import Grade, MatchState
from marugoto.participation.labels import said
from marugoto.participation.models import Wish, WishInterest
from marugoto.participation.queries.match import NOTHING_CAME, as_wished, known_roads, linked_now, links_for
from marugoto.participation.queries.offered import index_of
from marugoto.participation.rules.matching import find
from marugoto.participation.rules.offered import Fit, Found


@dataclass(frozen=True)
class Suited:
    """A place for a need. `state`: how far it has come there; None where nobody asked yet, and `reason` says what speaks for it."""

    need: UUID
    place: UUID
    name: str
    state: MatchState | None
    reason: str


@looking
def suited(viewer: Viewer, needs: Collection[UUID], *, most: int) -> list[Suited]:
    """For each need the places it was brought to, then the best of those that fit its wish, `most` in all: four queries, however many
    needs; where no wish was heard it is two."""
    heard, linked = latest_wishes(viewer, need__in=needs), linked_now(viewer)
    index, ways = (index_of(viewer), known_roads(viewer)) if heard else (None, [])
    found = []
    for need in needs:
        known = [row for row in linked if row.need_id == need and row.state not in NOTHING_CAME]
        for row in known:
            viewer.sight.shows(row.folder_id, Part.SUPPORT)
        lines = [Suited(need, row.place_id, row.place.name, MatchState(row.state), "") for row in known]
        if index is not None and need in heard:
            wished = as_wished(viewer, need, *heard[need], roads=ways)
            lines += _fits(need, find(wished, index, said(), links_for(linked, need)), {row.place_id for row in known})
        found += lines[:most]
    return found


def _fits(need: UUID, found: Found, known: Collection[UUID]) -> list[Suited]:
    fits = [fit for fit in found.fits if UUID(fit.place.key) not in known]
    return [Suited(need, UUID(fit.place.key), fit.place.name, None, _first(fit)) for fit in fits]


def _first(fit: Fit) -> str:
    return next((reason.sentence for reason in fit.reasons if reason.grade is not Grade.KNOW), "")


def latest_wishes(viewer: Viewer, **which: Any) -> dict[UUID, tuple[Wish, frozenset[str]]]:
    """Of each need the latest wish, with its interests: one query."""
    chosen = WishInterest.objects.within(viewer.body).filter(wish=OuterRef("pk")).order_by().values("wish")
    rows = Wish.objects.open_to(viewer).filter(**which).select_related("need").order_by("made_at")
    rows = rows.annotate(interests=Subquery(chosen.annotate(all=Joined("interest")).values("all")))
    latest: dict[UUID, Any] = {row.need_id: row for row in rows}
    for row in latest.values():
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return {need: (row, frozenset(filter(None, (row.interests or "").split(",")))) for need, row in latest.items()}
