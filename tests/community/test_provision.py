"""What a prefecture provides: written by it alone, read by its municipalities alone, taken up without a word of anybody."""

from collections.abc import Set
from datetime import date, timedelta
from typing import Any

import pytest

from marugoto.agencies.codes import Role
from marugoto.community.actions.provision import (
    change_provision,
    end_provision,
    leave_off,
    offer_provision,
    take_up,
    use_for_somebody,
)
from marugoto.community.codes import GroundKind, Lack
from marugoto.community.models import ProvisionUptake
from marugoto.community.queries import provision as provisions
from marugoto.community.rules.provision import (
    may_leave_off,
    may_say_provision,
    may_take_up,
    may_use,
    may_write_provision,
    runs,
)
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.beside import provided, worded
from tests.database import unwalled
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town, settle_town

TODAY = date(2026, 11, 16)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
AS: dict[str, Any] = {"lack": Lack.WORK, "ground": GroundKind.ORDER}


@pytest.mark.parametrize(
    ("roles", "prefecture", "allowed"),
    [({Role.PREFECTURE}, True, True), ({Role.PREFECTURE}, False, False), ({Role.CHIEF}, True, False)],
)
def test_who_writes_it(roles: Set[Role], prefecture: bool, allowed: bool) -> None:
    assert bool(may_write_provision(roles, prefecture=prefecture)) is allowed


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, ""),
        ({"until": TOMORROW}, ""),
        ({"name": " ", "contact": ""}, "「名前」「どこに電話するか」が書かれていません。"),
        ({"ground_words": ""}, "「根拠の名前」が書かれていません。"),
        ({"until": YESTERDAY}, "終わりの日が、始まりの日より前です。"),
        ({"since": YESTERDAY, "until": TODAY}, "終わりの日が、もう過ぎています。"),
    ],
)
def test_what_has_to_be_said(changed: dict[str, Any], why: str) -> None:
    answer = may_say_provision(worded(TODAY) if not changed else worded(**{"since": TODAY} | changed), today=TODAY)
    assert answer.reason == why if why else bool(answer)


@pytest.mark.parametrize(
    ("ended", "until", "running"),
    [(False, None, True), (False, TOMORROW, True), (False, TODAY, False), (True, None, False)],
)
def test_how_long_it_is_shown(ended: bool, until: date | None, running: bool) -> None:
    assert runs(ended=ended, until=until, today=TODAY) is running


@pytest.mark.parametrize(
    ("roles", "running", "ours", "taken", "allowed"),
    [
        ({Role.COMMUNITY}, True, True, False, True),
        ({Role.COUNSELLOR}, True, True, False, False),
        ({Role.COMMUNITY}, False, True, False, False),
        ({Role.COMMUNITY}, True, False, False, False),
        ({Role.COMMUNITY}, True, True, True, False),
    ],
)
def test_who_takes_it_up(roles: Set[Role], running: bool, ours: bool, taken: bool, allowed: bool) -> None:
    assert bool(may_take_up(roles, running=running, ours=ours, taken=taken)) is allowed


def test_who_leaves_it_off_and_who_counts_a_use() -> None:
    assert may_leave_off({Role.CHIEF}, taken=True)
    assert not may_leave_off({Role.CHIEF}, taken=False)
    assert not may_leave_off({Role.CLERK}, taken=True)
    assert may_use({Role.COUNSELLOR}, running=True, ours=True)
    assert not may_use({Role.COMMUNITY}, running=True, ours=True)
    assert not may_use({Role.COUNSELLOR}, running=True, ours=False)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def names(town: Town, worker: str, body: str = MINAMO) -> list[str]:
    return [line.provision.name for line in provisions.provided(town(worker, body))]


@pytest.mark.django_db
def test_every_municipality_reads_what_the_prefecture_wrote(town: Town) -> None:
    made = provided(town)
    for body in (MINAMO, SHIOMI, HOTAKAZAWA):
        worker = next(worker for at, worker in town.settled.duties if at == body)
        assert names(town, worker, body) == [made.name]
    assert names(town, "kurokawa", AOMINE) == []  # its own list is another
    assert [row.pk for row in provisions.own_provisions(town("kurokawa", AOMINE))] == [made.pk]
    with pytest.raises(Refused, match="県で市町村を受け持つ担当"):
        offer_provision(by=town("hirata"), at=town.later(), said=worded(local_day(town.now), name="市の"), **AS)


