"""The same words find the same places on both databases; who is found first; how many questions are asked."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marugoto.community.actions.place import change_place, create_place
from marugoto.community.actions.place_words import lay_out_anew
from marugoto.community.codes import Tier
from marugoto.community.models import PlaceWords
from marugoto.community.queries.place import search
from marugoto.ground.transaction import acting
from marugoto.kernel.words import LAYOUT
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
READ = [
    tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8")) for name in ("pairs.toml", "pairs-2.toml")
]
SAID = {sort: [one for said in READ for one in said[sort]] for sort in ("pair", "near")}
HOUSE = "{}の家"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def write(town: Town, **values: str) -> object:
    return create_place(by=town("hayashi"), at=town.later(), values=values)


def names(town: Town, text: str, who: str = "tanaka") -> list[str]:
    return [line.place.name for line in search(town(who), text=text).rows]


def test_every_pair_is_found_both_ways_and_no_near_miss(town: Town) -> None:
    """One place for each word; of the pairs both are found, of the near misses only the one that was typed."""
    words = {word for sort in ("pair", "near") for one in SAID[sort] for word in (one["one"], one["other"])}
    for word in sorted(words):
        write(town, name=HOUSE.format(word))
    lost = [
        (typed, other)
        for one in SAID["pair"]
        for typed, other in ((one["one"], one["other"]), (one["other"], one["one"]))
        if HOUSE.format(other) not in names(town, typed)
    ]
    mixed = [
        (typed, other)
        for one in SAID["near"]
        for typed, other in ((one["one"], one["other"]), (one["other"], one["one"]))
        if HOUSE.format(other) in (found := names(town, typed)) or HOUSE.format(typed) not in found
    ]
    assert (lost, mixed) == ([], [])


def test_the_name_comes_first_then_the_reading_then_what_is_done_there_then_the_rest(town: Town) -> None:
    write(town, name="あさひの家", description="火曜は囲碁をします")
    write(town, name="いちょう館", services="囲碁・将棋")
    write(town, name="うめの会", name_kana="いごとうめのかい")
    write(town, name="んだの囲碁", name_kana="んだのいご")
    write(town, name="えんがわ", name_kana="えんがわ", description="囲碁 将棋")
    assert names(town, "囲碁") == ["んだの囲碁", "うめの会", "いちょう館", "あさひの家", "えんがわ"]
    assert names(town, "囲碁 将棋") == ["いちょう館", "えんがわ"]


def test_what_changed_is_found_by_its_new_words_only(town: Town) -> None:
    place = write(town, name="木曜の囲碁")
    change_place(by=town("hayashi"), at=town.later(), place=place.pk, values={"name": "木曜の将棋"})  # type: ignore[attr-defined]
    assert (names(town, "囲碁"), names(town, "将棋")) == ([], ["木曜の将棋"])


def test_a_place_for_coordinators_and_a_note_for_supporters_are_not_found_by_others(town: Town) -> None:
    write(town, name="ほたるの家", tier=Tier.COORDINATOR)
    write(town, name="すみれの家", note="ほたるさんが世話人")
    assert names(town, "ほたる") == []
    assert names(town, "ほたる", "hayashi") == ["ほたるの家"]


def test_the_number_of_questions_does_not_grow(town: Town) -> None:
    counts = []
    for number in range(3):
        for one in range(number * 4):
            write(town, name=f"囲碁の会{number}の{one}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            search(town("tanaka"), text="囲碁 会")
        counts.append(len(asked))
    assert len(set(counts[1:])) == 1


def test_places_of_before_are_laid_out_until_none_is_left(town: Town) -> None:
    write(town, name="囲碁の会")
    before(town)
    assert names(town, "囲碁") == []
    by = town("hayashi")
    assert (lay_out_anew(by=by, at=town.later()), lay_out_anew(by=by, at=town.later())) == (1, 0)
    assert names(town, "囲碁") == ["囲碁の会"]


def before(town: Town) -> None:
    @acting
    def forget(*, by: object, at: object) -> None:
        PlaceWords.objects.within(town.body).update(layout=LAYOUT - 1, folded="", marks_0=0)

    forget(by=town("hayashi"), at=town.later())
