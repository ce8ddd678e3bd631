"""Places by rule: when they are open, how far they are told, when somebody asks again, and what a promise forbids."""

from datetime import date, time
from decimal import Decimal

import pytest

from marugoto.community.codes import DoubtReason, PlaceKind, Precision, PromiseKind, Tier
from marugoto.community.rules import change_request as requests
from marugoto.community.rules.check import (
    Known,
    age_words,
    cannot_be_reached,
    due_on,
    is_due,
    kind_of,
    months_after,
    months_by_kind,
)
from marugoto.community.rules.host_link import Link, may_give, opens
from marugoto.community.rules.opening import LAST, Single, Times, may_open, open_on, times_words
from marugoto.community.rules.promise import Promised, in_force, may_be_proposed, may_leave_house
from marugoto.community.rules.publication import SQUARE, Position, neighbourhood, published
from marugoto.community.rules.trait import TRAITS, family_of

THURSDAY = date(2026, 11, 12)  # the second of its month
NOON, THREE = time(12), time(15)
BOTH = frozenset({PromiseKind.NOT_LISTED, PromiseKind.NOT_CONTACTED})


@pytest.mark.parametrize(
    ("line", "day", "is_open"),
    [
        (Times(3), THURSDAY, True),
        (Times(2), THURSDAY, False),
        (Times(3, nth=2), THURSDAY, True),
        (Times(3, nth=1), THURSDAY, False),
        (Times(3, nth=LAST), date(2026, 11, 26), True),
        (Times(3, nth=LAST), date(2026, 11, 19), False),
        (Times(3, nth=5), date(2026, 10, 29), True),
        (Times(3, first_month=4, last_month=10), THURSDAY, False),
        (Times(3, first_month=11, last_month=3), THURSDAY, True),  # over the turn of the year
        (Times(3, first_month=11, last_month=3), date(2027, 2, 4), True),
        (Times(3, first_month=12, last_month=3), THURSDAY, False),
    ],
)
def test_weekday_week_and_season(line: Times, day: date, is_open: bool) -> None:
    assert bool(open_on(day, [line], {})) is is_open


def test_holidays_close_only_where_that_was_said_and_a_single_day_is_stronger() -> None:
    holidays, weekly = {THURSDAY}, [Times(3, opens=NOON)]
    assert open_on(THURSDAY, weekly, {}, holidays=holidays)  # unknown is not no
    assert not open_on(THURSDAY, weekly, {}, on_holidays="no", holidays=holidays)
    assert open_on(THURSDAY, weekly, {}, on_holidays="yes", holidays=holidays)
    apart = {THURSDAY: Single(THURSDAY, is_open=True, opens=THREE)}
    assert open_on(THURSDAY, weekly, apart, on_holidays="no", holidays=holidays)[0].opens == THREE
    assert not open_on(THURSDAY, weekly, {THURSDAY: Single(THURSDAY)})


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([Times(3, 2, NOON, THREE), Times(3, 4, NOON, THREE)], "第2・第4木曜 12:00〜15:00"),
        ([Times(0), Times(2)], "月・水曜"),
        ([Times(5, LAST, NOON)], "最後の土曜 12:00〜"),
        ([Times(1, None, None, None, 4, 10)], "火曜（4月〜10月）"),
        ([Times(0, None, NOON, THREE), Times(4)], "月曜 12:00〜15:00、金曜"),
        ([], ""),
    ],
)
def test_times_are_said_as_people_say_them(lines: list[Times], said: str) -> None:
    assert times_words(lines) == said


@pytest.mark.parametrize(
    "line", [Times(7), Times(3, nth=6), Times(3, opens=THREE, closes=NOON), Times(3, first_month=4), Times(3, 0)]
)
def test_times_that_cannot_be_are_refused(line: Times) -> None:
    assert not may_open([line])


WHOLE = Position(
    "北部", "みなも市本町2丁目3-4", "青木荘", Decimal("35.804477"), Decimal("139.724111"), "駅から", "2台", "青木宅"
)


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        (Precision.EXACT, WHOLE),
        (Precision.DISTRICT, Position("北部")),
        (Precision.NONE, Position()),
        ("", Position()),
        ("somewhere", Position()),
    ],
)
def test_a_position_is_told_as_exactly_as_the_host_wishes(precision: str, told: Position) -> None:
    assert published(WHOLE, precision) == told


