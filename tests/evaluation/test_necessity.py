"""The rule on 要否: six voices, every branch, each threshold and comparison, the smallest change that turns an answer; and that what is not
known is never read as what is not there."""

import ast
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from inspect import getsource
from itertools import combinations, product
from types import ModuleType
from typing import Any

import pytest

from marugoto.evaluation.rules import necessity
from marugoto.evaluation.rules.necessity import V0, Answer, Given, Signal, answer_of, is_small
from marugoto.evaluation.rules.necessity_flip import FUNCTIONS, Change, changed, how_sure, smallest_flips
from marugoto.evaluation.rules.necessity_sheet import NO
from marugoto.evaluation.rules.necessity_words import SIGNALS, flip_words, next_words, read_words, steps, sure_words

N1, N2, N3, N5, N6, N7 = Signal.N1, Signal.N2, Signal.N3, Signal.N5, Signal.N6, Signal.N7
WHOLE, HALF = (3, 3, 3), (2, 2, 2)
CARRIED = {"capacity": True, "sponsor": True, "sunset": True}


def town(**more: Any) -> Given:
    """A town that has looked into itself and can be judged."""
    signals = {name: frozenset(more.pop(name, ())) for name in ("on", "unread", "tried")}
    return Given(**{"looked_into": 2, "unknown": 0, "stages": HALF, **signals, **more})


VOICES = {
    "1-2 all ages in the scheme for the aged": (town(stages=WHOLE), Answer.N),
    "1-3 joins the meetings there are": (town(stages=WHOLE, on=[N5], own_conference=True), Answer.NT),
    "1-4 believes without looking": (town(looked_into=0, unknown=8, stages=(0, 0, 0)), Answer.W0),
    "1-9 the fifty of the 8050 is not reached": (town(on=[N1, N2], tried=[N1, N2], **CARRIED), Answer.J),
    "2C-1 a town where everybody knows everybody": (town(on=[N3], small=True, one_desk=True), Answer.C),
    "1-8 a large city wants the sign": (town(on=[N7], tried=[N7], **CARRIED), Answer.S),
}


@pytest.mark.parametrize(("given", "answer"), VOICES.values(), ids=VOICES)
def test_the_six_voices_of_the_hearing(given: Given, answer: Answer) -> None:
    assert answer_of(given) is answer


GOLDEN = [
    (town(looked_into=1, stages=WHOLE), Answer.W0),
    (town(looked_into=2, unknown=3, stages=WHOLE), Answer.W0),
    (town(looked_into=2, unknown=2, stages=WHOLE), Answer.N),
    (town(looked_into=4, stages=(4, 4, 4)), Answer.N),
    (town(stages=WHOLE, unread=[N6]), Answer.W0),
    (town(stages=WHOLE, unread=Signal), Answer.W0),
    (town(stages=HALF, unread=[N3]), Answer.W0),
    (town(stages=HALF, unread=[N3], small=True, one_desk=True), Answer.W0),
    (town(stages=WHOLE, on=[N5], unread=[N1], own_conference=True), Answer.E),
    (town(on=[N3], unread=[N1, N6], small=True, one_desk=True), Answer.C),
    (town(on=[N2], unread=[N1], tried=[N2], **CARRIED), Answer.J),
    (town(on=[N7], unread=[N1], tried=[N7], **CARRIED), Answer.S),
    (town(stages=(3, 3, 2)), Answer.E),
    (town(stages=(2, 3, 3)), Answer.E),
    (town(stages=WHOLE, on=[N3]), Answer.E),
    (town(on=[N5], own_conference=True), Answer.NT),
    (town(on=[N5, N1], own_conference=True), Answer.E),
    (town(on=[N5], own_conference=False), Answer.E),
    (town(on=[N3], own_conference=True), Answer.E),
    (town(small=True, one_desk=False), Answer.E),
    (town(small=False, one_desk=True), Answer.E),
    (town(small=True, one_desk=True, on=[N1], tried=[N1], **CARRIED), Answer.C),
    (town(stages=WHOLE, small=True, one_desk=True), Answer.N),
    (town(on=[N1], tried=[N2], **CARRIED), Answer.E),
    (town(on=[N6, N7], tried=[N6, N7], **CARRIED), Answer.S),
    (town(on=[N6], tried=[N6]), Answer.S),
    (town(on=[N1, N7], tried=[N7], **CARRIED), Answer.S),
    (town(on=[N1, N7], tried=[N1, N7], **CARRIED), Answer.J),
    (town(on=[N2], tried=[N2], **CARRIED), Answer.J),
    *[(town(on=[N2], tried=[N2], **CARRIED | {name: False}), Answer.W1) for name in CARRIED],
]


