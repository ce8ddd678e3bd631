"""What uses are worth, by hand: each weight, each window, each thing that counts once."""

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID, uuid4

import pytest

from marugoto.evaluation.codes import Earning, ReviewSaid, Standing, UseKind
from marugoto.evaluation.rules.earning import earning_of, is_used, may_stand
from marugoto.evaluation.rules.uses import (
    Cited,
    Tried,
    Use,
    changed_something,
    keep,
    kind_of,
    months_before,
    ref_of,
    uses,
)

TODAY = date(2026, 11, 30)
ME, WHO, REVIEW = uuid4(), uuid4(), uuid4()
KEEP, MEANS, TARGET, STOP = ReviewSaid.KEEP, ReviewSaid.MEANS, ReviewSaid.TARGET, ReviewSaid.STOP


def cited(said: ReviewSaid = MEANS, *, day: date = date(2026, 6, 1), **more: object) -> Cited:
    known: dict[str, object] = {"indicator": ME, "review": REVIEW, "by": WHO, "said": said, "day": day}
    return Cited(**known | more)  # type: ignore[arg-type]


def in_force(said: ReviewSaid = MEANS, **more: object) -> Cited:
    known: dict[str, object] = {"effective": date(2026, 7, 1), "checked_on": date(2026, 12, 1)}
    return cited(said, **known | more)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 30), 24, date(2024, 11, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_so_many_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (in_force(), UseKind.CHANGED),
        (in_force(STOP), UseKind.STOPPED),
        (in_force(effective=TODAY), UseKind.CHANGED),
        (in_force(effective=TODAY + timedelta(days=1)), UseKind.PENDING),  # not in force yet
        (in_force(checked_on=None), UseKind.PENDING),  # no day on which somebody looks
        (cited(), UseKind.PENDING),
        (cited(day=date(2025, 12, 1)), UseKind.PENDING),
        (cited(day=date(2025, 11, 30)), None),  # twelve months and still nothing
        (cited(STOP, day=date(2025, 11, 30)), None),
        (cited(KEEP, reasoned=True), UseKind.KEPT),
        (cited(KEEP), None),
        (cited(TARGET), UseKind.TARGET),
        (in_force(undone=date(2026, 12, 31)), None),  # a day short of six months
        (in_force(undone=date(2027, 1, 1)), UseKind.CHANGED),
    ],
)
def test_what_a_citation_is_worth(one: Cited, kind: UseKind | None) -> None:
    assert kind_of(one, today=TODAY) == kind


@pytest.mark.parametrize(
    ("kind", "weight"),
    [
        (UseKind.CHANGED, 3),
        (UseKind.STOPPED, 3),
        (UseKind.TRIED, 3),
        (UseKind.PENDING, 1),
        (UseKind.KEPT, 1),
        (UseKind.TARGET, Fraction(1, 2)),
    ],
)
def test_each_weight(kind: UseKind, weight: Fraction) -> None:
    assert Use(ME, kind, TODAY, REVIEW, WHO).weight == weight


def test_the_remembered_months_end_where_they_begin() -> None:
    assert not uses([cited(TARGET, day=date(2024, 11, 30))], [], today=TODAY)
    assert uses([cited(TARGET, day=date(2024, 12, 1))], [], today=TODAY)
    assert not uses([cited(TARGET, day=TODAY + timedelta(days=1))], [], today=TODAY)
    assert not uses([], [Tried(ME, uuid4(), date(2024, 11, 30), WHO)], today=TODAY)


def test_one_review_counts_once_by_what_weighs_most() -> None:
    found = uses([cited(TARGET), in_force(), cited(KEEP, reasoned=True)], [], today=TODAY)
    assert [use.kind for use in found] == [UseKind.CHANGED]
    other = uses([in_force(), in_force(review=uuid4())], [], today=TODAY)
    assert keep(other, minutes=0) == 6


@pytest.mark.parametrize("said", [KEEP, TARGET])
def test_a_keep_and_a_target_count_once_in_all(said: ReviewSaid) -> None:
    many = [cited(said, reasoned=True, review=uuid4(), day=date(2026, month, 1)) for month in (1, 4, 8)]
    assert len(uses(many, [], today=TODAY)) == 1
    assert uses(many, [], today=TODAY)[0].day == date(2026, 1, 1)


def test_a_pilot_that_was_stopped_with_a_finding_counts_like_a_change() -> None:
    found = uses([], [Tried(ME, uuid4(), date(2026, 9, 1), WHO)], today=TODAY)
    assert keep(found, minutes=0) == 3
    assert changed_something(found)


