"""The gates and the terms of `gate.py` and `weigh.py` for all places of an index at once."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from marugoto.participation.codes import Doing, Gate, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules import comfort, weigh
from marugoto.participation.rules.gate import (
    ARRANGED,
    BY_AGE,
    GUESTS,
    HANDS,
    LET_BE,
    OF_GUESTS,
    selves,
    stays_in,
)
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.named import asks_to_stay, names, wanted
from marugoto.participation.rules.offered import ANYBODY, Standing, Topics, Wished
from marugoto.participation.rules.roads import ANYWHERE
from marugoto.participation.rules.roads_at_once import into_the_house, too_far, too_late_home
from marugoto.participation.rules.tally import Counted, Mask, Tally
from marugoto.participation.rules.words import PEERS, groups, peers, things


def shut_by(index: Index, wished: Wished, standing: Standing) -> dict[Gate, Mask]:
    """Which places each gate leaves out."""
    guests = index.all & ~_helps(index, wished)
    return {
        Gate.CLOSED: index.having("closed"),
        Gate.NOT_TO_ASK: index.having("not_to_ask"),
        Gate.NOT_REACHED: index.having("not_reached"),
        Gate.REFUSED: index.keyed(standing.refused),
        Gate.NO_ROOM: (index.having("no_room") & guests) | index.keyed(standing.full),
        Gate.AREA: index.any_of("area", wished.not_areas) | _lives_elsewhere(index, wished),
        Gate.SEX: index.any_of("only", set(Sex) - {wished.sex}) if wished.sex else 0,
        Gate.AGE: _wrong_age(index, wished) & guests,
        Gate.WELCOME: _not_welcome(index, wished) & guests,
        Gate.TIMES: _at_other_times(index, wished),
        Gate.WAY: too_far(index, wished),
        Gate.LAST_WAY: too_late_home(index, wished),
        Gate.SUPPORT: index.any_of("no_support", wished.support),
        Gate.STEPS: _above(index, "steps", wished.steps),
        Gate.NEVER: index.any_of("trait", wished.never - OF_GUESTS)
        | (index.any_of("trait", wished.never & OF_GUESTS) & guests),
        Gate.MUST: _lacking(index, wished),
        Gate.DOING: _other_part(index, wished),
        Gate.FEE: _too_dear(index, wished) & guests,
        Gate.STAY: _above(index, "session", wished.stay) & index.having("no_trait", Trait.COME_AND_GO),
        Gate.TOPIC: _another_topic(index, wished),
        Gate.INTERESTS: _unless(index, "no_interests", "interest", wished.interests)
        & ~_saying(index, groups(wished.words))
        & ~_met(index, wished.topics)
        & ~_lent(index, wished),
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
    """Places of which it is known that they answer the wish; see `matching.is_sure`."""
    named = _named(index, wished)
    sure = index.all & ~_unspoken(index, wished) & ~_for_others(index, wished) & _has_all(index, wished)
    if names(wished):
        sure &= named | _shares_more(index, wished)
    if wished.interests:
        sure &= index.any_of("interest", wished.interests) | named | _lent(index, wished)
    if wished.only_topics:
        sure &= _done(index, wished.topics)
    if wished.doings == {Doing.LEARN}:
        sure &= (
            index.any_of("doing", wished.doings) | index.having("trait", Trait.BEGINNERS) | index.having("no_doings")
        )
    if wished.ways == {Travel.PICKUP}:
        sure &= index.having("fetched")
    if not stays_in(wished):
        sure &= ~into_the_house(index)
    return sure


def _for_others(index: Index, wished: Wished) -> Mask:
    """See `named.for_others`."""
    if not wished.topics:
        return 0
    mine = wanted(wished) | wished.words
    of_others = index.any_of("topic", PEERS - mine) & ~index.any_of("topic", PEERS & mine)
    return of_others & ~index.having("welcome", ANYBODY) & ~_done(index, things(wished.topics))


def _has_all(index: Index, wished: Wished) -> Mask:
    """What the person cannot do without is said to be there."""
    found, alike = index.all, peers(wanted(wished))
    for need in wished.support - ARRANGED:
        found &= index.having("support", need)
    for trait in wished.must & comfort.FACTS:
        found &= index.having("trait", trait)
    if wished.must_words:
        found &= _met(index, wished.must_words, or_word=True)
    return found & _saying(index, alike) if alike else found


def _shares_more(index: Index, wished: Wished) -> Mask:
    liked = _counted((index.having("interest", one) for one in wished.interests), comfort.ENOUGH)
    comes_in = into_the_house(index) if wished.ways == {Travel.HOME} else 0
    spoken = index.any_of("tongue", weigh.foreign(wished))
    return liked[-1] | _made_easy(index, wished)[comfort.ENOUGH - 1] | comes_in | spoken


def _made_easy(index: Index, wished: Wished) -> list[Mask]:
    """Where one, two, three of the things are good that the person asked of how it is."""
    good = Counted(comfort.MOST_GOOD)
    for _code, one in comfort.asked(wished):
        free = index.having("fee", 0) if one.fee else 0
        good.see(index.any_of("trait", one.good) | index.any_of("no_trait", one.bad) | free)
    return good.at_least


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
    yield _within_means(index, wished), 1
    yield index.having("never_checked"), weigh.NEVER_CHECKED
    yield index.having("long_ago"), weigh.CHECKED_LONG_AGO
    yield index.having("lately"), weigh.CHECKED_LATELY
    yield index.having("doubted"), weigh.DOUBTED
    yield index.having("room"), 1


def _liked(index: Index, wished: Wished) -> Iterator[tuple[Mask, int]]:
    liked = _counted((index.having("interest", one) for one in wished.interests), 2)
    yield liked[0], weigh.INTEREST
    yield liked[1], weigh.MORE_INTERESTS
    named = _named(index, wished, itself=True)
    yield named, weigh.GROUP
    pairs = _counted((index.saying(word) for word in wished.words), weigh.MOST_PAIRS)
    for some in pairs:
        yield some & ~named, weigh.PAIR
    if asks_to_stay(wished):
        yield index.any_of("trait", LET_BE), weigh.GROUP
    yield index.any_of("doing", wished.doings), weigh.DOING


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
    bad = Counted(comfort.MOST_BAD)
    for _code, one in comfort.asked(wished):
        costs = index.having("costs") if one.fee else 0
        bad.see(index.any_of("trait", one.bad) | index.any_of("no_trait", one.good) | costs)
    for some in _made_easy(index, wished):
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
    silent = index.all & ~index.any_of("tongue", needed)
    if needed <= weigh.BY_TALKING:
        return silent & ~index.having("support", Support.HEARING)
    used = index.having("welcome", weigh.FOREIGN) | index.having("experience", weigh.FOREIGN)
    return silent & ~index.having("tongue", Tongue.ANY) & ~used


def _counted(some: Iterator[Mask], most: int) -> list[Mask]:
    found = Counted(most)
    for one in some:
        found.see(one)
    return found.at_least


def _named(index: Index, wished: Wished, *, itself: bool = False) -> Mask:
    """See `named.is_named`."""
    if wished.topics:
        return _done(index, things(wished.topics) if itself else wished.topics, told=True)
    return _saying(index, groups(wished.words))


def _met(index: Index, topics: Topics, *, or_word: bool = False) -> Mask:
    found = 0
    for one in topics:
        all_of = index.all
        for token in one:
            all_of &= index.having("topic", token) | (index.saying(token) if or_word else 0)
        found |= all_of
    return found


def _done(index: Index, topics: Topics, *, told: bool = False) -> Mask:
    """See `named.done`."""
    found = 0
    for each in topics:
        all_of, named = index.all, groups(each)
        for one in each:
            beside = bool(named) and (told or one not in named)
            all_of &= index.having("topic", one) | (index.saying(one) if beside else 0)
        found |= all_of
    return found


def _lent(index: Index, wished: Wished) -> Mask:
    """Where hands are wanted as the person would lend them."""
    return index.any_of("doing", wished.doings & HANDS)


def _helps(index: Index, wished: Wished) -> Mask:
    if Doing.HELP not in wished.doings:
        return 0
    return index.having("doing", Doing.HELP) & index.any_of("doing", GUESTS)


def _lives_elsewhere(index: Index, wished: Wished) -> Mask:
    return index.having("residents") & ~index.having("area", wished.area) if wished.area else 0


def _lacking(index: Index, wished: Wished) -> Mask:
    found = 0
    for trait in wished.must:
        other = index.any_of("trait", comfort.CONTRARY.get(trait, ()))
        found |= index.having("no_trait", trait) | (other & ~index.having("trait", trait))
    return found


def _other_part(index: Index, wished: Wished) -> Mask:
    if not wished.doings or Doing.JOIN in wished.doings:
        return 0
    there = index.having("no_doings")
    for part in (GUESTS, HANDS):
        if wished.doings & part:
            there |= index.any_of("doing", part)
    return index.all & ~there


def _another_topic(index: Index, wished: Wished) -> Mask:
    others = index.having("topics") & ~_done(index, wished.topics)
    return others if wished.only_topics else others & _met(index, wished.not_topics)


def _too_dear(index: Index, wished: Wished) -> Mask:
    found = 0
    for family, limit in (("fee", wished.fee_limit), ("fee_month", wished.fee_month), ("fee_year", wished.fee_year)):
        found |= _above(index, family, 0 if wished.fee_limit == 0 else limit)
    return found & ~index.any_of("free_for", selves(wished))


def _within_means(index: Index, wished: Wished) -> Mask:
    limit = wished.fee_limit
    if limit is None:
        return 0
    known = index.any_of("fee", index.values("fee"))
    free = known & index.any_of("free_for", selves(wished))
    return free | index.any_of("fee", (one for one in index.values("fee") if one <= limit))


def _at_other_times(index: Index, wished: Wished) -> Mask:
    others = _unless(index, "no_times", "time", wished.times) | _off_the_clock(index, wished)
    others |= _unless(index, "no_weeks", "week", wished.weeks)
    return others | _unless(index, "no_turns", "turn", frozenset(product(wished.weeks, wished.times)))


def _saying(index: Index, words: frozenset[str]) -> Mask:
    found = 0
    for word in words:
        found |= index.saying(word)
    return found


def _unless(index: Index, unknown: str, family: str, asked: frozenset[Any]) -> Mask:
    """Places that say something else than what is asked."""
    if not asked:
        return 0
    return index.all & ~index.having(unknown) & ~index.any_of(family, asked)


def _off_the_clock(index: Index, wished: Wished) -> Mask:
    found = _above(index, "leave_from", wished.until)
    if wished.after is not None:
        found |= index.any_of("come_by", (one for one in index.values("come_by") if one < wished.after))
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
