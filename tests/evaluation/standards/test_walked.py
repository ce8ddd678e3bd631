"""A few cases walked through: never more than the records know of, and never more than 仮."""

from dataclasses import replace

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.ask import Against, Answer, AtMost
from marugoto.evaluation.rules.evidence import Evidence
from marugoto.evaluation.rules.level import judge, sureness
from tests.evaluation.standards.golden_case import of
from tests.evaluation.standards.invented import said
from tests.evaluation.standards.test_judging import BAR, FIRST, THREE, TWO, known, seen


def test_more_than_the_records_know_cannot_have_passed() -> None:
    """Two of three were answered, and all three are said to be: the records hold, and the level is not raised by words."""
    three = said(Word.WALKED, cases=3, passed=3)
    found = judge((FIRST, TWO, THREE), known(seen(of(3, 2)), three, Path.SMALL))
    assert (found.level, found.sure) == (1, "")
    assert found.reason == "言明と記録が食い違うため、2 からは判定できません。"
    assert found.answers[1].stands == (
        "たどって3件が「はい」と書かれていますが、記録で「はい」なのは2件です。食い違うので、判定に使いません"
    )
    assert found.next_step.startswith("「はい」の3件が記録にも残るか、記録のとおりにたどり直して書くと、")
    most = AtMost(2, "半分以下", "a", BAR)
    assert most.answer(known(seen(of(3, 0)), three, Path.SMALL)).met is True
    assert most.answer(known(seen(of(3, 1)), three, Path.SMALL)).met is None
    against = Against(2, "", "a", "b", BAR)
    for k, met_ in ((0, True), (1, None)):
        both = Evidence({"a": seen(of(k, k)), "b": seen(of(3, 3))}, {"": three}, Path.SMALL)
        assert against.answer(both).met is met_


def test_a_level_from_a_few_cases_walked_through_is_never_sure() -> None:
    three = said(Word.WALKED, cases=3, passed=3)
    found = judge((FIRST, TWO, THREE), known(seen(of(3, 3)), three, Path.SMALL))
    assert (found.level, found.sure) == (3, "仮")
    one_no = judge((FIRST, TWO, THREE), known(seen(of(3, 2)), said(Word.WALKED, cases=3, passed=2), Path.SMALL))
    assert (one_no.level, one_no.sure) == (1, "")
    at_two = Answer(2, "", "", True, walked=True)
    assert [sureness(level, [at_two]) for level in (1, 2, 3)] == ["", "仮", "仮"]
    assert sureness(2, [replace(at_two, met=False)]) == ""
    assert sureness(2, [replace(at_two, walked=False)]) == ""


def test_where_there_is_no_case_none_was_walked_through_and_of_no_word_nothing_is_too_good() -> None:
    none, some = seen(of(0, 0)), seen(of(5, 5))
    five = said(Word.WALKED, cases=5, passed=5)
    assert known(none, five, Path.SMALL).walked(none) is None
    assert known(some, five, Path.SMALL).walked(some) is True
    assert known(some, five).too_good(4)
    assert not known(some).too_good(0)
