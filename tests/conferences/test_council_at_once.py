"""Two who enter the same body, its member or its text at the same time: one of them is told, and it stands once."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any
from unittest import mock
from uuid import UUID

import pytest
from django.db import connection

from marugoto.disclosure.actions import council as councils
from marugoto.disclosure.actions.council import (
    Order,
    add_council_member,
    end_council_member,
    enter_council,
    write_council_text,
)
from marugoto.disclosure.codes import CouncilKind, MemberSort, NoticeKind
from marugoto.disclosure.models import Council, CouncilMember, CouncilMemberEnding, CouncilText
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import Town, settle_town

NAME = "みなも市要対協"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def enters(town: Town, kind: CouncilKind, name: str = NAME) -> UUID:
    at = town.now
    order, day = Order(NoticeKind.ANNOUNCEMENT, "みなも市告示第12号", local_day(at)), local_day(at)
    desk = town.team("soudan-desk")
    return enter_council(by=town("honma"), at=at, kind=kind, name=name, order=order, since=day, coordinator=desk).pk


def at_once(rule: str, deed: Callable[[], Any]) -> list[str]:
    """Two do the same; both have asked the rule before either writes, unless one of them waits for the other."""
    gate, said, whole = threading.Barrier(2), list[str](), getattr(councils, rule)

    def asked(*args: Any, **kwargs: Any) -> Any:
        answer = whole(*args, **kwargs)
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(timeout=3)
        return answer

    def hand() -> None:
        try:
            deed()
            said.append("入れた")
        except Refused as refused:
            said.append(str(refused))
        finally:
            connection.close()

    with mock.patch.object(councils, rule, asked):
        hands = [threading.Thread(target=hand) for _ in range(2)]
        for one in hands:
            one.start()
        for one in hands:
            one.join(timeout=60)
    return sorted(said)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [CouncilKind.CHILD, CouncilKind.SUPPORT])
def test_a_body_is_entered_once(town: Town, kind: CouncilKind) -> None:
    said = at_once("may_enter", lambda: enters(town, kind))
    with unwalled():
        assert Council.objects.within(town.body).filter(kind=kind).count() == 1, said
    assert "入れた" in said
    assert any("もう入っています" in one for one in said)


@pytest.mark.django_db(transaction=True)
def test_a_member_and_a_version_of_the_text_stand_once(town: Town) -> None:
    council, day = enters(town, CouncilKind.SUPPORT), local_day(town.now)
    who = {"by": town("honma"), "at": town.now, "council": council, "since": day}
    said = at_once("may_belong", lambda: add_council_member(**who, sort=MemberSort.PERSON, name="主任児童委員"))
    assert "入れた" in said
    assert any("もう構成員です" in one for one in said)
    said = at_once("may_keep", lambda: write_council_text(**who, words="席の外では話しません。"))
    assert said == ["入れた", "入れた"]  # the second is the next version, and nothing breaks
    with unwalled():
        assert CouncilMember.objects.within(town.body).filter(council=council).count() == 1
        versions = CouncilText.objects.within(town.body).filter(council=council).order_by("version")
        assert list(versions.values_list("version", flat=True)) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_a_membership_ends_once(town: Town) -> None:
    council, day = enters(town, CouncilKind.SUPPORT), local_day(town.now)
    who = {"by": town("honma"), "at": town.now}
    row = add_council_member(**who, council=council, sort=MemberSort.PERSON, name="主任児童委員", since=day)
    said = at_once("may_keep", lambda: end_council_member(**who, member=row.pk, day=day, reason="任期の終わり"))
    assert "入れた" in said
    assert any("もう終わっています" in one for one in said)
    with unwalled():
        assert CouncilMemberEnding.objects.within(town.body).count() == 1
