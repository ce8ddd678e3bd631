"""Emergency opening: who may, who second, who answers, and how it stands from the moment alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import EmergencyState
from marugoto.disclosure.rules.emergency import (
    A_DAY,
    HOUR,
    TRIES_A_DAY,
    Course,
    Overseer,
    has_to_escalate,
    may_account,
    may_answer,
    may_ask_second,
    may_end,
    may_open,
    may_second,
    standing,
    whom_to_tell,
)

AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)
OPENER, CHIEF, PRIVACY, MAYOR, SECOND_CHIEF = (UUID(int=number) for number in range(1, 6))
COURSE = Course(worker=OPENER, since=AT, until=AT + HOUR, found=True, told=frozenset({CHIEF, PRIVACY}))
OPENING = {"contracted": False, "own_staff": True, "running": False, "tries": 1, "words": "息をしていない"}
SECOND = {"by": CHIEF, "roles": frozenset({Role.CHIEF}), "contracted": False, "own_staff": True, "answered": False}


@pytest.mark.parametrize(
    ("roles", "other", "allowed"),
    [
        ({Role.COUNSELLOR}, {}, True),
        ({Role.COORDINATOR}, {}, True),
        ({Role.CHIEF}, {}, True),
        ({Role.CLERK}, {}, False),
        ({Role.PRIVACY}, {}, False),
        ({Role.COUNSELLOR}, {"contracted": True}, False),
        ({Role.COUNSELLOR}, {"own_staff": False}, False),
        ({Role.COUNSELLOR}, {"words": "　 "}, False),
        ({Role.COUNSELLOR}, {"running": True}, False),
        ({Role.COUNSELLOR}, {"tries": TRIES_A_DAY}, True),
        ({Role.COUNSELLOR}, {"tries": TRIES_A_DAY + 1}, False),
    ],
)
def test_who_may_open(roles: set[Role], other: dict, allowed: bool) -> None:
    assert bool(may_open(frozenset(roles), **(OPENING | other))) is allowed


@pytest.mark.parametrize(
    ("other", "minutes", "allowed"),
    [
        ({}, 1, True),
        ({"by": OPENER}, 1, False),  # nobody is his own second person
        ({"roles": frozenset({Role.COORDINATOR})}, 1, True),
        ({"roles": frozenset({Role.COUNSELLOR, Role.PRIVACY})}, 1, False),
        ({"contracted": True}, 1, False),
        ({"own_staff": False}, 1, False),
        ({"answered": True}, 1, False),
        ({}, 60, False),
    ],
)
def test_who_may_be_the_second_person(other: dict, minutes: int, allowed: bool) -> None:
    assert bool(may_second(COURSE, at=AT + timedelta(minutes=minutes), **(SECOND | other))) is allowed


def test_what_whoever_opened_may_do() -> None:
    at, over = AT + HOUR - TICK, AT + HOUR
    asked = {"asked": False, "words": "避難先へ行く"}
    assert may_ask_second(COURSE, by=OPENER, at=at, **asked)
    assert not may_ask_second(COURSE, by=CHIEF, at=at, **asked)
    assert not may_ask_second(COURSE, by=OPENER, at=over, **asked)
    assert not may_ask_second(COURSE, by=OPENER, at=at, **(asked | {"asked": True}))
    assert not may_ask_second(COURSE, by=OPENER, at=at, **(asked | {"words": " "}))
    assert may_end(COURSE, by=OPENER, at=at)
    assert may_end(COURSE, by=CHIEF, at=at)
    assert not may_end(COURSE, by=MAYOR, at=at)
    assert not may_end(COURSE, by=OPENER, at=over)
    assert not may_end(replace(COURSE, ended=at), by=OPENER, at=at)
    assert may_account(COURSE, by=OPENER, words="会えた")
    assert not may_account(COURSE, by=CHIEF, words="会えた")
    assert not may_account(COURSE, by=OPENER, words="")
    assert not may_account(replace(COURSE, accounted=True), by=OPENER, words="会えた")


def test_who_answers_and_that_a_no_has_words() -> None:
    assert may_answer(COURSE, by=CHIEF, fit=True, words="")
    assert may_answer(COURSE, by=CHIEF, fit=False, words="知り合いではないか")
    assert not may_answer(COURSE, by=CHIEF, fit=False, words="")
    assert not may_answer(COURSE, by=MAYOR, fit=True, words="")
    assert not may_answer(replace(COURSE, answered=frozenset({CHIEF})), by=CHIEF, fit=True, words="")
    assert not may_answer(replace(COURSE, told=frozenset({OPENER})), by=OPENER, fit=True, words="")


BOTH = {"accounted": True, "answered": frozenset({CHIEF, PRIVACY})}


@pytest.mark.parametrize(
    ("changes", "after", "state"),
    [
        ({"found": False}, HOUR, EmergencyState.NOBODY),
        ({}, HOUR - TICK, EmergencyState.OPEN),
        ({}, HOUR, EmergencyState.TO_ANSWER),
        ({"ended": AT + TICK}, TICK, EmergencyState.TO_ANSWER),
        (BOTH, HOUR - TICK, EmergencyState.OPEN),
        (BOTH, HOUR, EmergencyState.DONE),
        (BOTH | {"accounted": False}, HOUR, EmergencyState.TO_ANSWER),
        (BOTH | {"answered": frozenset({CHIEF})}, A_DAY - TICK, EmergencyState.TO_ANSWER),
        (BOTH | {"answered": frozenset({CHIEF})}, A_DAY, EmergencyState.LATE),
        (BOTH | {"accounted": False}, A_DAY, EmergencyState.LATE),
        (BOTH | {"told": frozenset({CHIEF, PRIVACY, MAYOR})}, A_DAY, EmergencyState.DONE),  # two answers are enough
        ({"accounted": True, "told": frozenset()}, HOUR, EmergencyState.DONE),  # there was nobody to tell
    ],
)
def test_how_it_stands(changes: dict, after: timedelta, state: EmergencyState) -> None:
    course = replace(COURSE, **changes)
    assert standing(course, AT + after) is state
    assert has_to_escalate(course, AT + after) is (state is EmergencyState.LATE)
    assert not has_to_escalate(replace(course, escalated=True), AT + after)


def test_whom_to_tell() -> None:
    known = [
        Overseer(MAYOR, frozenset({Role.MAYOR})),
        Overseer(PRIVACY, frozenset({Role.PRIVACY})),
        Overseer(UUID(int=9), frozenset({Role.COUNSELLOR})),
        Overseer(CHIEF, frozenset({Role.CHIEF, Role.COUNSELLOR})),
        Overseer(SECOND_CHIEF, frozenset({Role.CHIEF})),
    ]
    assert whom_to_tell(known, opener=OPENER) == [CHIEF, SECOND_CHIEF]
    assert whom_to_tell(known, opener=CHIEF) == [SECOND_CHIEF, PRIVACY]
    assert whom_to_tell(known, opener=OPENER, last_time={CHIEF, SECOND_CHIEF}) == [PRIVACY, MAYOR]
    assert whom_to_tell(known, opener=OPENER, most=None) == [CHIEF, SECOND_CHIEF, PRIVACY, MAYOR]
    assert whom_to_tell(known[2:3], opener=OPENER) == []
