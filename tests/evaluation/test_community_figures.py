"""Golden figures of the community: districts in which a place was seen lately, and gatherings held by residents."""

import pytest

from marugoto.evaluation.indicators import districts_covered, resident_hosted
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.facts import ELSEWHERE, Line, looked_at, name, share, tell, window

pytestmark = pytest.mark.django_db
YEAR = window(0, 365)


def visit(matter: str, day: int, area: str, *, kind: str = "visit", hosted: str = "", body: str = "") -> Line:
    town = {"body": body} if body else {}
    return Line("field.visit", matter, day, code=kind, codes=(hosted,) if hosted else (), area=area, **town)  # type: ignore[arg-type]


def test_a_district_is_covered_when_somebody_was_there_in_the_last_ninety_days() -> None:
    tell(
        [
            visit("north lately", 275, "north"),
            visit("south long ago", 274, "south"),
            Line("ball.placed", "south again", 360, area="south"),
            visit("west by word only", 360, "west", kind="talk"),
            visit("east at a gathering", 300, "east", kind="gathering"),
            Line("dialogue.held", "harbour", 100, area="harbour"),
            visit("nowhere", 360, ""),
            visit("next year", 366, "gone"),
            visit("another town", 360, "hill", body=ELSEWHERE),
        ]
    )
    assert share(districts_covered.measure, YEAR) == Share(n=5, k=2)
    behind = looked_at(districts_covered.measure, YEAR)
    assert behind[name("north lately")] == (True, True)
    assert behind[name("south again")] == (False, True)
    assert len(behind) == 5


def test_a_gathering_counts_once_it_is_known_who_held_it() -> None:
    tell(
        [
            visit("a", 10, "north", kind="gathering", hosted="residents"),
            visit("b", 11, "north", kind="gathering", hosted="body"),
            visit("c", 12, "south", kind="gathering", hosted="together"),
            visit("d", 13, "south", kind="gathering"),
            visit("e", 14, "south"),
            visit("f", 400, "south", kind="gathering", hosted="residents"),
            visit("g", 15, "hill", kind="gathering", hosted="residents", body=ELSEWHERE),
        ]
    )
    assert share(resident_hosted.measure, YEAR) == Share(n=3, k=1)
    assert set(looked_at(resident_hosted.measure, YEAR)) == {name("a"), name("b"), name("c")}


def test_nothing_written_is_nothing_to_judge() -> None:
    assert share(districts_covered.measure, YEAR) == Share(0, 0)
    assert share(resident_hosted.measure, YEAR) == Share(0, 0)
