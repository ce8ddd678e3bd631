"""The way of a ball: placed, offered, caught, declined, withdrawn, lapsed, settled, opened again."""

from datetime import date
from uuid import uuid4

import pytest

from marugoto.custody.actions.ball import place
from marugoto.custody.actions.offer import catch, decline, lapse_due, offer, withdraw
from marugoto.custody.actions.settlement import reopen, settle
from marugoto.custody.codes import (
    Decliner,
    DeclineReason,
    EndingKind,
    How,
    MatterKind,
    OfferReason,
    Outcome,
    TidingKind,
    Urgency,
)
from marugoto.custody.models import Ball, Holding, Offer, Tiding
from marugoto.kernel.decision import Refused
from marugoto.kernel.ref import Ref
from marugoto.ledger.queries.fact import of_matter
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled

pytestmark = pytest.mark.django_db


def give(town: Town, ball: Ball, to: str, *, by: str = "総合", day: int = 0) -> Offer:
    at = later(day)
    return offer(by=town.viewer(by, at), at=at, ball=ball.pk, to=town.team(to), reason=OfferReason.EXPERTISE)


def now(ball: Ball) -> Ball:
    with unwalled():
        return Ball.objects.within(BODY).get(pk=ball.pk)


def stretches(ball: Ball) -> list[tuple]:
    with unwalled():
        return list(Holding.objects.within(BODY).filter(ball=ball).order_by("turn").values_list("team", "how", "until"))


def tidings(kind: TidingKind) -> list:
    with unwalled():
        return list(Tiding.objects.within(BODY).filter(kind=kind).values_list("team", flat=True))


def test_a_ball_is_held_from_its_first_instant(town: Town) -> None:
    ball = town.ball()
    assert (ball.holder_id, ball.in_charge_id) == (town.team("総合"), town.people["田中 美咲"].pk)
    assert stretches(ball) == [(town.team("総合"), How.PLACED, None)]


def test_an_offered_ball_stays_until_it_is_caught(town: Town) -> None:
    ball = town.ball()
    made = give(town, ball, "包括")
    assert now(ball).holder_id == town.team("総合")
    assert made.due == date(2026, 12, 1)  # five open days from Tuesday 24 November
    catch(by=town.viewer("林 誠", later(1)), at=later(1), offer=made.pk)
    assert now(ball).holder_id == town.team("包括")
    assert now(ball).in_charge_id == town.people["林 誠"].pk
    assert stretches(ball) == [
        (town.team("総合"), How.PLACED, later(1)),
        (town.team("包括"), How.CAUGHT, None),
    ]
    assert tidings(TidingKind.CAUGHT) == [town.team("総合")]


def test_the_second_hand_reads_who_was_first(town: Town) -> None:
    made = give(town, town.ball(), "包括")
    catch(by=town.viewer("小川 直子"), at=NOW, offer=made.pk)
    with pytest.raises(Refused, match="先に北部地域包括 包括係が受け取りました"):
        catch(by=town.viewer("林 誠"), at=NOW, offer=made.pk)


def test_a_no_says_by_whom_and_why_and_what_instead(town: Town) -> None:
    ball = town.ball()
    made = give(town, ball, "包括")
    by = town.viewer("小川 直子")
    with pytest.raises(Refused, match="代わりの案"):
        decline(by=by, at=NOW, offer=made.pk, reason=DeclineReason.NO_ROOM, words="")
    decline(by=by, at=NOW, offer=made.pk, reason=DeclineReason.NO_ROOM, words="年明けなら動けます")
    with unwalled():
        ended = Offer.objects.within(BODY).select_related("ended").get(pk=made.pk).ended
    assert (ended.kind, ended.declined_by, ended.reason) == (EndingKind.DECLINED, Decliner.AGENCY, "no_room")
    assert now(ball).holder_id == town.team("総合")
    assert tidings(TidingKind.DECLINED) == [town.team("総合")]


