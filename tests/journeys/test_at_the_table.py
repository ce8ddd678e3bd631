"""At the table and after it, in the browser: two who write at once, the day that suits, papers, what was decided, and the levels above."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, expect

from marugoto.conferences.codes import KindCode
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.post import Post
from marugoto.kernel.era import say_era
from tests.journeys.hand import Hand
from tests.journeys.test_morning import an_account_of_her_own
from tests.journeys.test_porch import a_table_is_called, go, opens, she_is_asked
from tests.seated import table_above
from tests.story import one_household
from tests.town import MINAMO, Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
HERS, THE_OTHERS = "田中が書いた話。", "星が書いた話。"
TOLD = "ほかの人がこの議題の話し合いを書きました。"


@pytest.fixture
def post(settings: Any, tmp_path: Path) -> None:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Hand]:
    """青木's own: narrow, without scripts, never signed in."""
    size: Any = {"width": 390, "height": 844}
    context = browser.new_context(locale="ja-JP", viewport=size, java_script_enabled=False)
    context.set_default_timeout(30_000)
    yield Hand(context.new_page(), "")
    context.close()


def carry() -> None:
    """One round of the two couriers."""
    now = timezone.now()
    house.publish_places(at=now, body=MINAMO)
    house.tell_of_tables(at=now, body=MINAMO)
    porch.take_in(at=now)
    porch.hand_out(at=now)
    house.collect(at=now)
    porch.take_in(at=now)


def address_of(hand: Hand) -> str:
    return hand.page.url.partition("#")[0].partition("?")[0]


def in_days(number: int) -> str:
    return say_era(timezone.localdate() + timedelta(days=number))


def minutes_of(hand: Hand) -> Locator:
    return hand.page.locator("form[action$='/minutes/'] textarea")


@pytest.mark.voice("1-9", "F-2")
def test_two_write_the_minutes_at_once_and_nothing_is_lost(hand_of: HandOf, town: Town) -> None:
    """田中 and 星 write about the same item; whoever sends second reads both, and puts them together."""
    story = one_household(town)
    tanaka, hoshi = hand_of("田中 美咲"), hand_of("hoshi", password=an_account_of_her_own(town))
    for hand, words in ((tanaka, HERS), (hoshi, THE_OTHERS)):
        hand.page.goto(f"{hand.home}/meeting/conferences/{story.conference}/")
        minutes_of(hand).fill(words)
    tanaka.press("話し合いを書く")
    tanaka.sees("話し合ったことを書きました。")
    hoshi.press("話し合いを書く")
    hoshi.sees(TOLD)
    hoshi.sees(HERS)
    expect(minutes_of(hoshi)).to_have_value(THE_OTHERS)
    minutes_of(hoshi).fill(f"{HERS}{THE_OTHERS}")
    hoshi.press("話し合いを書く")
    hoshi.sees("話し合ったことを書きました。")
    tanaka.page.reload()
    expect(minutes_of(tanaka)).to_have_value(f"{HERS}{THE_OTHERS}")
    tanaka.open("前の版が2つあります")
    tanaka.sees("将棋の会に名前を出さずに聞く。")


@pytest.mark.voice("F-2")
def test_a_day_is_found_that_suits_those_inside_and_outside(
    hand_of: HandOf, town: Town, telephone: Hand, settings: Any, post: None
) -> None:
    one_household(town)
    tanaka, house_doors = hand_of("田中 美咲"), settings.ROOT_URLCONF
    a_table_is_called(tanaka)
    meeting = address_of(tanaka)
    number, word = she_is_asked(tanaka)
    tanaka.page.goto(meeting)
    days = tanaka.panel("会議の日")
    tanaka.open_in(days, "候補の日を足して、席の人に聞く")
    for label, words in (("候補の日", in_days(12)), ("始まり", "15時"), ("終わり", "16時")):
        tanaka.write(label, words, inside=days.locator("form[action$='/days/']"))
    tanaka.press("候補を足す")
    own = tanaka.panel("会議の日")
    tanaka.open_in(own, "自分の行ける日を答える")
    own.get_by_role("radio", name="行けます", exact=True).last.check()
    tanaka.press("行ける日を答える")

    carry()
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    telephone.page.goto(f"{tanaka.home}/{MINAMO}/table/")
    opens(telephone, number, word)
    telephone.does_not_see("佐藤")
    telephone.page.locator("form[action$='/days/'] input[value=maybe]").last.check()
    go(telephone, "日を 答える")
    carry()
    settings.ROOT_URLCONF = house_doors

    tanaka.page.goto(meeting)
    row = tanaka.panel("会議の日").get_by_role("row").filter(has_text="15:00")
    expect(row).to_contain_text("○ 田中 美咲")
    expect(row).to_contain_text("△ 青木 千夏")
    row.get_by_role("button").click()
    expect(tanaka.panel("会議の日").get_by_role("row").filter(has_text="15:00")).to_contain_text("いまの日")


