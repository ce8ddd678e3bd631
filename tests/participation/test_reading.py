"""What is read of a place: from its codes, and from words that say it plainly; how one gets from district to district."""

import pytest

from marugoto.participation.codes import Doing, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules import slot
from marugoto.participation.rules.gate import met
from marugoto.participation.rules.reading import (
    Fees,
    clocks,
    derived,
    doings,
    fees,
    for_residents,
    implied,
    read,
    steps,
)
from marugoto.participation.rules.roads import Road, reached
from marugoto.participation.rules.words import activities, groups, narrow_topics, sorts, tokens, topics


@pytest.mark.parametrize(
    ("words", "yes", "no"),
    [
        ("静かな部屋で、話さなくてもよい。", {Trait.QUIET, Trait.NO_TALKING}, set()),
        ("見学はできません。", set(), {Trait.TRIAL}),
        ("見学もできる。出入り自由。", {Trait.TRIAL, Trait.COME_AND_GO}, set()),
        ("お酒は出ません。少人数。", {Trait.SMALL}, {Trait.ALCOHOL}),
        ("お酒は出しません。静かではありません。", set(), {Trait.ALCOHOL, Trait.QUIET}),
        ("飲酒禁止です。にぎやかではありません。", set(), {Trait.ALCOHOL, Trait.LIVELY}),
        ("オンライン参加はできません。", set(), {Trait.ONLINE}),
        ("要予約。当番があります。", {Trait.BOOKING, Trait.DUTIES}, set()),
        ("", set(), set()),
    ],
)
def test_words_say_how_it_is(words: str, yes: set[Trait], no: set[Trait]) -> None:
    found = read(words, "", {})
    assert (found.traits, found.not_traits) == (yes, no)


@pytest.mark.parametrize(
    ("words", "yes", "no"),
    [
        ("謝礼があります。初心者も歓迎。", {Trait.PAID, Trait.BEGINNERS}, set()),
        ("お茶を飲みながら。禁煙です。", {Trait.FOOD}, {Trait.SMOKE}),
        ("たばこは吸えません。", set(), {Trait.SMOKE}),
        ("いまは満員で、次の募集は四月。", {Trait.WAITS}, set()),
        ("手帳がなくても来られます。", set(), {Trait.PAPERS}),
        ("手帳の有無は問いません。", set(), {Trait.PAPERS}),
        ("喫煙はご遠慮ください。", set(), {Trait.SMOKE}),
        ("喫煙所なし。食事を出しません。", set(), {Trait.SMOKE, Trait.FOOD, Trait.EATING}),
        ("お茶はご遠慮なくどうぞ。", {Trait.FOOD}, set()),
        ("家まで伺って話を聞きます。", {Trait.VISITS}, set()),
    ],
)
def test_words_say_what_some_insist_on(words: str, yes: set[Trait], no: set[Trait]) -> None:
    found = read(words, "", {})
    assert (found.traits, found.not_traits) == (yes, no)


@pytest.mark.parametrize(
    ("text", "yen", "found"),
    [
        ("1回100円", 100, Fees(100, None, None, frozenset())),
        ("月300円", 300, Fees(None, 300, None, frozenset())),
        ("年会費1,000円、当日200円", 1_000, Fees(200, None, 1_000, frozenset())),
        ("500円（年会費2,000円）", 500, Fees(500, None, 2_000, frozenset())),
        ("子ども無料、大人300円", 300, Fees(300, None, None, frozenset({"children"}))),
        ("", None, Fees(None, None, None, frozenset())),
    ],
)
def test_fees_are_read_by_their_measure(text: str, yen: int | None, found: Fees) -> None:
    assert fees(text, yen) == found


@pytest.mark.parametrize(
    ("text", "codes", "found"),
    [
        ("玄関に三段、手すりあり", {}, 3),
        ("階段18段", {}, 18),
        ("段差なし", {}, 0),
        ("", {"no_steps": True}, 0),
        ("駅から五分", {}, None),
        ("エレベーターがありません。階段20段", {}, 20),
        ("エレベーターありません", {}, None),
        ("スロープがありません。入口に階段3段", {}, 3),
        ("入口は段差なし。二階の部屋まで階段18段", {}, 18),
        ("入口は段差なし", {"no_steps": False}, None),
        ("階段18段、エレベーターあり", {}, 0),
        ("石段が二三十段あります", {}, None),
        ("玄関に二、三段", {}, 3),
        ("石段が二十三段", {}, 23),
    ],
)
def test_steps_are_counted_where_they_are_told(text: str, codes: dict[str, bool], found: int | None) -> None:
    assert steps(text, codes) == found


def test_how_one_gets_there_does_not_say_that_it_is_flat() -> None:
    assert steps("", {}, "駅にエレベーターあり。会場の入口は階段12段") == 12
    assert steps("", {}, "駅にエレベーターあり") is None


@pytest.mark.parametrize(
    ("words", "fetched"),
    [
        ("送迎バスはありません", False),
        ("送迎バスなし", False),
        ("送迎可能な方は限られます", None),
        ("送迎バスがあります", True),
        ("送迎あり", True),
        ("送迎の用意はありません", False),
        ("", None),
    ],
)
def test_whether_one_is_fetched(words: str, fetched: bool | None) -> None:
    assert read(words, "", {}).pickup is fetched