@pytest.mark.parametrize(
    ("minutes", "kept"), [(0, Fraction(3)), (60, Fraction(3, 2)), (30, Fraction(2)), (120, Fraction(1))]
)
def test_hands_cost(minutes: int, kept: Fraction) -> None:
    assert keep(uses([in_force()], [], today=TODAY), minutes=minutes) == kept


def test_for_level_four_a_means_moved_or_was_kept_with_a_reason() -> None:
    assert changed_something(uses([in_force()], [], today=TODAY))
    assert changed_something(uses([cited(KEEP, reasoned=True)], [], today=TODAY))
    assert not changed_something(uses([cited()], [], today=TODAY))
    assert not changed_something(uses([cited(TARGET)], [], today=TODAY))


def test_by_what_facts_speak_of_a_figure() -> None:
    row = uuid4()
    assert ref_of("I28") == ref_of("I28", row) != ref_of("F2.2")
    assert ref_of("", row) == row
    assert isinstance(ref_of("I28"), UUID)
    with pytest.raises(ValueError, match="code or a row"):
        ref_of("")


def use(kind: UseKind = UseKind.CHANGED, day: date = date(2026, 6, 1)) -> Use:
    return Use(ME, kind, day, REVIEW, WHO)


@pytest.mark.parametrize(
    ("standing", "found", "since", "minutes", "duty", "stands"),
    [
        (Standing.SEED, [use()], date(2020, 1, 1), 0, False, Earning.SEED),
        (Standing.PARKED, [use()], date(2020, 1, 1), 0, False, Earning.PARKED),
        (Standing.RETIRED, [], date(2020, 1, 1), 0, False, Earning.RETIRED),
        (Standing.LIVE, [], date(2026, 11, 1), 0, False, Earning.LIVE),
        (Standing.LIVE, [use()], date(2020, 1, 1), 0, False, Earning.EARNING),
        (Standing.LIVE, [use(UseKind.KEPT)], date(2020, 1, 1), 0, False, Earning.EARNING),  # keep is 1
        (Standing.LIVE, [use(UseKind.KEPT)], date(2026, 1, 1), 1, False, Earning.LIVE),  # a minute short of 1
        (Standing.LIVE, [use()], date(2026, 1, 1), 121, False, Earning.LIVE),  # 3 over a little more than 3
        (Standing.LIVE, [use()], date(2026, 1, 1), 120, False, Earning.EARNING),
        (Standing.LIVE, [], date(2025, 12, 1), 0, False, Earning.LIVE),
        (Standing.LIVE, [], date(2025, 11, 30), 0, False, Earning.IDLE),
        (Standing.LIVE, [use(UseKind.TARGET, date(2026, 1, 1))], date(2020, 1, 1), 0, False, Earning.LIVE),
        (Standing.LIVE, [], date(2024, 12, 1), 0, False, Earning.IDLE),
        (Standing.LIVE, [], date(2024, 11, 30), 0, False, Earning.PARKED),
        (Standing.LIVE, [], date(2024, 11, 30), 0, True, Earning.IDLE),  # a law asks for it
    ],
)
def test_how_an_indicator_stands(
    standing: Standing, found: list[Use], since: date, minutes: int, duty: bool, stands: Earning
) -> None:
    assert earning_of(standing, found, since=since, minutes=minutes, duty=duty, today=TODAY) == stands


def test_a_half_does_not_make_it_used() -> None:
    assert is_used([use(UseKind.KEPT)])
    assert is_used([use(UseKind.PENDING)])
    assert not is_used([use(UseKind.TARGET)])
    assert not is_used([])


@pytest.mark.parametrize(
    ("to", "now", "said", "may"),
    [
        (Standing.LIVE, None, {}, True),
        (Standing.LIVE, None, {"turning": " "}, False),
        (Standing.LIVE, None, {"decision": ""}, False),
        (Standing.LIVE, Standing.SEED, {"decision": "", "turning": "", "duty": True}, True),
        (Standing.SEED, Standing.PARKED, {"decision": "", "turning": ""}, True),  # one click back
        (Standing.PARKED, Standing.LIVE, {}, True),
        (Standing.PARKED, Standing.LIVE, {"duty": True}, False),
        (Standing.RETIRED, Standing.LIVE, {"reason": ""}, False),
        (Standing.RETIRED, Standing.LIVE, {}, True),
        (Standing.LIVE, Standing.RETIRED, {}, False),
        (Standing.PARKED, Standing.PARKED, {}, False),
    ],
)
def test_what_may_stand_how(to: Standing, now: Standing | None, said: dict[str, object], may: bool) -> None:
    known: dict[str, object] = {"decision": "係の置き方", "turning": "50%", "duty": False, "reason": "替わりがある"}
    answer = may_stand(to, now, **known | said)  # type: ignore[arg-type]
    assert bool(answer) is may
    assert may or answer.way_on.endswith("。")
