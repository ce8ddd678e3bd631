"""The gates and the terms of `gate.py` and `weigh.py` for all places of an index at once."""

from collections.abc import Iterator

from marugoto.participation.codes import Gate, Sex, Support, Trait, Travel
from marugoto.participation.rules import comfort, weigh
from marugoto.participation.rules.gate import A_WHILE, BY_AGE, WORLD, reaches, selves
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.offered import ANYBODY, Standing, Wished
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE
from marugoto.participation.rules.tally import Counted, Mask, Tally
from marugoto.participation.rules.words import groups, peers


def shut_by(index: Index, wished: Wished, standing: Standing) -> dict[Gate, Mask]:
    """Which places each gate leaves out."""
    return {
        Gate.CLOSED: index.having("closed"),
        Gate.NOT_TO_ASK: index.having("not_to_ask"),
        Gate.NOT_REACHED: index.having("not_reached"),
        Gate.REFUSED: index.keyed(standing.refused),
        Gate.NO_ROOM: index.having("no_room") | index.keyed(standing.full),
        Gate.SEX: index.any_of("only", set(Sex) - {wished.sex}) if wished.sex else 0,
        Gate.AGE: _wrong_age(index, wished),
        Gate.WELCOME: _not_welcome(index, wished),
        Gate.TIMES: _unless(index, "no_times", "time", wished.times) | _off_the_clock(index, wished),
        Gate.WAY: _too_far(index, wished),
        Gate.SUPPORT: index.any_of("no_support", wished.support),
        Gate.FEE: _above(index, "fee", wished.fee_limit),
        Gate.STAY: _above(index, "session", wished.stay) & index.having("no_trait", Trait.COME_AND_GO),
        Gate.INTERESTS: _unless(index, "no_interests", "interest", wished.interests) & ~_named(index, wished),
    }


def tally(index: Index, wished: Wished, standing: Standing) -> Tally:
    """The sum of every place."""
    found = Tally(index.all)
    for some, points in _terms(index, wished):
        found.add(some, points)
    for least, points in weigh.SPREAD:
        found.add(index.keyed(standing.crowded(least)), points)
    return found


def sure_of(index: Index, wished: Wished) -> Mask:
    """Places of which it is known that they answer the wish; see `matching.is_sure` and `named_nowhere`."""
    named = _named(index, wished)
    sure = index.all & ~_unspoken(index, wished)
    if groups(wished.words) and not named:
        sure &= _counted((index.having("interest", one) for one in wished.interests), 2)[1]
    alike = peers(wished.words)
    if alike:
        sure &= _saying(index, alike)
    if wished.interests:
        sure &= index.any_of("interest", wished.interests) | named
    for need in wished.support:
        sure &= index.having("support", need)
    for fear, only in comfort.AMONG.items():
        if fear in wished.fears:
            one = comfort.COMFORTS[fear]
            good = index.any_of("trait", one.good) | index.any_of("no_trait", one.bad)
            sure &= good | index.having("only", only)
    return sure


