"""What is cheapest to do next: what words alone decide before what has to happen, then the core, then what takes least."""

from marugoto.evaluation.rules.ask import Answer
from marugoto.evaluation.rules.cheapest import Undecided, cheapest, undecided


def lacks(*attested: bool) -> tuple[Answer, ...]:
    return tuple(Answer(1, "決めている", "まだ", None, attested=one) for one in attested)


def one(code: str, *attested: bool, core: bool = False, function: str = "F1") -> Undecided:
    return Undecided(code, core, function, lacks(*attested))


def test_only_what_keeps_the_first_level_away_is_lacking() -> None:
    answers = [
        Answer(1, "一", "", None),
        Answer(1, "二", "", True),
        Answer(1, "三", "", False),
        Answer(2, "四", "", None),
    ]
    found = undecided("F1.1", core=True, function="F1", answers=answers)
    assert [answer.asks for answer in found.lacking] == ["一"]
    assert (found.code, found.core, found.function) == ("F1.1", True, "F1")


def test_words_are_enough_only_where_all_of_it_can_be_said() -> None:
    assert one("a", True, True).by_words
    assert not one("a", True, False).by_words


def test_the_nearest_comes_first() -> None:
    found = [
        one("record", False),
        one("core of a record", False, core=True, function="F2"),
        one("said", True),
        one("two to be said", True, True),
        one("core that is said", True, core=True, function="F2"),
        one("nothing lacks"),
    ]
    nearest = cheapest(found)
    assert [each.code for each in nearest.order] == [
        "core that is said",
        "said",
        "two to be said",
        "core of a record",
        "record",
    ]
    assert (nearest.by_words, nearest.core_by_words) == (3, 1)


def test_a_function_that_lacks_one_comes_before_one_that_lacks_two() -> None:
    found = [one("a", True, core=True), one("b", True, core=True), one("c", True, core=True, function="F2")]
    found += [one("d", True, function="F2"), one("e", True, function="F2")]  # these are no core, and count for nothing
    assert [each.code for each in cheapest(found).order] == ["c", "a", "b", "d", "e"]


def test_two_alike_stand_by_their_code() -> None:
    assert [each.code for each in cheapest([one("b", True), one("a", True)]).order] == ["a", "b"]