@pytest.mark.voice("4-11", "F-2", "F-3")
def test_what_was_decided_is_followed_to_its_end_and_what_is_missing_goes_on(hand_of: HandOf, town: Town) -> None:
    story = one_household(town)
    tanaka, hayashi = hand_of("田中 美咲"), hand_of("林 千春")
    tanaka.page.goto(f"{tanaka.home}/meeting/decisions/")
    tanaka.follow("田中が探す")
    tanaka.mark("どうなりましたか", "できなかった")
    tanaka.press("残す")
    tanaka.sees("なぜできなかったかが書かれていません")
    tanaka.mark("どうなりましたか", "できた")
    tanaka.press("残す")
    tanaka.page.goto(f"{tanaka.home}/meeting/decisions/")
    tanaka.heading("終わっていない決定はありません。")
    tanaka.follow("終わった")
    expect(tanaka.page.get_by_role("row").filter(has_text="田中が探す")).to_contain_text("できた")

    what_is_missing_goes_on(tanaka, hayashi, f"{tanaka.home}/meeting/conferences/{story.conference}/")
    form = tanaka.panel("次の日を決める")
    for label, words in (("次の日", in_days(30)), ("始まり", "10時"), ("終わり", "11時")):
        tanaka.write(label, words, inside=form)
    tanaka.press("次の会議を呼びかける")
    tanaka.sees("佐藤さん世帯")
    following = address_of(tanaka)
    assert str(story.conference) not in following
    tanaka.page.goto(f"{tanaka.home}/meeting/conferences/{story.conference}/")
    assert tanaka.page.locator(f"a[href='{following.removeprefix(tanaka.home)}']").count() == 1


def what_is_missing_goes_on(tanaka: Hand, hayashi: Hand, meeting: str) -> None:
    tanaka.page.goto(meeting)
    tanaka.open("足りない場や手だてを出す")
    gap = tanaka.page.locator("form[action$='/gaps/']")
    theme = gap.locator("select option").nth(1).inner_text()
    tanaka.choose("どの困りごとのための場や手だてが足りませんか", theme, inside=gap)
    tanaka.press("足りないものとして出す")
    tanaka.sees("地域づくりの係に、名前を出さずに届けました。")
    hayashi.page.goto(f"{hayashi.home}/town/unmet/")
    hayashi.sees(theme)
    hayashi.does_not_see("佐藤")


@pytest.mark.voice("3-6", "5-1")
def test_what_section_chiefs_cannot_settle_goes_up_and_its_answer_comes_down(hand_of: HandOf, town: Town) -> None:
    below, heads = table_above(town), table_above(town, KindCode.HEADS_TABLE)
    tanaka = hand_of("田中 美咲")
    here, above = (f"{tanaka.home}/meeting/conferences/{one.pk}/" for one in (below, heads))
    tanaka.page.goto(here)
    tanaka.heading("1つの議題のうち、まだどれも決まっていません。")
    tanaka.does_not_see("世帯をさがす")
    tanaka.does_not_see("同じ世帯を、次の議題にも入れる")
    settles(tanaka, tanaka.panel("税の窓口からのつなぎ方"), "鍵を預かる約束を決めたい")
    tanaka.open("ほかの会議へ届ける")
    tanaka.choose("どの会議へ", "調整会議(部課長級)")
    tanaka.press("届ける")
    tanaka.sees("調整会議(部課長級)の議題を待っています。")
    tanaka.page.goto(above)
    tanaka.open("席を足す")
    heads = tanaka.page.get_by_label("名簿の人").locator("option").all_inner_texts()
    tanaka.choose("名簿の人", next(one for one in heads if "山﨑" in one))
    tanaka.press("席を作る")
    expect(tanaka.panel("席(だれが出るか)")).to_contain_text("福祉総合相談課長 山﨑 哲也")
    tanaka.does_not_see("世帯をさがす")
    waiting = tanaka.panel("届いている議題の候補")
    expect(waiting).to_contain_text("調整会議(係長・担当者級)から")
    waiting.get_by_role("button").first.click()
    came = tanaka.page.locator("section", has_text="決めると、そちらの画面にも出ます。").last
    settles(tanaka, came, "部の決まりにする")
    tanaka.heading("いままでに1つ決まりました。")
    tanaka.page.goto(here)
    tanaka.sees("調整会議(部課長級)で決まりました:")
    tanaka.sees("部の決まりにする")


def settles(tanaka: Hand, topic: Locator, words: str) -> None:
    tanaka.write("決めたこと", words, inside=topic)
    names = topic.get_by_label("だれが").locator("option").all_inner_texts()
    tanaka.choose("だれが", next(one for one in names if "田中" in one), inside=topic)
    tanaka.write("いつまでに", in_days(14), inside=topic)
    tanaka.press("決める", inside=topic)
    tanaka.sees(words)