def _terms(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    yield from _liked(index, wished)
    yield from _when_and_where(index, wished)
    me = selves(wished)
    spoken_to = index.any_of("welcome", me)
    yield spoken_to, weigh.SPOKEN_TO
    yield index.having("welcome", ANYBODY) & ~spoken_to, weigh.ANYBODY_COMES
    yield index.any_of("experience", me), weigh.EXPERIENCED
    yield from _comfort(index, wished)
    yield from _help(index, wished)
    if wished.fee_limit is not None:
        yield index.any_of("fee", index.values("fee")), 1
    yield index.having("never_checked"), weigh.NEVER_CHECKED
    yield index.having("long_ago"), weigh.CHECKED_LONG_AGO
    yield index.having("lately"), weigh.CHECKED_LATELY
    yield index.having("doubted"), weigh.DOUBTED
    yield index.having("room"), 1


def _liked(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    liked = _counted((index.having("interest", one) for one in wished.interests), 2)
    yield liked[0], weigh.INTEREST
    yield liked[1], weigh.MORE_INTERESTS
    named = _named(index, wished)
    yield named, weigh.GROUP
    pairs = _counted((index.saying(word) for word in wished.words if not word.startswith("#")), weigh.MOST_PAIRS)
    for some in pairs:
        yield some & ~named, weigh.PAIR


def _when_and_where(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    yield index.any_of("time", wished.times), 1
    if wished.stay is not None:
        short = index.any_of("session", (one for one in index.values("session") if one <= wished.stay))
        yield short | index.having("trait", Trait.COME_AND_GO), 1
    yield from _near(index, wished)
    if weigh.wants_a_fetch(wished):
        yield index.having("fetched"), 2 if Travel.PICKUP in wished.ways else 1
    if Travel.BUS in wished.ways:
        yield index.having("near_bus"), 1
    if Travel.CAR in wished.ways:
        yield index.having("parking"), 1


def _near(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    known, nearer = 0, 0
    same = index.having("area", wished.area) if wished.area else 0
    if wished.point is not None:
        known = index.having("point")
        for metres, points in weigh.NEAR:
            here = index.near(wished.point, metres)
            yield here & ~nearer, points
            nearer |= here
        yield same & known & ~nearer, weigh.SAME_AREA_BUT_FAR
    yield same & ~known, weigh.SAME_AREA
    beside = [area for area, (minutes, _way) in wished.reached.minutes.items() if minutes <= weigh.NOT_FAR]
    yield index.any_of("area", beside) & ~known & ~same, weigh.NEXT_AREA
    yield index.having("area", ANYWHERE) & ~known & ~same, weigh.SAME_AREA


def _comfort(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    good, bad = Counted(comfort.MOST_GOOD), Counted(comfort.MOST_BAD)
    for _code, one in comfort.asked(wished):
        free = index.having("fee", 0) if one.fee else 0
        costs = index.having("costs") if one.fee else 0
        good.see(index.any_of("trait", one.good) | index.any_of("no_trait", one.bad) | free)
        bad.see(index.any_of("trait", one.bad) | index.any_of("no_trait", one.good) | costs)
    for some in good.at_least:
        yield some, 1
    for some in bad.at_least:
        yield some, weigh.HARD
    if weigh.cautious(wished):
        yield index.having("trait", Trait.TRIAL), 1


def _help(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    for some in _counted((index.having("support", one) for one in wished.support), weigh.MOST_SUPPORT):
        yield some, 1
    yield index.any_of("tongue", weigh.foreign(wished)), weigh.TONGUE
    yield _unspoken(index, wished), weigh.NO_TONGUE


def _unspoken(index: Index, wished: Wished) -> Mask:
    needed = weigh.foreign(wished)
    if not needed:
        return 0
    heard = index.having("support", Support.HEARING) if needed <= weigh.BY_TALKING else 0
    return index.all & ~index.any_of("tongue", needed) & ~heard


def _counted(some: Iterator[Mask], most: int) -> list[Mask]:
    found = Counted(most)
    for one in some:
        found.see(one)
    return found.at_least


def _named(index: Index, wished: Wished) -> Mask:
    return _saying(index, groups(wished.words))


def _saying(index: Index, words: frozenset[str]) -> Mask:
    found = 0
    for word in words:
        found |= index.saying(word)
    return found


def _unless(index: Index, unknown: str, family: str, wanted: frozenset[str] | frozenset[int]) -> Mask:
    """Places that say something else than what is wanted."""
    if not wanted:
        return 0
    return index.all & ~index.having(unknown) & ~index.any_of(family, wanted)


def _off_the_clock(index: Index, wished: Wished) -> Mask:
    found = 0
    if wished.after is not None:
        over = wished.after + A_WHILE
        found |= index.any_of("closes", (one for one in index.values("closes") if one < over))
    if wished.until is not None:
        found |= _above(index, "opens", wished.until - A_WHILE)
    return found


def _above(index: Index, family: str, limit: int | None) -> Mask:
    return 0 if limit is None else index.any_of(family, (one for one in index.values(family) if one > limit))


def _wrong_age(index: Index, wished: Wished) -> Mask:
    age = wished.age
    if age is None:
        return 0
    too_young = index.any_of("age_from", (one for one in index.values("age_from") if age < one))
    return too_young | index.any_of("age_to", (one for one in index.values("age_to") if age > one))


def _not_welcome(index: Index, wished: Wished) -> Mask:
    others = index.all & ~index.having("no_welcomes") & ~index.having("welcome", ANYBODY)
    others &= ~index.any_of("welcome", selves(wished))
    if wished.as_whom:
        return others
    if wished.age is None:
        return 0
    for one in sorted(index.codes("welcome") - BY_AGE):
        others &= ~index.having("welcome", one)
    return others


def _too_far(index: Index, wished: Wished) -> Mask:
    if not wished.ways:
        return 0
    left = index.all & ~index.having("fetched") & ~index.having("area", ANYWHERE)
    if Travel.PICKUP in wished.ways:
        left &= index.having("not_fetched")
    reach = reaches(wished)
    if not reach:
        return left
    apart = _apart(index, wished)
    if wished.point is None:
        return left & apart
    known = index.having("point")
    farthest = max(metres or WORLD for metres in reach.values())
    return left & ((known & ~index.near(wished.point, farthest)) | (apart & ~known))


def _apart(index: Index, wished: Wished) -> Mask:
    """In districts of which it is known when one gets there, at other times than then."""
    apart = 0
    for area, runs in wished.reached.when.items():
        usable = runs & (wished.times or ALWAYS)
        there = index.any_of("time", usable) | (index.having("no_times") if usable else 0)
        apart |= index.having("area", area) & ~there
    return apart
