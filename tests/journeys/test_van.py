"""In the browser: what three cases lack reaches whoever makes places, becomes a van, and comes back to those who hold the cases."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.participation.actions.wish import hear_wish
from tests.begun import supported
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
VAN = "若葉台おでかけ便"
MAKERS = "社協 地域福祉係"


def without_transport(town: Town) -> list[UUID]:
    """Three households of 田中, each with somebody who cannot get there."""
    found = []
    for title in ("買い物に行けない", "通院の足がない", "サロンに行けない"):
        case = supported(town)
        need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.WITHDRAWAL, title=title)
        hear_wish(by=town("tanaka"), at=town.later(), need=need.pk, words="乗せてもらえたら行く。")
        found.append(need.pk)
    return found


@pytest.mark.voice("2B-5", "2B-1", "F-3")
def test_three_cases_lacking_transport_become_a_van(hand_of: HandOf, town: Town) -> None:
    needs = without_transport(town)
    tanaka = hand_of("田中 美咲")
    for need in needs:
        says_what_is_missing(tanaka, need)
    maker = hand_of("林 千春")
    three_become_one_task(maker)
    the_van_is_made(maker)
    those_who_waited_take_it_up(tanaka)
    maker.page.goto(f"{maker.home}/town/unmet/")
    maker.heading("まだ応えられていないものは、ありません。")
    maker.follow("移動の足")
    maker.sees("待っていた必要の持ち手の返事")
    maker.sees("使う(本人に話し、つなぎ先に聞く) 2")
    maker.sees("この人には合わない 1")
    for hidden in ("買い物に行けない", "通院の足がない", "上田"):
        expect(maker.page.locator("body")).not_to_contain_text(hidden)


def says_what_is_missing(tanaka: Hand, need: UUID) -> None:
    tanaka.page.goto(f"{tanaka.home}/desk/needs/{need}/match/")
    tanaka.choose("何が足りませんか", "移動の足")
    tanaka.choose("どの係に届けますか", MAKERS)
    tanaka.press("足りないものとして届ける")
    tanaka.sees("名前を出さずに、地域づくりの係に届けました。")


def three_become_one_task(maker: Hand) -> None:
    """A theme and a district, and of whom nothing: three of the same are one piece of work."""
    maker.page.goto(f"{maker.home}/town/unmet/")
    maker.heading("まだ応えられていないものが3つあります。")
    for hidden in ("買い物に行けない", "通院の足がない", "サロンに行けない", "上田"):
        maker.does_not_see(hidden)
    for _turn in range(2):
        maker.page.goto(f"{maker.home}/town/unmet/")
        maker.page.locator("main .todo").get_by_role("link", name="移動の足").last.click()
        maker.page.get_by_role("group", name="どれといっしょにしますか").get_by_role("radio").first.check()
        maker.press("まとめる")
        maker.sees("一つの仕事にまとめました。")
    maker.page.goto(f"{maker.home}/town/unmet/")
    maker.heading("まだ応えられていないものが1つあります。")
    maker.sees("3つをまとめた仕事・3つの必要が待っています")


def the_van_is_made(maker: Hand) -> None:
    """A step with a next day, the new place, and the answer to all three at once."""
    maker.page.locator("main .todo").get_by_role("link", name="移動の足").first.click()
    maker.write("したこと・分かったこと", "社会福祉法人が、空いている昼の車を出してくれることになった。")
    maker.write("次に動く日", (timezone.localdate() + timedelta(days=9)).isoformat())
    maker.press("残す")
    maker.sees("社会福祉法人が、空いている昼の車を出してくれることになった。")
    expect(maker.panel("持ち手と次の日")).not_to_contain_text("あと20開庁日")  # the clock goes by the day just named
    task = maker.page.url
    maker.page.goto(f"{maker.home}/town/places/new/")
    maker.write("名前", VAN)
    maker.choose("種別", "サービス")
    maker.write("曜日", "火曜・金曜")
    maker.press("書く")
    maker.heading(VAN)
    maker.page.goto(f"{task}?text={VAN}")
    maker.page.get_by_role("radio", name=VAN, exact=False).check()
    maker.page.get_by_role("radio", name="場所ができた", exact=False).check()
    maker.press("答える")
    maker.sees("待っていた必要の持ち手に知らせました。")


def those_who_waited_take_it_up(tanaka: Hand) -> None:
    """Back at the desk of those who hold the three needs."""
    tanaka.page.goto(tanaka.home)
    tanaka.follow("場所を見て返事をする")
    tanaka.heading("返事を待っているものが3つあります。")
    tanaka.sees(VAN)
    for said in ("使う(本人に話し、つなぎ先に聞く)", "使う(本人に話し、つなぎ先に聞く)", "この人には合わない"):
        tanaka.page.goto(f"{tanaka.home}/desk/waited/")
        tanaka.page.get_by_role("radio", name=said).first.check()
        tanaka.press("返事をする")
        tanaka.sees("返事をしました。")
    tanaka.page.goto(f"{tanaka.home}/desk/waited/")
    tanaka.heading("返事がまだのものはありません。")