@pytest.mark.parametrize(("given", "answer"), GOLDEN)
def test_each_branch_and_both_sides_of_each_bar(given: Given, answer: Answer) -> None:
    assert answer_of(given) is answer


SMALL = [
    (9_999, False, 99, True),
    (10_000, False, 99, False),
    (9_999, False, 100, False),
    (200_000, True, 50, True),
    (None, True, 50, True),
    (None, False, 50, False),
    (6_000, True, None, False),
]


@pytest.mark.parametrize(("population", "depopulated", "staff", "small"), SMALL)
def test_who_is_small(population: int | None, depopulated: bool, staff: int | None, small: bool) -> None:
    assert is_small(population=population, depopulated=depopulated, staff=staff) is small


def holds(rule: Any, limits: Any) -> bool:
    """Whether this rule gives all the answers above."""
    return all(str(rule.answer_of(given, limits)) == answer for given, answer in [*VOICES.values(), *GOLDEN]) and all(
        rule.is_small(population=population, depopulated=gone, staff=staff, limits=limits) is small
        for population, gone, staff, small in SMALL
    )


@pytest.mark.parametrize("name", ["looked_into", "unknown", "stage", "population", "staff"])
@pytest.mark.parametrize("by", [-1, 1])
def test_no_threshold_of_the_rule_can_move_unseen(name: str, by: int) -> None:
    assert holds(necessity, V0)
    assert not holds(necessity, replace(V0, **{name: getattr(V0, name) + by}))


OTHERS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
    ast.Eq: ast.NotEq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def mutants() -> list[str]:
    """The rule's own text with one comparison, one connective or one `not` turned."""
    source = getsource(necessity)
    places = [
        place for place, node in enumerate(ast.walk(ast.parse(source))) if isinstance(node, ast.Compare | ast.BoolOp)
    ] + [
        place
        for place, node in enumerate(ast.walk(ast.parse(source)))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    ]
    made = []
    for wanted in places:
        tree = ast.parse(source)
        node: Any = list(ast.walk(tree))[wanted]
        if isinstance(node, ast.Compare):
            node.ops[0] = OTHERS[type(node.ops[0])]()
        elif isinstance(node, ast.BoolOp):
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        else:
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        made.append(ast.unparse(ast.fix_missing_locations(tree)))
    return made


def test_no_comparison_of_the_rule_can_be_turned_unseen() -> None:
    survivors = []
    for text in mutants():
        module = ModuleType("turned")
        exec(compile(text, "turned", "exec"), module.__dict__)  # noqa: S102 — the rule's own text, with one sign turned
        with suppress(TypeError):  # it no longer runs
            if holds(module, module.V0):
                survivors.append(text)
    assert len(mutants()) >= 12
    assert survivors == []


def test_the_smallest_change_is_the_smallest() -> None:
    given = town(on=[N2], tried=[N2], capacity=True, sponsor=True)
    flips = smallest_flips(given)
    assert {one.answer: [change.name for change in one.changes] for one in flips}[Answer.J] == ["sunset"]
    assert len(flips[0].changes) == 1
    assert [one.size for one in flips] == sorted(one.size for one in flips)
    assert all(answer_of(changed(given, one.changes)) is one.answer != answer_of(given) for one in flips)


def test_two_things_must_change_where_one_is_not_enough() -> None:
    given = town(looked_into=0, unknown=8, stages=(0, 0, 0))
    flip = smallest_flips(given)[0]
    assert (flip.answer, {(one.name, one.becomes) for one in flip.changes}) == (
        Answer.E,
        {("looked_into", 2), ("unknown", 2)},
    )
    one_thing = [Change("looked_into", 0, level) for level in range(1, 5)]
    one_thing += [Change("unknown", 8, count) for count in range(11)]
    assert all(answer_of(changed(given, [one])) is Answer.W0 for one in one_thing)


