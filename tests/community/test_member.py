"""Standing members: on a stated ground, with measures of their own, and with requests that one team holds until it has answered."""

from datetime import date, timedelta
from typing import Any

import pytest

from marugoto.agencies.codes import Role
from marugoto.community.actions.member import answer_cooperation, ask_cooperation, end_undertaking, undertake
from marugoto.community.codes import CooperationSaid, GroundKind, Lack
from marugoto.community.queries import member as members
from marugoto.community.rules.member import (
    ARTICLES,
    may_admit,
    may_answer_cooperation,
    may_ask,
    may_keep,
    may_write_for,
)
from marugoto.custody.codes import TidingKind
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.tiding import unread
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.beside import beside, farm
from tests.database import unwalled
from tests.town import Town, settle_town

TODAY = date(2026, 11, 16)


def test_the_law_stands_with_its_source() -> None:
    assert [one.name for one in ARTICLES] == ["社会福祉法4条3項", "社会福祉法6条2項"]
    assert all(one.name.removeprefix("社会福祉法") in one.source for one in ARTICLES)


@pytest.mark.parametrize(
    ("roles", "own", "running", "allowed"),
    [
        ({Role.CLERK}, True, True, True),
        ({Role.CLERK}, False, True, False),
        ({Role.COMMUNITY}, False, True, True),
        ({Role.COUNSELLOR}, False, True, False),
        ({Role.COMMUNITY}, True, False, False),
    ],
)
def test_who_writes_for_a_member(roles: set[Role], own: bool, running: bool, allowed: bool) -> None:
    assert bool(may_write_for(roles, own=own, running=running)) is allowed


def test_what_a_member_needs() -> None:
    assert may_admit(GroundKind.ORDER, "要綱3条", name="農政課")
    assert not may_admit(GroundKind.ORDER, " ", name="農政課")
    assert not may_admit(GroundKind.ORDER, "要綱3条", name="")
    assert not may_keep({Role.CLERK})


@pytest.mark.parametrize(("title", "days", "allowed"), [("送り迎え", 1, True), ("送り迎え", 0, False), (" ", 1, False)])
def test_what_may_be_asked(title: str, days: int, allowed: bool) -> None:
    assert bool(may_ask(title, answer_by=TODAY + timedelta(days=days), today=TODAY)) is allowed


@pytest.mark.parametrize(
    ("holds", "answered", "words", "allowed"),
    [
        (True, False, "行きます", True),
        (False, False, "行きます", False),
        (True, True, "x", False),
        (True, False, "", False),
    ],
)
def test_who_answers_a_request(holds: bool, answered: bool, words: str, allowed: bool) -> None:
    assert bool(may_answer_cooperation(holds=holds, answered=answered, words=words)) is allowed


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.django_db
def test_a_request_is_held_answered_and_heard(town: Town) -> None:
    made = beside(town)
    with unwalled():
        ball = Ball.objects.within(town.body).get(matter=made["cooperation"])
    assert ball.holder_id == town.team("shakyo-region")
    asked = members.cooperation(town("hayashi"), made["cooperation"])
    assert asked is not None
    assert (
        faces(town("hayashi"), [asked.pk])[asked.pk].due == asked.answer_by
    )  # the day that was asked for, on every list
    said: dict[str, Any] = {"said": CooperationSaid.TOGETHER, "words": "行きます。"}
    town.later()
    with pytest.raises(Refused, match="ボールを持っている係"):
        answer_cooperation(by=town("miyata"), at=town.now, cooperation=made["cooperation"], **said)
    answer_cooperation(by=town("hayashi"), at=town.now, cooperation=made["cooperation"], **said)
    town.later()
    assert [one.kind for one in unread(town("miyata")) if one.ball == ball.pk] == [TidingKind.ANSWERED]
    own = members.own_page(town("miyata"))
    assert own is not None
    assert own.own
    assert [one.name for one in own.undertakings] == ["朝の畑"]


@pytest.mark.django_db
def test_another_division_writes_nothing_for_it(town: Town) -> None:
    member, since = farm(town), local_day(town.now)
    refused: dict[str, Any] = {"name": "x", "does": "y", "lack": Lack.PLACE, "since": since}
    with pytest.raises(Refused, match="その課・団体の人"):
        undertake(by=town("okamoto"), at=town.later(), member=member.pk, **refused)
    ask: dict[str, Any] = {"title": "x", "to": town.team("shakyo-region"), "answer_by": since + timedelta(days=3)}
    with pytest.raises(Refused, match="その課・団体の人"):
        ask_cooperation(by=town("okamoto"), at=town.later(), member=member.pk, **ask)


@pytest.mark.django_db
def test_what_has_ended_is_not_ended_again(town: Town) -> None:
    made = beside(town)
    end_undertaking(by=town("miyata"), at=town.later(), undertaking=made["undertaking"])
    with pytest.raises(Refused, match="この施策は、もう終わっています"):
        end_undertaking(by=town("miyata"), at=town.later(), undertaking=made["undertaking"])
