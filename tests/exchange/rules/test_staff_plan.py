"""What a staff list would do: new, same, moves, leaves, or cannot be told; and the second time nothing."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from marugoto.agencies.codes import Role
from marugoto.exchange.rules.staff_plan import (
    House,
    KnownDuty,
    KnownTeam,
    KnownWorker,
    StaffRowPlan,
    StaffVerdict,
    plan,
)
from marugoto.exchange.rules.staff_row import StaffEntry, StaffReading

MARCH, APRIL = date(2027, 3, 23), date(2027, 4, 1)
DESK = KnownTeam(uuid4(), "福祉総合相談課", "相談課", "相談支援係")
OFFICE = KnownTeam(uuid4(), "福祉総合相談課", "相談課", "庶務係")
TAX = KnownTeam(uuid4(), "税務課", "税務課", "税務課")
AT_DESK = KnownDuty(uuid4(), DESK.id, running=True, ends=None)
TANAKA = KnownWorker(uuid4(), "0800", "田中 美咲", "たなか みさき", "s0800", (AT_DESK,))
HOUSE = House(MARCH, (DESK, OFFICE, TAX), (TANAKA,))
NEW, MOVES, LEAVES, SAME, UNREAD = StaffVerdict


def row(line: int = 2, **other: object) -> StaffEntry:
    said = {
        "number": "800", "name": "田中 美咲", "agency": "福祉総合相談課", "team": "相談支援係",
        "roles": (Role.COUNSELLOR,), "since": APRIL,
    }  # fmt: skip
    return StaffEntry(line, **(said | other))  # type: ignore[arg-type]


def planned(*rows: StaffEntry, house: House = HOUSE) -> list[StaffRowPlan]:
    return plan(StaffReading("UTF-8", rows, ()), house)


@pytest.mark.parametrize(
    ("cells", "verdict", "words"),
    [
        ({}, SAME, "もうこの係にいます。"),
        (
            {"team": "庶務係"},
            MOVES,
            "相談課 庶務係での役割を頼みます。令和9年4月1日から。いまの役割は令和9年4月1日に終わります。",
        ),
        ({"agency": "税務課", "team": ""}, MOVES, "税務課"),
        ({"agency": "相談課 庶務係", "team": ""}, MOVES, "庶務係"),
        ({"since": None, "until": APRIL}, LEAVES, "令和9年4月1日から、いなくなります。アカウントもその日に閉じます。"),
        ({"number": "1207", "name": "新井 光"}, NEW, "アカウントを頼みます。令和9年4月1日から。"),
        (
            {"number": "1207", "name": "新井 光", "until": date(2028, 4, 1)},
            NEW,
            "令和9年4月1日から、令和10年3月31日まで。",
        ),
        ({"number": "1", "name": "もう 退いた", "since": None, "until": MARCH}, SAME, "何もしません"),
        ({"name": "田口 美咲"}, UNREAD, "いまの記録では田中 美咲さん"),
        ({"agency": "税務か", "team": ""}, UNREAD, "「税務か」という所属はありません。「税務課」のことなら"),
        ({"agency": "水道局"}, UNREAD, "「係と人」の画面"),
        ({"team": ""}, UNREAD, "係が書かれていません。福祉総合相談課には相談支援係、庶務係があります。"),
        ({"team": "相談支援"}, UNREAD, "「相談支援係」のことなら"),
        ({"agency": ""}, UNREAD, "所属が書かれて"),
        ({"team": "庶務係", "since": None}, UNREAD, "着任日が書かれて"),
        ({"team": "庶務係", "roles": ()}, UNREAD, "役割が書かれて"),
        ({"team": "庶務係", "roles": (), "roles_said": "運転"}, UNREAD, "役割「運転」が分かりません。"),
    ],
)
def test_what_a_row_would_do(cells: dict[str, object], verdict: StaffVerdict, words: str) -> None:
    (found,) = planned(row(**cells))
    assert (found.verdict, words in found.said) == (verdict, True), found.said
    assert found.said.endswith("。")


def test_who_moves_leaves_only_what_is_not_listed() -> None:
    moves, stays = planned(row(2, team="庶務係"), row(3))
    assert (moves.verdict, moves.ends, stays.verdict) == (MOVES, (), SAME)
    (alone,) = planned(row(2, team="庶務係"))
    assert (alone.ends, alone.day) == ((AT_DESK.id,), APRIL)


def test_one_hat_of_two_may_end_while_the_account_goes_on() -> None:
    both = replace(TANAKA, duties=(AT_DESK, KnownDuty(uuid4(), OFFICE.id, running=True, ends=None)))
    leaves, stays = planned(
        row(2, since=None, until=APRIL), row(3, team="庶務係"), house=replace(HOUSE, workers=(both,))
    )
    assert (leaves.verdict, leaves.ends, leaves.suspends) == (LEAVES, (AT_DESK.id,), False)
    assert stays.verdict is SAME


def test_a_term_that_is_renewed_is_asked_for_anew() -> None:
    yearly = replace(TANAKA, duties=(replace(AT_DESK, ends=APRIL),))
    (found,) = planned(row(until=date(2028, 4, 1)), house=replace(HOUSE, workers=(yearly,)))
    assert (found.verdict, found.ends) == (MOVES, ())


def test_who_goes_already_or_was_asked_for_is_the_same() -> None:
    gone = replace(TANAKA, duties=(replace(AT_DESK, ends=APRIL),), suspended=APRIL)
    (found,) = planned(row(since=None, until=APRIL), house=replace(HOUSE, workers=(gone,)))
    assert found.verdict is SAME
    house = replace(HOUSE, asked=frozenset({("1207", DESK.id), ("800", OFFICE.id)}))
    for one in planned(row(2, number="1207", name="新井 光"), row(3, team="庶務係"), house=house):
        assert (one.verdict, "もう頼んで" in one.said) == (SAME, True)


def test_rows_that_repeat_count_once_and_one_number_is_one_person() -> None:
    new = row(2, number="1207", name="新井 光")
    first, again, other = planned(new, replace(new, line=3), replace(new, line=4, name="上野 学"))
    assert (first.verdict, again.verdict, other.verdict) == (NEW, SAME, UNREAD)
    assert "2行目と同じ行です" in again.said
    assert "2行目の新井 光さんと同じです" in other.said


def without_numbers(*kana: str, teams: tuple[UUID, ...] = ()) -> House:
    people = [
        KnownWorker(uuid4(), "", "佐藤 恵", reading, f"s{at}", (replace(AT_DESK, id=uuid4(), team=team),))
        for at, (reading, team) in enumerate(zip(kana, teams or (DESK.id,) * len(kana), strict=True))
    ]
    return replace(HOUSE, workers=tuple(people))


def test_somebody_without_a_number_is_known_by_name() -> None:
    (found,) = planned(row(name="佐藤　惠"), house=without_numbers("さとう めぐみ"))
    assert found.verdict is SAME
    assert "職員番号を書き足します" in found.notes[0]


def test_two_of_one_name_are_told_apart_by_reading_or_team_or_not_at_all() -> None:
    two = without_numbers("さとう めぐみ", "さとう けい")
    assert planned(row(name="佐藤 恵", kana="さとう けい"), house=two)[0].worker == two.workers[1].id
    assert "2人以上います" in planned(row(name="佐藤 恵"), house=two)[0].said
    apart = without_numbers("さとう めぐみ", "さとう めぐみ", teams=(DESK.id, OFFICE.id))
    assert planned(row(name="佐藤 恵", team="庶務係"), house=apart)[0].worker == apart.workers[1].id


def test_two_rows_do_not_become_one_person() -> None:
    rows = (row(2, number="1", name="佐藤 恵"), row(3, number="2", name="佐藤 恵", team="庶務係"))
    found = planned(*rows, house=without_numbers("さとう めぐみ"))
    assert {one.verdict for one in found} == {UNREAD}
    assert "この名簿に2人以上" in found[0].said


def test_a_newcomer_of_a_known_name_is_another_person_and_said_to_be() -> None:
    (found,) = planned(row(number="1207"))
    assert found.verdict is NEW
    assert found.notes == ("同じ名前の人が、ほかにいます。別の人として足します。",)
