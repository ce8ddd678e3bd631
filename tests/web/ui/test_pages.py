"""Whole pages of the design system: the frame, its absence, the training band, messages, trouble, light and dark."""

import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from marugoto.web.ui.gallery_values import frame
from marugoto.web.ui.parts import Frame, Porch, Toast
from tests.web.ui.drawn import Reader, draw, words

pytestmark = pytest.mark.urls("tests.web.ui.urls")
INLINE = re.compile(
    r"""<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type="application/json"))|javascript:|https?://(?!www\.w3\.org/2000/svg")"""
)
PLAIN = Frame(body_name="みなも市", worker_name="田中 美咲", hat="相談支援員")


def page(request: HttpRequest | None = None, template: str = "ui/base.html", **values: object) -> str:
    return render_to_string(template, values, request=request or RequestFactory().get("/"))


@pytest.mark.parametrize(
    "address", ["/ui/parts/", "/ui/parts/?many=1&toast=1", "/ui/parts/porch/", "/ui/parts/porch/?plain=1"]
)
def test_the_gallery_has_no_inline_style_script_or_outside_address(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert INLINE.findall(html) == []
    assert len(html.encode()) < 100_000
    ids = Reader(html).ids()
    assert len(ids) == len(set(ids))


def test_the_gallery_is_only_where_everything_is_invented(client: Client, settings) -> None:
    settings.MARUGOTO_DEMO = settings.DEBUG = False
    assert client.get("/ui/parts/").status_code == 404
    assert client.get("/ui/parts/porch/").status_code == 404


def test_a_page_without_a_frame_has_no_navigation() -> None:
    html = page()
    assert not Reader(html).all("nav")
    assert "本文へ" in html


def test_the_frame_says_whose_town_who_and_under_which_hat() -> None:
    html = page(frame=frame(many=True))
    said = words(html)
    assert "みなも県中央ひなた市" in said
    assert "いまの役割: 重層的支援体制整備事業の担当(健康福祉部地域共生推進課)" in said
    assert 'aria-current="page"' in html
    assert 'data-key="g t"' in html


@pytest.mark.parametrize(("training", "shown"), [(True, True), (False, False)])
def test_practice_is_seen_at_once(training: bool, shown: bool) -> None:
    sentence = "練習用です。ここで書いたことは外に出ません。"
    assert (sentence in page(frame=Frame("市", "名", "役", training=training))) is shown
    porch = page(template="ui/porch_base.html", porch=Porch("市", training=training))
    assert ("<ruby>練習用<rp>(</rp><rt>れんしゅうよう</rt>" in porch) is shown


def test_one_hat_offers_no_change_of_hats() -> None:
    assert "役割をかえる" not in page(frame=PLAIN)
    assert "役割をかえる" in page(frame=frame(many=True))


def test_the_pages_own_toast_comes_before_the_frames() -> None:
    both = page(frame=Frame("市", "名", "役", toast=Toast("枠の知らせ")), toast=Toast("画面の知らせ", undo_url="/undo"))
    assert "画面の知らせ" in both
    assert "枠の知らせ" not in both
    assert 'action="/undo"' in both


def test_a_message_left_by_the_last_page_is_shown_with_its_way_back() -> None:
    class Left:
        extra_tags = "/undo/7"

        def __str__(self) -> str:
            return "記録を保存しました。"

    html = draw("{% toast_to_show as t %}{% toast_box t %}", messages=[Left()])
    assert "記録を保存しました。" in html
    assert 'action="/undo/7"' in html


@pytest.mark.parametrize("name", ["400", "400_signed_out", "403_csrf", "404", "500", "503"])
def test_trouble_says_what_happened_what_is_safe_and_what_to_do(name: str) -> None:
    html = render_to_string(f"{name}.html", {}, request=RequestFactory().get("/"))
    head, *sentences = re.findall(r"<h1>.+?</h1>|<p>.+?</p>", html)
    assert len(sentences) == 2
    assert all(words(sentence).endswith("。") for sentence in (head, *sentences))
    assert INLINE.findall(html) == []


def test_trouble_is_told_even_without_a_request() -> None:
    assert "こちらの誤り" in render_to_string("500.html")


@pytest.mark.parametrize(
    ("cookie", "attribute"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"'), ("<x>", "")]
)
def test_light_and_dark_follow_the_cookie(client: Client, cookie: str, attribute: str) -> None:
    client.cookies["theme"] = cookie
    html = client.get("/ui/parts/porch/").content.decode()
    assert re.findall(r"data-theme=\S*\"", html) == ([attribute] if attribute else [])


def test_choosing_dark_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post("/ui/theme/", {"theme": "dark"}, headers={"referer": "http://testserver/desk/?area=north"})
    assert (answer.status_code, answer["Location"]) == (302, "http://testserver/desk/?area=north")
    assert answer.cookies["theme"].value == "dark"
    assert answer.cookies["theme"]["httponly"]


def test_following_the_machine_forgets_the_choice_and_foreign_pages_are_not_led_to(client: Client) -> None:
    answer = client.post("/ui/theme/", {"theme": "system"}, headers={"referer": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
    assert answer.cookies["theme"]["max-age"] == 0


def test_the_choice_is_not_made_by_a_link(client: Client) -> None:
    assert client.get("/ui/theme/?theme=dark").status_code == 405


def test_the_porch_has_its_telephone_and_hides_furigana_on_wish() -> None:
    html = page(
        template="ui/porch_base.html", porch=Porch("みなも市", phone="0000-22-1200", furigana=False, furigana_url="/f")
    )
    assert 'href="tel:0000-22-1200"' in html
    assert 'data-furigana="off"' in html
    assert 'aria-pressed="false"' in html
