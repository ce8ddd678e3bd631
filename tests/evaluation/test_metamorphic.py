"""What must not change a figure does not: the order of delivery, a second delivery, a town divided in two, a year later."""

from random import Random

import pytest

from marugoto.evaluation.measures import Measured, Operator, Sequence, Window
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.engines import deliver, of_the_house
from tests.evaluation.samples import SAMPLES
from tests.evaluation.world import World, windows

pytestmark = pytest.mark.django_db

WHOLE, NORTH, SOUTH = "990019", "990027", "990035"
OF_THE_WHOLE = {
    "silence",
    "silence of teams",
    "covered",
    "net",
    "net of codes",
    "net of meetings",
    "left out",
    "busiest",
    "survey",
    "hours",
}
OF_THE_WHOLE |= {
    "distinct codes",
    "distinct numbers",
    "sorts",
    "sorts done",
}  # the same code can be said in both halves
YEAR, OPENING = 365, 243
ASKED = [(measure, seen) for measure in SAMPLES.values() for seen in windows()]


def test_neither_the_order_nor_a_second_delivery_matters() -> None:
    told = World(5, SAMPLES.values()).body(WHOLE, 600)
    mixed = Random(5).sample(told, len(told))
    deliver(mixed)
    found = of_the_house(WHOLE, ASKED)
    deliver(told)
    assert of_the_house(WHOLE, ASKED) == found
    assert any(share.k for share in found)


def test_a_town_divided_in_two_adds_up() -> None:
    world = World(6, SAMPLES.values())
    halves = [[fact for fact in world.body(half, 400) if fact.matter] for half in (NORTH, SOUTH)]
    deliver(halves[0] + halves[1])
    deliver(
        fact._replace(
            body=WHOLE, seq=fact.seq + 10**6, uid=_other(fact.uid), corrects=fact.corrects and _other(fact.corrects)
        )
        for half in halves
        for fact in half
    )
    asked = [(measure, seen) for name, measure in SAMPLES.items() if name not in OF_THE_WHOLE for seen in windows()]
    north, south = of_the_house(NORTH, asked), of_the_house(SOUTH, asked)
    sums = [
        Share(one.n + other.n, one.k + other.k, one.running + other.running)
        for one, other in zip(north, south, strict=True)
    ]
    assert of_the_house(WHOLE, asked) == sums
    assert {SAMPLES[name].operator for name in OF_THE_WHOLE} >= {Operator.NET, Operator.COVER, Operator.SHARE}


def test_a_year_later_is_the_same() -> None:
    told = World(7, SAMPLES.values()).body(WHOLE, 600)
    deliver(told)
    deliver(
        fact._replace(
            body=NORTH,
            seq=fact.seq + 10**6,
            uid=_other(fact.uid),
            corrects=fact.corrects and _other(fact.corrects),
            day=fact.day + YEAR,
            bday=fact.bday + OPENING,
        )
        for fact in told
    )
    asked = [(measure, seen) for measure, seen in ASKED if not _reads_a_day(measure)]
    assert of_the_house(NORTH, [(measure, _later(seen)) for measure, seen in asked]) == of_the_house(WHOLE, asked)


def _other(uid):
    return type(uid)(int=uid.int ^ 1)


def _later(seen: Window) -> Window:
    return Window(
        seen.body, seen.since_day + YEAR, seen.until_day + YEAR, seen.over_day + YEAR, seen.over_bday + OPENING
    )


def _reads_a_day(measure: Measured) -> bool:
    """A day in a number of a fact is not shifted here."""
    return measure in {SAMPLES["hours"], SAMPLES["resting as agreed"], SAMPLES["survey"]} or (
        isinstance(measure, Sequence) and bool(measure.due_column)
    )
