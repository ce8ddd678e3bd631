"""The indicators of participation, counted by hand: who is on the way, who stays, who carries the place, what was answered."""

import pytest

from marugoto.evaluation.indicators import became_helper, gap_answered, joined_in_time, stays_90, stays_180
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.facts import Line, share, tell, window

pytestmark = pytest.mark.django_db


def wish(need: str, day: int, *, first: int = 1) -> Line:
    return Line("wish.heard", need, day, due=2, numbers=(first,))


def moved(need: str, day: int, state: str, match: str = "") -> Line:
    return Line("participation.matched", need, day, offer=match or f"{need} match", code=state)


def looked(need: str, day: int, after: int, *, still: bool = True) -> Line:
    kept = after if still else 0
    return Line("participation.looked_at", need, day, offer=f"{need} match", code="goes", due=after, numbers=(kept,))


def test_on_the_way_within_sixty_days_of_the_first_wish() -> None:
    tell(
        [
            wish("soon", 10),
            wish("again", 10),
            wish("again", 60, first=0),  # heard again: the same wish
            wish("late", 10),
            wish("only asked", 10),
            wish("young", 95),
            moved("soon", 40, "asked"),
            moved("only asked", 40, "asked"),
            moved("soon", 70, "willing"),  # the sixtieth day
            Line("participation.visited", "again", 65, offer="m", code="first"),
            moved("late", 71, "willing"),
        ]
    )
    assert share(joined_in_time.measure, window(0, 100)) == Share(n=4, k=2, running=1)


def test_who_still_goes_there_is_counted_link_by_link() -> None:
    tell(
        [
            moved("stays", 10, "settled"),
            moved("stopped", 10, "settled"),
            moved("never asked", 10, "settled"),
            moved("asked late", 10, "settled"),
            moved("two places", 10, "settled", "first"),
            moved("two places", 10, "settled", "two places match"),
            looked("stays", 100, 90),
            looked("stopped", 100, 90, still=False),
            looked("two places", 101, 90),
            looked("asked late", 131, 90),  # after the thirty days for asking
            looked("stays", 190, 180),
        ]
    )
    seen = window(0, 300)
    assert share(stays_90.measure, seen) == Share(n=6, k=2)
    assert share(stays_180.measure, seen) == Share(n=6, k=1)


def test_who_settled_lately_is_not_counted_yet() -> None:
    tell([moved("new", 50, "settled"), looked("new", 140, 90)])
    assert share(stays_90.measure, window(0, 150)) == Share(n=0, k=0, running=1)


def test_who_came_to_carry_the_place() -> None:
    tell(
        [
            moved("helps", 10, "settled"),
            moved("helps late", 10, "settled"),
            moved("guest", 10, "settled"),
            moved("helps", 740, "helping"),
            moved("helps late", 741, "helping"),
        ]
    )
    assert share(became_helper.measure, window(0, 1_000)) == Share(n=3, k=1)


def test_what_was_missing_is_answered_by_a_place_alone() -> None:
    tell(
        [
            *(Line("unmet.filed", gap, 10, offer=gap) for gap in ("found", "made", "cannot", "open")),
            Line("unmet.ended", "found", 200, offer="found", code="place_found"),
            Line("unmet.ended", "made", 375, offer="made", code="place_made"),
            Line("unmet.ended", "cannot", 100, offer="cannot", code="not_possible"),
        ]
    )
    assert share(gap_answered.measure, window(0, 500)) == Share(n=4, k=2)
