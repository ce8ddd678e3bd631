"""A neighbour without any account calls the agencies in, and hears back what may be said: porch, courier and house as they run."""

import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from marugoto.conferences.kinds.child import child
from tests.journeys.hand import Hand
from tests.journeys.test_household import SUPPORT
from tests.serving import served, settle, two_free_ports

pytestmark = [pytest.mark.journey, pytest.mark.sqlite, pytest.mark.slow]
WORDS = "北町の角の家で、新聞が五日分たまっています。夜も明かりがつきません。"
TOLD = "きのう職員がお訪ねして、お話しできました。ありがとうございます。"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1366, "height": 768}
EXTRACT = "二学期から登校していません。家ではおだやかに過ごしています。"
HERS = "保健室には週に一度来ます。担任とは話せています。"
COUNCIL = "みなも市要保護児童対策地域協議会"
ROUNDS = 20  # the courier comes every two seconds
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """House, porch and both couriers, with the invented town."""
    home, free = tmp_path_factory.mktemp("home"), two_free_ports()
    settle(home, households=1)
    with served(home, free, demo=True) as (said, process):
        assert process.poll() is None, "".join(said)
        yield free


@pytest.fixture
def hand_on(browser: Browser) -> Iterator[Callable[[int], Hand]]:
    contexts = []

    def sit_down(port: int, *, script: bool = True, size: dict[str, int] | None = None) -> Hand:
        context = browser.new_context(locale="ja-JP", viewport=size or PHONE, java_script_enabled=script)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Hand(context.new_page(), f"http://127.0.0.1:{port}")

    yield sit_down
    for context in contexts:
        context.close()


def waits_for(page: Page, words: str) -> None:
    """Looks again until the courier has been there."""
    for _ in range(ROUNDS):
        if readable(words).search(page.locator("body").text_content() or ""):
            return
        page.wait_for_timeout(1_000)
        page.reload()
    expect(page.locator("body")).to_contain_text(readable(words))


def readable(words: str) -> re.Pattern[str]:
    """The words, whether or not readings in brackets stand between them."""
    return re.compile("".join(f"{re.escape(char)}(\\([^)]*\\))?" for char in words))


def with_readings(words: str) -> re.Pattern[str]:
    """These words and no others."""
    return re.compile(rf"^\s*{readable(words).pattern}\s*$")


def go(hand: Hand, words: str) -> None:
    """A link or a button of the porch, whose words carry their readings."""
    hand.page.locator("main").locator("a, button").filter(has_text=with_readings(words)).first.click()


def grave_faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{page.url}: {one['id']} ({one['impact']})" for one in found if one["impact"] in GRAVE]


@pytest.mark.voice("F-1", "F-3")
def test_a_neighbour_is_heard_and_hears_back(port: int, hand_on: Callable[..., Hand]) -> None:
    neighbour = hand_on(port + 1, script=False)
    neighbour.page.goto(neighbour.home)
    waits_for(neighbour.page, "みなも市")
    neighbour.follow("みなも市")
    go(neighbour, "気づきを 知らせる")
    neighbour.page.get_by_label(with_readings("気づいたこと")).fill(WORDS)
    neighbour.page.get_by_label(with_readings("どうなったか 知りたい")).check()
    go(neighbour, "知らせる")
    expect(neighbour.page.locator("h1")).to_have_text(with_readings("ありがとうございます。受け付けました。"))
    neighbour.does_not_see("新聞")
    go(neighbour, "その後を 聞く")
    waits_for(neighbour.page, "役所に 届きました")

    mori = hand_on(port, size=DESK)
    mori.sign_in("森 健一")
    waits_for(mori.page, "新聞が五日分たまっています")
    mori.page.locator("li", has_text="新聞が五日分").get_by_role("link").first.click()
    mori.sees(WORDS)
    mori.choose("どうしましたか", "見に行った")
    mori.write("くわしく", "北部包括と二人で訪問。体調をくずして休んでいた。")
    mori.write("気づいた人に伝えてよいこと", TOLD)
    mori.press("答える")
    mori.sees("この気づきには答えています。")

    waits_for(neighbour.page, TOLD)
    neighbour.does_not_see("体調")


