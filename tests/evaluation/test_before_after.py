"""Before and after a day: equal spans, what is counted of what, small numbers of people, and what is not known yet."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marugoto.evaluation.rules.before_after import (
    MONTHS,
    Figure,
    Scope,
    Within,
    belongs,
    count,
    parts_of_span,
    spans,
)
from marugoto.evaluation.rules.suppression import FEW, FEW_IN_SMALL, SMALL, TINY

HERE, THERE = uuid4(), uuid4()
VISITS = Figure("visits", "field.visit", Scope.PLACE, place="ref_1")
NEEDS = Figure("unmet", "unmet.filed", Scope.AREA, people=True)
FOUND = Figure("findings", "field.found", Scope.AREA, theme="code_1")
HOSTED = Figure("hosted", "field.visit", Scope.PLACE, place="ref_1", where={"code_1": {"gathering"}})


@dataclass(frozen=True)
class Fact:
    kind: str
    day: int
    area: str = ""
    ref_1: UUID | None = None
    code_1: str = ""


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("months", "today", "first", "until", "whole"),
    [
        (6, "2026-12-01", "2025-09-30", "2026-10-01", True),  # 183 days after, and as many before
        (6, "2026-10-01", "2025-09-30", "2026-10-01", True),  # the day after the last
        (6, "2026-09-30", "2025-10-01", "2026-09-30", False),  # the day that runs is not counted
        (3, "2026-04-11", "2026-03-22", "2026-04-11", False),
        (3, "2026-04-01", "2026-04-01", "2026-04-01", False),  # it begins today
        (12, "2026-01-01", "2026-04-01", "2026-04-01", False),  # it has not begun
    ],
)
def test_as_many_days_before_as_after(months: int, today: str, first: str, until: str, whole: bool) -> None:
    since = day("2026-04-01")
    found = spans(since=since, months=months, today=day(today), recorded=day("2020-01-01"))
    assert (found.until, found.whole) == (day(until), whole)
    assert (found.since - found.first) == (found.until - found.since)
    if whole:
        assert found.first == since - timedelta(days=183)
    else:
        assert found.first == day(first)


@pytest.mark.parametrize(
    ("since", "months", "asked"),
    [("2026-08-31", 6, "2027-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-15", 12, "2027-12-15")],
)
def test_a_month_on_is_the_same_day_or_its_last(since: str, months: int, asked: str) -> None:
    assert spans(since=day(since), months=months, today=day("2030-01-01"), recorded=None).asked == day(asked)


@pytest.mark.parametrize(
    ("recorded", "blind"), [("2025-01-01", 0), ("2026-03-22", 0), ("2026-03-25", 3), ("2026-05-01", 10), (None, 10)]
)
def test_days_before_the_house_wrote_anything_are_said_to_be_unknown(recorded: str | None, blind: int) -> None:
    known = day(recorded) if recorded else None
    assert spans(since=day("2026-04-01"), months=6, today=day("2026-04-11"), recorded=known).blind == blind


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(730_120, 766_600), st.sampled_from(MONTHS), st.integers(-400, 800))
def test_the_spans_are_equal_and_never_reach_into_today(began: int, months: int, on: int) -> None:
    since = date.fromordinal(began)
    today = since + timedelta(days=on)
    found = spans(since=since, months=months, today=today, recorded=None)
    assert found.since - found.first == found.until - found.since
    assert found.until <= max(today, since)
    assert 1 <= parts_of_span(found) <= 12


@pytest.mark.parametrize(
    ("fact", "figure", "within", "counted"),
    [
        (Fact("field.visit", 1), VISITS, Within(), True),
        (Fact("field.visit", 1, ref_1=HERE), VISITS, Within(places=frozenset({HERE})), True),
        (Fact("field.visit", 1, ref_1=THERE), VISITS, Within(places=frozenset({HERE})), False),
        (Fact("field.visit", 1, area="north"), VISITS, Within(areas=frozenset({"north"})), True),
        (Fact("field.visit", 1, area="south"), VISITS, Within(areas=frozenset({"north"})), False),
        (
            Fact("field.visit", 1, ref_1=HERE),
            VISITS,
            Within(areas=frozenset({"north"}), in_areas=frozenset({HERE})),
            True,
        ),
        (Fact("field.visit", 1), VISITS, Within(areas=frozenset({"north"})), False),
        (Fact("field.found", 1, code_1="work"), FOUND, Within(theme="work"), True),
        (Fact("field.found", 1, code_1="housing"), FOUND, Within(theme="work"), False),
        (Fact("field.visit", 1, code_1="visit"), HOSTED, Within(), False),
        (Fact("field.visit", 1, code_1="gathering"), HOSTED, Within(), True),
        (Fact("unmet.filed", 1), NEEDS, Within(theme="work"), True),  # it carries no theme: it is not cut by one
    ],
)
def test_what_belongs_to_an_initiative(fact: Fact, figure: Figure, within: Within, counted: bool) -> None:
    assert belongs(fact, figure, within) is counted


def told(kind: str, *, before: int, after: int, since: date) -> list[Fact]:
    days = [since - timedelta(days=1 + n) for n in range(before)] + [since + timedelta(days=n) for n in range(after)]
    return [Fact(kind, one.toordinal()) for one in days]


def test_what_people_wait_for_is_hidden_when_few_and_places_are_not() -> None:
    since = day("2026-04-01")
    span = spans(since=since, months=3, today=day("2027-01-01"), recorded=day("2020-01-01"))
    facts = told("field.visit", before=3, after=11, since=since) + told("unmet.filed", before=3, after=11, since=since)
    visits, needs = count([VISITS, NEEDS], facts, Within(), span, parts=3, population=SMALL)
    assert (visits.before, visits.after) == (3, 11)
    assert (needs.before, needs.after) == (None, 11)
    assert needs.months == ()
    assert sum(visits.months[:3]) == 3
    assert sum(visits.months[3:]) == 11
    assert visits.months[2] == 3  # the days just before lie in the last part before


@pytest.mark.parametrize(
    ("population", "before", "after", "told_before", "told_after"),
    [
        (SMALL, FEW - 1, FEW, None, FEW),
        (SMALL - 1, FEW, FEW_IN_SMALL, None, FEW_IN_SMALL),
        (None, FEW, 0, None, 0),
        (TINY - 1, 0, 50, None, None),
    ],
)
def test_how_few_is_few(
    population: int | None, before: int, after: int, told_before: int | None, told_after: int | None
) -> None:
    since = day("2026-04-01")
    span = spans(since=since, months=12, today=day("2028-01-01"), recorded=day("2020-01-01"))
    facts = told("unmet.filed", before=before, after=after, since=since)
    [needs] = count([NEEDS], facts, Within(), span, parts=12, population=population)
    assert (needs.before, needs.after) == (told_before, told_after)


def test_what_people_wait_for_is_told_when_the_span_is_over_and_not_day_by_day() -> None:
    since = day("2026-04-01")
    facts = told("unmet.filed", before=20, after=30, since=since) + told("field.visit", before=3, after=4, since=since)
    for on, said in (("2026-06-29", (None, None)), ("2026-06-30", (None, None)), ("2026-07-01", (20, 30))):
        span = spans(since=since, months=3, today=day(on), recorded=day("2020-01-01"))
        visits, needs = count([VISITS, NEEDS], facts, Within(), span, parts=3, population=SMALL)
        assert ((needs.before, needs.after), needs.waits) == (said, said == (None, None))
        assert (visits.before, visits.after, visits.waits) == (3, 4, False)
    early = spans(since=since, months=3, today=day("2026-05-01"), recorded=day("2020-01-01"))
    [needs] = count([NEEDS], facts, Within(), early, parts=1, population=TINY - 1)
    assert (needs.after, needs.waits) == (None, False)  # nor will it be told then


@pytest.mark.parametrize(
    ("near", "far", "printed"),
    [
        (12, 1, (12, None)),  # twelve in three months, and one more in six: the one would be found
        (12, 10, (12, 22)),
        (12, 0, (12, 12)),
        (0, 3, (0, None)),
        (4, 9, (None, 13)),
    ],
)
def test_a_longer_span_less_a_shorter_one_finds_nobody(near: int, far: int, printed: tuple[int | None, ...]) -> None:
    since = day("2026-04-01")
    each = [spans(since=since, months=one, today=day("2028-01-01"), recorded=day("2020-01-01")) for one in MONTHS]
    facts = told("unmet.filed", before=near, after=0, since=since)
    facts += [Fact("unmet.filed", (since - timedelta(days=120 + n)).toordinal()) for n in range(far)]
    found = [
        count(
            [NEEDS], facts, Within(), span, parts=1, population=SMALL, others=[one for one in each if one is not span]
        )[0]
        for span in each
    ]
    assert tuple(one.before for one in found[:2]) == printed
    assert found[2].before == printed[1]  # nothing was added in the rest of the year
