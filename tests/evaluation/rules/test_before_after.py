"""The edges of the two spans, day by day; which facts are no part of an initiative; into how many parts a span is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.evaluation.rules.before_after import (
    MONTHS,
    USUAL,
    Figure,
    Scope,
    Spans,
    Within,
    belongs,
    count,
    gives_away,
    parts_of_span,
    spans,
)

HERE, THERE = UUID(int=1), UUID(int=2)
SINCE = date(2026, 4, 1)
VISITS = Figure("visits", "field.visit", Scope.PLACE, place="ref_1")
NEEDS = Figure("unmet", "unmet.filed", Scope.AREA, place="ref_1", people=True)
FOUND = Figure("findings", "field.found", Scope.AREA, place="ref_1", theme="code_1")


@dataclass(frozen=True)
class Fact:
    kind: str
    day: int = 0
    area: str = ""
    ref_1: UUID | None = None
    code_1: str = ""


def of(days: int) -> Spans:
    """As many days after as before."""
    return Spans(SINCE - timedelta(days), SINCE, SINCE + timedelta(days), SINCE + timedelta(days), 0)


def test_three_months_six_or_a_year() -> None:
    assert (MONTHS, USUAL) == ((3, 6, 12), 6)


@pytest.mark.parametrize(("days", "begun"), [(0, False), (1, True), (2, True)])
def test_it_has_begun_when_a_day_is_over(days: int, begun: bool) -> None:
    assert of(days).begun is begun


@pytest.mark.parametrize(
    ("days", "parts"), [(0, 1), (20, 1), (61, 2), (76, 2), (92, 3), (228, 8), (365, 12), (366, 12), (500, 12)]
)
def test_a_part_is_about_a_month_and_there_are_never_more_than_twelve(days: int, parts: int) -> None:
    assert parts_of_span(of(days)) == parts


@pytest.mark.parametrize(
    ("on", "sides", "months"),
    [
        (-11, (0, 0), (0, 0, 0, 0)),  # the day before the first
        (-10, (1, 0), (1, 0, 0, 0)),
        (-6, (1, 0), (1, 0, 0, 0)),
        (-5, (1, 0), (0, 1, 0, 0)),
        (-1, (1, 0), (0, 1, 0, 0)),
        (0, (0, 1), (0, 0, 1, 0)),
        (9, (0, 1), (0, 0, 0, 1)),
        (10, (0, 0), (0, 0, 0, 0)),  # the day on which it is over
    ],
)
def test_on_which_side_a_day_lies(on: int, sides: tuple[int, int], months: tuple[int, ...]) -> None:
    [found] = count([VISITS], [Fact("field.visit", SINCE.toordinal() + on)], Within(), of(10), parts=2, population=None)
    assert ((found.before, found.after), found.months) == (sides, months)


def test_of_a_span_of_no_day_nothing_is_counted() -> None:
    [found] = count([VISITS], [Fact("field.visit", SINCE.toordinal())], Within(), of(0), parts=1, population=None)
    assert (found.before, found.after, found.months) == (0, 0, (0, 0))


def test_only_what_belongs_to_it_is_counted() -> None:
    told = [Fact("field.visit", SINCE.toordinal(), ref_1=where) for where in (HERE, THERE, None)]
    [found] = count([VISITS], told, Within(places=frozenset({HERE})), of(10), parts=1, population=None)
    assert found.after == 1


@pytest.mark.parametrize(
    ("fact", "figure", "within", "counted"),
    [
        (Fact("field.found", code_1="work"), FOUND, Within(), True),  # it says no theme: every one is its own
        (Fact("field.found", ref_1=THERE, code_1="work"), FOUND, Within(places=frozenset({HERE})), True),
        (
            Fact("field.visit", area="south", ref_1=HERE),  # where it was is written, and no district of it
            VISITS,
            Within(areas=frozenset({"north"}), in_areas=frozenset({HERE})),
            False,
        ),
        (
            Fact("field.visit", ref_1=THERE),
            VISITS,
            Within(areas=frozenset({"north"}), in_areas=frozenset({HERE})),
            False,
        ),
    ],
)
def test_what_is_no_part_of_an_initiative(fact: Fact, figure: Figure, within: Within, counted: bool) -> None:
    assert belongs(fact, figure, within) is counted


def test_of_people_the_longer_span_waits_for_the_shorter_and_not_the_other_way() -> None:
    """Twelve in three months and one more in six: of six months nothing is told, and the twelve are."""
    near = [SINCE.toordinal() + one for one in range(12)]
    facts = [Fact("unmet.filed", day) for day in (*near, SINCE.toordinal() + 120)]
    three, six = (spans(since=SINCE, months=one, today=date(2028, 1, 1), recorded=None) for one in (3, 6))
    [short] = count([NEEDS], facts, Within(), three, parts=1, population=30_000, others=[six])
    [long] = count([NEEDS], facts, Within(), six, parts=1, population=30_000, others=[three])
    assert (short.after, long.after) == (12, None)


def cell(first: int, until: int) -> frozenset[int]:
    return frozenset(range(first, until))


@pytest.mark.parametrize(
    ("own", "known", "given_away"),
    [
        (cell(0, 40), [], False),
        (cell(0, 40), [cell(0, 40)], False),  # the same again
        (cell(0, 40), [cell(0, 31)], True),  # nine lie beside what is known
        (cell(0, 40), [cell(0, 30)], False),
        (cell(0, 40), [cell(0, 9)], False),  # that is few itself, and was not told
        (cell(0, 12), [cell(0, 9)], False),
        (cell(0, 9), [], True),  # what is few itself
        (cell(0, 40), [cell(20, 60)], False),  # neither lies in the other
        (cell(0, 40), [cell(20, 55)], False),
        (cell(0, 31), [cell(0, 40)], True),  # this one lies in it
        (cell(0, 30), [cell(0, 40)], False),
        (cell(0, 40), [cell(0, 20), cell(20, 39)], True),  # two side by side, and one is left
        (cell(0, 40), [cell(0, 20), cell(20, 40)], False),
        (cell(0, 40), [cell(0, 20), cell(15, 34)], False),  # five stand in both: nothing can be subtracted
        (cell(0, 20), [cell(20, 39), cell(0, 40)], True),
        (cell(0, 20), [cell(10, 45), cell(0, 60)], False),
        (
            cell(0, 50),
            [cell(0, 10), cell(10, 20), cell(20, 30), cell(30, 45)],
            False,
        ),  # four at once are not looked for
        (cell(0, 45), [cell(0, 10), cell(10, 25), cell(25, 40)], True),  # three side by side
        (cell(0, 10), [cell(10, 20), cell(20, 30), cell(30, 45), cell(0, 48)], True),
    ],
)
def test_what_one_table_tells_of_another(own: frozenset[int], known: list[frozenset[int]], given_away: bool) -> None:
    assert gives_away(own, known, 10) is given_away


def test_of_two_initiatives_the_later_one_is_hidden() -> None:
    """Of the town 31, of its north 30: the one elsewhere would be found."""
    facts = [Fact("unmet.filed", SINCE.toordinal() + one, area="north") for one in range(30)]
    facts.append(Fact("unmet.filed", SINCE.toordinal(), area="south"))
    span = spans(since=SINCE, months=3, today=date(2028, 1, 1), recorded=None)
    north, town = Within(areas=frozenset({"north"})), Within()
    for within, earlier, told in (
        (north, [], 30),
        (town, [], 31),
        (town, [(north, span)], None),
        (north, [(town, span)], None),
    ):
        [found] = count([NEEDS], facts, within, span, parts=1, population=30_000, earlier=earlier)
        assert found.after == told
