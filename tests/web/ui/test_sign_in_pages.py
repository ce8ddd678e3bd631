"""The pages of the sign-in library wear our parts: no inline style, no outside address, every field labelled."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.web.ui.drawn import Reader, words
from tests.web.ui.test_pages import INLINE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.ui.urls_account")]
SIGNED_IN = (
    "/account/two-step/",
    "/account/two-step/totp/activate/",
    "/account/password/",
    "/account/logout/",
    "/account/passkeys/add/",
)


def test_the_door_says_who_makes_accounts(client: Client) -> None:
    html = client.get("/account/login/").content.decode()
    assert "利用者の登録は、管理する人がします。" in words(html)
    assert "鍵(パスキー)で入る" in words(html)
    assert 'href="/account/signup/' not in html
    assert INLINE.findall(html) == []


def test_a_wrong_word_is_told_at_its_field(client: Client) -> None:
    html = client.post("/account/login/", {"login": "", "password": ""}).content.decode()
    assert "直すところが2つあります。" in words(html)
    targets = {
        str(attrs["href"]).removeprefix("#")
        for attrs in Reader(html).all("a")
        if str(attrs.get("href")).startswith("#id")
    }
    assert targets
    assert targets <= set(Reader(html).ids())


@pytest.mark.parametrize("address", SIGNED_IN)
def test_pages_of_the_account_are_drawn_with_our_parts(client: Client, address: str) -> None:
    client.force_login(get_user_model().objects.create_user("tanaka", password="a-long-password"))
    client.post("/account/reauthenticate/", {"password": "a-long-password"})
    html = client.get(address).content.decode()
    assert 'class="panel__b"' in html
    assert INLINE.findall(html) == []
    page = Reader(html)
    labelled = {attrs.get("for") for attrs in page.all("label")}
    seen = [attrs for attrs in page.all("input") if attrs.get("type") not in {"hidden", "submit"}]
    assert {attrs.get("id") for attrs in seen} <= labelled
