"""The health centre of the prefecture in two towns, in the browser: one page of balls, one hat at a time, and whom to call where."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hand import Hand
from tests.town import Town
from tests.web.two_towns import HERE, THERE, Two, two_towns

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
SAID = "夜は眠れたと話した。"


@pytest.mark.voice("2A-7", "2A-8", "2A-9")
def test_the_health_centre_in_two_towns(hand_of: HandOf, town: Town) -> None:
    two = two_towns(town)
    hara = hand_of("原 真理")
    expect(hara.page.locator("h1")).to_be_visible()
    both_towns_on_one_page(hara)
    into_the_second_town(hara, two)
    the_first_town_is_not_there(hara, two)
    a_second_tab_writes_into_no_wrong_town(hara, two)
    the_privacy_officer_sees_it(hand_of("白石 律子"))


def both_towns_on_one_page(hara: Hand) -> None:
    hara.follow("町ごと")
    hara.heading("3つの自治体で、ボールが")
    hara.sees("返事を待たれているのは1つです。")
    for town in ("みなも市", "汐見市"):
        expect(hara.panel(town)).to_contain_text("病気や健康、障害")
    for name in (HERE, THERE, "眠れない"):
        hara.does_not_see(name)


def into_the_second_town(hara: Hand, two: Two) -> None:
    row = hara.panel("汐見市").locator("tr", has_text="病気や健康、障害")
    hara.press("開く", inside=row)
    hara.heading("鳴海さん世帯")
    hara.sees("いまは汐見市の「汐見市の困窮の支援会議」です。根拠: 生活困窮者自立支援法9条・汐見市支援会議設置要綱3条")
    hara.sees("ここに出るのは、汐見市の記録だけです。")


def the_first_town_is_not_there(hara: Hand, two: Two) -> None:
    """Under this hat: the household of みなも市 is what nobody ever wrote."""
    there, nobody = (answered(hara, f"/desk/households/{one}/") for one in (two.here, uuid4()))
    assert there == nobody
    hara.page.goto(f"{hara.home}/search/?q={HERE}")
    hara.sees("見つかりませんでした。")


def answered(hara: Hand, address: str) -> str:
    """A page that is not there, without what differs in every answer."""
    answer = hara.page.goto(f"{hara.home}{address}")
    assert answer
    assert answer.status == 404
    page = re.sub(r'csrfmiddlewaretoken" value="[^"]+"|\d+時\d+分', "", answer.text())
    return page.replace(address, "")


def a_second_tab_writes_into_no_wrong_town(hara: Hand, two: Two) -> None:
    first = hara.page
    first.goto(f"{hara.home}/towns/")
    hara.press("開く", inside=hara.panel("みなも市").locator("tr", has_text="病気や健康、障害"))
    hara.heading("真壁さん世帯")
    hara.write("見たこと・聞いたこと", SAID)
    second(hara, first)
    hara.press("記録する")
    hara.heading("この画面は、みなも市の「みなも市の支援会議」として開いたものです。いまは汐見市の")
    hara.sees("どちらの自治体にも書き込んでいません。")
    hara.sees(SAID)
    hara.does_not_see(HERE)
    hara.press("開く")
    hara.heading("真壁さん世帯")
    hara.does_not_see(SAID)  # it is where it was typed and nowhere else: she sends it again
    hara.write("見たこと・聞いたこと", SAID)
    hara.press("記録する")
    hara.sees("記録しました。")


def second(hara: Hand, first: Page) -> None:
    """In another tab she goes over to 汐見市."""
    hara.page = first.context.new_page()
    hara.page.goto(f"{hara.home}/towns/")
    hara.press("開く", inside=hara.panel("汐見市").locator("tr", has_text="病気や健康、障害"))
    hara.heading("鳴海さん世帯")
    hara.page.close()
    hara.page = first


def the_privacy_officer_sees_it(shiraishi: Hand) -> None:
    """Of みなも市: that she put on this town's hat, and when; nothing of the other town."""
    shiraishi.page.goto(f"{shiraishi.home}/office/looks/")
    shiraishi.sees("原 真理")
    shiraishi.sees("この自治体の帽子をかぶりました")
    shiraishi.does_not_see("汐見市")


@pytest.mark.voice("2A-7", "2A-9")
def test_who_calls_whom_is_seen_from_both_sides(hand_of: HandOf, town: Town) -> None:
    hara = hand_of("原 真理")
    hara.page.goto(f"{hara.home}/towns/")
    hara.follow("県と市町村の相手の係")
    hara.heading("15組のうち15組は、まだ相手の係が決まっていません。")
    hara.page.locator("tr", has_text="みなも市").get_by_role("link", name="入れる").first.click()
    hara.choose("市町村のどの係が相手ですか", "北部包括 総合相談")
    hara.mark("どちらから電話しますか", "市町村の係から電話する")
    hara.write("何について(全部ならば空けておく)", "こころの相談")
    hara.press("相手として入れる")
    hara.heading("15組のうち14組は、まだ相手の係が決まっていません。")
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/counterparts/")
    row = hirata.page.locator("tr", has_text="みなも市")
    expect(row).to_contain_text("北部包括 総合相談")
    expect(row).to_contain_text("市町村の係から電話する・こころの相談")
    expect(row).to_contain_text("あと4組")
    hirata.choose("どれを", "みなも市 北部包括 総合相談 — 県 北部保健所 こころの健康担当")
    hirata.write("終えるわけ", "係が分かれた")
    hirata.press("きょうで終える")
    hirata.heading("15組のうち15組は")
    hirata.sees("係が分かれた")
    hirata.page.emulate_media(media="print")
    expect(hirata.page.get_by_role("button", name="きょうで終える")).to_be_hidden()
