"""Each flag by hand, on both sides of its threshold."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from uuid import UUID, uuid4

import pytest

from marugoto.evaluation.codes import Earning, Filling, Flag, IndicatorSort, Way
from marugoto.evaluation.labels import FLAGS
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.flags import Entry, Period, Plan, raised, same_key

A_VALUE = (Period(Fraction(1)),)


def entry(name: str = "指標", **more: object) -> Entry:
    known: dict[str, object] = {
        "ref": uuid4(),
        "name": name,
        "earning": Earning.LIVE,
        "sort": IndicatorSort.OUTCOME,
        "filling": Filling.COMPUTED,
        "way": Way.UP,
        "duty": False,
        "used": True,
        "minutes": 0,
        "periods": A_VALUE,
    }
    return Entry(**known | more)  # type: ignore[arg-type]


def flags(*entries: Entry, changed: int = 1, targets: int = 0) -> set[Flag]:
    return {one.flag for one in raised(Plan(entries, means_changed=changed, targets_changed=targets))}


def many(count: int, used: int) -> list[Entry]:
    return [entry(f"指標{number}", used=number < used) for number in range(count)]


def series(*values: int) -> tuple[Period, ...]:
    return tuple(Period(Fraction(value)) for value in values)


def test_nothing_is_raised_of_a_sound_plan_and_of_none() -> None:
    assert not flags(*many(12, 10))
    assert not flags()


@pytest.mark.parametrize(
    ("live", "used", "dead"),
    [
        (20, 0, False),
        (21, 6, True),
        (21, 7, False),
        (50, 50, False),
        (51, 51, True),
        (30, 9, False),
        (30, 8, True),
        (41, 12, True),
    ],
)
def test_a_dead(live: int, used: int, dead: bool) -> None:
    assert (Flag.DEAD in flags(*many(live, used))) is dead


def test_a_hundred_indicators_of_which_three_were_used() -> None:
    found = raised(Plan(tuple(many(100, 3)), means_changed=1))
    assert len(found) == 1
    flag = found[0]
    assert flag.words.startswith("100本のうち使われたのは3本。残す候補12本は")


def test_a_duty_and_what_is_parked_are_not_live() -> None:
    beside = [entry(duty=True, used=False) for _ in range(60)]
    beside += [
        entry(earning=one, used=False) for one in (Earning.PARKED, Earning.SEED, Earning.RETIRED) for _ in range(40)
    ]
    assert not flags(*beside, *many(12, 10))
    assert Flag.DEAD in flags(*[entry(earning=Earning.IDLE, used=False) for _ in range(21)])


@pytest.mark.parametrize(("targets", "changed", "only"), [(3, 0, True), (2, 0, False), (3, 1, False)])
def test_b_targets_only(targets: int, changed: int, only: bool) -> None:
    assert (Flag.TARGETS_ONLY in flags(*many(3, 3), targets=targets, changed=changed)) is only


@pytest.mark.parametrize(("without", "of", "not_computable"), [(3, 10, False), (4, 10, True), (4, 13, True)])
def test_c_not_computable(without: int, of: int, not_computable: bool) -> None:
    entries = [entry(f"値のない指標{n}", periods=()) for n in range(without)] + many(of - without, 5)
    found = raised(Plan(tuple(entries), means_changed=1))
    assert bool(found) is not_computable
    assert not found or "記録がないもの: 「値のない指標0」" in found[0].words


@pytest.mark.parametrize(
    ("hand", "of", "minutes", "too_much"),
    [(2, 10, 30, False), (3, 10, 1, True), (1, 10, 60, False), (1, 10, 61, True), (5, 24, 1, True)],
)
def test_d_by_hand(hand: int, of: int, minutes: int, too_much: bool) -> None:
    typed = [entry(f"手{n}", filling=Filling.TYPED, minutes=minutes) for n in range(hand)]
    assert (Flag.BY_HAND in flags(*typed, *many(of - hand, 9))) is too_much


@pytest.mark.parametrize(("outcomes", "of", "only"), [(1, 10, True), (2, 10, False), (4, 21, True)])
def test_e_outputs_only(outcomes: int, of: int, only: bool) -> None:
    outputs = [entry(f"量{n}", sort=IndicatorSort.OUTPUT) for n in range(of - outcomes)]
    assert (Flag.OUTPUTS_ONLY in flags(*outputs, *many(outcomes, outcomes))) is only


def met(*pairs: tuple[int, int], aim: Fraction = Fraction(1, 2)) -> tuple[Period, ...]:
    return tuple(Period(Fraction(k, n), aim, Share(n, k)) for k, n in pairs)


@pytest.mark.parametrize(
    ("periods", "way", "never"),
    [
        (met((80, 100), (80, 100), (80, 100)), Way.UP, True),
        (met((80, 100), (80, 100)), Way.UP, False),  # only twice
        (met((10, 100), (80, 100), (80, 100), (80, 100)), Way.UP, True),  # the last three count
        (met((80, 100), (55, 100), (80, 100)), Way.UP, False),  # met, but not surely (Pr .84)
        (met((80, 100), (59, 100), (80, 100)), Way.UP, True),  # Pr .965
        (met((80, 100), (58, 100), (80, 100)), Way.UP, False),  # Pr .946
        (met((80, 100), (112, 200), (80, 100)), Way.UP, True),  # Pr .955
        (met((20, 100), (20, 100), (20, 100)), Way.DOWN, True),
        (met((80, 100), (80, 100), (80, 100)), Way.DOWN, False),
        (met((80, 100), (80, 100), (80, 100)), Way.NONE, False),
        ((Period(Fraction(5), Fraction(5)),) * 3, Way.UP, True),  # without n it is certain or it is not
        ((Period(Fraction(4), Fraction(5)),) * 3, Way.UP, False),
        ((Period(Fraction(4), Fraction(5)),) * 3, Way.DOWN, True),
        ((Period(Fraction(5)),) * 3, Way.UP, False),  # nothing was aimed at
    ],
)
def test_f_never_missed(periods: tuple[Period, ...], way: Way, never: bool) -> None:
    assert (Flag.NEVER_MISSED in flags(entry(periods=periods, way=way))) is never


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        (("返事のあった気づき", "届いた気づき"), ("返事 のあった気づき。", "届いた気づき"), True),
        (("KPI1", ""), ("kpi1", ""), True),
        (("返事のあった気づき", "届いた気づき"), ("返事のあった気づき", "全部の気づき"), False),
        (("", ""), ("", ""), False),
    ],
)
def test_g_counts_the_same(one: tuple[str, str], other: tuple[str, str], twice: bool) -> None:
    pair = [entry(numerator=numerator, denominator=denominator) for numerator, denominator in (one, other)]
    assert (Flag.TWICE in flags(*pair)) is twice
    assert same_key("", "分母だけ") == ""


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "「量0」と「量1」は、同じものを数えています。"),
        (3, "「量0」「量1」「量2」は、同じものを数えています。"),
        (16, "「量0」「量1」「量2」「量3」「量4」ほか11本は、同じものを数えています。"),
    ],
)
def test_g_of_many_that_count_the_same_one_sentence_is_said(count: int, said: str) -> None:
    entries = [entry(f"量{n}", numerator="通った人", periods=series(*RISING)) for n in range(count)]
    found = raised(Plan((*entries, entry("ほか", numerator="来た人")), means_changed=1))
    assert len(found) == 1
    flag = found[0]
    assert flag.words.startswith(said)
    assert flag.about == tuple(one.ref for one in entries)


def test_g_of_many_that_move_alike_one_sentence_is_said() -> None:
    entries = [entry(f"量{n}", periods=series(*(value * (n + 1) for value in RISING))) for n in range(7)]
    found = raised(Plan(tuple(entries), means_changed=1))
    assert len(found) == 1
    flag = found[0]
    assert flag.words.startswith("「量0」「量1」「量2」「量3」「量4」ほか2本は、8つの期間でほとんど同じ動きです。")


RISING = (1, 2, 3, 4, 5, 6, 7, 8)


@pytest.mark.parametrize(
    ("values", "twice"),
    [
        ((2, 4, 6, 8, 10, 12, 14, 16), True),
        ((2, 4, 6, 8, 10, 12, 14), False),  # seven periods
        ((1, 3, 2, 5, 4, 6, 8, 7), False),  # r = .929
        ((1, 2, 4, 3, 5, 6, 8, 7), True),  # r = .952
        ((1, 2, 3, 4, 5, 6, 10, 8), False),  # r = .948
        ((16, 14, 12, 10, 8, 6, 4, 2), False),
        ((5, 5, 5, 5, 5, 5, 5, 5), False),
    ],
)
def test_g_moves_alike(values: Sequence[int], twice: bool) -> None:
    pair = entry("一つ", periods=series(*RISING)), entry("二つ", periods=series(*values))
    assert (Flag.TWICE in flags(*pair)) is twice


@pytest.mark.parametrize(
    ("citations", "citers", "alone"), [(0, 0, False), (1, 1, False), (2, 1, True), (4, 1, True), (2, 2, False)]
)
def test_h_one_person(citations: int, citers: int, alone: bool) -> None:
    found = raised(Plan((entry(citations=citations, citers=citers),), means_changed=1))
    assert any(one.flag is Flag.ONE_PERSON for one in found) is alone


@pytest.mark.parametrize(
    ("own", "guard", "way", "guard_way", "wrong"),
    [
        ((1, 2, 3), (3, 2, 1), Way.UP, Way.UP, True),
        ((1, 2, 3), (1, 2, 3), Way.UP, Way.DOWN, True),
        ((3, 2, 1), (3, 2, 1), Way.DOWN, Way.UP, True),
        ((1, 2, 3), (3, 2, 2), Way.UP, Way.UP, False),  # worse in one period only
        ((1, 3, 2), (3, 2, 1), Way.UP, Way.UP, False),  # it did not improve itself
        ((2, 3), (2, 1), Way.UP, Way.UP, False),
        ((1, 2, 3), (3, 2, 1), Way.UP, Way.NONE, False),
    ],
)
def test_i_wrong_way(own: Sequence[int], guard: Sequence[int], way: Way, guard_way: Way, wrong: bool) -> None:
    beside = entry("並べて読む", periods=series(*guard), way=guard_way)
    one = entry("伸ばす", periods=series(*own), way=way, guard=beside.ref)
    assert (Flag.WRONG_WAY in flags(one, beside)) is wrong
    assert Flag.WRONG_WAY not in flags(replace(one, guard=None), beside)
    assert Flag.WRONG_WAY not in flags(replace(one, guard=UUID(int=1)), beside)


def test_every_flag_has_its_name_and_no_word_about_people() -> None:
    assert list(FLAGS) == list(Flag)
    assert [one.value for one in Flag] == list("ABCDEFGHI")
