"""What a municipality asks its prefecture: who may, what may stand in it, and that nobody else reads it."""

from collections.abc import Set
from datetime import date, timedelta

import pytest

from marugoto.agencies.codes import Role
from marugoto.community.actions.enquiry import say_outcome
from marugoto.community.models import Enquiry
from marugoto.community.queries import enquiry as enquiries
from marugoto.community.rules.enquiry import (
    EnquiryFruit,
    EnquiryTrigger,
    is_no_reason,
    may_advise,
    may_enquire,
    may_say_outcome,
)
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.beside import QUESTION, advised, enquired
from tests.town import AOMINE, HOTAKAZAWA, SHIOMI, Town, settle_town

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("roles", "prefecture", "question", "tried", "why"),
    [
        ({Role.PLANNER}, True, QUESTION, "", ""),
        ({Role.COMMUNITY}, True, QUESTION, "公民館に聞いた。", ""),
        ({Role.COUNSELLOR}, True, QUESTION, "", "県に相談するのは、"),
        ({Role.PLANNER}, False, QUESTION, "", "県が同じ設置にいないので、"),
        ({Role.PLANNER}, True, " ", "", "何を相談したいかが書かれていません。"),
        ({Role.PLANNER}, True, "佐藤さんの行き先がない。", "", "「佐藤さん」は、人の名前や電話に見えます。"),
        ({Role.PLANNER}, True, QUESTION, "090-1234-5678にかけた。", "は、人の名前や電話に見えます。"),
    ],
)
def test_who_may_ask_and_what(roles: Set[Role], prefecture: bool, question: str, tried: str, why: str) -> None:
    answer = may_enquire(roles, prefecture=prefecture, question=question, tried=tried)
    assert bool(answer) is not bool(why)
    assert why in answer.reason


def test_what_made_it_ask_may_be_no_reason() -> None:
    found = {one for one in EnquiryTrigger if is_no_reason(one)}
    assert found == {EnquiryTrigger.ASSEMBLY, EnquiryTrigger.FROM_ABOVE, EnquiryTrigger.NEIGHBOURS}


def test_the_prefecture_says_what_and_who_and_once() -> None:
    officer = {Role.PREFECTURE}
    good = {"answered": False, "words": "訪ねます。", "adviser": "県社協", "visit": TODAY, "today": TODAY}
    assert may_advise(officer, **good)  # type: ignore[arg-type]
    assert not may_advise({Role.CHIEF}, **good)  # type: ignore[arg-type]
    for wrong in ({"answered": True}, {"words": " "}, {"adviser": ""}, {"visit": TODAY - timedelta(days=1)}):
        assert not may_advise(officer, **good | wrong)  # type: ignore[arg-type]


def test_what_came_of_it_is_said_after_the_answer_and_once() -> None:
    planner = {Role.PLANNER}
    assert may_say_outcome(planner, answered=True, said=False, words="借りられた。")
    assert not may_say_outcome({Role.COUNSELLOR}, answered=True, said=False, words="借りられた。")
    assert not may_say_outcome(planner, answered=False, said=False, words="借りられた。")
    assert not may_say_outcome(planner, answered=True, said=True, words="借りられた。")
    assert not may_say_outcome(planner, answered=True, said=False, words=" ")
    named = may_say_outcome(planner, answered=True, said=False, words="佐藤さんが通えるようになった。")
    assert "「佐藤さん」は、人の名前や電話に見えます。" in named.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.django_db
def test_it_goes_to_the_prefecture_and_back_and_what_came_of_it_is_read_there(town: Town) -> None:
    officer = town("kurokawa", AOMINE)
    assert enquiries.waiting_here(officer) == 0
    made = enquired(town).pk
    assert enquiries.waiting_here(officer) == 1
    [asked] = enquiries.enquiries_here(officer)
    assert (asked.town, asked.no_reason, asked.answer, asked.outcome) == ("みなも市", True, None, None)
    with pytest.raises(Refused, match="県の返事が、まだ届いていません。"):
        say_outcome(by=town("hirata"), at=town.later(), enquiry=made, fruit=EnquiryFruit.TRYING, words="まだ。")
    advised(town, made)
    with pytest.raises(Refused, match="もう返事をしています"):
        advised(town, made)
    [own] = enquiries.own_enquiries(town("hayashi"))
    assert own.answer is not None
    assert own.answer.adviser == "県社協 地域づくり係 0000-11-3300"
    say_outcome(by=town("hirata"), at=town.later(), enquiry=made, fruit=EnquiryFruit.CHANGED, words="約束を変えた。")
    [told] = enquiries.enquiries_here(town("kurokawa", AOMINE))
    assert told.outcome is not None
    assert (told.outcome.words, told.outcome.day) == ("約束を変えた。", local_day(town.now))
    assert enquiries.waiting_here(town("kurokawa", AOMINE)) == 0


@pytest.mark.django_db
def test_another_town_finds_nothing_and_the_prefecture_asks_nobody(town: Town) -> None:
    made = enquired(town).pk
    for body in (SHIOMI, HOTAKAZAWA):
        other = next(worker for at, worker in town.settled.duties if at == body)
        assert enquiries.own_enquiries(town(other, body)) == []
        assert enquiries.enquiries_here(town(other, body)) == []
        assert enquiries.get(town(other, body), made) is None
    with pytest.raises(Enquiry.DoesNotExist):
        say_outcome(
            by=town("aruga", HOTAKAZAWA), at=town.later(), enquiry=made, fruit=EnquiryFruit.TRYING, words="試す。"
        )
    with pytest.raises(Refused):
        enquired(town, "kurokawa", AOMINE)