def test_at_the_second_no_the_control_tower_is_told(town: Town) -> None:
    ball = town.ball()
    for to, who in (("包括", "小川 直子"), ("学校", "西村 薫")):
        made = give(town, ball, to)
        decline(
            by=town.viewer(who), at=NOW, offer=made.pk, reason=DeclineReason.NOT_OUR_WORK, instead=town.team("受け皿")
        )
    assert tidings(TidingKind.DECLINED_AGAIN) == [town.team("司令塔")]


def test_silence_ends_an_offer_and_two_are_told(town: Town) -> None:
    ball = town.ball()
    made = give(town, ball, "包括")
    assert lapse_due(by=town.system(later(7)), at=later(7)) == []  # 1 December itself still counts
    assert [row.pk for row in lapse_due(by=town.system(later(8)), at=later(8))] == [made.pk]
    assert now(ball).holder_id == town.team("総合")
    assert sorted(tidings(TidingKind.LAPSED)) == sorted([town.team("総合"), town.team("司令塔")])
    with pytest.raises(Refused, match="期限が過ぎて"):
        catch(by=town.viewer("小川 直子", later(8)), at=later(8), offer=made.pk)


def test_a_withdrawn_offer_can_not_be_caught(town: Town) -> None:
    made = give(town, town.ball(), "包括")
    withdraw(by=town.viewer("岡 健"), at=NOW, offer=made.pk)
    with pytest.raises(Refused, match="先に取り下げました"):
        catch(by=town.viewer("小川 直子"), at=NOW, offer=made.pk)
    assert tidings(TidingKind.WITHDRAWN) == [town.team("包括")]


def test_an_agency_without_accounts_never_holds(town: Town) -> None:
    assert town.hospital is not None
    with pytest.raises(Refused, match="アカウントがない"):
        place(
            by=town.viewer("総合"),
            at=NOW,
            matter=Ref("need", uuid4()),
            kind=MatterKind.NEED,
            theme="care",
            urgency=Urgency.USUAL,
            team=town.hospital.pk,
        )


def test_a_settled_ball_is_held_by_nobody_and_comes_back_to_its_last_holder(town: Town) -> None:
    ball = town.ball()
    settle(by=town.viewer("岡 健"), at=later(1), ball=ball.pk, outcome=Outcome.ACHIEVED)
    assert stretches(ball) == [(town.team("総合"), How.PLACED, later(1))]
    with pytest.raises(Refused, match="おわっています"):
        give(town, ball, "包括", day=2)
    reopen(by=town.viewer("森 由美", later(3)), at=later(3), ball=ball.pk)
    assert stretches(ball)[1] == (town.team("総合"), How.REOPENED, None)
    assert now(ball).settlement_id is None


def test_only_the_holder_settles(town: Town) -> None:
    ball = town.ball()
    with pytest.raises(Refused, match="持ち手の係だけ") as refused:
        settle(by=town.viewer("包括"), at=NOW, ball=ball.pk, outcome=Outcome.ACHIEVED)
    assert "田中 美咲さん" in refused.value.way_on


def test_a_matter_has_one_ball(town: Town) -> None:
    ball = town.ball()
    with pytest.raises(Refused, match="もうボールがあります"):
        place(
            by=town.viewer("総合"),
            at=NOW,
            matter=Ref("need", ball.matter),
            kind=MatterKind.NEED,
            theme="housing",
            urgency=Urgency.USUAL,
        )


def test_each_step_is_one_fact(town: Town) -> None:
    ball = town.ball()
    made = give(town, ball, "包括")
    catch(by=town.viewer("小川 直子"), at=NOW, offer=made.pk)
    settle(by=town.viewer("小川 直子"), at=NOW, ball=ball.pk, outcome=Outcome.ACHIEVED)
    facts = of_matter(town.viewer("森 由美"), matter=ball.matter)
    assert [fact.kind for fact in facts] == ["ball.placed", "ball.offered", "ball.caught", "ball.settled"]
    assert {fact.area for fact in facts} == {"kita"}
    assert all(fact.bday for fact in facts)