@pytest.mark.voice("2B-6", "3-5", "F-1", "F-3")
def test_a_resident_finds_where_to_have_tea_and_takes_it_along(port: int, hand_on: Callable[..., Hand]) -> None:
    """On a phone and without script: by interest and day, on list and map, with readings; calendar and poster; no trace."""
    resident = hand_on(port + 1, script=False)
    page = resident.page
    page.goto(resident.home)
    waits_for(page, "みなも市")
    page.goto(f"{resident.home}/990019/places/")
    page.locator("#interest").select_option("talk")
    go(resident, "さがす")
    first = page.locator(".rplace").first
    name = first.locator("h2 a").text_content() or ""
    page.locator("summary").click()
    page.locator("#day").select_option(day_of(first.locator(".when").text_content() or ""))
    go(resident, "さがす")
    expect(page.locator(".rplace h2 a").first).to_have_text(name)
    go(resident, "地図でも 見る")
    shown = page.locator("svg a[href^='#place-']")
    assert 0 < shown.count() <= page.locator(".rplace").count()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    shown.first.click()
    expect(page.locator(".rplace:target h2 a")).to_be_visible()

    expect(page.locator("html")).to_have_attribute("data-furigana", "on")
    page.get_by_role("button", name="ふりがな").click()
    expect(page.locator("html")).to_have_attribute("data-furigana", "off")
    page.locator(".rplace h2 a", has_text=readable(name)).first.click()
    expect(page.locator("h1")).to_have_text(readable(name))
    for words in ("いつ", "どこ", "お金", "に 確かめました。"):
        expect(page.locator("main")).to_contain_text(readable(words))
    assert page.locator("main a[href^='tel:']").count() == 1
    assert "BEGIN:VEVENT" in taken_along(page, "カレンダーに 入れる").decode()
    assert taken_along(page, "ポスター(PDF)").startswith(b"%PDF-")
    assert [one["name"] for one in page.context.cookies()] == ["furigana"], (
        "and that only because the switch was pressed"
    )


def day_of(when: str) -> str:
    """「きょう」, 「あした」, or the weekday, as the choice of days says it."""
    plain = re.sub(r"\([^)]*\)", "", when)
    if "きょう" in plain or "あした" in plain:
        return "today" if "きょう" in plain else "tomorrow"
    return str("月火水木金土日".index(re.search("(.)曜日", plain).group(1)))  # type: ignore[union-attr]


def taken_along(page: Page, words: str) -> bytes:
    address = page.locator("main a", has_text=with_readings(words)).first.get_attribute("href")
    answer = page.context.request.get(f"{re.match('https?://[^/]+', page.url).group(0)}{address}")  # type: ignore[union-attr]
    assert answer.ok, address
    return answer.body()


@pytest.mark.voice("1-9", "2A-9", "F-2")
def test_the_school_social_worker_sits_for_one_item_until_it_is_over(port: int, hand_on: Callable[..., Hand]) -> None:
    """From the call to the minutes; she reads one extract after her pledge, writes on page one, and then nothing is there for her."""
    tanaka = hand_on(port, size=DESK)
    tanaka.sign_in("田中 美咲")
    a_table_is_called(tanaka)
    meeting, number, word = tanaka.page.url, *she_is_asked(tanaka)

    aoki = hand_on(port + 1, script=False)
    she_comes_in(aoki, number, word)
    aoki.sees("この会議で知ったことを、席の外では話しません。")
    aoki.does_not_see(EXTRACT)
    go(aoki, "約束する")
    aoki.sees(EXTRACT)
    assert aoki.page.locator("main a").count() == 1, (
        "a date for her calendar, and nothing that leads to another household"
    )
    aoki.page.locator("[name=knows]").fill(HERS)
    go(aoki, "送る")
    expect(aoki.page.locator("[role=status] b")).to_have_text(with_readings("送りました。役所の 表に のります。"))

    tanaka.page.goto(meeting)
    waits_for(tanaka.page, HERS)
    the_table_meets(tanaka)
    first, second = pages_of_the_minutes(tanaka, meeting)
    assert HERS in first
    assert "青木 千夏" in first
    assert "学校と家の両方で会う。" in second
    tanaka.press("会議を終える")
    tanaka.sees("会議は終わりました。")

    waits_for(aoki.page, "招かれた 人の 席")
    aoki.does_not_see(EXTRACT)
    aoki.does_not_see(HERS)
    opens(aoki, number, word)
    expect(aoki.page.locator("body")).to_contain_text(readable("合言葉が 合いません"))


@pytest.mark.voice("1-9", "F-2")
def test_whoever_comes_for_a_member_promises_what_the_council_promises(port: int, hand_on: Callable[..., Hand]) -> None:
    """要対協 of the invented town: her letter names the council and its own promise, and the sheet says for whom she sits."""
    tanaka = hand_on(port, size=DESK)
    tanaka.sign_in("田中 美咲")
    a_table_is_called(tanaka, kind=f"{child.name} — {child.says}", council=f"{COUNCIL}(児童福祉法25条の2)")
    meeting, number, word = tanaka.page.url, *she_is_asked(tanaka, member="みなと小学校")

    aoki = hand_on(port + 1, script=False)
    she_comes_in(aoki, number, word)
    aoki.sees(COUNCIL)
    aoki.sees("協議会で知ったことを、席の外では話しません。委員でなくなったあとも同じです")
    aoki.does_not_see(EXTRACT)
    go(aoki, "約束する")
    aoki.sees(EXTRACT)
    tanaka.page.goto(meeting)
    row = tanaka.page.locator("tr", has_text="青木 千夏")
    for _ in range(ROUNDS):
        if "約束ずみ" in (row.text_content() or ""):
            break
        tanaka.page.wait_for_timeout(1_000)
        tanaka.page.reload()
    expect(row).to_contain_text("約束ずみ")
    expect(row).to_contain_text(f"{COUNCIL}の構成員")


