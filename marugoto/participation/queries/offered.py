"""The places a viewer may propose, as matching compares them, held in memory until something about a place changes."""

from collections import OrderedDict
from collections.abc import Collection
from datetime import date, time
from threading import Lock
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community import events
from marugoto.community.codes import DoubtReason
from marugoto.community.models import Place
from marugoto.community.queries.place_rows import tiers_of
from marugoto.community.queries.place_whole import WholePlace, all_with_interests
from marugoto.community.rules.check import GRAVE
from marugoto.community.rules.opening import LAST, Rest, Times, in_season
from marugoto.community.rules.weekdays import weekdays_in
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.participation.codes import Part
from marugoto.participation.rules import slot
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.offered import Offered
from marugoto.participation.rules.reading import (
    Read,
    clocks,
    derived,
    doings,
    fees,
    for_residents,
    implied,
    read,
    steps,
)
from marugoto.participation.rules.roads import ANYWHERE
from marugoto.participation.rules.words import sorts, tokens, with_wider

# Every fact after which a place may be another than before.
CHANGES = (
    events.PlaceListed.kind,
    events.PlaceChanged.kind,
    events.PlaceWidened.kind,
    events.PlaceNarrowed.kind,
    events.PlaceConfirmed.kind,
    events.PlaceTried.kind,
    events.PlaceDoubted.kind,
    events.PlacePromised.kind,
    events.PromiseLifted.kind,
    events.PlaceEnded.kind,
)
MOST_HELD = 8
LATELY = 20  # a fact takes its number when it is written and may show itself behind later ones: so many are compared
_held: OrderedDict[tuple[Any, ...], Index] = OrderedDict()
_lock = Lock()


def index_of(viewer: Viewer) -> Index:
    """Built again after every change of a place, on another day, and for another range of tiers. Call it while looking."""
    version = tuple(uid for _seq, uid in changed_of_late(viewer, CHANGES))
    if not version:
        return Index(offered(viewer))
    key = (viewer.body, tuple(tiers_of(viewer)), local_day(viewer.at), version)
    with _lock:
        if key in _held:
            _held.move_to_end(key)
            return _held[key]
    built = Index(offered(viewer))
    with _lock:
        _held[key] = built
        while len(_held) > MOST_HELD:
            _held.popitem(last=False)
    return built


def offered(viewer: Viewer) -> list[Offered]:
    today = local_day(viewer.at)
    return [as_offered(one, today) for one in all_with_interests(viewer) if one.may_be_proposed]


def as_offered(one: WholePlace, today: date) -> Offered:
    """What matching reads of a place: figures and codes where there are such, else what the words plainly say."""
    row = one.place
    story = " ".join((row.services, row.description, row.conditions, row.hours_note, row.accessibility, row.access))
    told = read(story, row.target, one.traits)
    lines = tuple(line for line in one.times if in_season(line, today.month)) or one.times
    times, exact = _times(lines, row.days, row.hours)
    opens, closes, session = clocks((_minute(line.opens), _minute(line.closes)) for line in lines)
    known = tokens(f"{row.name} {row.services} {row.description}")
    done = doings(row.kind, story, one.traits)
    at_home = not row.address and "オンライン" in f"{row.name}{story}"
    return Offered(
        key=str(row.pk),
        name=row.name,
        interests=one.interests,
        words=known,
        topics=with_wider(known) | sorts(one.interests, done),
        doings=done,
        weeks=_weeks(lines),
        turns=_turns(lines),
        welcomes=frozenset(one.welcomes),
        since={welcome: say_day(day) for welcome, day in one.welcomes.items()},
        experience=told.experience,
        times=times,
        times_exact=exact,
        opens=opens,
        closes=closes,
        area=ANYWHERE if at_home else row.district.code if row.district else "",
        point=(float(row.latitude), float(row.longitude)) if row.latitude and row.longitude else None,
        pickup=told.pickup,
        session=session,
        room=None if row.room_people is None else row.room_people > 0,
        confirmed_days_ago=(today - one.confirmed_on).days if one.confirmed_on else None,
        residents=for_residents(row.target, row.district.name if row.district else ""),
        doubted=bool(one.doubts & (GRAVE - {DoubtReason.FULL})),
        **_rest(one.resting(today)),
        **_costs(row),
        **_how_it_is(one, told),
    )


def _rest(found: Rest | None) -> dict[str, Any]:
    return {"closed": found is not None, "opens_again": say_day(found.until) if found and found.until else ""}


def _costs(row: Place) -> dict[str, Any]:
    found = fees(f"{row.fee} {row.conditions}", row.fee_yen)
    return {"fee": found.each, "fee_month": found.month, "fee_year": found.year, "free_for": found.free_for}


def _how_it_is(one: WholePlace, told: Read) -> dict[str, Any]:
    """Whom it is for, and what there is."""
    climbed, welcomes = steps(one.place.accessibility, one.traits, one.place.access), frozenset(one.welcomes)
    return {
        "steps": climbed,
        "accessible": implied(told.support, climbed, welcomes) - told.not_support,
        "not_accessible": told.not_support,
        "tongues": told.tongues,
        "traits": told.traits | derived(told.only, welcomes),
        "not_traits": told.not_traits,
        "age_from": told.age_from,
        "age_to": told.age_to,
        "only": told.only,
    }


def _times(lines: tuple[Times, ...], days: str, hours: str) -> tuple[frozenset[int], bool]:
    """In slots; False where the hours of some day are not known, and all its parts are meant."""
    if not lines:
        parts = slot.parts_in(hours)
        chosen = parts or frozenset(Part)
        return frozenset(slot.slot(day, part) for day in weekdays_in(days) for part in chosen), bool(parts)
    found = frozenset(one for line in lines for one in _slots(line))
    return found, all(line.opens and line.closes for line in lines)


def _slots(line: Times) -> frozenset[int]:
    spoken = f"{line.opens:%H:%M}〜{line.closes:%H:%M}" if line.opens and line.closes else ""
    return frozenset(slot.slot(line.weekday, part) for part in slot.parts_in(spoken) or Part)


def _weeks(lines: tuple[Times, ...]) -> frozenset[int]:
    """Of the month, where it opens in some weeks only; the last one is in none of these for certain."""
    weeks = {line.nth for line in lines}
    return frozenset(week for week in weeks if week) if weeks and weeks.isdisjoint({None, LAST}) else frozenset()


def _turns(lines: tuple[Times, ...]) -> frozenset[tuple[int, int]]:
    """Which slot in which week, where each line has its week."""
    if not _weeks(lines):
        return frozenset()
    return frozenset((line.nth, one) for line in lines if line.nth for one in _slots(line))


def _minute(clock: time | None) -> int | None:
    return None if clock is None else clock.hour * 60 + clock.minute


def changed_of_late(viewer: Viewer, kinds: Collection[str]) -> tuple[tuple[int, UUID], ...]:
    """The newest facts of these kinds, each with its number: where they are the same as before, nothing has happened."""
    last = Fact.objects.within(viewer.body).filter(kind__in=kinds).order_by("-seq")
    return tuple(last.values_list("seq", "uid")[:LATELY])
