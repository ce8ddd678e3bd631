"""Which places fit a wish: hard gates, each with its sentence; then a short bounded sum, every term said in words.

The sum only orders the places that passed the gates. "Nothing fits" is an honest answer. `match` looks at place after place and
says what is meant; `find` gives the same for the many places of an index.
"""

from collections.abc import Iterable, Sequence

from marugoto.participation.codes import Doing, Gate, Trait, Travel
from marugoto.participation.rules import at_once, comfort
from marugoto.participation.rules import words as own_words
from marugoto.participation.rules.gate import (
    ARRANGED,
    HANDS,
    gates_shut,
    into_the_house,
    say_shut,
    stays_in,
)
from marugoto.participation.rules.index import Index, turn_of
from marugoto.participation.rules.named import done, for_others, is_named, met, names, wanted
from marugoto.participation.rules.offered import Fit, Found, Labels, LeftOut, Offered, Standing, Wished
from marugoto.participation.rules.tally import Mask, Tally
from marugoto.participation.rules.weigh import foreign, unspoken, weigh

SHOWN, UNSURE, NEARLY = 20, 8, 8


def match(
    wished: Wished, places: Sequence[Offered], labels: Labels, standing: Standing | None = None, *, most: int = SHOWN
) -> Found:
    """Best first; equal sums by how few already go there, then by turns."""
    standing = standing or Standing()
    shut = {place.key: gates_shut(wished, place, standing) for place in places}
    weighed = sorted(
        (_fit(wished, place, labels, standing) for place in places), key=lambda fit: _order(wished, standing, fit)
    )
    through = [fit for fit in weighed if not shut[fit.place.key]]
    nearly = [fit.place for fit in weighed if len(shut[fit.place.key]) == 1]
    sure = {fit.place.key: is_sure(wished, fit.place) for fit in through}
    counts = {gate: sum(gate in gates for gates in shut.values()) for gate in Gate}
    return Found(
        fits=tuple(fit for fit in through if sure[fit.place.key])[:most],
        unsure=tuple(fit for fit in through if not sure[fit.place.key])[:UNSURE],
        left_out=tuple(_left_out(wished, standing, place, labels) for place in nearly)[:NEARLY],
        shut={gate: number for gate, number in counts.items() if number},
    )


def find(wished: Wished, index: Index, labels: Labels, standing: Standing | None = None, *, most: int = SHOWN) -> Found:
    """As `match`, of all places of the index."""
    standing = standing or Standing()
    shut = at_once.shut_by(index, wished, standing)
    once, twice = _once_and_twice(shut.values())
    through = index.all & ~once
    sums, sure = at_once.tally(index, wished, standing), at_once.sure_of(index, wished)

    def fits(among: Mask, most: int) -> tuple[Fit, ...]:
        chosen = _best(index, sums, among, wished, standing, most)
        return tuple(_fit(wished, place, labels, standing) for place in chosen)

    nearly = _best(index, sums, once & ~twice, wished, standing, NEARLY)
    return Found(
        fits=fits(through & sure, most),
        unsure=fits(through & ~sure, UNSURE),
        left_out=tuple(_left_out(wished, standing, place, labels) for place in nearly),
        shut={gate: mask.bit_count() for gate, mask in shut.items() if mask},
    )


def is_sure(wished: Wished, place: Offered) -> bool:
    """That it answers the wish is known: what is liked is written of it, and what the person cannot do without is said to be there.
    Where the wish names a thing, the same sort of thing is no answer by itself; nor are those who meet over another plight."""
    peers = own_words.peers(wanted(wished))
    return (
        _is_liked(wished, place)
        and (not names(wished) or is_named(wished, place) or shares_more(wished, place))
        and wished.support - ARRANGED <= place.accessible
        and wished.must & comfort.FACTS <= place.traits
        and (done(wished.topics, place) or not wished.only_topics)
        and (met(wished.must_words, place.words | place.topics) or not wished.must_words)
        and (wished.doings != {Doing.LEARN} or _is_taught(place))
        and (wished.ways != {Travel.PICKUP} or place.pickup is True)
        and (stays_in(wished) or not into_the_house(place))
        and not unspoken(wished, place)
        and not for_others(wished, place)
        and (not peers or bool(peers & place.words))
    )


def _is_liked(wished: Wished, place: Offered) -> bool:
    shared = wished.interests & place.interests or wished.doings & place.doings & HANDS
    return not wished.interests or bool(shared) or is_named(wished, place)


def _is_taught(place: Offered) -> bool:
    return not place.doings or Doing.LEARN in place.doings or Trait.BEGINNERS in place.traits


def shares_more(wished: Wished, place: Offered) -> bool:
    """More than one sort of thing in common, or more than one respect in which it is there as the person asked, or the own language."""
    easy = sum(one.is_good(place) for _code, one in comfort.asked(wished))
    comes_in = wished.ways == {Travel.HOME} and into_the_house(place)
    spoken = bool(foreign(wished) & place.tongues)
    shared = len(wished.interests & place.interests)
    return max(shared, easy) >= comfort.ENOUGH or comes_in or spoken


def _order(wished: Wished, standing: Standing, fit: Fit) -> tuple[int, int, int]:
    return -fit.points, standing.going.get(fit.place.key, 0), turn_of(fit.place.key, wished.turn)


def _fit(wished: Wished, place: Offered, labels: Labels, standing: Standing) -> Fit:
    reasons = weigh(wished, place, labels, standing.going.get(place.key, 0))
    return Fit(place, sum(reason.points for reason in reasons), reasons)


def _left_out(wished: Wished, standing: Standing, place: Offered, labels: Labels) -> LeftOut:
    gate = gates_shut(wished, place, standing)[0]
    return LeftOut(place, gate, say_shut(gate, wished, place, labels))


def _best(index: Index, sums: Tally, among: Mask, wished: Wished, standing: Standing, most: int) -> list[Offered]:
    found: list[int] = []
    for equals in sums.best(among):
        found += index.in_turn(equals, wished.turn, standing.going, most - len(found))
        if len(found) >= most:
            break
    return [index.places[one] for one in found]


def _once_and_twice(masks: Iterable[Mask]) -> tuple[Mask, Mask]:
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return once, twice
