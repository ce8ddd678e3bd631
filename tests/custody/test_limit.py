"""The days of an urgency: changed by those who keep house, with a reason, from a day on; what was before stays to be read."""

from datetime import timedelta
from typing import Any

import pytest

from marugoto.agencies.actions import close_day
from marugoto.agencies.queries import calendar
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.custody.actions.limit import set_limit
from marugoto.custody.codes import Urgency
from marugoto.custody.queries import limit
from marugoto.custody.queries.limit import limit_book, limits_of
from marugoto.custody.rules.limit import OURS, Days, may_set
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import MINAMO, SHIOMI, Town, settle_town

SHORT, LONG = Days(3, 6), Days(4, 8)


@pytest.mark.parametrize(
    ("days", "words", "says"),
    [
        (SHORT, {}, ""),
        (Days(0, 5), {}, "1日から"),
        (Days(5, 0), {}, "1日から"),
        (Days(5, 61), {}, "60開庁日まで"),
        (SHORT, {"keeps_house": False}, "庶務か課長"),
        (SHORT, {"begins_in_past": True}, "過ぎた日"),
        (SHORT, {"changes": False}, "もうその日数"),
        (SHORT, {"reasoned": False}, "わけ"),
    ],
)
def test_when_days_may_be_set(days: Days, words: dict[str, Any], says: str) -> None:
    asked = {"keeps_house": True, "begins_in_past": False, "changes": True, "reasoned": True}
    decision = may_set(days, **asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_who_changed_what_when_and_why_stays(town: Town) -> None:
    at = town.later()
    today = local_day(at)
    set_limit(by=town("honma"), at=at, urgency=Urgency.USUAL, days=SHORT, since=today, reason="返事を早くする")
    set_limit(by=town("yamazaki"), at=town.later(), urgency=Urgency.USUAL, days=LONG, since=today, reason="早すぎた")
    month = today + timedelta(days=30)
    set_limit(by=town("honma"), at=town.later(), urgency=Urgency.SOON, days=SHORT, since=month, reason="年末の体制")
    with unwalled():
        assert limits_of(MINAMO, today)[Urgency.USUAL] == LONG  # the later word for the same day
        assert limits_of(MINAMO, today)[Urgency.SOON] == OURS[Urgency.SOON]
        assert limits_of(MINAMO, month)[Urgency.SOON] == SHORT
        assert limits_of(SHIOMI, month) == dict(OURS)
    book = limit_book(town("honma"))
    assert [line.urgency for line in book.now] == list(Urgency)
    assert {line.urgency for line in book.now if line.ours} == {Urgency.NOW, Urgency.SOON, Urgency.SLOW}
    usual = next(line for line in book.now if line.urgency is Urgency.USUAL)
    assert (usual.days, usual.by_name, usual.reason) == (LONG, town("yamazaki").name, "早すぎた")
    assert [(line.days, line.by_name, line.reason) for line in book.former] == [
        (SHORT, town("honma").name, "返事を早くする")
    ]
    assert [(line.urgency, line.since) for line in book.coming] == [(Urgency.SOON, month)]


def test_a_counsellor_changes_no_days(town: Town) -> None:
    at = town.later()
    with pytest.raises(Refused, match="庶務か課長"):
        set_limit(by=town("tanaka"), at=at, urgency=Urgency.NOW, days=LONG, since=local_day(at), reason="x")
    assert all(line.ours for line in limit_book(town("honma")).now)


def test_what_another_thread_read_before_it_was_written_is_forgotten_with_the_commit(
    town: Town, django_capture_on_commit_callbacks: Any
) -> None:
    today = local_day(town.later())
    with unwalled():
        before = dict(limits_of(MINAMO, today))
    read_by_another = limit._known[MINAMO]
    with django_capture_on_commit_callbacks(execute=True):
        set_limit(
            by=town("honma"), at=town.later(), urgency=Urgency.NOW, days=SHORT, since=today, reason="人が減った。"
        )
        limit._known[MINAMO] = read_by_another  # to whom nothing is written yet
        assert limits_of(MINAMO, today) == before
    with unwalled():
        assert limits_of(MINAMO, today)[Urgency.NOW] == SHORT


def test_a_closed_day_is_forgotten_with_the_commit_too(town: Town, django_capture_on_commit_callbacks: Any) -> None:
    day = local_day(town.later()) + timedelta(days=1)
    while not calendar_of(MINAMO).is_open(day):
        day += timedelta(days=1)
    read_by_another = calendar._known[MINAMO]
    with django_capture_on_commit_callbacks(execute=True):
        close_day(by=town("honma"), at=town.later(), day=day, name="停電の日")
        calendar._known[MINAMO] = read_by_another
    with unwalled():
        assert not calendar_of(MINAMO).is_open(day)
