"""A neighbour without any account calls the agencies in, and hears back what may be said: porch, courier and house as they run."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.hand import Hand
from tests.serving import served, settle, two_free_ports

pytestmark = [pytest.mark.journey, pytest.mark.sqlite, pytest.mark.slow]
WORDS = "北町の角の家で、新聞が五日分たまっています。夜も明かりがつきません。"
TOLD = "きのう職員がお訪ねして、お話しできました。ありがとうございます。"
PHONE = {"width": 390, "height": 844}
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
        context.set_default_timeout(15_000)
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

    mori = hand_on(port, size={"width": 1366, "height": 768})
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
        f"{hand.home}{first}",
        f"{town}notice/",
        f"{town}asking/?number=1",
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
