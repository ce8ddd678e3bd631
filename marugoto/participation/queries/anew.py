"""What became of places of late, and of which of them the holder of a need was told that they fit now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community import events
from marugoto.community.queries.place_rows import told_of
from marugoto.community.queries.place_whole import all_with_interests, wholes
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import layout
from marugoto.ledger.models import Fact
from marugoto.participation.codes import PlaceNews
from marugoto.participation.models import ShownPlace
from marugoto.participation.queries.offered import as_offered, changed_of_late
from marugoto.participation.rules.index import Index

# What may open a gate.
NEWS: Mapping[str, PlaceNews] = {
    events.PlaceConfirmed.kind: PlaceNews.CONFIRMED,
    events.PlaceChanged.kind: PlaceNews.CHANGED,
    events.PromiseLifted.kind: PlaceNews.CHANGED,
    events.PlaceListed.kind: PlaceNews.LISTED,
    events.PlaceWidened.kind: PlaceNews.WIDENED,
}
PLACE = layout(events.PlaceListed)["place"]
DAYS_BACK = 14  # where nobody looked since the process began
MANY = 500  # places asked for one by one; of more all are read
LATE = 2_000  # a fact takes its number when it is written and may show itself so far behind later ones
Mark = tuple[tuple[int, UUID], ...]
Change = tuple[int, UUID, str]  # its number, the place, and the kind of fact


@dataclass(frozen=True)
class Looked:
    """How far somebody looked. `read`: which facts not far behind; whatever shows itself between them later was not looked at."""

    mark: Mark
    read: frozenset[int] = frozenset()

    def further(self, mark: Mark, changes: Iterable[Change]) -> "Looked":
        read = self.read.union(seq for seq, _place, _kind in changes)
        return Looked(mark, frozenset(seq for seq in read if seq > mark[0][0] - LATE))


@dataclass(frozen=True)
class FitsNow:
    """`reasons`: why it fits, as the holder was told."""

    place: UUID
    name: str
    news: PlaceNews
    reasons: tuple[str, ...]
    at: datetime


@looking
def mark_of(viewer: Viewer) -> Mark:
    """How far the changes of places have come: one query."""
    return changed_of_late(viewer, tuple(NEWS))


@looking
def changes_since(viewer: Viewer, before: Looked | None) -> list[Change]:
    """What became of places in the last days that was not read before: one query."""
    facts = Fact.objects.within(viewer.body).filter(kind__in=NEWS)
    facts = facts.filter(day__gt=day_number(local_day(viewer.at)) - DAYS_BACK)
    if before is not None:
        facts = facts.filter(seq__gt=before.mark[0][0] - LATE)
    rows = facts.order_by("seq").values_list("seq", PLACE, "kind")
    return [row for row in rows if before is None or row[0] not in before.read]


def news_of(changes: Iterable[Change]) -> dict[UUID, PlaceNews]:
    told: dict[UUID, PlaceNews] = {}
    for _seq, place, kind in changes:
        told[place] = _said_of_both(told.get(place), NEWS[kind])
    return told


def _said_of_both(one: PlaceNews | None, then: PlaceNews) -> PlaceNews:
    """That it widened, or is listed, says more than that something changed afterwards; a check says least."""
    if one is None or then in (PlaceNews.LISTED, PlaceNews.WIDENED):
        return then
    return one if one is PlaceNews.WIDENED or then is PlaceNews.CONFIRMED else then


@looking
def index_of_these(viewer: Viewer, places: Collection[UUID]) -> Index:
    """Those of them that the viewer may see and propose."""
    today, chosen = local_day(viewer.at), set(places)
    found = wholes(viewer, chosen) if len(chosen) <= MANY else all_with_interests(viewer)
    return Index(as_offered(one, today) for one in found if one.place.pk in chosen and one.may_be_proposed)


def shown_already(viewer: Viewer, needs: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """Within an action: need and place."""
    rows = ShownPlace.objects.open_to(viewer).filter(need__in=needs)
    return set(rows.values_list("need_id", "place_id"))


@looking
def fits_now(viewer: Viewer, needs: Collection[UUID]) -> dict[UUID, list[FitsNow]]:
    """Of which places the holders of these needs were told, the latest first: one query, none where there are no needs."""
    found: dict[UUID, list[FitsNow]] = {}
    if not needs:
        return found
    rows: Any = ShownPlace.objects.open_to(viewer).filter(told_of(viewer), need__in=needs).exclude(news="")
    for row in rows.select_related("place").order_by("-made_at", "place__name", "pk"):
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        line = FitsNow(row.place_id, row.place.name, PlaceNews(row.news), tuple(row.reasons), row.made_at)
        found.setdefault(row.need_id, []).append(line)
    return found
