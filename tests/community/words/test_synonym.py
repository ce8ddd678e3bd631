"""Which words find which: forty pairs and twenty near misses written with our list of synonyms, and 31 and twenty more that were frozen
before it was touched for them (FROZEN.sha256)."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from marugoto.community.rules.synonym import held_apart, ours, read, wanted
from marugoto.kernel.words import Laid, findable, lay_out, marks_of, position_in, rank_of

HERE = Path(__file__).parent
SAID = [tomllib.loads((HERE / name).read_text(encoding="utf-8")) for name in ("pairs.toml", "pairs-2.toml")]
PAIRS = [(one["one"], one["other"]) for said in SAID for one in said["pair"]]
NEAR = [(one["one"], one["other"]) for said in SAID for one in said["near"]]
GROUP = '[[group]]\nwords = ["{}", "{}"]\nkind = "same"\nsource = "use"\nreason = "x"\n'


def laid(words: str) -> Laid:
    return lay_out("みなもの家", "みなものいえ", "", f"毎週ここで{words}をしています")


def finds(typed: str, text: Laid) -> bool:
    """As the database does: the marks first, then the words themselves."""
    return all(
        any(
            all(has & mask == mask for has, mask in zip(text.marks, marks_of(way.word), strict=True))
            and position_in(text, way)
            for way in ways
        )
        for ways in wanted(typed)
    )


def test_there_are_forty_pairs_and_31_more_each_with_twenty_near_misses() -> None:
    assert [(len(said["pair"]), len(said["near"])) for said in SAID] == [(40, 20), (31, 20)]


def test_no_pair_was_touched_since_it_was_frozen() -> None:
    lines = [line.split() for line in (HERE / "FROZEN.sha256").read_text(encoding="utf-8").splitlines()]
    frozen = {name: digest for digest, name in (line for line in lines if line[0] != "#")}
    assert frozen
    assert {name: hashlib.sha256((HERE / name).read_bytes()).hexdigest() for name in frozen} == frozen


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_either_word_finds_the_other(one: str, other: str) -> None:
    assert finds(one, laid(other))
    assert finds(other, laid(one))


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_what_only_looks_alike_is_not_found(one: str, other: str) -> None:
    assert not finds(one, laid(other))
    assert not finds(other, laid(one))
    assert finds(one, laid(one))
    assert finds(other, laid(other))


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("畑", "共同の畑", True),
        ("ｵﾚﾝｼﾞｶﾌｪ", "認知症カフェ", True),
        ("障がい者の集い", "障碍者のつどい", True),
        ("子供の居場所", "こどものいばしょ", True),
        ("cafe", "Minamo English Cafe", True),
        ("caf", "Minamo English Cafe", False),
        ("engl", "Minamo English Cafe", True),
        ("DV", "DVD上映会", False),
        ("2丁目", "本町12丁目", False),
        ("2丁目", "本町2丁目", True),
        ("囲碁 火曜", "火曜の囲碁の会", True),
        ("囲碁 水曜", "火曜の囲碁の会", False),
        ("社協", "地元の会社協力", False),
        ("", "どこでも", True),
        ("\x1e", "どこでも", True),
    ],
)
def test_what_is_typed_finds(typed: str, text: str, found: bool) -> None:
    assert finds(typed, lay_out("", "", "", text)) is found


def test_a_hit_in_the_name_comes_before_the_reading_the_services_and_the_rest() -> None:
    fields = ("囲碁の会", "いごのかい", "囲碁と将棋", "囲碁を教えます")
    ranks = []
    for kept in range(4):
        text = lay_out(*(words if place >= kept else "" for place, words in enumerate(fields)))
        ways = wanted("囲碁")[0]
        ranks.append(rank_of([position_in(text, way) for way in ways], text.starts))
    assert ranks == [0, 1, 2, 3]
    assert rank_of([0, 0], (5, 9, 12)) > 3


def test_what_a_word_was_not_taken_for_is_offered() -> None:
    assert held_apart("食堂") == ("子ども食堂",)
    assert held_apart("囲碁") == ()


def test_every_group_says_why_and_where_its_words_were_met() -> None:
    assert ours().version >= 1
    assert [one.words for one in ours().groups if not (one.reason and one.source)] == []
    assert all(findable(one.word) in findable(longer) for one in ours().apart for longer in one.longer)


@pytest.mark.parametrize(
    "text",
    [
        "version = 1\n" + GROUP.format("町内会", "自治会") + GROUP.format("自治会", "隣組"),
        "version = 1\n" + GROUP.format("町内会", "自治会").replace('"same"', '"akin"'),
        GROUP.format("町内会", "自治会"),
    ],
)
def test_a_list_that_says_two_things_or_says_them_half_is_refused(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        read(text)


def test_no_question_grows_beyond_measure() -> None:
    ways = wanted("子どもと障がいのある子どもとひとり親の子どもの居場所のつどい")[0]
    assert 1 < len(ways) <= 24
