"""The invented prefecture can be mistaken for no real one, and is complete enough to be settled."""

from collections import Counter
from itertools import chain

import pytest

from marugoto.agencies.codes import Field, Role
from marugoto.demo.sketches import BodySketch
from marugoto.demo.town import BY_CODE, MUNICIPALITIES, TOWN, check_digit

PREFECTURES = {
    *(
        "北海道",
        "青森県",
        "岩手県",
        "宮城県",
        "秋田県",
        "山形県",
        "福島県",
        "茨城県",
        "栃木県",
        "群馬県",
        "埼玉県",
        "千葉県",
    ),
    *(
        "東京都",
        "神奈川県",
        "新潟県",
        "富山県",
        "石川県",
        "福井県",
        "山梨県",
        "長野県",
        "岐阜県",
        "静岡県",
        "愛知県",
        "三重県",
    ),
    *(
        "滋賀県",
        "京都府",
        "大阪府",
        "兵庫県",
        "奈良県",
        "和歌山県",
        "鳥取県",
        "島根県",
        "岡山県",
        "広島県",
        "山口県",
        "徳島県",
    ),
    *("香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県"),
}

each_body = pytest.mark.parametrize("body", TOWN, ids=lambda body: body.name)


@pytest.mark.parametrize(("five", "digit"), [("01100", "2"), ("13104", "1"), ("11203", "8"), ("35207", "1")])
def test_the_check_digit_is_the_one_of_real_codes(five: str, digit: str):
    assert check_digit(five) == digit


@each_body
def test_a_code_is_well_formed_and_of_a_prefecture_that_does_not_exist(body: BodySketch):
    assert len(body.code) == 6
    assert check_digit(body.code[:5]) == body.code[5]
    assert body.code[:2] == "99"
    assert body.name not in PREFECTURES


@each_body
def test_no_postcode_and_no_telephone_number_is_real(body: BodySketch):
    assert all(part.postcode.startswith("000-") for district in body.districts for part in district.parts)
    assert all(team.phone.startswith("0000-") for team in body.teams)
    assert all(len(team.phone) <= 30 for team in body.teams)


def test_codes_keys_and_names_are_unique():
    teams = [team.key for body in TOWN for team in body.teams]
    workers = [worker.key for body in TOWN for worker in body.workers]
    postcodes = [part.postcode for body in TOWN for district in body.districts for part in district.parts]
    for keys in (teams, workers, postcodes, list(BY_CODE), [body.name for body in TOWN]):
        assert Counter(keys).most_common(1)[0][1] == 1


@each_body
def test_each_body_has_one_team_of_last_resort_and_a_control_tower(body: BodySketch):
    assert [team.last_resort for team in body.teams].count(True) == 1
    assert [team.control_tower for team in body.teams].count(True) == 1


@each_body
def test_every_team_that_can_hold_a_ball_has_exactly_one_head(body: BodySketch):
    heads = Counter(hat.team for worker in body.workers for hat in worker.hats if hat.head and not hat.under)
    for agency in body.agencies:
        for team in agency.teams:
            assert heads[team.key] == (1 if agency.has_accounts else 0), team.name


@each_body
def test_every_hat_belongs_to_a_team_of_the_body_and_acts_under_a_body_that_exists(body: BodySketch):
    teams = {team.key for team in body.teams}
    for hat in chain.from_iterable(worker.hats for worker in body.workers):
        assert hat.team in teams
        assert hat.roles
        assert not hat.under or hat.under in BY_CODE


@each_body
def test_a_guest_works_here_on_a_stated_ground_and_somebody_of_it_has_a_hat_here(body: BodySketch):
    for guest in body.guests:
        host = BY_CODE[guest.body]
        assert guest.team in {team.key for team in host.teams}
        assert guest.ground
        hats = [hat for worker in host.workers for hat in worker.hats if hat.under == body.code]
        assert [hat.team for hat in hats] == [guest.team]


@each_body
def test_shares_of_the_districts_add_up_to_the_whole(body: BodySketch):
    assert sum(district.share for district in body.districts) == 100


@each_body
def test_who_can_be_chosen_at_sign_in_says_who_they_are_in_a_sentence(body: BodySketch):
    for worker in body.cast:
        assert worker.says.endswith("。")
        assert worker.username.startswith("cast-")
        assert len(worker.says) <= 60


def test_the_cast_of_the_town_covers_every_reader():
    roles = {role for body in MUNICIPALITIES for worker in body.cast for hat in worker.hats for role in hat.roles}
    assert roles == set(Role) - {Role.SYSTEM, Role.PREFECTURE}


def test_the_three_municipalities_differ_as_the_law_lets_them():
    minamo, shiomi, hotakazawa = MUNICIPALITIES
    assert (minamo.profile["multilayered"], shiomi.profile["multilayered"]) == ("yes", "no")
    assert hotakazawa.profile["welfare_office"] == "no"
    assert [guest.team for guest in hotakazawa.guests] == ["pref-living"]


def test_the_small_town_has_one_desk_and_a_worker_with_three_hats():
    hotakazawa = BY_CODE["990035"]
    aruga = hotakazawa.cast[0]
    assert len(aruga.hats) == 3
    assert len({hat.team for hat in aruga.hats}) == 3
    assert not {agency.field for agency in hotakazawa.agencies} & {Field.POVERTY, Field.DISABILITY}
