"""Which places are open: on a weekday, as the register is searched, and whether they rest for weeks."""

from datetime import date, timedelta

import pytest

from marugoto.community.actions.place import create_place
from marugoto.community.actions.place_facts import say_day, say_times, take_day_back
from marugoto.community.queries.place import search
from marugoto.community.rules.opening import Rest, Single, Times, resting
from marugoto.kernel.jst import local_day
from tests.town import Town, settle_town
from tests.web.counting import counted

WINTER = date(2026, 12, 1)  # a Tuesday
THURSDAYS = [WINTER + timedelta(days=2 + 7 * week) for week in range(60)]


def shut(days: list[date]) -> dict[date, Single]:
    return {day: Single(day) for day in days}


@pytest.mark.parametrize(
    ("lines", "singles", "rest"),
    [
        ([Times(3)], {}, None),
        ([Times(3, first_month=6, last_month=9)], {}, Rest(date(2027, 6, 3))),
        ([Times(3, first_month=11, last_month=3)], {}, None),  # in its season, over the turn of the year
        ([Times(3, first_month=1, last_month=3)], {}, Rest(date(2027, 1, 7))),  # the first day after five weeks
        ([Times(3, first_month=1, last_month=3), Times(4)], {}, None),  # open on Fridays all the year
        ([Times(3)], shut(THURSDAYS[:4]), None),  # four weeks only
        ([Times(3)], shut(THURSDAYS[:8]), Rest(THURSDAYS[8])),
        ([Times(3), Times(4)], shut(THURSDAYS[:8]), None),
        ([Times(3)], shut(THURSDAYS[:8]) | {WINTER: Single(WINTER, is_open=True)}, None),  # a day apart is open
        ([Times(3)], shut(THURSDAYS), Rest(None)),
        ([Times(3, nth=1)], shut(THURSDAYS[:1]), None),  # once a month, and left out once
        ([Times(3, nth=1)], shut([date(2026, 12, 3), date(2027, 1, 7)]), Rest(date(2027, 2, 4))),
        ([], shut([WINTER + timedelta(days=more) for more in range(50)]), Rest(date(2027, 1, 20))),
        ([], shut([WINTER]), None),  # nobody said its weekdays: one closed day says nothing
    ],
)
def test_what_is_closed_on_all_days_of_the_coming_weeks_rests(
    lines: list[Times], singles: dict[date, Single], rest: Rest | None
) -> None:
    assert resting(WINTER, lines, singles) == rest


def test_another_open_day_never_makes_a_place_rest() -> None:
    for more in range(60):
        one = WINTER + timedelta(days=more)
        apart = shut(THURSDAYS[:8]) | {one: Single(one, is_open=True)}
        found = resting(WINTER, [Times(3)], apart)
        assert found is None if more < 35 else found == Rest(min(one, THURSDAYS[8]))


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def named(town: Town, weekday: int) -> set[str]:
    return {line.place.name for line in search(town("hayashi"), weekday=str(weekday)).rows}


def test_the_weekdays_of_words_are_read_with_what_they_take_out(town: Town) -> None:
    for name, days in (
        ("図書室", "月曜定休"),
        ("喫茶", "毎日（月曜休み）"),
        ("ひろば", "月〜金"),
        ("囲碁の会", "毎週月曜"),
        ("相談", "お問い合わせください"),
    ):
        create_place(by=town("hayashi"), at=town.later(), values={"name": name, "days": days})
    assert named(town, 0) == {"ひろば", "囲碁の会"}
    assert named(town, 2) == {"喫茶", "ひろば"}
    assert named(town, 6) == {"喫茶"}


def test_what_rests_is_not_among_those_open_on_a_weekday(town: Town) -> None:
    by = town("hayashi")
    pool = create_place(by=by, at=town.later(), values={"name": "プール"})
    month = local_day(by.at).month
    later = (month + 2) % 12 + 1
    say_times(by=by, at=town.later(), place=pool.pk, lines=[Times(3, first_month=later, last_month=later)])
    salon = create_place(by=by, at=town.later(), values={"name": "サロン", "days": "毎週木曜"})
    assert named(town, 3) == {"サロン"}
    today = local_day(by.at)
    days = [today + timedelta(days=more) for more in range(60) if (today + timedelta(days=more)).weekday() == 3]
    for day in days:
        say_day(by=by, at=town.later(), place=salon.pk, day=day, words="会場の工事")
    assert named(town, 3) == set()
    take_day_back(by=by, at=town.later(), place=salon.pk, day=days[1])
    assert named(town, 3) == {"サロン"}


def test_a_weekday_is_asked_in_as_many_questions_however_many_places(town: Town) -> None:
    asked = []
    for number in range(4):
        place = create_place(by=town("hayashi"), at=town.later(), values={"name": f"会{number}", "days": "毎週木曜"})
        if number % 2:
            say_times(
                by=town("hayashi"), at=town.later(), place=place.pk, lines=[Times(3, first_month=1, last_month=12)]
            )
        with counted() as queries:
            found = search(town("hayashi"), weekday="3")
        assert found.count == number + 1
        asked.append(len(queries))
    assert asked == [asked[0]] * 4
    assert asked[0] <= 7
