"""Secrets that lie nowhere, keys that can be lost, and doors of the house that a contractor's head does not find."""

import re
from io import StringIO
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from marugoto.agencies.actions import settle_duty, settle_worker
from marugoto.agencies.codes import KEEPS_HOUSE, Role
from marugoto.agencies.models import Team
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import MINAMO, Town
from tests.web.client import text
from tests.web.deeds_accounts import released
from tests.web.doors import doors
from tests.web.office.conftest import Enter
from tests.web.office.test_accounts import SECRET

pytestmark = pytest.mark.django_db
FEED = re.compile(r"/calendar/([A-Za-z0-9_-]{43})/marugoto.ics")
OWN = "はるのうみ-ひねもす-2026"


def send(client: Client, address: str, **fields: object) -> HttpResponse:
    return client.post(address, {"key": str(uuid4()), **fields})


def in_the_session(client: Client) -> str:
    """All that the table of sessions says of this browser."""
    row = Session.objects.get(session_key=client.session.session_key)
    return str(row.get_decoded())


def test_a_first_secret_lies_nowhere_before_it_is_shown(enter: Enter, town: Town) -> None:
    honma = enter("honma")
    made = send(honma, "/office/accounts/slips/making/", worker=str(released(town, "8201")))
    kept = in_the_session(honma)
    stranger = Client()  # has the row of the session, and not the browser
    stranger.cookies["sessionid"] = honma.cookies["sessionid"].value
    assert made.cookies["once_first_secrets"]["httponly"]
    assert made.cookies["once_first_secrets"]["path"] == "/office/accounts/slips/"
    found = SECRET.search(text(honma.get("/office/accounts/slips/")))
    assert found
    assert found.group(0) not in kept
    assert not SECRET.search(kept)
    assert not SECRET.search(text(honma.get("/office/accounts/slips/")))
    send(honma, "/office/accounts/slips/making/", worker=str(released(town, "8202")))
    assert not SECRET.search(text(stranger.get("/office/accounts/slips/")))


def test_the_secret_of_a_calendar_lies_nowhere_before_it_is_shown(enter: Enter) -> None:
    tanaka = enter("tanaka")
    send(tanaka, "/calendar/keys/")
    kept = in_the_session(tanaka)
    found = FEED.search(tanaka.get("/calendar/").content.decode())
    assert found
    assert found.group(1) not in kept
    assert Client().get(f"/calendar/{found.group(1)}/marugoto.ics").status_code == 200
    assert not FEED.search(tanaka.get("/calendar/").content.decode())


def secured(worker: str) -> tuple[Client, int]:
    """Signed in by somebody who uses an app with numbers."""
    account = get_user_model().objects.get(username=f"cast-{worker}")
    account.set_password(OWN)
    account.save()
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    client = Client()
    client.force_login(account)
    return client, account.pk


def test_who_lost_his_telephone_comes_in_by_his_password_and_hears_of_it(enter: Enter, town: Town) -> None:
    there, account = secured("tanaka")
    again = Client()
    stuck = again.post("/account/login/", {"login": "cast-tanaka", "password": OWN})
    assert stuck["Location"].startswith("/account/two-step/authenticate/")
    fields = {"owner": str(town("tanaka").worker), "why": "電話をなくした。"}
    assert send(enter("tanaka"), "/office/accounts/records/keys/", **fields).status_code == 404
    assert send(enter("honma"), "/office/accounts/records/keys/", **(fields | {"why": " "})).status_code == 422
    assert Authenticator.objects.filter(user=account).count() == 2
    assert send(enter("honma"), "/office/accounts/records/keys/", **fields)["Location"] == "/office/accounts/records/"
    assert not Authenticator.objects.filter(user=account).exists()
    assert there.get("/")["Location"].startswith("/sign-in/")  # whoever has the telephone is out
    back = Client()
    came = back.post("/account/login/", {"login": "cast-tanaka", "password": OWN}, follow=True)
    assert "本間 里奈さんがあなたの鍵" in text(came)
    assert "田中 美咲さんの鍵を本間 里奈さんが外した(電話をなくした。)" in text(
        enter("yamazaki").get("/office/accounts/records/")
    )
    none = send(enter("honma"), "/office/accounts/records/keys/", **fields)
    assert none.status_code == 422


def test_everybody_removes_an_old_key_of_his_own(enter: Enter) -> None:
    client, account = secured("mori")
    client.post("/account/reauthenticate/", {"password": OWN})
    assert "/account/two-step/totp/deactivate/" in client.get("/account/two-step/").content.decode()
    assert client.post("/account/two-step/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()


def test_a_contractors_head_finds_no_door_of_the_house(town: Town) -> None:
    with unwalled():
        team = Team.objects.within(MINAMO).filter(agency__contracted=True).order_by("pk")[0]
    honma, at = town("honma"), town.later()
    account = get_user_model().objects.create_user("s9001", password=OWN)
    worker = settle_worker(by=honma, at=at, name="島 一", kana="しま はじめ", user_id=account.pk)
    settle_duty(
        by=honma,
        at=at,
        worker=worker,
        team=team,
        name="所長",
        roles=[Role.CHIEF, Role.OFFICE],
        since=local_day(town.now),
    )
    client = Client()
    client.force_login(account)
    home = client.get("/").content.decode()
    assert 'href="/office/staff/"' not in home
    assert 'href="/office/accounts/"' not in home
    walked = 0
    for door in doors():
        if door.audience == KEEPS_HOUSE and not door.places:
            asked = client.get if door.kind == "see" else client.post
            assert asked(reverse(door.name), {"key": str(uuid4())}).status_code == 404, door.name
            walked += 1
    assert walked > 15


def test_what_is_opened_again_is_not_opened_to_the_machine_that_was_left(enter: Enter) -> None:
    account = get_user_model().objects.create_user("s9002", password=OWN)
    client = Client()
    client.force_login(account)
    other = enter("tanaka")
    for what in ("--close", "--open"):
        call_command("account", "s9002", what, stdout=StringIO())
    assert get_user_model().objects.get(pk=account.pk).is_active
    assert not Session.objects.filter(session_key=client.session.session_key).exists()
    assert other.get("/").status_code == 200


def test_a_second_key_lies_sealed_and_an_older_one_is_still_read() -> None:
    account = get_user_model().objects.create_user("s9003", password=OWN)
    secret = generate_totp_secret()
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    row = TOTP.activate(account, secret).instance
    assert secret not in str(row.data)
    assert TOTP(row).validate_code(code)
    cache.clear()  # a number is good once
    row.data = {"secret": secret}
    row.save()
    assert TOTP(row).validate_code(code)
    assert not TOTP(row).validate_code("000000" if code != "000000" else "111111")
