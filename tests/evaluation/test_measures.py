"""Measures counted by hand: what is in the cohort, what is in time, and what is too young to say."""

import pytest

from marugoto.evaluation.measures import Count, LeftOut, Repeated, Resting, Sequence
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from tests.database import unwalled
from tests.evaluation.facts import ELSEWHERE, Line, looked_at, name, share, tell, window
from tests.web.counting import counted

pytestmark = pytest.mark.django_db

THREE_DAYS = Sequence(first=("intake.opened",), then=("ball.caught", "ball.touched"), within=3)
ANSWER = Sequence(first=("ball.offered",), then=("ball.caught", "ball.declined"), due_column="num_1", key="ref_1")


def test_counting_keeps_to_the_window_and_to_the_body() -> None:
    tell(
        [
            Line("ball.lapsed", "before", 9),
            Line("ball.lapsed", "first", 10),
            Line("ball.lapsed", "last", 19),
            Line("ball.lapsed", "after", 20),
            Line("ball.caught", "other kind", 15),
            Line("ball.lapsed", "other town", 15, body=ELSEWHERE),
        ]
    )
    assert share(Count(kinds=("ball.lapsed",)), window(10, 20)) == Share(n=2, k=2)
    assert set(looked_at(Count(kinds=("ball.lapsed",)), window(10, 20))) == {name("first"), name("last")}


@pytest.mark.parametrize(
    ("answer_bday", "expected"),
    [
        (100, Share(1, 1)),  # the same day
        (103, Share(1, 1)),  # the third opening day
        (104, Share(1, 0)),  # one too late
    ],
)
def test_within_three_opening_days(answer_bday: int, expected: Share) -> None:
    tell([Line("intake.opened", "a", 10, 100), Line("ball.caught", "a", 16, answer_bday)])
    assert share(THREE_DAYS, window(0, 30, over_bday=104)) == expected


def test_what_has_time_left_is_running_even_when_it_was_answered() -> None:
    tell([Line("intake.opened", "a", 10, 100), Line("ball.caught", "a", 11, 101)])
    assert share(THREE_DAYS, window(0, 30, over_bday=103)) == Share(n=0, k=0, running=1)
    assert share(THREE_DAYS, window(0, 30, over_bday=104)) == Share(n=1, k=1)


def test_what_came_before_is_no_answer() -> None:
    tell([Line("ball.touched", "a", 9, 99), Line("intake.opened", "a", 10, 100)])
    assert share(THREE_DAYS, window()) == Share(n=1, k=0)


def test_two_of_a_day_are_told_apart_by_their_order() -> None:
    tell([Line("ball.touched", "a", 10), Line("intake.opened", "a", 10), Line("intake.opened", "b", 10)])
    assert share(THREE_DAYS, window()) == Share(n=2, k=0)


def test_many_answers_are_one_answer() -> None:
    tell([Line("intake.opened", "a", 10), *(Line("ball.touched", "a", 11) for _ in range(4))])
    assert share(THREE_DAYS, window()) == Share(n=1, k=1)


def test_an_answer_belongs_to_its_own_offer() -> None:
    tell(
        [
            Line("ball.offered", "a", 10, offer="first", due=14),
            Line("ball.declined", "a", 12, offer="first"),
            Line("ball.offered", "a", 13, offer="second", due=17),
            Line("ball.caught", "a", 18, offer="second"),  # a day late
            Line("ball.offered", "b", 20, offer="third", due=29),
        ]
    )
    assert share(ANSWER, window(0, 30, over=29)) == Share(n=2, k=1, running=1)
    assert looked_at(ANSWER, window(0, 30, over=29))[name("b")] == (False, False)


def test_an_offer_due_today_is_not_yet_unanswered() -> None:
    tell([Line("ball.offered", "a", 10, offer="first", due=20)])
    assert share(ANSWER, window(0, 21, over=20)) == Share(n=0, k=0, running=1)
    assert share(ANSWER, window(0, 22, over=21)) == Share(n=1, k=0)


def test_another_town_answers_nothing_here() -> None:
    tell([Line("intake.opened", "a", 10), Line("ball.caught", "a", 11, body=ELSEWHERE)])
    assert share(THREE_DAYS, window()) == Share(n=1, k=0)


def test_three_offers_are_many() -> None:
    tell(
        [
            *(Line("ball.offered", "thrice", day) for day in (10, 11, 12)),
            *(Line("ball.offered", "twice", day) for day in (10, 11)),
            *(Line("ball.offered", "mostly before", day) for day in (1, 2, 12)),
        ]
    )
    assert share(Repeated(kinds=("ball.offered",), times=3), window(10, 20)) == Share(n=3, k=1)
    assert looked_at(Repeated(kinds=("ball.offered",), times=3), window(10, 20))[name("thrice")] == (True, True)


RESTING = Resting(
    begins=("ball.placed", "ball.reopened"),
    ends=("ball.settled",),
    signs=("ball.touched",),
    open_days=60,
    silent_days=30,
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("ball.placed", 39)], Share(1, 1)),  # 61 days old on day 100, and never touched
        ([("ball.placed", 40)], Share(1, 0)),  # 60 days old
        ([("ball.placed", 10), ("ball.touched", 69)], Share(1, 1)),  # untouched for 31 days
        ([("ball.placed", 10), ("ball.touched", 70)], Share(1, 0)),
        ([("ball.placed", 10), ("ball.settled", 20)], Share(0, 0)),
        ([("ball.placed", 10), ("ball.settled", 20), ("ball.reopened", 30)], Share(1, 1)),
        ([("ball.placed", 10), ("ball.settled", 20), ("ball.reopened", 80)], Share(1, 0)),
        ([("ball.placed", 10), ("ball.touched", 101)], Share(1, 1)),  # what came after that day is not known on it
    ],
)
def test_left_alone(lines: list[tuple[str, int]], expected: Share) -> None:
    tell([Line(kind, "a", day) for kind, day in lines])
    assert share(RESTING, window(0, 101)) == expected


def test_an_empty_ledger_gives_nothing_and_no_error() -> None:
    for measure in (THREE_DAYS, ANSWER, RESTING, Count(kinds=("ball.lapsed",))):
        assert share(measure, window()) == Share(0, 0, 0)
        assert looked_at(measure, window()) == {}


def test_many_are_answered_at_once_in_the_order_asked() -> None:
    tell([Line("intake.opened", "a", 10), Line("ball.caught", "a", 11), Line("ball.lapsed", "a", 500)])
    lapsed = Count(kinds=("ball.lapsed",))
    with unwalled():
        found = measured.shares([(lapsed, window()), (THREE_DAYS, window()), (lapsed, window(0, 500))])
        nothing = measured.shares([])
    assert (found, nothing) == ([Share(1, 1), Share(1, 1), Share(0, 0)], [])


def test_ties_are_answered_with_what_is_asked_beside_them() -> None:
    """b is between a and c: without it they do not reach each other. One query for all of it."""
    ties = [("a", "b"), ("b", "c")]
    tell([Line("ball.caught", f"m{one}", 10, offer=one, refs=(other,)) for one, other in ties])
    met = Count(kinds=("ball.caught",))
    between = LeftOut(kinds=("ball.caught",), one="ref_1", other="ref_2")
    with unwalled(), counted() as asked:
        found = measured.shares([(met, window()), (between, window()), (between, window(500, 600)), (met, window())])
    assert found == [Share(2, 2), Share(3, 3), Share(0, 0), Share(2, 2)]
    assert len(asked) == 1