@pytest.mark.parametrize(
    ("kind", "words", "codes", "found"),
    [
        ("volunteer", "", {}, {Doing.HELP}),
        ("workplace", "", {}, {Doing.WORK}),
        ("cafe", "当番に入る人も募集しています。", {}, {Doing.JOIN, Doing.HELP}),
        ("cafe", "当番に入る人も募集しています。", {"hands_wanted": False}, set()),
        ("salon", "", {"hands_wanted": True}, {Doing.JOIN, Doing.HELP}),
        ("circle", "講座です。", {}, {Doing.JOIN, Doing.LEARN}),
        ("salon", "お茶を飲みます。", {}, set()),
    ],
)
def test_in_which_part_one_takes_part(kind: str, words: str, codes: dict[str, bool], found: set[Doing]) -> None:
    assert doings(kind, words, codes) == found


def test_what_the_host_answers_is_stronger_than_the_words() -> None:
    found = read("たばこの匂いがします。", "", {"smoke_free": True, "paid": True, "beginners": False})
    assert (found.traits, found.not_traits) == ({Trait.PAID}, {Trait.SMOKE, Trait.BEGINNERS})


def test_what_follows_from_the_rules_of_a_place() -> None:
    assert implied(frozenset(), 0, frozenset({"parents"})) == {Support.ELEVATOR, Support.CHILDCARE}
    assert implied(frozenset(), 3, frozenset()) == set()
    assert derived(Sex.WOMAN, frozenset({"disabled"})) == {Trait.WOMEN_ONLY, Trait.PATIENTS}
    assert derived(None, frozenset({"disabled", "aged"})) == set()
    assert derived(None, frozenset()) == set()


def test_codes_are_stronger_than_words_and_one_no_of_several_says_nothing() -> None:
    codes = {"look_only": False, "wheelchair": True, "toilet": False, "sign": False, "writing": True, "picked_up": True}
    found = read("見学できます。", "", codes | {"mental": True, "long_at_home": True})
    assert Trait.TRIAL in found.not_traits
    assert found.support == {Support.WHEELCHAIR, Support.HEARING}
    assert found.not_support == {Support.TOILET}
    assert found.tongues == {Tongue.WRITING}
    assert found.pickup is True
    assert found.experience == {"disabled", "withdrawn"}


@pytest.mark.parametrize(
    ("target", "ages", "only"),
    [
        ("65歳以上の方", (65, None), None),
        ("六十五歳以上", (65, None), None),
        ("18歳以上39歳まで", (18, 39), None),
        ("40歳未満の女性限定", (None, 39), Sex.WOMAN),
        ("おおむね65歳以上", (None, None), None),
        ("どなたでも", (None, None), None),
        ("五六十歳以上の方", (None, None), None),
        ("0〜2歳までの子どもと保護者", (None, None), None),
        ("18歳未満の子を育てる方", (None, None), None),
        ("18歳以上(女性のみの日もあります)", (18, None), None),
        ("女性限定ではない", (None, None), None),
        ("男性だけの会ではありません", (None, None), None),
        ("女性のみの会", (None, None), Sex.WOMAN),
    ],
)
def test_rules_of_age_are_read_where_they_are_rules(target: str, ages: tuple[int, int], only: Sex | None) -> None:
    found = read("", target, {})
    assert ((found.age_from, found.age_to), found.only) == (ages, only)


def test_slots_are_kept_read_and_said() -> None:
    slots = slot.named(["thu_pm", "sat", "weekday_am"])
    assert slot.read(slot.kept(slots)) == slots
    assert slot.say(slot.named(["thu_pm"])) == "木曜の午後"
    assert slot.say(slot.named(["weekday_am", "sat"])) == "平日の午前、土曜"
    assert slot.parts_in("13:00〜16:00") == {slot.PARTS[1]}
    assert slot.parts_in("午前10時〜午後3時") == set(slot.PARTS[:2])
    assert slot.parts_in("10:00〜12:15") == {slot.PARTS[0]}
    assert slot.parts_in("お問い合わせください") == set()
    assert slot.parts_in("1回2時間") == slot.parts_in("24時間") == set()
    assert slot.parts_in("10時〜3時") == set(slot.PARTS[:2])


def test_clocks_are_known_only_where_every_time_has_them() -> None:
    assert clocks([(600, 720), (780, 960)]) == (600, 960, 180)
    assert clocks([(600, None), (780, 960)]) == (600, None, None)
    assert clocks([]) == (None, None, None)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("囲碁がしたい", "碁会所", {"#囲碁"}),
        ("草むしりなら", "公園の草取り", {"#草取り"}),
        ("みんなで声を合わせるコーラス", "混声合唱団", {"#合唱"}),
        ("土をこねたい", "ろくろと窯のある教室", {"#陶芸"}),
        ("社交ダンス", "盆踊り", set()),
        ("家庭の話", "庭の手入れ", set()),  # 庭 in 家庭 is no garden
        ("盲導犬と", "犬の散歩", set()),
        ("日本のこと", "本を読む", set()),
    ],
)
def test_own_words_meet_where_they_mean_the_same(one: str, other: str, alike: set[str]) -> None:
    assert groups(tokens(one) & tokens(other)) == alike


