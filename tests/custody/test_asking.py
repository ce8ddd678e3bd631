"""The control tower asks the holder how a ball stands: one press, a line back, no name and no move."""

from typing import Any

import pytest

from marugoto.custody.actions.asking import answer_asking, ask_holder, take_back_asking
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import AskingEndingKind, OfferReason, Stance, TidingKind
from marugoto.custody.models import AskingWords
from marugoto.custody.queries.asking import askings
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.tiding import unread
from marugoto.custody.queries.tower import all_open
from marugoto.custody.rules.asking import may_answer_asking, may_ask, may_take_back_asking
from marugoto.custody.rules.ball import Held
from marugoto.intake.actions.consultation import end
from marugoto.intake.codes import ConsultationEnd
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.begun import heard
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

HELD = Held("総合相談", "田中 美咲")
TOWER, HOLDER, BESIDE = frozenset({Stance.TOWER}), frozenset({Stance.HOLDER}), frozenset({Stance.BESIDE})


@pytest.mark.parametrize(
    ("held", "stances", "words", "says"),
    [
        (HELD, TOWER, {}, ""),
        (HELD, BESIDE, {}, ""),  # a section chief of another section
        (HELD, BESIDE, {"oversees": False}, "司令塔と課長"),
        (Held("総合相談", "田中 美咲", settled=True), TOWER, {}, "おわって"),
        (HELD, HOLDER | TOWER, {}, "あなたの係が持っています"),
        (HELD, TOWER, {"asked": True}, "もうたずねて"),
    ],
)
def test_who_may_ask(held: Held, stances: Any, words: dict[str, bool], says: str) -> None:
    decision = may_ask(held, stances, **{"oversees": True, "asked": False} | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("stances", "words", "says"),
    [
        (HOLDER, {}, ""),
        (frozenset({Stance.RESCUER}), {}, ""),
        (TOWER, {}, "いまの持ち手"),
        (HOLDER, {"running": False}, "もう終わって"),
        (HOLDER, {"worded": False}, "書かれていません"),
    ],
)
def test_who_may_answer(stances: Any, words: dict[str, bool], says: str) -> None:
    decision = may_answer_asking(HELD, stances, **{"running": True, "worded": True} | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_who_may_take_it_back() -> None:
    assert may_take_back_asking(running=True, own=True)
    assert "もう終わって" in may_take_back_asking(running=False, own=True).reason
    assert "たずねた係だけ" in may_take_back_asking(running=True, own=False).reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def told(town: Town, worker: str) -> list[TidingKind]:
    return [one.kind for one in unread(town(worker))]


def test_the_holder_is_asked_and_answers_with_a_line(town: Town) -> None:
    ball = heard(town).ball_id
    ask_holder(by=town("mori"), at=town.later(), ball=ball)
    now = face(town("tanaka"), ball)
    assert now
    assert (now.asked_by, now.holder.id) == (town("mori").team, town("tanaka").team)
    assert TidingKind.ASKED in told(town, "tanaka")
    with pytest.raises(Refused, match="もうたずねて"):
        ask_holder(by=town("mori"), at=town.later(), ball=ball)
    with pytest.raises(Refused, match="書かれていません"):
        answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words=" \u3000")
    answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="あす訪ねます。")
    assert TidingKind.ASKING_ANSWERED in told(town, "mori")
    for worker, words in (("tanaka", "あす訪ねます。"), ("mori", "あす訪ねます。"), ("ogawa", "")):
        line = askings(town(worker), ball)[0]
        assert (line.ended, line.words) == (AskingEndingKind.ANSWERED, words), worker
    after = face(town("tanaka"), ball)
    assert after
    assert (after.asked_by, after.holder.id) == (None, town("tanaka").team)
    with pytest.raises(Refused, match="もう終わって"):
        answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="もう一度")
    ask_holder(by=town("mori"), at=town.later(), ball=ball)  # asked again another day
    assert [line.ended for line in askings(town("mori"), ball)] == [None, AskingEndingKind.ANSWERED]


def test_the_words_are_no_fact_and_stand_in_a_folder(town: Town) -> None:
    ball = heard(town).ball_id
    ask_holder(by=town("mori"), at=town.later(), ball=ball)
    answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="あす訪ねます。")
    with unwalled():
        facts = Fact.objects.within(MINAMO).filter(kind__in=["holder.asked", "asking.ended"])
        assert sorted(fact.kind for fact in facts) == ["asking.ended", "holder.asked"]
        assert "訪ね" not in " ".join(str(vars(fact)) for fact in facts)
        assert AskingWords.objects.within(MINAMO).get().folder_id is not None


def test_it_is_taken_back_by_the_one_who_asked(town: Town) -> None:
    ball = heard(town).ball_id
    ask_holder(by=town("mori"), at=town.later(), ball=ball)
    with pytest.raises(Refused, match="たずねた係だけ"):
        take_back_asking(by=town("tanaka"), at=town.later(), ball=ball)
    take_back_asking(by=town("mori"), at=town.later(), ball=ball)
    now = face(town("mori"), ball)
    assert now
    assert now.asked_by is None
    with pytest.raises(Refused, match="もう終わって"):
        take_back_asking(by=town("mori"), at=town.later(), ball=ball)


def test_whoever_holds_it_now_answers_and_what_is_settled_waits_no_more(town: Town) -> None:
    ball = heard(town).ball_id
    ask_holder(by=town("mori"), at=town.later(), ball=ball)
    made = offer(
        by=town("tanaka"), at=town.later(), ball=ball, to=town.team("north-care-desk"), reason=OfferReason.AREA
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    with pytest.raises(Refused, match="いまの持ち手"):
        answer_asking(by=town("tanaka"), at=town.later(), ball=ball, words="渡しました。")
    over = heard(town)
    ask_holder(by=town("mori"), at=town.later(), ball=over.ball_id)
    end(by=town("tanaka"), at=town.later(), consultation=over.pk, end=ConsultationEnd.ANSWERED)
    assert [line.ended for line in askings(town("mori"), over.ball_id)] == [AskingEndingKind.SETTLED]


def test_a_counsellor_asks_nobody_this_way(town: Town) -> None:
    ball = heard(town).ball_id
    with pytest.raises(Refused, match="司令塔と課長"):
        ask_holder(by=town("ogawa"), at=town.later(), ball=ball)


def test_each_team_is_counted_whatever_is_chosen(town: Town) -> None:
    first, second = heard(town).ball_id, heard(town).ball_id
    to = town.team("north-care-desk")
    offer(by=town("tanaka"), at=town.later(), ball=second, to=to, reason=OfferReason.AREA)
    page = all_open(town("mori"), holder=to)
    assert (page.faces, page.count) == ([], 0)
    counts = {one.team.id: (one.held, one.asked) for one in page.teams}
    assert counts == {town("tanaka").team: (2, 0), to: (0, 1)}
    assert {one.ball for one in all_open(town("mori"), holder=town("tanaka").team).faces} == {first, second}