def test_about_500_metres_is_the_same_point_for_all_that_lie_in_it() -> None:
    near = published(WHOLE, Precision.NEARBY)
    assert (near.address, near.building, near.access, near.at) == ("みなも市本町2丁目", "", "", "")
    assert near.latitude is not None
    assert WHOLE.latitude is not None
    assert abs(near.latitude - WHOLE.latitude) <= SQUARE[0] / 2
    neighbour = published(Position(latitude=near.latitude, longitude=near.longitude), Precision.NEARBY)
    assert (neighbour.latitude, neighbour.longitude) == (near.latitude, near.longitude)
    assert published(Position(address="本町1-2"), Precision.NEARBY).latitude is None


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("本町2-3-4", "本町"),
        ("大字中12番地", "大字中"),
        ("大字中三番地の二", "大字中"),
        ("中三丁目4", "中三丁目"),
        ("北町", "北町"),
        ("", ""),
        ("本町１−２", "本町"),
    ],
)
def test_of_an_address_the_neighbourhood_stays(address: str, told: str) -> None:
    assert neighbourhood(address) == told


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
    ],
)
def test_months_go_by_the_calendar(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_when_the_next_check_is_due() -> None:
    asked = Known(date(2026, 1, 1), confirmed_on=date(2026, 6, 1))
    assert due_on(Known(date(2026, 1, 1)), 6) == date(2026, 1, 1)  # nobody has asked yet
    assert due_on(asked, 6) == date(2026, 12, 1)
    full = Known(asked.listed_on, asked.confirmed_on, doubts=frozenset({DoubtReason.FULL}))
    far = Known(asked.listed_on, asked.confirmed_on, doubts=frozenset({DoubtReason.FAR}))
    assert is_due(full, 6, date(2026, 6, 2))
    assert not is_due(far, 6, date(2026, 6, 2))
    assert cannot_be_reached([date(2026, 6, day) for day in (2, 3, 4)])
    assert not cannot_be_reached([date(2026, 6, 2)] * 9)  # nine calls of one day are one try


def test_a_body_may_have_its_own_intervals() -> None:
    months = months_by_kind({"check_months_salon": "3", "check_months_cafe": "soon", "check_months_circle": "0"})
    kinds = (PlaceKind.SALON, PlaceKind.CAFE, PlaceKind.CIRCLE, PlaceKind.FACILITY)
    assert [months[kind] for kind in kinds] == [3, 6, 6, 12]
    assert kind_of("an older word") is PlaceKind.OTHER


@pytest.mark.parametrize(
    ("confirmed_on", "said"),
    [
        (None, "まだ確かめていない"),
        (date(2026, 11, 12), "きょう確かめた"),
        (date(2026, 11, 9), "確かめて3日"),
        (date(2026, 6, 12), "確かめて5か月"),
        (date(2026, 6, 13), "確かめて4か月"),
        (date(2025, 11, 12), "確かめて1年"),
        (date(2025, 9, 1), "確かめて1年2か月"),
    ],
)
def test_ageing_is_said_in_words(confirmed_on: date | None, said: str) -> None:
    assert age_words(confirmed_on, THURSDAY) == said


@pytest.mark.parametrize(
    ("tier", "promises", "leaves"),
    [
        (Tier.PUBLIC, frozenset(), True),
        (Tier.PROFESSIONAL, frozenset(), False),
        (Tier.COORDINATOR, frozenset(), False),
        (Tier.PUBLIC, {PromiseKind.NOT_LISTED}, False),
        (Tier.PUBLIC, {PromiseKind.NOT_CONTACTED}, False),
        ("", frozenset(), False),
    ],
)
def test_what_may_leave_the_house(tier: str, promises: frozenset[PromiseKind], leaves: bool) -> None:
    assert may_leave_house(tier, promises) is leaves


def test_whom_one_may_propose() -> None:
    thrice = {date(2026, 1, day) for day in (1, 2, 3)}
    assert may_be_proposed({PromiseKind.NOT_LISTED}, set())
    assert not may_be_proposed({PromiseKind.NOT_CONTACTED}, set())
    assert not may_be_proposed(set(), thrice)


def test_a_promise_ends_on_its_day() -> None:
    standing = [Promised(PromiseKind.NOT_LISTED, date(2026, 1, 1), date(2026, 2, 1))]
    standing.append(Promised(PromiseKind.NOT_CONTACTED, date(2026, 1, 1)))
    assert in_force(standing, date(2026, 1, 31)) == BOTH
    assert in_force(standing, date(2026, 2, 1)) == {PromiseKind.NOT_CONTACTED}
    assert in_force(standing, date(2025, 12, 31)) == frozenset()


def test_a_link_opens_until_its_day_and_not_after_it_was_withdrawn() -> None:
    link = Link(until=THURSDAY)
    assert opens(link, today=date(2026, 11, 11))
    assert not opens(link, today=THURSDAY)
    assert not opens(Link(THURSDAY, withdrawn=True), today=date(2026, 11, 11))
    assert not may_give(until=THURSDAY, today=THURSDAY)
    assert not may_give(until=date(2028, 1, 1), today=THURSDAY)
    assert may_give(until=date(2026, 12, 12), today=THURSDAY)


def test_a_group_asks_for_what_is_its_own_to_say() -> None:
    now = {"days": "火曜", "phone": "1", "name": "サロン"}
    wants = {"days": " 木曜 ", "phone": "1", "tier": "coordinator", "kind": "cafe", "note": "x"}
    assert requests.differing(now, wants) == {"days": "木曜"}
    long = {"description": "一行目\n" + "あ" * 1_400, "name": "サロン"}
    back = {"description": long["description"].replace("\n", "\r\n"), "name": "サロ\nン"}
    assert requests.differing(long, back) == {}
    assert requests.differing(long, {"description": "一行目\r\n二行目"}) == {"description": "一行目\n二行目"}
    assert not requests.may_ask({}, " ")
    assert requests.may_ask({}, "会場が変わります")
    assert not requests.may_ask({"name": ""}, "")


def test_what_somebody_wrote_meanwhile_is_not_overwritten_unseen() -> None:
    asked, was = {"days": "木曜"}, {"days": "火曜"}
    answer = {"answered": False, "asked": asked, "was": was, "taken": ["days"]}
    assert requests.may_answer(**answer, now={"days": "火曜"})
    assert not requests.may_answer(**answer, now={"days": "水曜"})
    assert not requests.may_answer(**answer | {"answered": True}, now=was)
    assert not requests.may_answer(**answer | {"taken": ["phone"]}, now=was)


def test_each_trait_is_about_one_thing() -> None:
    every = [trait for traits in TRAITS.values() for trait in traits]
    assert len(every) == len(set(every))
    assert all(family_of(trait) is family for family, traits in TRAITS.items() for trait in traits)
    assert family_of("handsome") is None
