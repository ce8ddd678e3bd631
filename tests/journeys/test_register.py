"""In the browser: the salon leader corrects her day by phone, and a stale list of places is brought back to life."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from marugoto.community.actions.place import confirm_place, create_place
from marugoto.community.codes import ConfirmedBy, Welcome
from marugoto.community.labels import WELCOMES
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.kernel.era import say_era
from tests.journeys.hand import Hand
from tests.journeys.test_porch import go, with_readings
from tests.town import MINAMO, Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PHONE: Any = {"width": 390, "height": 844}


@pytest.fixture
def post(settings: Any, tmp_path: Path) -> None:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Hand]:
    """The leader's own: narrow, without scripts, never signed in."""
    context = browser.new_context(locale="ja-JP", viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(30_000)
    yield Hand(context.new_page(), "")
    context.close()


def carry() -> None:
    """One round on each side, and the answers."""
    now = timezone.now()
    porch.hand_out(at=now)
    house.collect(at=now)
    house.publish_places(at=now, body=MINAMO)
    house.tell_of_hosts(at=now, body=MINAMO)
    porch.take_in(at=now)
    house.collect(at=now)


def leads(page: Page, sentence: str) -> None:
    expect(page.locator("h1")).to_have_text(sentence)


def given_link(hayashi: Hand) -> str:
    """The address the page shows once."""
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    hayashi.follow("なぎさサロン")
    hayashi.follow("世話人とのこと")
    hayashi.press("リンクを出す")
    address = hayashi.page.locator(".secret").inner_text().strip()
    hayashi.page.reload()
    expect(hayashi.page.locator(".secret")).to_have_count(0)
    return address


def asks_by_phone(telephone: Hand, address: str, day: str) -> None:
    telephone.page.goto(address)
    leads(telephone.page, "なぎさサロン")
    assert telephone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    telephone.page.locator("main summary").first.click()
    telephone.page.locator("[name=days]").fill(day)
    go(telephone, "直してほしいと 伝える")
    expect(telephone.page.locator("h1")).to_have_text(with_readings("伝えました。ありがとうございます。"))


def approves(hayashi: Hand, was: str, becomes: str) -> None:
    hayashi.page.goto(f"{hayashi.home}/town/checks/")
    hayashi.page.locator("main").get_by_role("link", name="なぎさサロン").first.click()
    expect(hayashi.page.get_by_role("row").filter(has_text=was)).to_contain_text(becomes)
    hayashi.press("印のところを書き換える")
    leads(hayashi.page, "なぎさサロン")
    hayashi.sees(becomes)


@pytest.mark.voice("2B-1", "2B-6", "F-1")
def test_the_salon_leader_corrects_her_day_by_phone(
    town: Town, hand_of: Callable[..., Hand], telephone: Hand, settings: Any, post: None
) -> None:
    now = timezone.now() - timedelta(minutes=2)
    by, day = town("hayashi").at_moment(now), "第2・第4木曜"
    create_place(by=by, at=now, values={"name": "なぎさサロン", "days": "毎週火曜", "phone": "099-200-1001"})
    hayashi, house_doors = hand_of("林 千春"), settings.ROOT_URLCONF
    address = f"{hayashi.home}{given_link(hayashi)}"

    carry()
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    asks_by_phone(telephone, address, day)
    carry()
    settings.ROOT_URLCONF = house_doors
    approves(hayashi, "毎週火曜", day)
    hayashi.sees("まだ、だれも確かめていません。")  # what was written is no check

    carry()
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    telephone.page.goto(address)
    expect(telephone.page.locator("dl")).to_contain_text(day)
    go(telephone, "変わりありません")
    expect(telephone.page.locator("main")).to_contain_text("ありがとうございます。")
    carry()
    settings.ROOT_URLCONF = house_doors
    hayashi.page.reload()
    hayashi.sees("世話人のリンク・開いている人から")


@pytest.mark.voice("2A-2", "2B-9", "3-5")
def test_a_stale_list_is_brought_back_to_life(town: Town, hand_of: Callable[..., Hand]) -> None:
    long_ago = timezone.now() - timedelta(days=500)
    by = town("hayashi").at_moment(long_ago)
    for name, phone in (("縁側の将棋", "099-1"), ("朝の体操", "099-2"), ("編みものの会", "099-3")):
        made = create_place(by=by, at=long_ago, values={"name": name, "phone": phone, "kind": "circle"})
        confirm_place(by=by, at=long_ago, place=made.pk, how=ConfirmedBy.HEARD)
    hayashi = hand_of("林 千春")
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    leads(hayashi.page, "地域に3か所あります。確かめて1年を過ぎた場所が3あります。")
    hayashi.follow("確かめ")
    leads(hayashi.page, "確かめる番の場所が3か所あります。")
    hayashi.sees("確かめて1年4か月")
    for name in ("縁側の将棋", "朝の体操"):
        hayashi.page.get_by_role("row").filter(has_text=name).get_by_role("checkbox").check()
    hayashi.press("変わりありません")
    leads(hayashi.page, "確かめる番の場所が1か所あります。")

    # The third does not answer; what keeps it silent is written down, and it leaves what is proposed after three days.
    hayashi.follow("編みものの会")
    hayashi.follow("世話人とのこと")
    hayashi.press("つかなかった")
    hayashi.page.get_by_role("link", name="編みものの会").first.click()
    hayashi.sees("連絡がつかなかった日が1日")

    opens_wider(hayashi, "縁側の将棋")
    hayashi.page.goto(f"{hayashi.home}/town/places/?weekday=3")
    leads(hayashi.page, "合う場所が1か所あります。どこも1年以内に確かめています。")
    closes_again(hayashi, "縁側の将棋")
    narrows_on_a_phone(hayashi)


def opens_wider(hayashi: Hand, place: str) -> None:
    """She hears of a wider circle, by its day; and the times can be reckoned with from now on."""
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    hayashi.follow(place)
    for welcome, since in (("高齢の方", "2021-04-01"), ("だれでも", "2025-05-01")):
        hayashi.open("迎える方を広げる")
        hayashi.choose("新しく迎える方", welcome)
        hayashi.write("いつから", since)
        hayashi.press("広げる")
    hayashi.sees("はじめは高齢の方。令和7年5月1日から「だれでも」に広がりました。")
    hayashi.follow("直す")
    hayashi.follow("いつ")
    hayashi.choose("1行めの曜日", "木曜")
    hayashi.page.get_by_label("1行めの始まり").fill("13:00")
    hayashi.press("日時を書く")


def closes_again(hayashi: Hand, place: str) -> None:
    """The circle shrank: that it was open stays to be read, with its days and in the history."""
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    hayashi.follow(place)
    hayashi.open("もう迎えていない方がいるとき")
    hayashi.choose("もう迎えていない方", "だれでも")
    hayashi.write("いつから迎えていませんか", "2026-04-01")
    hayashi.press("狭める")
    hayashi.sees("「だれでも」は迎えていません。")
    hayashi.sees("迎えていない(令和8年4月1日(水)から)")


def narrows_on_a_phone(hayashi: Hand) -> None:
    """The box of words stands there; what narrows the list is folded until it is asked for."""
    hayashi.page.set_viewport_size(PHONE)
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    bar = hayashi.page.get_by_role("search")
    expect(bar.get_by_label("ことば")).to_be_visible()
    expect(bar.get_by_label("曜日")).to_be_hidden()
    bar.get_by_role("link", name="しぼる").click()
    bar.get_by_label("曜日").select_option(label="木曜")
    hayashi.press("さがす", inside=bar)
    leads(hayashi.page, "合う場所が1か所あります。どこも1年以内に確かめています。")
    hayashi.page.goto(f"{hayashi.home}/town/places/?weekday=3")
    expect(bar.get_by_label("曜日")).to_be_visible()  # what narrows is seen
    expect(bar.get_by_label("種別")).to_be_hidden()


@pytest.mark.voice("2B-6")
def test_the_body_says_how_often_places_are_asked_again(town: Town, hand_of: Callable[..., Hand]) -> None:
    """Unchanged it stands there as a proposal of ours; with a reason it is the body's own, and the salon's turn comes sooner."""
    at = timezone.now() - timedelta(days=120)
    salon = create_place(by=town("hayashi").at_moment(at), at=at, values={"name": "なぎさサロン", "kind": "salon"}).pk
    confirm_place(by=town("hayashi").at_moment(at), at=at, place=salon, how=ConfirmedBy.PHONE)
    hayashi, honma = hand_of("林 千春"), hand_of("本間 里奈")
    hayashi.page.goto(f"{hayashi.home}/town/checks/")
    hayashi.does_not_see("なぎさサロン")
    honma.page.goto(f"{honma.home}/office/check-months/")
    leads(honma.page, "場所を確かめる間隔は、どれもわたしたちの案のままです。")
    honma.choose("どの種類の場所", "サロン・集まり")
    honma.write("何か月ごとに確かめますか", "3")
    honma.write("いつから", say_era(timezone.localdate()))
    honma.press("変える")
    honma.sees("変えるわけ")
    leads(honma.page, "場所を確かめる間隔は、どれもわたしたちの案のままです。")  # without a reason nothing changes
    honma.write("変えるわけ", "協議体で相談した")
    honma.press("変える")
    leads(honma.page, "1種類の場所を確かめる間隔を、この自治体で決めています。")
    honma.sees("3か月 (案は6か月)")
    honma.sees("協議体で相談した")
    hayashi.page.reload()
    assert hayashi.page.get_by_role("link", name="なぎさサロン").count()


@pytest.mark.voice("3-5", "2B-6", "F-1")
def test_a_place_welcomes_others_too_and_the_day_stays(town: Town, hand_of: Callable[..., Hand]) -> None:
    """From the old to everybody since a day, and no longer of the old alone: both are read on its page."""
    at = timezone.now() - timedelta(days=2)
    by = town("hayashi").at_moment(at)
    place = create_place(by=by, at=at, values={"name": "なぎさサロン", "kind": "salon"}, welcome=[Welcome.AGED]).pk
    hayashi = hand_of("林 千春")
    hayashi.page.goto(f"{hayashi.home}/town/places/{place}/")
    circle = hayashi.panel("だれを迎えるか")
    expect(circle).to_contain_text(str(WELCOMES[Welcome.AGED]))
    hayashi.open_in(circle, "迎える方を広げる")
    hayashi.choose("新しく迎える方", str(WELCOMES[Welcome.ANYBODY]), inside=circle)
    hayashi.write("いつから", "令和8年4月1日", inside=circle)
    hayashi.press("広げる", inside=circle)
    expect(hayashi.panel("だれを迎えるか")).to_contain_text(str(WELCOMES[Welcome.ANYBODY]))
    expect(hayashi.panel("だれを迎えるか")).to_contain_text("4月1日から")
    hayashi.open_in(hayashi.panel("だれを迎えるか"), "もう迎えていない方がいるとき")
    hayashi.choose("もう迎えていない方", str(WELCOMES[Welcome.AGED]), inside=hayashi.panel("だれを迎えるか"))
    hayashi.press("狭める", inside=hayashi.panel("だれを迎えるか"))
    facts = hayashi.panel("だれを迎えるか").locator("dl")
    expect(facts).to_contain_text(str(WELCOMES[Welcome.ANYBODY]))
    assert re.search(r"高齢の方\s*\d+月\d+日から\s*\d+月\d+日まで", facts.inner_text()), (
        "that they were welcome once stays"
    )
