"""Which places fit a wish: a gate says why it is shut, every point has its sentence, and nothing may fit."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from marugoto.participation.codes import Company, Fear, Gate, Grade, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.labels import said
from marugoto.participation.rules import slot
from marugoto.participation.rules.asking import question
from marugoto.participation.rules.gate import OF_NEED, gates_shut, say_shut
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import UNSURE, find, match
from marugoto.participation.rules.offered import Offered, Standing, Wished
from marugoto.participation.rules.roads import ANYWHERE, Reached
from marugoto.participation.rules.weigh import LEAST, MOST, weigh
from marugoto.participation.rules.words import topics
from tests.participation.worlds import a_place, a_wish, places, standing

THURSDAY = slot.named(["thu_pm"])
SHOGI = Offered(
    "a",
    "木曜の将棋",
    interests=frozenset({"games"}),
    words=frozenset({"#将棋"}),
    welcomes=frozenset({"anybody"}),
    times=THURSDAY,
    area="north",
    confirmed_days_ago=10,
)
NOBODY = Standing()
FIRST_AND_THIRD = slot.named(["tue_am", "thu_pm"])
TURNS = frozenset((week, one) for week, said in ((1, "tue_am"), (3, "thu_pm")) for one in slot.named([said]))
SAID = said()


def shut(wished: Wished, place: Offered = SHOGI, of: Standing = NOBODY) -> list[str]:
    """What the gates say of the place."""
    return [say_shut(gate, wished, place, SAID) for gate in gates_shut(wished, place, of)]


@pytest.mark.parametrize(
    ("wished", "place", "why"),
    [
        (Wished(), SHOGI, []),
        (Wished(interests=frozenset({"garden"})), SHOGI, ["好きなことと重なりません。"]),
        (Wished(interests=frozenset({"garden"}), words=frozenset({"#将棋"})), SHOGI, []),
        (Wished(times=slot.named(["mon"])), SHOGI, ["開いているのは木曜の午後で、行ける時と合いません。"]),
        (Wished(times=slot.named(["thu_am"])), SHOGI, ["開いているのは木曜の午後で、行ける時と合いません。"]),
        (Wished(times=slot.named(["mon"])), Offered("b", "いつか"), []),  # unknown shuts no gate
        (
            Wished(until=13 * 60),
            replace(SHOGI, opens=13 * 60, closes=16 * 60),
            ["開いているのは13:00から16:00までで、行ける時と合いません。"],
        ),
        (Wished(until=14 * 60), replace(SHOGI, opens=13 * 60), []),
        (  # not half of it, and nobody leaves before the end
            Wished(after=15 * 60),
            replace(SHOGI, opens=13 * 60, closes=16 * 60, session=180),
            ["開いているのは13:00から16:00までで、行ける時と合いません。"],
        ),
        (
            Wished(after=15 * 60),
            replace(SHOGI, opens=13 * 60, closes=16 * 60, session=180, traits=frozenset({Trait.COME_AND_GO})),
            [],
        ),
        (
            Wished(as_whom=frozenset({"young"})),
            replace(SHOGI, welcomes=frozenset({"aged"})),
            ["「高齢の方」の場所です。"],
        ),
        (Wished(as_whom=frozenset({"young"})), SHOGI, []),  # anybody is welcome
        (Wished(age=50), replace(SHOGI, welcomes=frozenset({"aged"})), ["「高齢の方」の場所です。"]),
        (Wished(age=70), replace(SHOGI, welcomes=frozenset({"aged"})), []),
        (Wished(age=50), replace(SHOGI, welcomes=frozenset({"disabled"})), []),  # nobody asked
        (Wished(age=62), replace(SHOGI, age_from=65), ["65歳からの場所です。"]),
        (Wished(sex=Sex.MAN), replace(SHOGI, only=Sex.WOMAN), ["女性だけの場所です。"]),
        (
            Wished(times=slot.named(["tue"]), weeks=frozenset({3})),
            replace(SHOGI, times=FIRST_AND_THIRD, weeks=frozenset({1, 3}), turns=TURNS),
            ["開くのは第1火曜の午前、第3木曜の午後で、行ける週と曜日が重なりません。"],
        ),
        (
            Wished(times=slot.named(["thu"]), weeks=frozenset({3})),
            replace(SHOGI, times=FIRST_AND_THIRD, weeks=frozenset({1, 3}), turns=TURNS),
            [],
        ),
        (Wished(), replace(SHOGI, room=False), ["いまは空きがありません。空けば候補になります。"]),
        (Wished(), replace(SHOGI, closed=True), ["いまは開いていません。つぎに開く日は書かれていません。"]),
        (
            Wished(),
            replace(SHOGI, closed=True, opens_again="4月1日"),
            ["いまは休みの時期です。つぎに開くのは、早くて4月1日です。"],
        ),
        (Wished(), replace(SHOGI, not_to_ask=True), ["紹介や連絡をしないでほしいと言われています。"]),
        (Wished(), replace(SHOGI, not_reached=True), ["連絡がつかない場所です。連絡がつけば候補になります。"]),
        (Wished(fee_limit=300), replace(SHOGI, fee=500), ["1回500円で、出せる300円をこえます。"]),
        (Wished(fee_limit=300), replace(SHOGI, fee=300), []),
        (
            Wished(support=frozenset({Support.TOILET})),
            replace(SHOGI, not_accessible=frozenset({Support.TOILET})),
            ["要る助け（車いすで使えるトイレ）がありません。"],
        ),
        (Wished(support=frozenset({Support.TOILET})), SHOGI, []),
        (
            Wished(stay=60),
            replace(SHOGI, session=120, not_traits=frozenset({Trait.COME_AND_GO})),
            ["1回120分で、途中で帰れません。いられるのは60分です。"],
        ),
        (Wished(stay=60), replace(SHOGI, session=120), []),
    ],
)
def test_a_shut_gate_says_why(wished: Wished, place: Offered, why: list[str]) -> None:
    assert shut(wished, place) == why


FAR = Wished(
    area="south",
    ways=frozenset({Travel.FOOT}),
    minutes=15,
    reached=Reached(when={"south": slot.named(["any"]), "north": frozenset()}),
)
NO_WAY = "ほかの圏域にあり、歩いて15分では行けません。送迎や同行があれば候補になります。"


BY_BUS = Wished(
    area="south",
    ways=frozenset({Travel.BUS}),
    reached=Reached(when={"north": slot.named(["any"])}, home_by={"north": dict.fromkeys(range(21), 19 * 60 + 40)}),
)
EVENING = replace(SHOGI, times=slot.named(["thu_eve"]), opens=19 * 60, closes=21 * 60, session=120)


@pytest.mark.parametrize(
    ("wished", "place", "why"),
    [
        (FAR, SHOGI, [NO_WAY]),
        (FAR, replace(SHOGI, area="south"), []),
        (FAR, replace(SHOGI, area="east"), []),  # nobody wrote down how far that is
        (FAR, replace(SHOGI, pickup=True), []),
        (FAR, replace(SHOGI, area=ANYWHERE), []),
        (
            replace(FAR, ways=frozenset({Travel.PICKUP})),
            replace(SHOGI, pickup=False),
            ["送迎がありません。送迎があれば候補になります。"],
        ),
        (replace(FAR, ways=frozenset({Travel.PICKUP})), SHOGI, []),
        (
            Wished(point=(35.0, 139.0), ways=frozenset({Travel.FOOT}), minutes=15),
            replace(SHOGI, point=(35.05, 139.0)),
            ["約5.6kmあり、歩いて15分では行けません。送迎や同行があれば候補になります。"],
        ),
        (Wished(point=(35.0, 139.0), ways=frozenset({Travel.CAR})), replace(SHOGI, point=(35.05, 139.0)), []),
        (
            replace(FAR, reached=Reached(when={"north": slot.named(["am"])})),  # there is no bus back in the afternoon
            SHOGI,
            ["行ける時間には、歩いて15分では行けません。送迎や同行があれば候補になります。"],
        ),
        (
            BY_BUS,
            EVENING,
            ["終わるのが21:00で、帰りの最終（19:40）に間に合いません。帰りの送迎があれば候補になります。"],
        ),
        (BY_BUS, replace(EVENING, closes=19 * 60 + 30, session=30), []),
        (BY_BUS, replace(EVENING, closes=None), []),  # nobody wrote down when it ends
        (BY_BUS, replace(EVENING, traits=frozenset({Trait.COME_AND_GO})), []),  # forty minutes, then the bus
        (BY_BUS, replace(EVENING, pickup=True), []),
        (BY_BUS, replace(EVENING, area="south"), []),
    ],
)
def test_a_place_to_which_no_way_leads(wished: Wished, place: Offered, why: list[str]) -> None:
    assert shut(wished, place) == why


def test_what_was_said_to_this_very_person() -> None:
    assert shut(Wished(), of=Standing(refused=frozenset({"a"}))) == ["本人が、ここは行きたくないと話しています。"]
    assert shut(Wished(), of=Standing(full=frozenset({"a"}))) == ["いまは空きがありません。空けば候補になります。"]


def sentences(wished: Wished, place: Offered) -> list[str]:
    return [reason.sentence for reason in weigh(wished, place, SAID)]


def test_the_best_stands_first_and_says_what_to_know() -> None:
    wished = Wished(
        frozenset({"games"}), frozenset({"#将棋"}), THURSDAY, "north", company=frozenset({Company.WITH_SOMEBODY})
    )
    far = replace(SHOGI, key="b", name="遠い将棋", times=frozenset(), area="south", confirmed_days_ago=400)
    found = match(wished, [far, SHOGI], SAID)
    assert [fit.place.name for fit in found.fits] == ["木曜の将棋", "遠い将棋"]
    best, second = ([reason.sentence for reason in fit.reasons] for fit in found.fits)
    assert best[:2] == [
        "好きなこと（将棋・囲碁・ゲーム）ができます。",
        "本人のことばの「将棋」が、ここの説明にもあります。",
    ]
    assert "はじめは、だれかがいっしょに行きます。" in best
    assert "確かめたのが1年より前です。変わっているかもしれません。" in second
    assert "ほかの圏域にあります。行き方を確かめてください。" in second
    assert "開いている日が分かりません。" in second


@pytest.mark.parametrize(
    ("wished", "place", "sentence"),
    [
        (Wished(fears=frozenset({Fear.NOISE})), {"traits": frozenset({Trait.QUIET})}, "「大きな音」が心配: 静か。"),
        (
            Wished(fears=frozenset({Fear.NOISE})),
            {"traits": frozenset({Trait.LIVELY})},
            "「大きな音」が心配: にぎやか。先に様子を見てください。",
        ),
        (
            Wished(fears=frozenset({Fear.ALCOHOL})),
            {"not_traits": frozenset({Trait.ALCOHOL})},
            "「お酒の席」が心配: 心配な点がありません。",
        ),
        (
            Wished(tongues=frozenset({Tongue.VIETNAMESE})),
            {"tongues": frozenset({Tongue.VIETNAMESE})},
            "ベトナム語が通じます。",
        ),
        (Wished(tongues=frozenset({Tongue.VIETNAMESE})), {}, "ベトナム語が通じるか聞いてください。"),
        (
            Wished(age=70),
            {"welcomes": frozenset({"aged"}), "since": {"aged": "2024年4月"}},
            "「高齢の方」を迎えています。（2024年4月から）",
        ),
        (Wished(stay=60), {"traits": frozenset({Trait.COME_AND_GO})}, "60分だけでもいられます。"),
        (Wished(stay=60), {}, "60分で帰ってよいか、聞いてください。"),
        (Wished(fee_limit=100), {}, "費用が分かりません。"),
        (
            Wished(interests=frozenset({"games"})),
            {"interests": frozenset()},
            "何をするところか、まだ書かれていません。",
        ),
    ],
)
def test_every_term_is_said(wished: Wished, place: dict[str, object], sentence: str) -> None:
    assert sentence in sentences(wished, replace(SHOGI, **place))  # type: ignore[arg-type]


def test_what_nobody_wrote_down_is_neither_a_fit_nor_left_out() -> None:
    found = match(Wished(interests=frozenset({"garden"})), [SHOGI, Offered("b", "集会所")], SAID)
    assert (found.fits, [fit.place.name for fit in found.unsure]) == ((), ["集会所"])
    assert found.shut == {Gate.INTERESTS: 1}


def test_whoever_wants_only_to_be_there_is_put_first_where_one_may() -> None:
    quiet = replace(SHOGI, key="quiet", name="縁側", traits=frozenset({Trait.NO_TALKING}))
    for wished in (Wished(), Wished(topics=topics(["居場所"]))):
        assert match(wished, [SHOGI, quiet], SAID).fits[0].place.name == "縁側"
        assert "ただ、いるだけでもよい所です。" in sentences(wished, quiet)
    assert "ただ、いるだけでもよい所です。" not in sentences(Wished(interests=frozenset({"games"})), quiet)


def test_of_equals_the_one_with_fewer_people_stands_first_and_else_they_take_turns() -> None:
    full, free = replace(SHOGI, key="full"), replace(SHOGI, key="free")
    of = Standing(going={"full": 2})
    assert [fit.place.key for fit in match(Wished(), [full, free], SAID, of).fits] == ["free", "full"]
    many = [replace(SHOGI, key=f"{number}") for number in range(8)]
    firsts = {match(Wished(turn=f"person {one}"), many, SAID).fits[0].place.key for one in range(40)}
    assert len(firsts) >= 5


# ---------------------------------------------------------------- in many worlds made by chance


def worlds(times: int) -> Iterator[Random]:
    for seed in range(times):
        yield Random(seed)


def test_every_place_is_offered_with_reasons_or_left_out_with_one() -> None:
    for chance in worlds(80):
        wished, here = a_wish(chance), places(chance)
        found = match(wished, here, SAID)
        through = [place for place in here if not gates_shut(wished, place, NOBODY)]
        assert len(found.fits) + min(len(found.unsure), UNSURE) <= len(through)
        assert bool(through) is bool(found.fits or found.unsure)
        assert all(one.why for one in found.left_out)
        assert [fit.points for fit in found.fits] == sorted((fit.points for fit in found.fits), reverse=True)
        for fit in (*found.fits, *found.unsure):
            assert fit.points == sum(reason.points for reason in fit.reasons)
            assert LEAST <= fit.points <= MOST
            assert all(reason.sentence for reason in fit.reasons)
            assert not any(reason.points > 0 and reason.grade is Grade.KNOW for reason in fit.reasons)


def test_all_at_once_is_the_same_as_one_by_one() -> None:
    proposed = 0
    for chance in worlds(150):
        wished, here = a_wish(chance), places(chance)
        of = standing(chance, here)
        found = match(wished, here, SAID, of)
        assert find(wished, Index(here), SAID, of) == found
        proposed += len(found.fits)
    assert proposed > 8


def points(wished: Wished, place: Offered) -> int:
    return sum(reason.points for reason in weigh(wished, place, SAID))


def passes(wished: Wished, place: Offered) -> bool:
    return not gates_shut(wished, place, NOBODY)


def test_nearer_never_hurts() -> None:
    for chance in worlds(200):
        wished, place = replace(a_wish(chance), point=(35.0, 139.0)), a_place(chance)
        north, east, nearer = chance.uniform(0, 0.04), chance.uniform(0, 0.05), chance.random()
        far = replace(place, point=(35 + north, 139 + east))
        near = replace(place, point=(35 + north * nearer, 139 + east * nearer))
        assert points(wished, near) >= points(wished, far)
        assert passes(wished, near) or not passes(wished, far)


SAY_WHO = frozenset().union(*OF_NEED.values())


def test_a_wider_gate_never_removes() -> None:
    """More days where days were given, more ways, a longer way, more money, fewer needs: whatever passed still passes. Needs that say
    who somebody is stay: without them another person would ask."""
    passed = 0
    for chance in worlds(900):
        wished, more, place = a_wish(chance), a_wish(chance), a_place(chance)
        wider = replace(
            wished,
            times=wished.times | more.times if wished.times else wished.times,
            ways=wished.ways | more.ways if wished.ways else wished.ways,
            minutes=None if wished.minutes is None else wished.minutes + (more.minutes or 0),
            fee_limit=None if wished.fee_limit is None else wished.fee_limit + (more.fee_limit or 0),
            support=wished.support & (more.support | SAY_WHO),
            as_whom=wished.as_whom | more.as_whom if wished.as_whom else wished.as_whom,
            until=None if wished.until is None else wished.until + (more.until or 0),
            topics=wished.topics | more.topics,
            only_topics=wished.only_topics and more.only_topics,
            not_topics=wished.not_topics & more.not_topics,
            doings=wished.doings | more.doings if wished.doings else wished.doings,
            must=wished.must & more.must,
            never=wished.never & more.never,
            weeks=wished.weeks | more.weeks if wished.weeks else wished.weeks,
            not_areas=wished.not_areas & more.not_areas,
            steps=None if wished.steps is None else wished.steps + (more.steps or 0),
            fee_month=None if wished.fee_month is None else wished.fee_month + (more.fee_month or 0),
            fee_year=None if wished.fee_year is None else wished.fee_year + (more.fee_year or 0),
        )
        assert passes(wider, place) or not passes(wished, place)
        passed += passes(wished, place)
    assert passed > 50


def test_stale_never_beats_fresh() -> None:
    for chance in worlds(300):
        wished, place = a_wish(chance), a_place(chance)
        stale = replace(place, confirmed_days_ago=chance.choice([None, chance.randrange(900)]))
        days = 3_000 if stale.confirmed_days_ago is None else stale.confirmed_days_ago
        fresh = replace(place, confirmed_days_ago=chance.randrange(days + 1))
        assert points(wished, fresh) >= points(wished, stale)
        assert passes(wished, fresh) == passes(wished, stale)


def test_another_place_never_changes_the_order_of_the_others() -> None:
    for chance in worlds(60):
        wished, here = a_wish(chance), [*places(chance), a_place(chance, "another")]
        without = [fit.place.key for fit in match(wished, here[:-1], SAID).fits]
        beside = [fit.place.key for fit in match(wished, here, SAID).fits if fit.place.key != "another"]
        assert beside == without


def test_the_host_is_asked_without_anything_that_tells_who_it_is() -> None:
    wished = Wished(
        interests=frozenset({"games"}),
        times=THURSDAY,
        area="south",
        as_whom=frozenset({"withdrawn"}),
        age=43,
        sex=Sex.MAN,
        fears=frozenset({Fear.QUESTIONS}),
        support=frozenset({Support.TOILET}),
        company=frozenset({Company.WITH_SOMEBODY}),
    )
    asked = question(wished, SHOGI, SAID)
    assert "好きなことは「将棋・囲碁・ゲーム」です。" in asked
    assert "行けるのは木曜の午後です。" in asked
    assert "設備のこと（車いすで使えるトイレ）も教えてください。" in asked
    assert not any(word in asked for word in ("43", "男", "外に出にくい", "south", "事情"))
