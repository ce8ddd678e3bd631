"""An agency without accounts: it is asked, somebody hears its answer and writes it down; the ball has its holder all the while."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from marugoto.agencies.actions import set_reach
from marugoto.custody.actions.offer import lapse_due, offer, withdraw
from marugoto.custody.actions.outside import hear_answer
from marugoto.custody.codes import (
    BallState,
    Decliner,
    DeclineReason,
    EndingKind,
    Means,
    OfferReason,
    OutsideSaid,
    TidingKind,
)
from marugoto.custody.models import Ball, Companion, Offer, OutsideAnswer, Tiding
from marugoto.custody.queries import offer as offers
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.check import faults
from marugoto.custody.rules.ball import Answer
from marugoto.custody.rules.outside import Heard
from marugoto.ground.models import Kept
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import of_matter
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled

TODAY = local_day(NOW)
YES_THEY_DO = Heard(said=OutsideSaid.TAKEN_ON, who="連携室の佐々木さん", day=TODAY, words="来週みます。")
NO = Answer(by=Decliner.PERSON, reason=DeclineReason.PERSON_DOES_NOT_WISH, words="通院は望まれない。")


@pytest.fixture
def asked(town: Town) -> Offer:
    assert town.hospital
    set_reach(by=town.viewer("高木 修"), at=NOW, team=town.hospital.pk, phone="0000-22-6000", hours="9時〜16時")
    ball = town.ball("総合")
    return offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.hospital.pk, reason=OfferReason.EXPERTISE)


def hear(town: Town, asked: Offer, heard: Heard, who: str = "総合", days: int = 0) -> OutsideAnswer:
    at = later(days)
    return hear_answer(by=town.viewer(who, at), at=at, offer=asked.pk, heard=heard, means=Means.TELEPHONE)


def kept(model: type[Kept], **sought: object) -> list[Any]:
    with unwalled():
        return list(model.objects.within(BODY).filter(**sought).select_related())


def offer_now(asked: Offer) -> Offer:
    with unwalled():
        return Offer.objects.within(BODY).select_related("ended").get(pk=asked.pk)


def kinds(town: Town, matter: UUID) -> list[str]:
    return [fact.kind for fact in of_matter(town.viewer("森 由美"), matter=matter)]


def test_without_a_telephone_nobody_could_hear_the_answer(town: Town) -> None:
    assert town.hospital
    with pytest.raises(Refused, match="電話番号も書かれていない"):
        offer(
            by=town.viewer("総合"),
            at=NOW,
            ball=town.ball("総合").pk,
            to=town.hospital.pk,
            reason=OfferReason.NEARER,
        )


def test_taken_on_the_sender_goes_on_holding_and_the_agency_moves_along(town: Town, asked: Offer) -> None:
    hear(town, asked, YES_THEY_DO)
    [ball] = kept(Ball, pk=asked.ball_id)
    found = face(town.viewer("総合"), ball.pk)
    assert ball.holder_id == town.team("総合")
    assert found
    assert found.state is BallState.HELD
    assert [(one.said, one.phone, one.hours) for one in found.companions] == [
        ("みなも病院 地域連携室", "0000-22-6000", "9時〜16時")
    ]
    assert kinds(town, ball.matter)[-4:] == ["ball.taken_on", "companion.joined", "ball.touched", "outside.heard"]
    assert not faults(town.viewer("森 由美"))


def test_who_answered_when_and_how_is_kept_for_those_who_asked(town: Town, asked: Offer) -> None:
    hear(town, asked, YES_THEY_DO)
    page = offers.get(town.viewer("総合"), asked.pk)
    assert page
    assert page.ended is EndingKind.TAKEN_ON
    [line] = page.heard
    assert (line.who, line.words, line.day, line.means, line.by_name) == (
        "連携室の佐々木さん",
        "来週みます。",
        TODAY,
        Means.TELEPHONE,
        "田中 美咲",
    )
    assert offers.get(town.viewer("包括"), asked.pk) is None


def test_the_control_tower_may_hear_it_and_the_sender_is_told(town: Town, asked: Offer) -> None:
    hear(town, asked, YES_THEY_DO, "森 由美")
    [told] = kept(Tiding, kind=TidingKind.TAKEN_ON)
    assert told.team_id == town.team("総合")
    page = offers.get(town.viewer("森 由美"), asked.pk)
    assert page
    assert page.heard[0].who == "連携室の佐々木さん"


def test_a_no_says_by_whom_and_why_and_counts_like_any_other(town: Town, asked: Offer) -> None:
    hear(town, asked, replace(YES_THEY_DO, said=OutsideSaid.DECLINED, words=NO.words, no=NO))
    ended = offer_now(asked).ended
    assert ended
    assert (ended.kind, ended.declined_by, ended.reason) == ("declined", "person", "person_does_not_wish")
    found = face(town.viewer("総合"), asked.ball_id)
    assert found
    assert (found.state, found.declined) == (BallState.DECLINED, 1)
    assert not kept(Companion)


def test_asked_back_the_question_stays_open_with_a_new_day(town: Town, asked: Offer) -> None:
    hear(town, asked, replace(YES_THEY_DO, said=OutsideSaid.ASKED_BACK, words="保険証はあるか。"), days=2)
    again = offer_now(asked)
    assert again.ended is None
    assert again.due > asked.due
    hear(town, asked, replace(YES_THEY_DO, day=TODAY + timedelta(days=3)), days=3)
    page = offers.get(town.viewer("総合", later(3)), asked.pk)
    assert page
    assert [one.said for one in page.heard] == [OutsideSaid.ASKED_BACK, OutsideSaid.TAKEN_ON]
    assert not faults(town.viewer("森 由美"))


def test_silence_ends_it_like_any_other(town: Town, asked: Offer) -> None:
    at = later(20)
    assert [row.pk for row in lapse_due(by=town.system(at), at=at)] == [asked.pk]
    assert kept(Tiding, kind=TidingKind.LAPSED, team=town.team("総合"))
    with pytest.raises(Refused, match="返事の期限が過ぎて"):
        hear(town, asked, replace(YES_THEY_DO, day=local_day(at)), days=20)


@pytest.mark.parametrize(
    ("who", "change", "why"),
    [
        ("包括", {}, "渡した係と司令塔"),
        ("総合", {"who": " "}, "だれが答えたか"),
        ("総合", {"day": TODAY + timedelta(days=1)}, "先の日"),
        ("総合", {"day": TODAY - timedelta(days=1)}, "渡した日より前"),
        ("総合", {"said": OutsideSaid.DECLINED}, "断るわけが選ばれていません"),
        ("総合", {"said": OutsideSaid.ASKED_BACK, "words": ""}, "何を知りたいのか"),
    ],
)
def test_what_is_not_written_down_and_leaves_no_trace(
    town: Town, asked: Offer, who: str, change: dict[str, object], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        hear(town, asked, replace(YES_THEY_DO, **change), who)  # type: ignore[arg-type]
    assert not kept(OutsideAnswer)


def test_a_team_with_accounts_answers_for_itself(town: Town) -> None:
    ball = town.ball("総合")
    made = offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.NEARER)
    with pytest.raises(Refused, match="アカウントがあります"):
        hear(town, made, YES_THEY_DO)


def test_the_second_hand_finds_it_ended(town: Town, asked: Offer) -> None:
    hear(town, asked, YES_THEY_DO)
    with pytest.raises(Refused, match="先に引き受けました"):
        hear(town, asked, YES_THEY_DO)
    with pytest.raises(Refused, match="先に引き受けました"):
        withdraw(by=town.viewer("総合"), at=NOW, offer=asked.pk)
    assert len(kept(Companion)) == 1


@pytest.mark.parametrize(("who", "phone", "why"), [("田中 美咲", "1", "庶務か課長"), ("高木 修", " ", "電話番号が")])
def test_who_writes_the_telephone_and_that_it_is_one(town: Town, who: str, phone: str, why: str) -> None:
    assert town.hospital
    with pytest.raises(Refused, match=why):
        set_reach(by=town.viewer(who), at=NOW, team=town.hospital.pk, phone=phone, hours="")
