"""One concept, each division's word: who may write it, that one runs at a time, how it is found, and who is spoken to in it."""

import pytest

from marugoto.agencies.actions.word import add_concept, change_concept, drop_word, end_concept, say_word
from marugoto.agencies.codes import ConceptCode, Role
from marugoto.agencies.labels import CONCEPTS, MEANINGS
from marugoto.agencies.models import Concept, DivisionWord
from marugoto.agencies.queries.word import entries, own_concept, own_words
from marugoto.agencies.rules.word import may_end, may_name, may_say, may_write_words
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.web.counting import counted
from tests.worded import agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ({Role.PLANNER}, True),
        ({Role.COORDINATOR}, True),
        ({Role.COORDINATOR, Role.COUNSELLOR}, True),
        ({Role.COUNSELLOR}, False),
        ({Role.CHIEF}, False),
        (set(), False),
    ],
)
def test_planner_and_coordinator_write(roles: set[Role], may: bool) -> None:
    decision = may_write_words(frozenset(roles))
    assert bool(decision) is may
    assert decision.reason or may


@pytest.mark.parametrize(
    ("word", "running", "may"),
    [
        ("支援計画", True, True),
        ("  ", True, False),
        ("プラン", True, False),  # as the house says it
        ("ﾌﾟﾗﾝ", True, False),  # also in another way of writing
        ("計" * 20, True, True),
        ("計" * 21, True, False),
        ("計\n画", True, False),
        ("支援計画", False, False),
    ],
)
def test_what_a_word_of_a_division_is(word: str, running: bool, may: bool) -> None:
    assert bool(may_say(word, house="プラン", running=running)) is may


def test_a_concept_has_a_name_of_its_own_and_says_what_it_means() -> None:
    assert may_name("滞り", "払えずにいること", taken=["プラン"])
    assert not may_name("", "払えずにいること", taken=[])
    assert not may_name("滞り", " ", taken=[])
    assert not may_name("ﾌﾟﾗﾝ", "約束", taken=["プラン"])
    assert not may_end("要らない", ours=True, running=True)
    assert not may_end(" ", ours=False, running=True)
    assert not may_end("二度書いた", ours=False, running=False)


def test_the_house_says_each_of_its_concepts_and_what_it_means() -> None:
    assert set(CONCEPTS) == set(MEANINGS) == set(ConceptCode)


def test_each_reader_is_spoken_to_in_the_word_of_his_division(town: Town) -> None:
    at = town.later()
    say_word(by=town("hirata"), at=at, concept=ConceptCode.PLAN, agency=agency(town, "soudan-desk"), word="支援計画")
    say_word(
        by=town("mori"), at=at, concept=ConceptCode.PLAN, agency=agency(town, "north-care-desk"), word="ケアプラン"
    )
    assert own_words(town("tanaka")) == {"plan": "支援計画"}
    assert own_words(town("ogawa")) == {"plan": "ケアプラン"}
    assert own_words(town("nishimura")) == {}


def test_one_word_of_a_division_runs_at_a_time_and_the_one_before_is_kept(town: Town) -> None:
    tax = agency(town, "tax-pay")
    for word in ("送致", "引継"):
        say_word(by=town("hirata"), at=town.later(), concept=ConceptCode.PASSING, agency=tax, word=word)
    [entry] = [one for one in entries(town("tanaka")) if one.key == "passing"]
    assert [one.word for one in entry.said] == ["引継"]
    with unwalled():
        assert DivisionWord.objects.within(town.body).count() == 2
        assert Concept.objects.within(town.body).count() == 1
    drop_word(by=town("mori"), at=town.later(), word=entry.said[0].id)
    assert own_words(town("okamoto")) == {}
    with pytest.raises(DivisionWord.DoesNotExist):
        drop_word(by=town("mori"), at=town.later(), word=entry.said[0].id)


def test_who_may_not_write_is_refused_and_nothing_is_written(town: Town) -> None:
    tax = agency(town, "tax-pay")
    for who in ("tanaka", "yamazaki"):
        with pytest.raises(Refused):
            say_word(by=town(who), at=town.later(), concept=ConceptCode.PLAN, agency=tax, word="計画")
        with pytest.raises(Refused):
            add_concept(by=town(who), at=town.later(), name="滞り", meaning="払えずにいること。")
    with unwalled():
        assert not Concept.objects.within(town.body).exists()


def test_it_is_found_by_any_of_its_words_and_by_the_division(town: Town) -> None:
    by, tax = town("hirata"), agency(town, "tax-pay")
    say_word(by=by, at=town.later(), concept=ConceptCode.ASSESSMENT, agency=tax, word="実態調査", note="財産を見るとき")
    own = add_concept(by=by, at=town.later(), name="滞り", meaning="払うものを払えずにいること。")
    for words, found in (
        ("実態", ["assessment"]),
        ("じったい", []),  # by what is written, not by a reading nobody gave
        ("アセスメント", ["assessment"]),
        ("ｱｾｽﾒﾝﾄ", ["assessment"]),
        ("収納課", ["assessment"]),
        ("払えずに", [str(own.pk)]),
        ("どこにもない", []),
    ):
        assert [one.key for one in entries(by, search=words)] == found, words


def test_a_concept_of_the_body_changes_and_ends_and_what_was_is_read(town: Town) -> None:
    row = add_concept(by=town("hirata"), at=town.later(), name="滞り", meaning="払えないこと。")
    change_concept(by=town("mori"), at=town.later(), concept=row.pk, name="滞り", meaning="払えずにいること。")
    found = own_concept(town("hirata"), row.pk)
    assert found is not None
    assert (found[0].meaning, [one.meaning for one in found[1]]) == ("払えずにいること。", ["払えないこと。"])
    with pytest.raises(Refused):
        add_concept(by=town("mori"), at=town.later(), name="滞り", meaning="二度目")
    end_concept(by=town("mori"), at=town.later(), concept=row.pk, reason="「納め残し」にまとめた")
    assert own_concept(town("hirata"), row.pk) is None
    assert str(row.pk) not in {one.key for one in entries(town("hirata"))}
    with pytest.raises(Refused):
        say_word(by=town("mori"), at=town.later(), concept=row.pk, agency=agency(town, "tax-pay"), word="滞納")


def test_the_list_asks_no_more_where_there_is_more(town: Town) -> None:
    def say(*teams: str) -> int:
        for team in teams:
            for code in (ConceptCode.PLAN, ConceptCode.NEED):
                say_word(
                    by=town("hirata"), at=town.later(), concept=code, agency=agency(town, team), word=f"{code}の語"
                )
        with counted() as queries:
            entries(town("tanaka"))
        return len(queries)

    few = say("tax-pay")
    assert say("soudan-desk", "north-care-desk", "shakyo-join", "education-learn") == few
