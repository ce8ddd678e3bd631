"""Uses on the day itself, of one review twice, and of what came to nothing."""

from datetime import date
from uuid import uuid4

import pytest

from marugoto.evaluation.codes import UseKind
from marugoto.evaluation.rules.uses import COUNTS_AS_USED, REMEMBERED, WEIGHTS, Tried, changed_something, kind_of, uses
from tests.evaluation.test_uses import KEEP, ME, STOP, TARGET, TODAY, WHO, cited, in_force


def test_what_is_worth_nothing_is_no_use() -> None:
    assert uses([cited(KEEP)], [], today=TODAY) == []
    assert uses([cited(KEEP), cited(TARGET)], [], today=TODAY)[0].kind is UseKind.TARGET


def test_what_happens_today_counts() -> None:
    assert len(uses([cited(TARGET, day=TODAY)], [], today=TODAY)) == 1
    assert len(uses([], [Tried(ME, uuid4(), TODAY, WHO)], today=TODAY)) == 1


def test_of_two_that_weigh_the_same_the_first_counts() -> None:
    found = uses([in_force(), in_force(STOP)], [], today=TODAY)
    assert [use.kind for use in found] == [UseKind.CHANGED]


def test_what_was_undone_before_it_was_in_force_still_waits() -> None:
    assert kind_of(cited(undone=TODAY), today=TODAY) is UseKind.PENDING


@pytest.mark.parametrize(
    ("found", "moved"),
    [
        ([in_force(), cited(TARGET, review=uuid4())], True),
        ([cited(TARGET, review=uuid4()), cited(review=uuid4(), day=date(2026, 6, 1))], False),
    ],
)
def test_one_that_moved_is_enough(found: list[object], moved: bool) -> None:
    assert changed_something(uses(found, [], today=TODAY)) is moved  # type: ignore[arg-type]


def test_the_lightest_use_that_counts() -> None:
    assert min(weight for weight in WEIGHTS.values() if weight >= 1) == COUNTS_AS_USED
    assert REMEMBERED == 24
