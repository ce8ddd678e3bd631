"""In the browser: the planner reads up to when a figure was counted, asks to count again, and comes to the rows behind it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.evaluation.actions.recount import count_everywhere
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.kernel.era import say_moment
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.voice("1-2", "4-4")
def test_the_planner_asks_to_count_again_and_drills_to_the_rows(hand_of: HandOf, town: Town) -> None:
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/office/indicators/")
    hirata.sees("まだ一度も数えていません。数え終わると、ここに数が出ます。")
    counted_at = timezone.now() - timedelta(hours=3)
    assert count_everywhere(at=counted_at, due=True)
    hands_a_ball_on(town)
    hirata.page.reload()
    hirata.sees(f"{say_moment(counted_at)}までの記録")
    finds_it_by_its_words(hirata)
    asks_again(hirata)
    assert count_everywhere(at=timezone.now(), due=False) == 1, "the courier looks whether somebody waits"
    hirata.page.reload()
    hirata.does_not_see("計算しなおしています。")
    hirata.sees("まだ期限の前 1件")
    hirata.follow("もとの記録を見る")
    hirata.sees("まだ期限の前のものが1件あります。")
    hirata.does_not_see("高橋さん")


def hands_a_ball_on(town: Town) -> None:
    """田中 hears somebody and hands it on; nobody has counted since."""
    now = timezone.now()
    by = town("tanaka").at_moment(now)
    heard = receive(by=by, at=now, day=timezone.localdate(), channel=Channel.PHONE, told=Told(caller="高橋さん"))
    offer(by=by, at=now, ball=heard.ball_id, to=town.team("north-care-desk"), reason=OfferReason.AREA)


def finds_it_by_its_words(hirata: Hand) -> None:
    """Of the forty the one she thinks of; the one nobody is asked for says why, and the cheapest way."""
    hirata.write("ことば", "孤独")
    hirata.press("しぼる")
    hirata.open("I37")
    hirata.sees("住民意識調査に1問を足し")
    hirata.write("ことば", "期限までに")
    hirata.press("しぼる")
    hirata.open("I06")
    hirata.sees("言えないこと")
    hirata.follow("ボール応答率の数字を見る")
    hirata.sees("まだ1件もありません")


def asks_again(hirata: Hand) -> None:
    hirata.press("いま計算しなおす")
    hirata.sees("計算しなおしを頼みました。")
    hirata.sees("計算しなおしています。少しして開き直してください。")
    expect(hirata.page.get_by_role("button", name="いま計算しなおす")).to_have_count(0)
