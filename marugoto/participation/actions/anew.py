"""A place became another and fits now somebody who waits: the holder of that need hears of it, once for each place.

Whoever changed the place reads nobody's wish. The courier looks, need by need, with the eyes of a duty that holds it: what is shut to them
is not looked at, and nothing leaves them but the word to that team.
"""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewers_in
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import get as get_need
from marugoto.community.queries.place_rows import tiers_of
from marugoto.community.queries.unmet_need import StillWaiting, still_waiting
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import TidingKind
from marugoto.custody.models import Ball
from marugoto.ground.transaction import acting, hold
from marugoto.ledger.actions import announce
from marugoto.participation.codes import Grade, PlaceNews
from marugoto.participation.events import PlaceFits
from marugoto.participation.labels import said
from marugoto.participation.models import ShownPlace
from marugoto.participation.queries.anew import (
    Change,
    Looked,
    Mark,
    changes_since,
    index_of_these,
    mark_of,
    news_of,
    shown_already,
)
from marugoto.participation.queries.match import NOTHING_CAME, as_wished, known_roads, linked_now, links_for
from marugoto.participation.queries.suited import latest_wishes
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import SHOWN, find
from marugoto.participation.rules.offered import Fit

log = logging.getLogger(__name__)
MOST_REASONS = 3
MOST_TRIES = 5
News = Mapping[UUID, PlaceNews]
_LOOKED: dict[str, Looked] = {}  # how far this process has looked, by body
_TRIES: Counter[str] = Counter()


@acting
def note_shown(*, by: Viewer, at: datetime, need: UUID, places: Collection[UUID]) -> None:
    """The page shows the holder that these fit: of them he is told no more as of news."""
    row = get_need(by, need)
    if row is not None:
        shown = [
            ShownPlace(body=by.body, made_at=at, folder_id=row.folder_id, need=row, place_id=one) for one in places
        ]
        ShownPlace.objects.bulk_create(shown, ignore_conflicts=True)


def look_anew_everywhere(*, at: datetime, left_alone: Callable[[Viewer], bool] = lambda _by: False) -> int:
    """For every body that is not to be `left_alone` just now; trouble in one keeps none of the others waiting. Answers of how many needs
    somebody was told."""
    told = 0
    for body in directory.bodies():
        try:
            by = system_viewer(body.code, at)
            told += 0 if left_alone(by) else look_anew(by=by, at=at)
        except Exception:
            log.exception("%s", body.code)
    return told


def look_anew(*, by: Viewer, at: datetime) -> int:
    """One question where no place changed since; else the changed places alone are compared with what waits, holder by holder. Trouble
    with one holder keeps none of the others waiting."""
    mark, before = mark_of(by), _LOOKED.get(by.body)
    if not mark or (before and before.mark == mark):
        return 0
    before = before if before and before.mark[0][0] <= mark[0][0] else None
    waits, changes = still_waiting(by), changes_since(by, before)
    news, indexes, told, troubled = news_of(changes), dict[tuple[str, ...], Index](), 0, False
    for eyes, theirs in _with_eyes(waits, by.body, at) if news and waits else ():
        try:
            index = _index(eyes, news, indexes)
            told += tell_of_fits(by=eyes, at=at, waits=theirs, news=news, index=index, teller=by)
        except Exception:
            log.exception("%s: %s", by.body, eyes.duty)
            troubled = True
    _remember(by.body, before or Looked(mark), mark, changes, troubled=troubled)
    return told


def _remember(body: str, before: Looked, mark: Mark, changes: Sequence[Change], *, troubled: bool) -> None:
    """After trouble the same is looked at again, some times; then the mark moves on, and it is read once more with the next change."""
    _TRIES[body] = (_TRIES[body] + 1) % MOST_TRIES if troubled else 0
    if not _TRIES[body]:
        _LOOKED[body] = before.further(mark, () if troubled else changes)


def _with_eyes(waits: Sequence[StillWaiting], body: str, at: datetime) -> list[tuple[Viewer, list[StillWaiting]]]:
    """Whoever is in charge, or else whoever of that team is there the longest; what nobody is there for waits."""
    by_duty: dict[UUID, Viewer] = {}
    of_team: dict[UUID, Viewer] = {}
    for eyes in viewers_in({one.holder for one in waits}, body, at):
        by_duty[eyes.duty] = eyes
        of_team.setdefault(eyes.team, eyes)
    theirs: dict[UUID, tuple[Viewer, list[StillWaiting]]] = {}
    for one in waits:
        holder = by_duty.get(one.in_charge) or of_team.get(one.holder)
        if holder is not None:
            theirs.setdefault(holder.duty, (holder, []))[1].append(one)
    return list(theirs.values())


def _index(eyes: Viewer, news: News, built: dict[tuple[str, ...], Index]) -> Index:
    """One for all who see the same range of places."""
    tiers = tuple(tiers_of(eyes))
    if tiers not in built:
        built[tiers] = index_of_these(eyes, news)
    return built[tiers]


@acting
def tell_of_fits(
    *, by: Viewer, at: datetime, waits: Sequence[StillWaiting], news: News, index: Index, teller: Viewer
) -> int:
    """Of each waiting need, with the eyes of its holder: what fits now and was never shown. Questions do not grow with the needs."""
    if not index.size:
        return 0
    hold(Ball.objects.within(by.body).filter(pk__in=[one.ball for one in waits]).order_by("pk"))
    heard = latest_wishes(by, need__ball__in=[one.ball for one in waits])
    needs = {wish.need.ball_id: need for need, (wish, _interests) in heard.items()}
    linked, roads, shown, labels = linked_now(by), known_roads(by), shown_already(by, heard), said()
    told = 0
    for one in waits:
        need = needs.get(one.ball)
        if need is None or _on_the_way(linked, need):
            continue
        known = {row.place_id for row in linked if row.need_id == need} | one.come
        known |= {place for of, place in shown if of == need}
        seats = SHOWN + len(known & news.keys())  # what is known takes the seat of nothing new
        found = find(as_wished(by, need, *heard[need], roads=roads), index, labels, links_for(linked, need), most=seats)
        fits = [fit for fit in found.fits if UUID(fit.place.key) not in known][:SHOWN]
        if fits:
            _tell(teller, at, heard[need][0], one, fits, news)
            told += 1
    return told


def _on_the_way(linked: Sequence[Any], need: UUID) -> bool:
    """Somebody is being brought to a place already."""
    return any(row.need_id == need and row.state not in NOTHING_CAME for row in linked)


def _tell(teller: Viewer, at: datetime, wish: Any, wait: StillWaiting, fits: Sequence[Fit], news: News) -> None:
    ShownPlace.objects.bulk_create(
        ShownPlace(
            body=teller.body,
            made_at=at,
            folder_id=wish.folder_id,
            need_id=wish.need_id,
            place_id=UUID(fit.place.key),
            news=news[UUID(fit.place.key)],
            reasons=[one.sentence for one in fit.reasons if one.grade is not Grade.KNOW][:MOST_REASONS],
        )
        for fit in fits
    )
    tell(teller, at, wait.ball, TidingKind.PLACE_FITS, team=wait.holder)
    for fit in fits:
        place = UUID(fit.place.key)
        announce(PlaceFits(place=place, news=news[place]), by=teller, at=at, matter=wish.need_id)
