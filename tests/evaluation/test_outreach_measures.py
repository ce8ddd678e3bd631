"""I28 and I29 counted by hand: who heard back in a fortnight; of those first visited half a year ago, who wanted to talk."""

import pytest

from marugoto.evaluation.indicators import heard_back, outreach_agreed
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.facts import ELSEWHERE, Line, share, tell, window

pytestmark = pytest.mark.django_db


def test_who_noticed_heard_back_within_fourteen_days() -> None:
    tell(
        [
            Line("notice.received", "soon", 10),
            Line("notice.received", "last day", 10),
            Line("notice.received", "too late", 10),
            Line("notice.received", "answered, never told", 10),
            Line("notice.received", "young", 25),
            Line("notice.received", "other town", 10, body=ELSEWHERE),
            Line("notice.fed_back", "soon", 12),
            Line("notice.answered", "answered, never told", 12),
            Line("notice.fed_back", "last day", 24),
            Line("notice.fed_back", "too late", 25),
        ]
    )
    assert share(heard_back.measure, window(0, 30, over=31)) == Share(n=4, k=2, running=1)


def first_visit(matter: str, day: int) -> Line:
    """The number of the attempt is the event's first number."""
    return Line("outreach.tried", matter, day, due=1, code="visit", codes=("none",))


def test_of_those_first_visited_half_a_year_ago_who_wanted_to_talk() -> None:
    tell(
        [
            Line("outreach.begun", "never visited", 9),
            first_visit("agreed", 10),
            first_visit("not yet", 10),
            first_visit("too late", 11),
            first_visit("ended otherwise", 12),
            first_visit("young", 60),
            Line("outreach.tried", "agreed", 20, due=2, code="letter", codes=("took",)),
            Line("outreach.ended", "ended otherwise", 40),
            Line("outreach.agreed", "agreed", 190),
            Line("outreach.agreed", "too late", 192),
        ]
    )
    assert share(outreach_agreed.measure, window(185, 215, over=220)) == Share(n=4, k=1)
    assert share(outreach_agreed.measure, window(0, 185, over=220)) == Share(
        n=0, k=0
    )  # looked at when its time is over
