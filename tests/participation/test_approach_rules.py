"""Outreach before consent: what counts as nearer, when nobody goes, and who may say otherwise."""

from datetime import date, timedelta

import pytest

from marugoto.participation.codes import (
    ApproachEnd,
    LiftReason,
    Looker,
    LookResult,
    OutreachGround,
    Reaction,
    RestLifter,
    Way,
)
from marugoto.participation.rules import approach, watch
from marugoto.participation.rules.approach import Attempt, Rest
from marugoto.participation.rules.ground import GROUNDS, grounds_of, may_stand_on

DAY = date(2026, 11, 16)
SOON, LATER = DAY + timedelta(days=10), DAY + timedelta(days=60)
REST = Rest(DAY, LATER, RestLifter.CHIEF)
PROMISE = Rest(DAY, LATER, RestLifter.PERSON)


@pytest.mark.parametrize(
    ("before", "reaction", "moved"),
    [
        ([], Reaction.NONE, False),
        ([], Reaction.PRESENCE, True),
        ([Reaction.PRESENCE], Reaction.PRESENCE, False),
        ([Reaction.PRESENCE], Reaction.VOICE, True),
        ([Reaction.TALKED], Reaction.VOICE, False),
        ([Reaction.VOICE], Reaction.ANGER, False),
        ([Reaction.ANGER], Reaction.TOOK, True),
        ([Reaction.REFUSED], Reaction.CAME_ALONG, True),
    ],
)
def test_what_is_nearer(before: list[Reaction], reaction: Reaction, moved: bool) -> None:
    assert approach.is_nearer(reaction, before) is moved


def test_what_was_tried_and_what_moved_something_is_seen_at_one_look() -> None:
    days = [DAY + timedelta(days=7 * week) for week in range(5)]
    told = [
        Attempt(days[0], Way.VISIT, Reaction.NONE),
        Attempt(days[1], Way.VISIT, Reaction.NONE),
        Attempt(days[2], Way.LETTER, Reaction.TOOK),
        Attempt(days[3], Way.VISIT, Reaction.VOICE),
        Attempt(days[4], Way.PHONE, Reaction.NONE),
    ]
    seen = approach.at_one_look(told)
    assert [(one.way, one.times, one.best) for one in seen] == [
        (Way.VISIT, 3, Reaction.VOICE),
        (Way.LETTER, 1, Reaction.TOOK),
        (Way.PHONE, 1, Reaction.NONE),
    ]
    assert (seen[0].moved, seen[0].last) == ((days[3],), days[3])


def test_a_month_without_an_attempt_is_shown_too() -> None:
    told = [Attempt(date(2026, 9, 3), Way.VISIT, Reaction.NONE), Attempt(date(2026, 11, 9), Way.VISIT, Reaction.VOICE)]
    assert approach.months_of(told) == (
        (date(2026, 9, 1), 1, 0),
        (date(2026, 10, 1), 0, 0),
        (date(2026, 11, 1), 1, 1),
    )
    assert approach.months_of([]) == ()


@pytest.mark.parametrize(
    ("day", "way", "rests", "over", "allowed"),
    [
        (SOON, Way.VISIT, [], False, True),
        (SOON, Way.VISIT, [REST], False, False),
        (SOON, Way.LETTER, [REST], False, False),
        (SOON, Way.CAME, [REST], False, True),  # what the person does himself is never refused
        (DAY, Way.VISIT, [REST], False, True),  # the visit at which he said it
        (LATER, Way.VISIT, [REST], False, True),
        (SOON, Way.VISIT, [Rest(DAY, LATER, RestLifter.CHIEF, lifted=True)], False, True),
        (SOON, Way.VISIT, [], True, False),
    ],
)
def test_a_refusal_is_respected_until_its_day(
    day: date, way: Way, rests: list[Rest], over: bool, allowed: bool
) -> None:
    found = approach.may_try(day=day, today=LATER, over=over, way=way, rests=rests, next_on=None)
    assert bool(found) is allowed