@pytest.mark.voice("F-2")
def test_the_papers_stand_on_one_page_and_copies_come_back(hand_of: HandOf, town: Town) -> None:
    """The pictures of last time beside those of today; what is handed out is numbered, and taken back."""
    story = one_household(town)
    tanaka, nishimura = hand_of("田中 美咲"), hand_of("西村 彩")
    tanaka.page.goto(f"{tanaka.home}/meeting/items/{story.item}/papers/")
    tanaka.heading("紙の資料が、1部返っていません。")
    for title in ("家族図", "まわりの図", "いまのボール", "プラン", "これまでのこと"):
        expect(tanaka.panel(title)).to_be_visible()
    copies = tanaka.panel("紙の資料")
    expect(copies).to_contain_text("第1号")
    copies.get_by_role("button").first.click()
    expect(tanaka.panel("紙の資料")).to_contain_text("返ってきた")
    tanaka.heading("の資料です。")

    a_table_is_called(tanaka)
    meeting = address_of(tanaka)
    choose_seat(tanaka, "西村", "学校を知る")
    nishimura.page.goto(meeting)
    assert nishimura.page.get_by_role("link", name="資料を読む").count() == 0, "before the pledge there are no papers"
    nishimura.press("約束する")
    nishimura.follow("資料を読む")
    nishimura.sees("この資料の根拠")
    nishimura.sees("将棋")
    nishimura.does_not_see("前回(")  # drawn for a table at which she did not sit
    tanaka.page.goto(meeting)
    tanaka.follow("資料を読む")
    tanaka.sees("前回(")
    tanaka.heading("佐藤さん世帯の資料です。")
    tanaka.sees("「資料をそろえる」を押すと、この日の図が残り")
    for title, drawn in (("家族図", "佐藤 キヨ"), ("まわりの図", "佐藤さん世帯")):
        now, before = (tanaka.panel(title).locator("svg").nth(one) for one in (0, 1))
        expect(now).to_contain_text(drawn)
        expect(before).to_contain_text(drawn)  # the picture of last time is drawn too, not an empty frame


def choose_seat(tanaka: Hand, who: str, reason: str) -> None:
    form = tanaka.page.locator("form[action$='/seats/']").last
    if not form.is_visible():
        tanaka.open("席を足す")
    names = form.locator("select option").all_inner_texts()
    tanaka.choose("だれに来てもらいますか", next(one for one in names if who in one), inside=form)
    tanaka.write("なぜこの人か", reason, inside=form)
    tanaka.press("席を作る", inside=form)
    expect(tanaka.page.locator("tr", has_text=who).first).to_be_visible()


@pytest.mark.voice("F-2")
def test_a_letter_that_was_lost_is_told_and_written_once_more(
    hand_of: HandOf, town: Town, telephone: Hand, settings: Any, post: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder to the porch is full when 青木 is asked: 田中 is told, and the same number and word open her seat afterwards."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    a_table_is_called(tanaka)
    meeting = address_of(tanaka)
    with monkeypatch.context() as full:
        full.setattr(Post, "put", no_room)
        number, word = asked_in_vain(tanaka)
    carry()
    tanaka.page.goto(meeting)
    expect(tanaka.page.locator("tr", has_text="青木 千夏")).to_contain_text("手紙が届いていません")
    tanaka.follow("青木 千夏")
    tanaka.heading("青木 千夏さんの席は、まだ開けません。")
    tanaka.press("手紙をもう一度出す")
    carry()
    tanaka.page.goto(meeting)
    expect(tanaka.page.locator("tr", has_text="青木 千夏")).not_to_contain_text("手紙が届いていません")
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    telephone.page.goto(f"{tanaka.home}/{MINAMO}/table/")
    opens(telephone, number, word)
    telephone.sees("この会議で知ったことを、席の外では話しません。")


def no_room(*_said: object) -> None:
    raise OSError(28, "No space left on device")


def asked_in_vain(tanaka: Hand) -> tuple[str, str]:
    """Number and word are shown all the same: they stay the same when the letter is written again."""
    tanaka.open("外の人(学校・病院・個人など)を招く")
    asked = tanaka.page.locator("form[action$='/outside/']")
    tanaka.choose("どこの人ですか", "学校・園", inside=asked)
    tanaka.write("お名前", "青木 千夏", inside=asked)
    tanaka.write("なぜこの人を招くか", "学校での様子を知っている", inside=asked)
    tanaka.write("この人に読んでもらう文", "登校していません。", inside=asked)
    tanaka.press("外の席を作る")
    tanaka.heading("青木 千夏さんの席は、まだ開けません。")
    number, word = tanaka.panel("この画面を閉じると").locator("b").all_text_contents()
    return number, word