def a_table_is_called(tanaka: Hand, kind: str = SUPPORT, council: str = "") -> None:
    """In ten days, one household, her own seat and pledge."""
    tanaka.page.goto(f"{tanaka.home}/meeting/conferences/new/")
    tanaka.mark("会議の種類", kind)
    tanaka.write("日", (timezone.localdate() + timedelta(days=10)).isoformat())
    if council:
        tanaka.tick(council)
    tanaka.press("呼びかける")
    tanaka.page.locator("[name=case]").first.check()
    tanaka.press("議題に入れる")
    tanaka.sees("議題に入れました。")
    tanaka.choose("だれに来てもらいますか", "福祉総合相談課 田中 美咲(相談支援員)")
    tanaka.write("なぜこの人か", "受け持ち")
    tanaka.press("席を作る")
    tanaka.press("約束する")
    tanaka.sees("約束を確かめました。")


def she_is_asked(tanaka: Hand, member: str = "") -> tuple[str, str]:
    """Number and word, shown once."""
    tanaka.open("外の人(学校・病院・個人など)を招く")
    asked = tanaka.page.locator("form[action$='/outside/']")
    tanaka.choose("どこの人ですか", "学校・園", inside=asked)
    tanaka.write("お名前", "青木 千夏", inside=asked)
    tanaka.write("なぜこの人を招くか", "学校での様子を知っている", inside=asked)
    tanaka.write("この人に読んでもらう文", EXTRACT, inside=asked)
    if member:
        tanaka.choose("どの構成員として", member, inside=asked)
    tanaka.press("外の席を作る")
    tanaka.heading("青木 千夏さんに、番号と合言葉を伝えてください。")
    number, word = tanaka.panel("この画面を閉じると").locator("b").all_text_contents()
    tanaka.page.reload()
    tanaka.does_not_see(word)
    return number, word


def she_comes_in(aoki: Hand, number: str, word: str) -> None:
    """As soon as the courier has brought her seat."""
    aoki.page.goto(f"{aoki.home}/990019/table/")
    for _ in range(5):
        opens(aoki, number, word)
        if aoki.page.locator("form[action$='/pledge/']").count():
            return
        aoki.page.wait_for_timeout(2_000)
    raise AssertionError("the seat never came")


def opens(aoki: Hand, number: str, word: str) -> None:
    aoki.page.locator("[name=number]").fill(number)
    aoki.page.locator("[name=word]").fill(word)
    go(aoki, "席を ひらく")


def the_table_meets(tanaka: Hand) -> None:
    tanaka.press("会議を始める")
    tanaka.press("出欠をつける")
    tanaka.sees("出欠をつけました。")
    tanaka.page.locator("form[action$='/minutes/'] textarea").fill("学校と家の両方で会う。")
    tanaka.press("話し合いを書く")
    tanaka.sees("話し合ったことを書きました。")


def pages_of_the_minutes(tanaka: Hand, meeting: str) -> list[str]:
    """Of the Word document, as it is taken along."""
    answer = tanaka.page.context.request.get(
        f"{meeting.split('#', maxsplit=1)[0].split('?', maxsplit=1)[0]}minutes.docx"
    )
    assert answer.ok
    with zipfile.ZipFile(BytesIO(answer.body())) as packed:
        body = packed.read("word/document.xml").decode()
    return [re.sub(r"<[^>]+>", " ", page) for page in body.split('<w:br w:type="page"/>')]


def test_every_page_of_the_porch_can_be_read_by_all(port: int, hand_on: Callable[..., Hand]) -> None:
    """axe over towns, places, a search that finds nothing, one place, the form, the form with an error, a wrong number."""
    hand = hand_on(port + 1)
    hand.page.goto(hand.home)
    waits_for(hand.page, "みなも市")
    faults = grave_faults(hand.page)
    hand.follow("みなも市")
    places = hand.page.url
    first = hand.page.locator(".rplace h2 a").first.get_attribute("href")
    town = re.sub(r"places/$", "", places)
    pages = [
        places,
        f"{places}?words=zzz",
        f"{places}?view=map&interest=talk",
        f"{hand.home}{first}",
        f"{town}notice/",
        f"{town}asking/?number=1",
        f"{town}table/",
        f"{town}none",
    ]
    for address in pages:
        hand.page.goto(address)
        faults += grave_faults(hand.page)
        assert hand.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
    hand.page.goto(f"{town}notice/")
    hand.page.locator("textarea").fill(" ")
    hand.page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    go(hand, "知らせる")
    faults += grave_faults(hand.page)
    assert faults == []
    print(f"axe: {len(pages) + 2} pages and states of the porch")