@pytest.mark.parametrize(
    ("rest", "reason", "decides", "words", "allowed"),
    [
        (REST, LiftReason.DANGER, False, "煙が出ている。", True),
        (REST, LiftReason.DANGER, False, " ", False),
        (REST, LiftReason.PERSON_CALLED, False, "電話があった。", True),
        (REST, LiftReason.DECIDED, False, "冬になる。", False),
        (REST, LiftReason.DECIDED, True, "冬になる。", True),
        (PROMISE, LiftReason.DECIDED, True, "冬になる。", False),  # promised to the person
        (PROMISE, LiftReason.DANGER, False, "倒れている。", True),
        (Rest(DAY, LATER, RestLifter.CHIEF, lifted=True), LiftReason.DANGER, True, "煙", False),
    ],
)
def test_who_may_lift_a_refusal(rest: Rest, reason: LiftReason, decides: bool, words: str, allowed: bool) -> None:
    assert bool(approach.may_lift(rest, reason, decides=decides, words=words)) is allowed


@pytest.mark.parametrize(("rests", "day"), [([], SOON), ([REST], LATER)])
def test_the_next_attempt_is_due_after_the_interval_and_not_before_a_rest_is_over(rests: list[Rest], day: date) -> None:
    assert approach.next_day(DAY, 10, rests) == day


@pytest.mark.parametrize(
    ("until", "words", "allowed"),
    [
        (SOON, "もう来るな。", True),
        (DAY, "もう来るな。", False),
        (SOON, "", False),
        (DAY + timedelta(days=400), "来るな。", False),
    ],
)
def test_a_refusal_has_a_day_and_its_words(until: date, words: str, allowed: bool) -> None:
    assert bool(approach.may_rest(until=until, today=DAY, over=False, words=words)) is allowed


def test_who_agreed_is_not_ended_but_received() -> None:
    found = approach.may_end(ApproachEnd.AGREED, over=False, words="話したい。")
    assert not found
    assert "相談として受ける" in found.reason
    assert approach.may_end(ApproachEnd.WELL, over=False, words="娘さんと暮らしている。")
    assert not approach.may_end(ApproachEnd.WELL, over=False, words="")


def test_a_town_stands_on_what_it_runs() -> None:
    plain = {ground.code for ground in grounds_of({})}
    assert OutreachGround.CONTINUED not in plain
    assert OutreachGround.ALL_TOWNS in plain
    assert may_stand_on(OutreachGround.CONTINUED, {"multilayered": "yes"})
    assert not may_stand_on(OutreachGround.CONTINUED, {"multilayered": "no"})
    assert all(ground.source and (ground.article or not ground.verified) for ground in GROUNDS)


@pytest.mark.parametrize(
    ("result", "day"),
    [
        (LookResult.AS_USUAL, DAY + timedelta(days=7)),
        (LookResult.NOT_SEEN, DAY + timedelta(days=1)),
        (LookResult.WORRY, DAY),
    ],
)
def test_when_the_next_round_is(result: LookResult, day: date) -> None:
    assert watch.next_look(DAY, 7, result) == day


@pytest.mark.parametrize(
    ("looker", "words", "agreed", "every", "allowed"),
    [
        (Looker.TEAM, "", False, 7, True),
        (Looker.FIRM, "", False, 7, False),
        (Looker.FIRM, "", True, 7, True),
        (Looker.COMMISSIONER, "", False, 7, False),
        (Looker.NEIGHBOUR, "向かいの人", False, 7, True),
        (Looker.TEAM, "", False, 0, False),
        (Looker.TEAM, "", False, 100, False),
    ],
)
def test_whoever_watches_is_named(looker: Looker, words: str, agreed: bool, every: int, allowed: bool) -> None:
    found = watch.may_watch(every=every, why="一人で暮らしている。", looker=looker, words=words, agreed=agreed)
    assert bool(found) is allowed