ROADS = [
    Road("centre", "hill", Travel.FOOT, 50),
    Road("hill", "woods", Travel.FOOT, 999),
    Road("centre", "hill", Travel.BUS, 20),
    Road("hill", "woods", Travel.BUS, 25, slot.named(["weekday_am"])),
]


def test_how_far_one_gets_and_when() -> None:
    found = reached("centre", {Travel.BUS}, 60, ROADS)
    assert found.minutes["woods"] == (55, Travel.BUS)  # ten minutes to change
    assert found.when["woods"] == slot.named(["weekday_am"])
    assert found.when["hill"] == slot.named(["any"])
    on_foot = reached("centre", {Travel.FOOT}, 30, ROADS)
    assert on_foot.when["hill"] == frozenset()
    assert on_foot.minutes == {}


BY_CAR, BACK = Road("centre", "hill", Travel.CAR, 8), Road("hill", "centre", Travel.CAR, 8)
EVENINGS = [
    Road("centre", "hill", Travel.BUS, 20, last=20 * 60),
    Road("hill", "centre", Travel.BUS, 20, slot.named(["am", "pm"]), last=18 * 60),
    Road("hill", "centre", Travel.BUS, 30, slot.named(["fri"]), last=21 * 60),
    Road("woods", "hill", Travel.BUS, 15, last=19 * 60),
    Road("hill", "woods", Travel.BUS, 15),
]


def test_where_no_way_leads_home_again_one_does_not_go_and_the_last_one_is_known() -> None:
    found = reached("centre", {Travel.BUS}, None, EVENINGS)
    friday, monday = (slot.named([day]) for day in ("fri_eve", "mon_eve"))
    assert friday <= found.when["hill"]
    assert not monday & found.when["hill"]
    assert {found.home_by["hill"][one] for one in slot.named(["mon_pm"])} == {18 * 60}
    assert {found.home_by["hill"][one] for one in friday} == {21 * 60}
    assert {found.home_by["woods"][one] for one in slot.named(["mon_am"])} == {
        18 * 60 - 25
    }  # to catch the one after it
    assert "hill" not in reached("centre", {Travel.BUS, Travel.CAR}, None, [*EVENINGS, BY_CAR, BACK]).home_by


def test_what_nobody_wrote_down_is_unknown() -> None:
    assert reached("centre", {Travel.FOOT, Travel.BICYCLE}, 30, ROADS).when == {}  # no road for bicycles is written
    assert reached("", {Travel.FOOT}, 30, ROADS).when == {}
    assert reached("centre", {Travel.PICKUP}, 30, ROADS).when == {}


@pytest.mark.parametrize(
    ("wish", "done", "alike"),
    [
        ("手芸", "編み物", True),
        ("編み物", "手芸", False),  # who wishes for the one is not served by all needlework
        ("土いじり", "花壇", True),
        ("動物", "犬の散歩", True),
        ("犬", "動物の世話", False),
        ("お茶", "コーヒー", True),
    ],
)
def test_a_wide_wish_is_met_by_what_is_a_sort_of_it(wish: str, done: str, alike: bool) -> None:
    assert met(topics([wish]), activities([done])) is alike


def test_a_wish_for_a_part_is_met_where_there_is_one() -> None:
    assert met(topics(["ボランティア"]), sorts(["meal"], ["join", "help"]))
    assert not met(topics(["ボランティア"]), sorts(["helping"], ["join"]))
    assert met(topics(["ものづくり"]), sorts(["craft"], []))


def test_a_thing_is_met_with_all_that_was_named() -> None:
    assert topics(["外国の料理"]) == {frozenset({"#料理"})}
    assert narrow_topics(["外国の料理"]) == {frozenset({"#料理", "外国"})}
    assert topics(["魚 料理", "碁"]) == {frozenset({"#魚", "#料理"}), frozenset({"#囲碁"})}
    assert topics(["お手伝い"]) >= {frozenset({"~help"})}  # a part to take, not a thing
    assert topics(["うんていあそび"]) == {frozenset({"=うんていあそび"})}
    assert topics(["お手伝い"]) >= {frozenset({"~help"})}  # a part to take, not a thing
    assert topics(["うんていあそび"]) <= {frozenset({one}) for one in activities(["うんていあそび"])}


@pytest.mark.parametrize(
    ("target", "lives_there"),
    [
        ("川東に住む人", True),
        ("川東団地の人だけ", True),
        ("だれでも（川東でなくてもよい）", False),
        ("市内在住の方", False),
        ("川東にお住まいの方も、そうでない方も", False),
        ("川東以外に住む人", False),
        ("どこに住んでいても(会場は川東)", False),
        ("川東にお住まいの方ならどなたでも", True),
    ],
)
def test_a_place_for_those_who_live_there(target: str, lives_there: bool) -> None:
    assert for_residents(target, "川東") is lives_there
