"""The health centre in two towns: one page of ball faces, one hat at a time, and no way from one town's form into the other."""

import re
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from marugoto.casework.models import JournalEntry
from marugoto.disclosure.models import Look
from tests.database import unwalled
from tests.town import AOMINE, MINAMO, SHIOMI, Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted
from tests.web.two_towns import HERE, THERE, Two, household, offered, two_towns

pytestmark = pytest.mark.django_db
MOST = 14


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def two(town: Town) -> Two:
    return two_towns(town)


def hat(town: Town, body: str) -> str:
    return str(town.settled.hats[body, "hara", "pref-mind"])


def put_on(client: Client, town: Town, body: str, where: str = "/") -> HttpResponse:
    return client.post("/hat/", {"hat": hat(town, body), "next": where}, follow=True)


def alike(answer: HttpResponse) -> str:
    """Without what differs in every answer: the token of the form, its key, and the number that was asked for."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|name="key" value="[^"]+"', "", answer.content.decode())
    return re.sub(r'nonce="[^"]+"|\d\d時\d\d分|[0-9a-f]{8}-[0-9a-f-]{27}', "", page)


def test_one_page_shows_the_balls_of_both_towns_and_nobody_concerned(town: Town, two: Two) -> None:
    page = text(signed_in("hara").get("/towns/"))
    for said in ("みなも市", "汐見市", "青嶺県", "生活困窮者自立支援法9条", "受け取ってほしい"):
        assert said in page
    for name in (HERE, THERE, "真壁", "鳴海", "中沢", "眠れない"):
        assert name not in page


def test_the_bar_leads_there_only_for_whoever_has_hats_in_several(town: Town, two: Two) -> None:
    assert 'href="/towns/"' in signed_in("hara").get("/").content.decode()
    tanaka = signed_in("tanaka")
    assert 'href="/towns/"' not in tanaka.get("/").content.decode()
    assert "あなたの帽子は、みなも市だけです。" in text(tanaka.get("/towns/"))


def test_what_is_opened_is_opened_under_the_hat_of_its_town_and_written_down(town: Town, two: Two) -> None:
    hara = signed_in("hara")
    page = put_on(hara, town, SHIOMI, f"/desk/balls/{two.there_ball}/?open=1")
    said = text(page)
    assert THERE in said
    assert "いまは汐見市の「汐見市の困窮の支援会議」です。根拠: 生活困窮者自立支援法9条" in said
    with unwalled():
        looks = list(Look.objects.within(SHIOMI).order_by("made_at"))
        assert not Look.objects.within(MINAMO).filter(duty=hat(town, MINAMO)).exists()
    assert next((one.outcome, str(one.duty)) for one in looks) == ("hat", hat(town, SHIOMI))
    assert looks[-1].folders


def test_the_other_town_is_missing_byte_for_byte_and_search_does_not_cross(town: Town, two: Two) -> None:
    hara = signed_in("hara")
    put_on(hara, town, MINAMO)
    assert HERE in text(hara.get(f"/desk/households/{two.here}/"))
    for address in ("/desk/households/{}/", "/desk/balls/{}/", "/desk/households/{}/consents/"):
        there = hara.get(address.format(two.there if "households" in address else two.there_ball))
        nobody = hara.get(address.format(uuid4()))
        assert (there.status_code, nobody.status_code) == (404, 404)
        assert alike(there) == alike(nobody)
    assert hara.get(f"/desk/offers/{two.offer}/").status_code == 404
    for words in (THERE, "鳴海", "俊"):
        assert THERE not in text(hara.get("/search/", {"q": words})).replace(f"「{words}」", "")
    assert "1人見つかりました。" in text(hara.get("/search/", {"q": "真壁"}))


def test_a_form_of_one_town_writes_nothing_into_the_other_and_keeps_its_words(town: Town, two: Two) -> None:
    hara = signed_in("hara")
    put_on(hara, town, MINAMO)
    page = hara.get(f"/desk/households/{two.here}/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    put_on(hara, town, SHIOMI)  # in another tab
    sent = {"key": key[1], "hat": hat(town, MINAMO), "method": "phone", "words": "夜は眠れたと話した。"}
    back = f"http://testserver/desk/households/{two.here}/"
    for case in (two.here, two.there):
        answer = hara.post(f"/desk/households/{case}/journal/", sent, HTTP_REFERER=back)
        said = text(answer)
        assert answer.status_code == 409
        assert "この画面は、みなも市の「みなも市の支援会議」として開いたものです。いまは汐見市の" in said
        assert "どちらの自治体にも書き込んでいません。" in said
        assert "夜は眠れたと話した。" in said
        assert HERE not in said
    with unwalled():
        assert not JournalEntry.objects.everywhere("a test").filter(words="夜は眠れたと話した。").exists()
    again = re.search(
        r'name="hat" value="([^"]+)"><input type="hidden" name="next" value="([^"]+)"', answer.content.decode()
    )
    assert again
    assert again.groups() == (hat(town, MINAMO), f"/desk/households/{two.here}/")
    assert HERE in text(hara.post("/hat/", {"hat": again[1], "next": again[2]}, follow=True))


def test_a_hat_that_cannot_be_written_down_is_not_put_on(town: Town, two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    from marugoto.disclosure.actions.audit import NotWritten
    from marugoto.web.shell import signed_in as shell

    def broken(**_said: object) -> None:
        raise NotWritten

    hara = signed_in("hara")
    put_on(hara, town, MINAMO)
    monkeypatch.setattr(shell, "write_crossing", broken)
    assert hara.post("/hat/", {"hat": hat(town, SHIOMI)}).status_code == 503
    monkeypatch.undo()
    assert hara.get(f"/desk/households/{two.there}/").status_code == 404
    assert HERE in text(hara.get(f"/desk/households/{two.here}/"))


def test_the_page_asks_as_much_for_many_balls_as_for_few(town: Town, two: Two) -> None:
    hara = signed_in("hara")
    hara.get("/towns/")
    with counted() as few:
        hara.get("/towns/")
    for number in range(4):
        household(town, SHIOMI, "harbour", f"島田 {number}")
        offered(town, SHIOMI, "s-okuno")
    with counted() as many:
        assert text(hara.get("/towns/")).count("受け取ってほしい") == 5
    assert len(many) == len(few) <= MOST


def test_the_table_of_counterparts_is_filled_and_shows_its_gaps(town: Town) -> None:
    hara = signed_in("hara")  # at home in the health centre
    outer = town.team("pref-mind", AOMINE)
    page = hara.get("/counterparts/")
    assert "15組のうち15組は、まだ相手の係が決まっていません。" in text(page)
    assert page.content.decode().count(f"?outer={outer}") == 3
    assert f"?outer={town.team('pref-child-region', AOMINE)}" not in page.content.decode()
    form = hara.get(f"/counterparts/?outer={outer}&town={MINAMO}")
    assert "みなも市と、県 北部保健所 こころの健康担当" in text(form)
    inner = town.team("north-care-desk")
    said = {"outer": str(outer), "town": MINAMO, "inner": str(inner), "first_call": "town", "since": "2026-04-01"}
    answer = hara.post("/counterparts/new/", {"key": str(uuid4()), **said}, follow=True)
    assert "15組のうち14組は" in text(answer)
    assert "0000-22" in text(signed_in("hirata").get("/counterparts/"))
    assert "入れる" not in text(signed_in("tanaka").get("/counterparts/"))
    wrong = hara.post("/counterparts/new/", {"key": str(uuid4()), **said, "inner": ""})
    assert wrong.status_code == 422
    with counted() as asked:
        hara.get("/counterparts/")
    assert len(asked) <= MOST