@pytest.mark.django_db
def test_the_same_name_is_not_written_twice_and_what_changed_is_read(town: Town) -> None:
    made, since = provided(town), local_day(town.now)
    with pytest.raises(Refused, match="同じ名前の支援メニュー"):
        provided(town)
    said = worded(since, contact="0000-11-9999", until=since + timedelta(days=30))
    change_provision(by=town("kurokawa", AOMINE), at=town.later(), provision=made.pk, said=said, **AS)
    row = provisions.provided(town("hayashi"), lack=Lack.WORK)[0].provision
    assert (row.contact, row.until) == ("0000-11-9999", since + timedelta(days=30))
    assert provisions.provided(town("hayashi"), lack=Lack.HOUSING) == []
    town.later(days=30)
    assert names(town, "hayashi") == []
    with pytest.raises(Refused, match="もう終わっています"):
        take_up(by=town("hayashi"), at=town.now, provision=made.pk)


@pytest.mark.django_db
def test_a_town_takes_it_up_once_leaves_it_off_and_takes_it_up_again(town: Town) -> None:
    made = provided(town)
    take_up(by=town("hayashi"), at=town.later(), provision=made.pk)
    with pytest.raises(Refused, match="もう「使う」と答えています"):
        take_up(by=town("mori"), at=town.later(), provision=made.pk)
    assert [line.taken for line in provisions.provided(town("tanaka"))] == [True]
    assert provisions.uptakes(town("kurokawa", AOMINE))[made.pk].towns == ("みなも市",)
    leave_off(by=town("hayashi"), at=town.later(), provision=made.pk)
    with pytest.raises(Refused, match="いまは「使う」と答えていません"):
        leave_off(by=town("hayashi"), at=town.later(), provision=made.pk)
    assert made.pk not in provisions.uptakes(town("kurokawa", AOMINE))
    take_up(by=town("hayashi"), at=town.later(), provision=made.pk)
    assert provisions.uptakes(town("kurokawa", AOMINE))[made.pk].towns == ("みなも市",)


@pytest.mark.django_db
def test_a_use_for_somebody_is_a_number_and_nothing_else(town: Town) -> None:
    made = provided(town)
    for _ in range(3):
        use_for_somebody(by=town("tanaka"), at=town.later(), provision=made.pk)
    told = provisions.uptakes(town("kurokawa", AOMINE))[made.pk]
    assert (told.towns, told.uses) == ((), 3)
    columns = {field.name for field in ProvisionUptake._meta.get_fields()}
    assert columns == {"id", "body", "made_at", "provision", "kind", "day", "until"}  # no ball, no person, no worker
    with unwalled():
        assert ProvisionUptake.objects.within(MINAMO).count() == 3


@pytest.mark.django_db
def test_what_is_over_leads_nobody_there_and_its_count_stays(town: Town) -> None:
    made = provided(town)
    use_for_somebody(by=town("tanaka"), at=town.later(), provision=made.pk)
    by = town("kurokawa", AOMINE)
    with pytest.raises(Refused, match="わけが書かれていません"):
        end_provision(by=by, at=town.later(), provision=made.pk, reason=" ")
    end_provision(by=by, at=town.later(), provision=made.pk, reason="国の事業に替わる")
    assert names(town, "hayashi") == []
    assert provisions.uptakes(town("kurokawa", AOMINE))[made.pk].uses == 1
    with pytest.raises(Refused, match="使えません"):
        use_for_somebody(by=town("tanaka"), at=town.later(), provision=made.pk)
    with pytest.raises(Refused, match="もう終わっています"):
        end_provision(by=town("kurokawa", AOMINE), at=town.later(), provision=made.pk, reason="x")
    provided(town)  # the name is free again
