"""Bodies in which agencies sit together: what each sort needs, who keeps it, and who sits in it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from marugoto.disclosure.codes import CouncilKind
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.disclosure.rules.council import (
    BY_KIND,
    COUNCILS,
    Belongs,
    Entry,
    admitted_by,
    may_belong,
    may_enter,
    may_keep,
    may_meet_together,
    may_promise,
    may_take_place,
)
from marugoto.kernel.decision import no

DAY = date(2026, 4, 1)
GOOD = Entry(CouncilKind.CHILD, "みなも市要対協", notice_said=True, since=DAY, today=DAY, coordinator=uuid4())


def test_every_sort_is_said_once_and_stands_on_a_ground_of_conferences_or_on_none() -> None:
    assert {one.kind for one in COUNCILS} == set(CouncilKind)
    for one in COUNCILS:
        assert one.says
        assert one.pledge
        if one.basis is not None:
            assert BY_CODE[one.basis].by_conference
        if not one.verified:
            assert "確かめていない" in one.source


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "名前"),
        ({"notice_said": False}, "番号と日"),
        ({"coordinator": None}, "調整機関が一つ要ります"),
        ({"alone": False}, "もう入っています"),
        ({"named_twice": True}, "「みなも市要対協」は、もう入っています"),
        ({"usable": no("この自治体では使えません。")}, "使えません"),
    ],
)
def test_what_a_body_needs(wrong: dict[str, object], says: str) -> None:
    assert may_enter(GOOD, keeps_house=True)
    assert not may_enter(GOOD, keeps_house=False)
    assert says in may_enter(replace(GOOD, **wrong), keeps_house=True).reason  # type: ignore[arg-type]


def test_only_the_child_council_must_have_one_coordinator() -> None:
    for kind in CouncilKind:
        entry = replace(GOOD, kind=kind, coordinator=None)
        assert bool(may_enter(entry, keeps_house=True)) is not BY_KIND[kind].one_coordinator
    assert [one.kind for one in COUNCILS if one.one_coordinator] == [CouncilKind.CHILD]


def test_who_keeps_members_and_texts() -> None:
    assert may_keep(keeps_house=True)
    assert not may_keep(keeps_house=False)
    assert not may_keep(keeps_house=True, running=False)
    assert not may_keep(keeps_house=True, reasoned=False)
    good = {"keeps_house": True, "running": True, "named": True, "here_already": False, "since": DAY, "until": None}
    assert may_belong(**good)  # type: ignore[arg-type]
    for wrong in (
        {"keeps_house": False},
        {"running": False},
        {"named": False},
        {"here_already": True},
        {"until": DAY},
        {"appointed": False},
    ):
        assert not may_belong(**good | wrong)  # type: ignore[arg-type]


def test_whom_a_membership_admits() -> None:
    agency, other, duty, colleague = (uuid4() for _ in range(4))
    whole, appointed = Belongs(uuid4(), agency), Belongs(uuid4(), agency, duty)
    assert admitted_by([whole], agency=agency, duty=colleague) == whole.member
    assert admitted_by([whole, appointed], agency=agency, duty=duty) == appointed.member
    assert admitted_by([appointed], agency=agency, duty=colleague) is None
    assert admitted_by([whole, appointed], agency=other, duty=duty) is None


@pytest.mark.parametrize("kind", list(CouncilKind))
def test_who_does_not_belong_sits_only_where_the_law_lets_others_be_asked(kind: CouncilKind) -> None:
    said = {"called": "この会議体"}
    assert may_take_place(kind, member=True, reason="", **said)
    assert not may_take_place(kind, member=False, reason=" ", **said)
    asked = may_take_place(kind, member=False, reason="主治医の代わり", **said)
    assert bool(asked) is BY_KIND[kind].invites
    assert asked or "構成員ではありません" in asked.reason


def test_who_sits_as_a_member_is_one_on_the_day() -> None:
    assert may_promise(still_member=True)
    assert "もう構成員ではありません" in may_promise(still_member=False).reason


def test_a_joint_session_has_each_ground_once() -> None:
    assert may_meet_together([CouncilKind.CHILD, CouncilKind.SUPPORT, CouncilKind.HOUSING])
    assert not may_meet_together([CouncilKind.CHILD, CouncilKind.CHILD])
    assert may_meet_together([CouncilKind.HOUSING, CouncilKind.DISABILITY])  # both stand on consent
