"""A calendar as RFC 5545 wants it, read back by a library that knows nothing of ours."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from marugoto.exchange.rules.ics import OCTETS, Occasion, escaped, folded, written
from marugoto.kernel.jst import JST

AT = datetime(2026, 11, 28, 12, 0, tzinfo=JST)
DAY = Occasion(
    "a@marugoto", "約束の日", date(2026, 12, 31), description="一;二,三\\四\n五", url="https://house/calendar/"
)
MEETING = Occasion(
    "b@marugoto", "会議", datetime(2026, 12, 1, 8, 30, tzinfo=JST), datetime(2026, 12, 1, 9, 30, tzinfo=JST)
)


def read(*occasions: Occasion) -> Calendar:
    return Calendar.from_ical(written("まるごと", occasions, at=AT))


def test_a_whole_day_ends_before_the_next_one() -> None:
    event = read(DAY).walk("VEVENT")[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_an_hour_is_said_in_utc() -> None:
    event = read(MEETING).walk("VEVENT")[0]
    assert event["DTSTART"].dt == datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert b"DTSTART:20261130T233000Z\r\n" in written("まるごと", [MEETING], at=AT)
    assert event["DTEND"].dt - event["DTSTART"].dt == MEETING.ends - MEETING.begins  # type: ignore[operator]


def test_words_come_back_as_they_were() -> None:
    event = read(DAY).walk("VEVENT")[0]
    assert str(event["DESCRIPTION"]) == DAY.description
    assert str(event["SUMMARY"]) == DAY.summary
    assert str(event["URL"]) == DAY.url


def test_what_a_calendar_must_say_is_said() -> None:
    calendar = read(DAY, MEETING)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert [str(one["UID"]) for one in events] == ["a@marugoto", "b@marugoto"]
    assert {one["DTSTAMP"].dt for one in events} == {AT.astimezone(UTC)}


@pytest.mark.parametrize(
    ("remind", "written_as"),
    [
        (timedelta(hours=8, minutes=30), b"TRIGGER:PT8H30M\r\n"),
        (timedelta(minutes=-30), b"TRIGGER:-PT0H30M\r\n"),
        (timedelta(days=-1), b"TRIGGER:-PT24H0M\r\n"),
    ],
)
def test_a_reminder_says_when_and_no_more_than_the_summary(remind: timedelta, written_as: bytes) -> None:
    occasion = replace(DAY, remind=remind)
    (alarm,) = read(occasion).walk("VALARM")
    assert written_as in written("まるごと", [occasion], at=AT)
    assert alarm["TRIGGER"].dt == remind
    assert (alarm["ACTION"], str(alarm["DESCRIPTION"])) == ("DISPLAY", DAY.summary)
    assert set(alarm) == {"ACTION", "TRIGGER", "DESCRIPTION"}


def test_without_a_reminder_there_is_none() -> None:
    assert read(DAY, MEETING).walk("VALARM") == []


@given(st.text())
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text: str) -> None:
    occasion = Occasion("c@marugoto", text, date(2026, 12, 1))
    raw = written("まるごと", [occasion], at=AT)
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= OCTETS
    assert all(line.decode() is not None for line in lines)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert folded(f"SUMMARY:{escaped(text)}").replace("\r\n ", "").removeprefix("SUMMARY:") == escaped(text)


@pytest.mark.parametrize("text", ["BEGIN:VEVENT\r\nSUMMARY:別の", "a\nEND:VCALENDAR", "a\rb\x00c\x7f"])
def test_words_never_become_lines_of_their_own(text: str) -> None:
    calendar = read(Occasion("d@marugoto", text, date(2026, 12, 1)))
    assert len(calendar.walk("VEVENT")) == 1
    assert len(calendar.walk("VCALENDAR")) == 1