def test_the_search_misses_nothing_that_two_signals_could_do() -> None:
    """Beside an independent look at every state of signals and stages that differs in at most two things."""
    for given, _answer in [*VOICES.values(), *GOLDEN]:
        known = {flip.answer: len(flip.changes) for flip in smallest_flips(given)} | {answer_of(given): 0}
        for count in (1, 2):
            for some in combinations([*Signal, *FUNCTIONS], count):
                signals = {one for one in some if isinstance(one, Signal)}
                moved = [range(5) if name in some else [given.stages[place]] for place, name in enumerate(FUNCTIONS)]
                for stages in product(*moved):
                    other = replace(given, on=given.on ^ signals, stages=stages)
                    assert known[answer_of(other)] <= count


def test_an_answer_is_no_surer_than_what_it_hangs_on() -> None:
    whole = town(stages=WHOLE)
    assert how_sure(whole, {N1: "確か"}).word == "確か"
    assert how_sure(whole, {N1: "おおむね", N2: "確か"}).word == "おおむね"
    assert how_sure(whole, {N1: "おおむね", N2: "仮"}).hangs_on == (N2,)
    money = town(on=[N7], unread=[N1], tried=[N7, N1], **CARRIED)
    assert (how_sure(money, {}).word, how_sure(money, {}).hangs_on) == ("仮", (N1,))  # were N1 on, it would be J
    assert how_sure(whole, {N1: "確か"}, earlier=7).word == "おおむね"  # its levels stand from an earlier half-year
    assert sure_words(how_sure(whole, {N1: "確か"}, earlier=7)).startswith("おおむね(大事な基準10のうち7は、前の半期に")
    assert how_sure(whole, {N1: "仮"}, earlier=7).hangs_on == (N1,)
    small = town(on=[N3], unread=[N1], small=True, one_desk=True)
    assert how_sure(small, {N3: "確か"}).word == "確か"  # whatever N1 is


def test_of_no_answer_nobody_is_sure() -> None:
    """「まだ判断できません」 was said with 「確か」 beside it."""
    for given in (town(looked_into=0), town(unknown=3), town(stages=WHOLE, unread=Signal)):
        sure = how_sure(given, dict.fromkeys(Signal, "確か"))
        assert sure.word == ""
        assert sure_words(sure) == "まだ言えません(判断していないため)"


def test_what_is_unread_is_never_read_as_off() -> None:
    """Every town of the signals, whatever the rest: a no stands on seven that were read, and so does each word of it."""
    for given, _answer in [*VOICES.values(), *GOLDEN]:
        for count in range(len(Signal) + 1):
            for unread in combinations(sorted(frozenset(Signal) - given.on), count):
                blind = replace(given, unread=frozenset(unread))
                answer, words = answer_of(blind), read_words(blind)
                assert len(blind.on) + len(blind.off) + len(blind.unread) == len(Signal)
                if unread:
                    assert answer not in NO, (answer, unread)
                    assert "どれも" in words or all(SIGNALS[one] in words for one in unread)
                    assert not any("点いているすき間はありません" in one.because for one in steps(blind))
                if unread and not blind.on:
                    assert answer is Answer.W0


def test_reading_what_was_unread_as_off_is_one_change() -> None:
    given = town(stages=WHOLE, unread=[N3, N6])
    flips = {one.answer: one for one in smallest_flips(given)}
    assert [(change.name, change.was, change.becomes) for change in flips[Answer.N].changes] == [("unread", 2, 0)]
    assert flip_words(flips[Answer.N]) == (
        "いま分からないしるし2つが、どれも消えていると分かると → 重層は要りません。いまの体制で整っています"
    )
    lit = changed(given, [Change("on:N3", 0, 1)])
    assert (lit.on, lit.unread) == ({N3}, {N6})


def test_nothing_is_told_of_lit_gaps_where_none_is_lit() -> None:
    given = town(stages=(3, 2, 2))
    assert answer_of(given) is Answer.E
    assert next_words(Answer.E, given) == (
        "点いているすき間はありません。段階が3に届かない「支援機関どうしが支え合う」、「地域と支援機関がつながる」を、"
        "いまある制度で6か月のばし、判断し直します。"
    )
    assert next_words(Answer.E, town(on=[N3])).startswith("点いているすき間に、")


def test_the_thresholds_are_those_of_the_proposal() -> None:
    assert (V0.dead_ends, V0.second_member, V0.unmet) == (Fraction(1, 10), Fraction(2, 5), Fraction(3, 5))
    assert (V0.blocked, V0.bookkeeping, V0.tried, V0.renewed) == (2, 20, 6, 24)
