"""Nothing fits is an honest answer: a near neighbour of what is wished for is put where one may ask, and is no proposal.

An invented town, typed as a clerk would type it; beside each wish that nothing answers stands one that differs in that alone.
"""

from dataclasses import replace

import pytest

from marugoto.participation.codes import Doing, Support, Trait, Travel
from marugoto.participation.labels import said
from marugoto.participation.rules import slot
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.matching import find, match
from marugoto.participation.rules.offered import Offered, Wished
from marugoto.participation.rules.words import activities, narrow_topics, tokens, topics

SAID = said()
JOIN = frozenset({Doing.JOIN})
ANYBODY = frozenset({"anybody"})


def place(key: str, words: str, done: list[str], interests: str, **rest: object) -> Offered:
    known: dict[str, object] = {"doings": JOIN, "confirmed_days_ago": 30, "room": True, **rest}
    return Offered(
        key,
        key,
        interests=frozenset(interests.split()),
        words=tokens(f"{key} {words}") | activities(done),
        topics=activities(done),
        **known,  # type: ignore[arg-type]
    )


TOWN = [
    place("植木の会", "庭木の剪定を習う。父親どうしも来る", ["園芸", "剪定"], "garden nature", welcomes=ANYBODY),
    place("混声の歌", "男女で歌う", ["合唱"], "music", welcomes=ANYBODY, times=slot.named(["sat_pm"])),
    place("がん語らいの会", "治療をした人の輪", ["がん", "おしゃべり"], "talk", traits=frozenset({Trait.SMALL})),
    place("ひろば", "小さい子と遊ぶ。外国の母親も来る", ["子育て"], "children talk", welcomes=frozenset({"parents"})),
    place("本の部屋", "静かに本を読む", ["読書"], "reading", welcomes=ANYBODY, traits=frozenset({Trait.QUIET})),
    place("川の会", "岸を歩いて鳥を見る", ["鳥", "散歩"], "nature sports", welcomes=ANYBODY, fee=200),
    place("うどんの日", "昼に打つ", ["うどん打ち"], "cooking meal", welcomes=ANYBODY, room=False),
    place("町の工房", "仕事の練習", ["木工"], "craft work", traits=frozenset({Trait.WAITS}), doings=frozenset({Doing.WORK})),
]  # fmt: skip
INDEX = Index(TOWN)


def wish(*named: str, interests: str = "", **rest: object) -> Wished:
    return Wished(
        topics=topics(named),
        words=tokens("。".join(named)),
        interests=frozenset(interests.split()),
        **rest,  # type: ignore[arg-type]
    )


def proposed(wished: Wished) -> set[str]:
    found = find(wished, INDEX, SAID)
    assert found == match(wished, TOWN, SAID)
    return {fit.place.key for fit in found.fits}


NEAR_NEIGHBOURS = [
    # a thing that is not done here, beside its neighbours of the same sort
    (wish("養蜂", interests="nature"), wish("鳥", interests="nature"), "川の会"),
    (wish("こけ玉", interests="garden"), wish("剪定", interests="garden"), "植木の会"),
    (wish("俳句", interests="reading"), wish("読書", interests="reading"), "本の部屋"),
    # told of a place, but not what is done there
    (wish("父親", interests="garden"), wish("園芸", interests="garden"), "植木の会"),
    # two things that have to come together
    (wish("合唱 手話", interests="music"), wish("合唱", interests="music"), "混声の歌"),
    (wish("子育て 父親", interests="children"), wish("子育て", interests="children"), "ひろば"),
    (wish("合唱 男声", only_topics=True), wish("合唱 混声", only_topics=True), "混声の歌"),
    (wish("合唱", interests="music", times=slot.named(["sun"])), wish("合唱", interests="music"), "混声の歌"),
    # company, but not that of people in another plight
    (wish("お茶", interests="talk"), wish("がん", interests="talk"), "がん語らいの会"),
    (wish("介護者", interests="talk"), wish("がん", interests="talk"), "がん語らいの会"),
    # only those who are in the same place
    (
        wish("読書", interests="reading", must=frozenset({Trait.PATIENTS})),
        wish("読書", interests="reading", must=frozenset({Trait.QUIET})),
        "本の部屋",
    ),
    (
        wish("鳥", interests="nature", must_words=narrow_topics(["点字"])),
        wish("鳥", interests="nature", must_words=narrow_topics(["散歩"])),
        "川の会",
    ),
    (wish("鳥", interests="nature", fee_limit=0), wish("鳥", interests="nature", fee_limit=200), "川の会"),
    (
        wish("読書", interests="reading", support=frozenset({Support.WHEELCHAIR})),
        wish("読書", interests="reading", support=frozenset({Support.CHAIR})),
        "本の部屋",
    ),
    (wish("合唱", interests="music", ways=frozenset({Travel.PICKUP})), wish("合唱", interests="music"), "混声の歌"),
    # nobody waits who cannot
    (
        wish("木工", interests="craft", never=frozenset({Trait.WAITS})),
        wish("木工", interests="craft"),
        "町の工房",
    ),
]


@pytest.mark.parametrize(("nothing", "right", "where"), NEAR_NEIGHBOURS)
def test_a_near_neighbour_is_no_answer(nothing: Wished, right: Wished, where: str) -> None:
    assert proposed(nothing) == set()
    assert where in proposed(right)


def test_a_place_that_is_full_is_no_answer_until_there_is_room() -> None:
    wished = wish("うどん打ち", interests="cooking")
    assert proposed(wished) == set()
    again = [replace(one, room=True) if one.room is False else one for one in TOWN]
    assert [fit.place.key for fit in match(wished, again, SAID).fits] == ["うどんの日"]


def test_what_is_no_answer_is_still_there_to_ask() -> None:
    """Nothing is hidden: who keeps the list may know more than is written."""
    found = find(wish("お茶", interests="talk"), INDEX, SAID)
    assert "がん語らいの会" in {fit.place.key for fit in found.unsure}
    assert "望みの「お茶」ができるとは、書かれていません。" in [r.sentence for fit in found.unsure for r in fit.reasons]


def test_whoever_names_nothing_is_not_kept_from_people_in_one_plight() -> None:
    assert proposed(Wished(interests=frozenset({"talk"}))) == {"がん語らいの会", "ひろば"}


def test_people_in_one_plight_are_an_answer_to_another_thing_that_they_do() -> None:
    assert "がん語らいの会" in proposed(wish("おしゃべり", interests="talk"))


@pytest.mark.parametrize(
    ("said_together", "each"),
    [
        ("ひきこもり 居場所", {"#ひきこもり", "居場"}),
        ("畑 仕事", {"#畑"}),  # the sort beside the thing is no second thing
        ("畑　花", {"#畑", "#花"}),
        ("畑 のんびり", {"#畑"}),  # no description could hold it
        ("うんていあそび のんびり", {"=うんていあそび", "=のんびり"}),
    ],
)
def test_a_blank_asks_for_both(said_together: str, each: set[str]) -> None:
    assert topics([said_together]) == {frozenset(each)}
