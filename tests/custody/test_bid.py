"""A team would hold what another holds: it says so, the holder hands it on or says why not, and the ball never moves by itself."""

from typing import Any

import pytest

from marugoto.custody.actions.bid import ask_for, refuse_bid, withdraw_bid
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import BidEndingKind, OfferReason, Stance, TidingKind
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.bid import bids
from marugoto.custody.queries.check import faults
from marugoto.custody.queries.tiding import unread
from marugoto.custody.rules.ball import Held
from marugoto.custody.rules.bid import may_bid, may_refuse_bid, may_withdraw_bid
from marugoto.intake.actions.consultation import end
from marugoto.intake.codes import ConsultationEnd
from marugoto.kernel.decision import Refused
from tests.begun import heard
from tests.town import Town, settle_town

HELD = Held("総合相談", "田中 美咲")
NOBODY, HOLDER = frozenset[Stance](), frozenset({Stance.HOLDER})


@pytest.mark.parametrize(
    ("held", "stances", "waiting", "says"),
    [
        (HELD, NOBODY, False, ""),
        (HELD, NOBODY, True, "もう申し出て"),
        (HELD, HOLDER, False, "あなたの係が持っています"),
        (Held("総合相談", "田中 美咲", offered_to="北部包括"), NOBODY, False, "返事を待っています"),
        (Held("総合相談", "田中 美咲", settled=True), NOBODY, False, "おわって"),
    ],
)
def test_who_may_offer_itself(held: Held, stances: Any, waiting: bool, says: str) -> None:
    decision = may_bid(held, stances, waiting=waiting)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_who_answers_and_who_takes_it_back() -> None:
    assert may_refuse_bid(HELD, HOLDER, running=True, worded=True)
    assert "いまの持ち手" in may_refuse_bid(HELD, NOBODY, running=True, worded=True).reason
    assert "書かれていません" in may_refuse_bid(HELD, HOLDER, running=True, worded=False).reason
    assert "終わっています" in may_refuse_bid(HELD, HOLDER, running=False, worded=True).reason
    assert may_withdraw_bid(running=True, own=True)
    assert "申し出た係だけ" in may_withdraw_bid(running=True, own=False).reason
    assert "終わっています" in may_withdraw_bid(running=False, own=True).reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def told(town: Town, worker: str) -> list[TidingKind]:
    return [one.kind for one in unread(town(worker))]


def test_the_holder_hands_it_on_to_whoever_asked(town: Town) -> None:
    ball = heard(town).ball_id
    ask_for(by=town("ogawa"), at=town.later(), ball=ball, words="毎週訪ねています。")
    assert TidingKind.BID in told(town, "tanaka")
    [line] = bids(town("tanaka"), ball)
    assert (line.words, line.ended) == ("毎週訪ねています。", None)
    assert face(town("tanaka"), ball).holder.id == town("tanaka").team  # type: ignore[union-attr]
    made = offer(by=town("tanaka"), at=town.later(), ball=ball, to=town("ogawa").team, reason=OfferReason.NEARER)
    assert [one.ended for one in bids(town("tanaka"), ball)] == [BidEndingKind.OFFERED]
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert face(town("ogawa"), ball).holder.id == town("ogawa").team  # type: ignore[union-attr]
    assert not faults(town("mori"), [ball])


def test_why_not_is_told_and_read_by_two_teams_alone(town: Town) -> None:
    ball = heard(town).ball_id
    made = ask_for(by=town("ogawa"), at=town.later(), ball=ball)
    with pytest.raises(Refused, match="書かれていません"):
        refuse_bid(by=town("tanaka"), at=town.later(), bid=made.pk, words=" ")
    with pytest.raises(Refused, match="いまの持ち手"):
        refuse_bid(by=town("ogawa"), at=town.later(), bid=made.pk, words="だめ。")
    refuse_bid(by=town("tanaka"), at=town.later(), bid=made.pk, words="あさって会います。")
    assert TidingKind.BID_REFUSED in told(town, "ogawa")
    [line] = bids(town("ogawa"), ball, own=True)
    assert (line.answer, line.ended) == ("あさって会います。", BidEndingKind.REFUSED)
    assert bids(town("hayashi"), ball)[0].answer == ""
    with pytest.raises(Refused, match="終わっています"):
        withdraw_bid(by=town("ogawa"), at=town.later(), bid=made.pk)
    ask_for(by=town("ogawa"), at=town.later(), ball=ball)  # again, later


def test_what_goes_elsewhere_or_ends_is_told(town: Town) -> None:
    ball, other = heard(town), heard(town)
    for one in (ball, other):
        ask_for(by=town("ogawa"), at=town.later(), ball=one.ball_id)
    made = offer(
        by=town("tanaka"), at=town.later(), ball=ball.ball_id, to=town.team("shakyo-join"), reason=OfferReason.AREA
    )
    with pytest.raises(Refused, match="返事を待っています"):
        ask_for(by=town("mori"), at=town.later(), ball=ball.ball_id)
    catch(by=town("yamashita"), at=town.later(), offer=made.pk)
    end(by=town("tanaka"), at=town.later(), consultation=other.pk, end=ConsultationEnd.ANSWERED)
    for one in (ball, other):
        assert [line.ended for line in bids(town("mori"), one.ball_id)] == [BidEndingKind.OVER]
    assert told(town, "ogawa").count(TidingKind.BID_OVER) == 2
