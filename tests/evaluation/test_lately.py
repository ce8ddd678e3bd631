"""What a page remembers of its figures is what would be counted: a fact that comes is counted at the next look."""

from collections import OrderedDict
from dataclasses import replace

import pytest

from marugoto.evaluation.measures import Count, Window
from marugoto.evaluation.queries import lately, measured
from marugoto.evaluation.rules.figures import Share
from tests.database import unwalled
from tests.evaluation.facts import BODY, Line, tell

pytestmark = pytest.mark.django_db

SEEN = Window(body=BODY, since_day=0, until_day=100, over_day=100, over_bday=100)
OTHER = Window(body=BODY, since_day=0, until_day=5, over_day=5, over_bday=5)
SETTLED = Count(kinds=("ball.settled",))


def counted(*windows: Window) -> list[Share]:
    with unwalled():
        return lately.shares([(SETTLED, one) for one in windows])


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "_known", OrderedDict())


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many shares were counted, each time somebody counted."""
    seen: list[int] = []
    count = measured.shares
    monkeypatch.setattr(measured, "shares", lambda asked: seen.append(len(asked)) or count(asked))
    return seen


def test_it_counts_again_when_a_fact_has_come_and_only_then(counts: list[int]) -> None:
    tell([Line("ball.settled", "a", day=3)])
    assert counted(SEEN, OTHER, SEEN) == [Share(1, 1)] * 3
    assert counted(OTHER, SEEN) == [Share(1, 1)] * 2
    assert [one for one in counts if one] == [2]
    tell([Line("ball.settled", "b", day=9)], after=1)
    assert counted(SEEN, OTHER) == [Share(2, 2), Share(1, 1)]
    assert [one for one in counts if one] == [2, 2]


def test_an_earlier_fact_that_shows_itself_after_a_later_one_is_counted_within_a_minute(
    counts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(lately, "_last", {})
    monkeypatch.setattr(lately.time, "monotonic", lambda: now[0])
    tell([Line("ball.settled", "b", day=9)], after=7)
    assert counted(SEEN) == [Share(1, 1)]
    tell([Line("ball.settled", "a", day=3)], after=5)  # its deed took longer
    now[0] += lately.DEED + 1
    assert counted(SEEN) == [Share(2, 2)]
    now[0] += 10 * lately.DEED
    assert counted(SEEN) == [Share(2, 2)]
    assert [one for one in counts if one] == [1, 1], "by now nothing earlier can come"


def test_what_takes_long_may_be_a_little_old(counts: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "LONG", 0.0)
    monkeypatch.setattr(lately, "OFTEN", 10**9)
    tell([Line("ball.settled", "a", day=3)])
    assert counted(SEEN) == [Share(1, 1)]
    tell([Line("ball.settled", "b", day=9)], after=1)
    assert counted(SEEN, OTHER) == [Share(1, 1), Share(1, 1)]
    lately._known.clear()
    assert counted(SEEN) == [Share(2, 2)]
    assert [one for one in counts if one] == [1, 1, 1]


def test_how_old_it_may_be_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(lately.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(lately, "LONG", -1.0)
    asked = [(SETTLED, SEEN), (SETTLED, OTHER)]
    tell([Line("ball.settled", "a", day=3)])
    monkeypatch.setattr(lately, "OFTEN", 0)
    counted(SEEN, OTHER)
    lately._known[SETTLED, SEEN] = replace(lately._known[SETTLED, SEEN], until=5000.0)
    now[0] += 40
    counted(SEEN, OTHER)
    assert lately.age(asked) == 0, "nothing has come: it is as of now"
    tell([Line("ball.settled", "b", day=9)], after=1)
    counted(SEEN, OTHER)
    assert lately.age(asked) == 40
    assert lately.age(asked[1:]) == 0, "that one was counted anew"
    assert lately.age([(Count(kinds=("never.asked",)), SEEN)]) == 0


def test_no_more_is_remembered_than_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "MOST", 1)
    tell([Line("ball.settled", "a", day=3)])
    assert counted(SEEN, OTHER) == counted(SEEN, OTHER) == [Share(1, 1)] * 2
    assert len(lately._known) == 1
