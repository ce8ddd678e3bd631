"""A form sent by nobody: its words wait for their writer, and for no one else."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marugoto.intake.models import Consultation
from marugoto.web.shell import kept_form
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = [pytest.mark.django_db, pytest.mark.both]

RECEIVED = "/desk/consultations/received/"
CONSULTATION = {
    "caller": "石井さん",
    "words": "長い話を書いた。",
    "day": "令和8年11月16日",
    "channel": "phone",
    "urgent_food": "not_asked",
    "urgent_bed": "not_asked",
    "urgent_violence": "not_asked",
    "urgent_life": "not_asked",
}


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str, **how: bool) -> Client:
    client = Client(**how)
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def opened(client: Client, page: str = "/desk/consultations/new/") -> str:
    """The key of the form as its reader saw it."""
    found = re.search(r'name="key" value="([^"]+)"', client.get(page).content.decode())
    assert found
    return found[1]


def as_cast(browser: Client, worker: str) -> str:
    return browser.post("/sign-in/cast/", {"who": f"cast-{worker}"}, follow=True).content.decode()


def consultations() -> int:
    with unwalled():
        return Consultation.objects.everywhere("what is kept").count()


def ended_in_mid_form(worker: str, **more: object) -> tuple[Client, str]:
    """What a browser holds, and the page it shows, after a form that was sent too late."""
    key, browser = opened(signed_in(worker)), Client()
    sent = browser.post(RECEIVED, CONSULTATION | {"key": key} | more, follow=True)
    assert sent.status_code == 401
    return browser, sent.content.decode()


def test_its_writer_sends_it_by_one_press(town: Town) -> None:
    browser, page = ended_in_mid_form("tanaka")
    assert "書いたものは預かっています。" in page
    back = as_cast(browser, "tanaka")
    assert "まだ送られていません。" in back
    assert "長い話を書いた。" in back
    assert consultations() == 0
    form = back[back.index(f'action="{RECEIVED}"') :]
    hidden = re.findall(r'name="([^"]+)" value="([^"]*)"', form[: form.index("</form>")])
    done = browser.post(RECEIVED, {name: unescape(value) for name, value in hidden}, follow=True)
    assert "相談を受け付けました。" in done.content.decode()
    assert consultations() == 1
    assert browser.get("/kept-form/").status_code == 404


def test_the_next_one_at_the_same_machine_does_not_see_it(town: Town) -> None:
    browser, _ = ended_in_mid_form("tanaka")
    assert "長い話を書いた。" not in as_cast(browser, "ogawa")
    assert browser.get("/kept-form/").status_code == 404
    assert "長い話を書いた。" not in as_cast(browser, "tanaka")


def test_an_account_with_a_password_finds_it_too(town: Town) -> None:
    tanaka = get_user_model().objects.get(username="cast-tanaka")
    tanaka.set_password("はるのうみ-ひねもす-2026")
    tanaka.save()
    browser, _ = ended_in_mid_form("tanaka")
    answer = browser.post(
        "/account/login/", {"login": "cast-tanaka", "password": "はるのうみ-ひねもす-2026"}, follow=True
    )
    assert answer.redirect_chain[-1][0] == "/kept-form/"
    assert "長い話を書いた。" in answer.content.decode()


def test_what_is_too_long_is_not_said_to_be_kept(town: Town) -> None:
    browser, page = ended_in_mid_form("tanaka", words="長" * (kept_form.LIMIT + 1))
    assert "預かっています" not in page
    assert "長すぎて預かれませんでした。" in page
    assert "長長" not in as_cast(browser, "tanaka")


def test_of_a_file_it_is_said_that_it_must_be_chosen_again(town: Town) -> None:
    key, browser = opened(signed_in("hayashi"), "/town/imports/"), Client()
    file = SimpleUploadedFile("places.csv", "名称".encode())
    page = browser.post("/town/imports/sent/", {"key": key, "file": file}, follow=True).content.decode()
    assert "ファイルは預かれないので、もう一度選んでください。" in page


def test_a_form_of_nobody_known_is_not_kept(town: Town) -> None:
    _, page = ended_in_mid_form("tanaka", key=str(uuid4()))
    assert "預かっています" not in page
    assert "まだ送られていません。" in page


def test_a_form_is_not_sent_by_another_than_its_reader(town: Town) -> None:
    key = opened(signed_in("tanaka"))
    answer = signed_in("ogawa").post(RECEIVED, CONSULTATION | {"key": key})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "この画面は、別の人がサインインしていたときのものです。" in page
    assert "長い話を書いた。" not in page
    assert consultations() == 0


def test_a_form_is_not_sent_under_another_hat(town: Town) -> None:
    aruga = signed_in("aruga")
    first, second = re.findall(r'name="hat" value="([^"]+)"', aruga.get("/").content.decode())[:2]
    aruga.post("/hat/", {"hat": first})
    key = opened(aruga)
    aruga.post("/hat/", {"hat": second})
    answer = aruga.post(RECEIVED, CONSULTATION | {"key": key})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "として開いたものです。" in page
    assert "長い話を書いた。" in page
    assert consultations() == 0


def test_a_stale_page_shows_what_was_typed_on_it(town: Town) -> None:
    strict = signed_in("tanaka", enforce_csrf_checks=True)
    answer = strict.post(RECEIVED, CONSULTATION, headers={"origin": "http://testserver"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "何も書きかえていません。" in page
    assert "長い話を書いた。" in page
    elsewhere = strict.post(RECEIVED, CONSULTATION, headers={"origin": "http://elsewhere.example"})
    assert "長い話を書いた。" not in elsewhere.content.decode()
