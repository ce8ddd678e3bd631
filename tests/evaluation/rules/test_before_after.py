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
        (cell(0, 10), [cell(0, 40), cell(100, 125)], False),  # what lies elsewhere is no part of it
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


def on(*days: tuple[str, int]) -> list[Fact]:
    return [Fact("unmet.filed", date.fromisoformat(day).toordinal()) for day, times in days for _ in range(times)]


def told_of(
    facts: list[Fact],
    months: int,
    since: date,
    *,
    shorter: tuple[int, ...] = (),
    earlier: tuple[tuple[date, int], ...] = (),
) -> tuple[int | None, int | None]:
    """`earlier`: since when and over how many months others were told before."""
    own, *others = (spans(since=since, months=one, today=date(2030, 1, 1), recorded=None) for one in (months, *shorter))
    tables = [
        (Within(), spans(since=begun, months=one, today=date(2030, 1, 1), recorded=None)) for begun, one in earlier
    ]
    [found] = count([NEEDS], facts, Within(), own, parts=1, population=30_000, others=others, earlier=tables)
    return found.before, found.after


def test_the_shorter_span_beside_another_table_leaves_a_few() -> None:
    """A year of 65: three months of it are told, and of the nine others six by an initiative that began in July. Five are left."""
    facts = on(("2026-02-02", 15), ("2026-05-05", 20), ("2026-08-08", 20), ("2026-11-11", 20), ("2027-02-02", 5))
    july, shorter = ((date(2026, 7, 1), 6),), (3, 6)
    assert told_of(facts, 12, SINCE, shorter=shorter) == (15, 65)
    assert told_of(facts, 12, SINCE, earlier=july) == (15, 65)
    assert told_of(facts, 12, SINCE, shorter=shorter, earlier=july) == (15, None)
    assert told_of(facts, 3, SINCE) == (15, 20)


def test_before_and_after_together_leave_a_few_of_a_table_in_which_both_lie() -> None:
    """A year of 45 is told; of it twenty before and twenty after."""
    facts = on(("2026-05-05", 20), ("2026-08-08", 20), ("2027-01-01", 5))
    july, year = date(2026, 7, 1), ((SINCE, 12),)
    assert told_of(facts, 3, july) == (20, 20)
    assert told_of(facts, 3, july, earlier=year) == (20, None)


def test_what_is_hidden_before_is_not_taken_from_what_lies_after() -> None:
    """Of a year of 45 twenty-five are told: twenty of them would tell of the five others, and are hidden. The twenty after tell nothing."""
    facts = on(("2026-03-28", 5), ("2026-05-05", 20), ("2026-08-08", 20))
    year, spring = (date(2026, 3, 1), 12), (date(2026, 3, 25), 3)
    assert told_of(facts, 3, date(2026, 7, 1), earlier=(year, spring)) == (None, 20)


def test_a_side_beside_the_shorter_one_of_the_other_side_leaves_a_few() -> None:
    """A year of 55, of which thirty lie in the six months before and twenty in the three after; in the six after are others, too."""
    facts = on(("2025-12-01", 5), ("2026-02-02", 10), ("2026-05-05", 20), ("2026-08-08", 20), ("2026-12-12", 15))
    july, year = date(2026, 7, 1), ((date(2025, 11, 1), 12),)
    assert told_of(facts, 6, july, earlier=year) == (30, 35)
    assert told_of(facts, 6, july, shorter=(3,)) == (30, 35)
    assert told_of(facts, 6, july, shorter=(3,), earlier=year) == (None, 35)


def test_a_shorter_span_that_was_hidden_is_not_what_the_longer_one_is_measured_by() -> None:
    """Twelve in three months, one more in six and 21 in a year: six months are hidden, and the year is nine more than three."""
    facts = on(("2026-05-05", 12), ("2026-08-08", 1), ("2027-02-02", 8))
    assert told_of(facts, 6, SINCE, shorter=(3,)) == (0, None)
    assert told_of(facts, 12, SINCE, shorter=(3, 6)) == (0, None)
    assert told_of([*facts, *on(("2027-02-02", 1))], 12, SINCE, shorter=(3, 6)) == (0, 22)
