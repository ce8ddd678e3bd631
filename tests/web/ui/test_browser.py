"""In a real browser: nothing is blocked, nothing overflows, the keys work, and axe finds nothing, in light, dark and forced colours."""

from collections.abc import Iterator
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.journey
WIDTHS = (1440, 1280, 1024, 768, 390, 320)  # 320: a page of 1280 at 400 %
ADDRESSES = ("/ui/parts/?many=1&toast=1", "/ui/parts/porch/")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, *words: object) -> None:
        """The test says what went wrong, not each request."""


@pytest.fixture(scope="module")
def house() -> Iterator[str]:
    """The design system alone, on a free port, with the content security policy of the house."""
    with override_settings(ROOT_URLCONF="tests.web.ui.urls"):
        server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), Server, Silent)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(request.url))
    return heard


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_blocked_and_nothing_overflows(page: Page, house: str, complaints: list[str], address: str) -> None:
    page.goto(house + address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing(page: Page, house: str, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(house + address)
    page.wait_for_timeout(200)  # the toast arrives
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_keys(page: Page, house: str) -> None:
    page.goto(house + "/ui/parts/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    expect(page.locator(".todo > li").first.locator("a").first).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".todo > li").nth(1).locator("a").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("[data-find]")).to_be_focused()
    page.keyboard.type("?gt")
    expect(page.locator("[data-find]")).to_have_value("?gt")  # in a field, letters are letters


def test_single_letters_can_be_switched_off(page: Page, house: str) -> None:
    page.goto(house + "/ui/parts/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_label("一文字のキーを使う").uncheck()
    page.get_by_role("button", name="閉じる").first.click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.locator("[data-find]")).not_to_be_focused()


def test_focus_goes_to_the_errors_and_a_form_is_sent_once(page: Page, house: str) -> None:
    page.goto(house + "/ui/parts/")
    expect(page.locator(".errors")).to_be_focused()
    stopped = page.evaluate(
        """() => { const form = document.querySelector('form.form');
          const press = () => { const sent = new SubmitEvent('submit', {cancelable: true, bubbles: true}); form.dispatchEvent(sent);
            return sent.defaultPrevented; };
          return [press(), press()]; }"""
    )
    assert stopped == [False, True]


def test_unsent_words_are_not_lost_silently(page: Page, house: str) -> None:
    page.goto(house + "/ui/parts/")
    page.locator("#id_good-title").fill("書きかけ")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("a.brand").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]


def test_dark_by_hand_holds_without_the_machine(page: Page, house: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(house + "/ui/parts/")
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": house}])
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 26, 26)"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_it_all_works_without_javascript(browser, house: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 768, "height": 900})
    page = context.new_page()
    page.goto(house + "/ui/parts/?many=1&toast=1")
    page.locator(".menu > summary").click()
    expect(page.locator(".menu .fold").get_by_role("link", name="世帯")).to_be_visible()
    expect(page.locator(".toasts")).to_contain_text("ボールは田中さんのままです。")
    context.close()


COVERED = """() => { const box = document.querySelector('.toasts .toast').getBoundingClientRect();
  return [...document.querySelectorAll('body *')].filter((one) => !one.closest('.toasts') && !one.querySelector('.toasts')
      && one.checkVisibility() && getComputedStyle(one).position !== 'fixed' && !one.closest('.tabbar'))
    .filter((one) => { const it = one.getBoundingClientRect();
      return it.width && it.left < box.right && it.right > box.left && it.top < box.bottom && it.bottom > box.top; })
    .map((one) => one.outerHTML.slice(0, 80)); }"""


def not_led_away(page: Page) -> None:
    """The gallery shows a form that was refused too, and the eye is led there."""

    def plain(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(" autofocus", ""))

    page.route("**/ui/parts/**", plain)


@pytest.mark.parametrize("width", [1366, 390])
def test_what_was_done_is_read_first_and_lies_over_nothing(page: Page, house: str, width: int) -> None:
    not_led_away(page)
    page.set_viewport_size({"width": width, "height": 768})
    page.goto(house + "/ui/parts/?many=1&toast=1")
    expect(page.locator(".toasts .toast")).to_be_in_viewport()
    assert page.evaluate(COVERED) == []
    before = page.locator("main h1").bounding_box()
    page.wait_for_timeout(300)  # it goes and comes back, so that it is read aloud
    assert page.locator("main h1").bounding_box() == before
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".toasts .toast")).not_to_be_in_viewport()


def test_whoever_is_sent_to_a_part_of_the_page_reads_there_what_was_done(page: Page, house: str) -> None:
    not_led_away(page)
    page.goto(house + "/ui/parts/?many=1&toast=1")
    name = page.locator(".stack > .panel[id]").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{house}/ui/parts/?many=1&toast=1#{name}")
    page.wait_for_timeout(300)
    expect(page.locator(".toasts .toast")).to_be_in_viewport()
    assert page.locator(f".toasts + #{name}").count() == 1
    assert page.evaluate(COVERED) == []


def test_the_field_of_a_file_is_reached_by_keyboard_and_its_name_is_said(page: Page, house: str) -> None:
    not_led_away(page)
    page.goto(house + "/ui/parts/")
    field = page.get_by_label("手紙の写し").first
    said = page.locator(".file__said").first
    expect(said).to_have_text("まだ選んでいません")
    page.get_by_label("人数").first.focus()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.locator(".file .btn").first.click(force=True)  # what lies over it is pressed
    chooser.value.set_files({"name": "同意書の写し.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    expect(said).to_have_text("同意書の写し.pdf")
    page.evaluate("document.querySelector('.file').closest('form').reset()")
    expect(said).to_have_text("まだ選んでいません")


def test_without_scripts_the_browser_says_itself_which_file_was_chosen(browser, house: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house + "/ui/parts/")
    expect(page.locator(".file__said").first).to_be_hidden()
    expect(page.get_by_label("手紙の写し").first).to_have_css("opacity", "1")
    context.close()
