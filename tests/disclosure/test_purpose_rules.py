"""Telling for another purpose: who asks, who decides, what a decision covers, and how it stands from the day alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import Part, PurposeItem, PurposeState
from marugoto.disclosure.rules.purpose import (
    LONGEST,
    Course,
    Decided,
    Hand,
    Wanted,
    covers,
    item_of,
    may_ask,
    may_decide,
    may_end,
    may_say,
    standing,
)

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
ASKER, CHIEF, TEAM, OTHER, KIYO, SON = (UUID(int=number) for number in range(1, 7))
YES = Decided(receiver=TEAM, subjects=frozenset({KIYO}), parts=frozenset({Part.BASIC}), until=TODAY)
ABOUT = Wanted(receiver=TEAM, part=Part.BASIC, subject=KIYO, whom=frozenset({KIYO}))
HAND = Hand(worker=CHIEF, roles=frozenset({Role.CHIEF}), own_staff=True, same_organ=True)
ASKED = Course(worker=ASKER)


@pytest.mark.parametrize(
    ("wanted", "day", "covered"),
    [
        ({}, TODAY, True),
        ({}, TODAY + DAY, False),
        ({"receiver": OTHER}, TODAY, False),
        ({"receiver": None}, TODAY, False),
        ({"part": Part.HEALTH}, TODAY, False),
        ({"subject": SON, "whom": frozenset({SON})}, TODAY, False),
        ({"subject": OTHER, "whom": frozenset({KIYO})}, TODAY, True),  # her need
        ({"subject": OTHER, "whom": frozenset({KIYO, SON})}, TODAY, False),  # the whole household's
        ({"subject": OTHER, "whom": frozenset()}, TODAY, False),
    ],
)
def test_what_a_decision_covers(wanted: dict[str, Any], day: date, covered: bool) -> None:
    assert covers(YES, replace(ABOUT, **wanted), day) is covered


@pytest.mark.parametrize(
    ("hand", "course", "says"),
    [
        ({}, {}, ""),
        ({"roles": frozenset({Role.MAYOR})}, {}, ""),
        ({"worker": ASKER}, {}, "自分では決められません"),
        ({"roles": frozenset({Role.COORDINATOR, Role.COUNSELLOR})}, {}, "課長か、首長"),
        ({"own_staff": False}, {}, "課長か、首長"),
        ({"same_organ": False}, {}, "同じ機関"),
        ({}, {"agreed": True, "until": TODAY}, "もう決まっている"),
        ({}, {"agreed": False}, "もう決まっている"),
        ({}, {"ended": True}, "もう決まっている"),
    ],
)
def test_who_decides(hand: dict[str, Any], course: dict[str, Any], says: str) -> None:
    decision = may_decide(replace(HAND, **hand), replace(ASKED, **course), today=TODAY)
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({}, ""),
        ({"agreed": False}, "認めないわけ"),
        ({"agreed": False, "words": "相談で足りる"}, ""),
        ({"until": None}, "いつまでか"),
        ({"until": TODAY - DAY}, "きょうから"),
        ({"until": TODAY + DAY * 11}, "求められた日まで"),
        ({"until": TODAY + DAY * 10}, ""),
    ],
)
def test_what_an_answer_has(said: dict[str, Any], says: str) -> None:
    usual = {"agreed": True, "words": "", "until": TODAY, "asked_until": TODAY + DAY * 10, "today": TODAY}
    decision = may_say(**(usual | said))
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, ""),
        ({"subjects": 0}, "伝えられる記録がありません"),
        ({"reason": "  "}, "わけ"),
        ({"until": TODAY - DAY}, "もう過ぎて"),
        ({"until": TODAY + LONGEST}, ""),
        ({"until": TODAY + LONGEST + DAY}, "一年"),
    ],
)
def test_what_can_be_asked(asked: dict[str, Any], says: str) -> None:
    decision = may_ask(**({"subjects": 1, "reason": "要る", "until": TODAY, "today": TODAY} | asked))
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("hand", "course", "may"),
    [
        ({"worker": ASKER, "roles": frozenset()}, {}, True),
        ({"worker": ASKER, "roles": frozenset()}, {"agreed": True, "until": TODAY}, True),
        ({}, {}, False),  # it is not the decider's to take back what he could refuse
        ({}, {"agreed": True, "until": TODAY}, True),
        ({"same_organ": False}, {"agreed": True, "until": TODAY}, False),
        ({"own_staff": False}, {"agreed": True, "until": TODAY}, False),
        ({"worker": ASKER}, {"agreed": False}, False),
        ({"worker": ASKER}, {"ended": True}, False),
    ],
)
def test_who_takes_back(hand: dict[str, Any], course: dict[str, Any], may: bool) -> None:
    assert bool(may_end(replace(HAND, **hand), replace(ASKED, **course), today=TODAY)) is may


@pytest.mark.parametrize(
    ("course", "state"),
    [
        ({}, PurposeState.ASKED),
        ({"agreed": False}, PurposeState.REFUSED),
        ({"agreed": True, "until": TODAY}, PurposeState.AGREED),
        ({"agreed": True, "until": TODAY - DAY}, PurposeState.PAST),
        ({"agreed": True, "until": TODAY, "ended": True}, PurposeState.TAKEN_BACK),
    ],
)
def test_how_it_stands(course: dict[str, Any], state: PurposeState) -> None:
    assert standing(replace(ASKED, **course), TODAY) is state


@pytest.mark.parametrize(
    ("one_house", "contracted", "item"),
    [(True, False, PurposeItem.INSIDE), (False, True, PurposeItem.INSIDE), (False, False, PurposeItem.PUBLIC)],
)
def test_by_which_item_of_the_article(one_house: bool, contracted: bool, item: PurposeItem) -> None:
    assert item_of(one_house=one_house, contracted=contracted) is item
