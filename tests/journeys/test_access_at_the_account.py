"""axe over the pages of the account: password, two steps, spare codes and passkeys, as our own templates draw them."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.test import Client

from tests.journeys.reader import Reader
from tests.journeys.test_access_for_all import reader
from tests.town import Town
from tests.web.deeds_accounts import number_of_newcomer
from tests.web.doors import names

__all__ = ["reader"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.slow]
PASSWORD = "はるのうみ-ひねもす-2026"
NEW = (
    "/account/login/",
    "/account/password/",
    "/account/two-step/",
    "/account/two-step/totp/activate/",
    "/account/passkeys/",
    "/account/passkeys/add/",
    "/account/reauthenticate/",
)
SECURED = (
    "/account/two-step/",
    "/account/two-step/totp/deactivate/",
    "/account/two-step/recovery-codes/",
    "/account/two-step/recovery-codes/generate/",
    "/account/two-step/reauthenticate/",
    "/account/passkeys/",
    "/account/passkeys/reauthenticate/",
    "/account/logout/",
)
A_KEY_THAT_SAYS_YES = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
NOT_READ = {
    "mfa_download_recovery_codes": "a file of plain text",
    "mfa_login_webauthn": "asked by the script of the sign-in page; sends anybody else there",
}


def come_in(account: Any) -> Client:
    """With the password, just now: the pages that change an account ask for that."""
    client = Client()
    client.force_login(account)
    assert client.post("/account/reauthenticate/", {"password": PASSWORD}).status_code == 302
    return client


def test_axe_finds_nothing_grave_at_the_account(
    town: Town, reader: Reader, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # the house of this test stands at http://localhost
    account = get_user_model().objects.get(username="cast-tanaka")
    account.set_password(PASSWORD)
    account.save()
    reader.look(NEW[0], "signed out")
    reader.send_nothing(NEW[0], "error", 200)
    reader.take_over(come_in(account))
    for address in NEW[1:]:
        reader.look(address, "new")
    for address in (NEW[1], NEW[3], NEW[6]):
        reader.page.goto(f"{reader.home}{address}")
        reader.send_nothing(address, "error", 200)
    secured(reader, account)
    newcomer(reader, town)
    with capsys.disabled():
        print(f"\naccount, {reader.said()}")
    assert not reader.faults, "\n".join(reader.faults)
    assert {name for name in names("marugoto.web.urls_house") if ":" not in name} - reader.seen() == set(NOT_READ)


def newcomer(reader: Reader, town: Town) -> None:
    """Came in with a paper, has chosen a password, and waits until somebody has met him."""
    number_of_newcomer(town, "8301")
    client = Client()
    client.force_login(get_user_model().objects.get(username="s8301"))
    reader.take_over(client)
    reader.look("/account/recognition/", "not met yet")


def secured(reader: Reader, account: Any) -> None:
    """With two steps, spare codes and a passkey; last comes the second step at the door."""
    key = passkey(reader, account)
    client = come_in(account)
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    reader.take_over(client)
    for address in (*SECURED, f"/account/passkeys/{key.pk}/edit/", f"/account/passkeys/{key.pk}/remove/"):
        reader.look(address, "secured")
    client = Client()
    client.post("/account/login/", {"login": account.username, "password": PASSWORD})
    reader.take_over(client)
    reader.look("/account/two-step/authenticate/", "second step")
    reader.send_nothing("/account/two-step/authenticate/", "error", 200)


def passkey(reader: Reader, account: Any) -> Authenticator:
    """Made by the page's own button, with a key of the browser that says yes by itself."""
    keys = reader.page.context.new_cdp_session(reader.page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": A_KEY_THAT_SAYS_YES})
    reader.page.goto(f"{reader.home}/account/passkeys/add/")
    reader.page.locator("[name=name]").fill("職員証")
    reader.page.locator("#mfa_webauthn_add").click()
    reader.page.wait_for_url(f"{reader.home}/account/two-step/**")
    return Authenticator.objects.get(user=account, type=Authenticator.Type.WEBAUTHN)
