"""The main job through the desk's pages: each page is asked for, each form sent, and what the worker reads is asserted."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def send(client: Client, url: str, **fields: object):
    return client.post(url, {"key": str(uuid4()), **fields}, follow=True)


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def link(response, pattern: str) -> str:
    found = re.search(pattern, response.content.decode())
    assert found, f"{pattern} is not on the page"
    return found.group(0)


def test_from_the_notice_to_the_offer(town: Town) -> None:
    tanaka = signed_in("tanaka")
    a_notice_arrives()
    case = a_household_is_taken_on(tanaka)
    offer = a_need_is_written(tanaka, case)
    the_offer_is_declined(tanaka, offer, str(town.team("north-care-desk")))
    for page in ("/desk/households/", "/desk/consultations/", "/search/?q=さとう", "/help/"):
        assert tanaka.get(page).status_code == 200, page
    assert "佐藤 誠" in text(tanaka.get("/search/?q=佐藤"))
    assert "開いているボール" in text(signed_in("mori").get("/desk/tower/"))


def a_notice_arrives() -> None:
    okamoto = signed_in("okamoto")
    page = okamoto.get("/")
    assert "窓口で気づいたとき" in text(page)
    sent = send(okamoto, "/desk/notices/", words="食べるものがないと話された。", source="clerk", danger="no")
    assert "気づきを伝えました。" in text(sent)

    mori = signed_in("mori")
    page = mori.get("/")
    assert "食べるものがないと話された。" in text(page)
    notice = link(page, r"/desk/notices/[0-9a-f-]{36}/")
    assert okamoto.get(notice).status_code == 404
    assert "まだ答えていません" in text(mori.get(notice))


def a_household_is_taken_on(tanaka: Client) -> str:
    """The address of the case."""
    assert tanaka.get("/desk/consultations/new/").status_code == 200
    received = send(
        tanaka,
        "/desk/consultations/received/",
        day="令和8年11月16日",
        channel="phone",
        caller="佐藤さん",
        troubles=["care", "withdrawal"],
        pressing="withdrawal",
        words="母の物忘れと息子のこと。",
        urgent_food="no",
        urgent_bed="not_asked",
        urgent_violence="not_asked",
        urgent_life="no",
    )
    assert "相談を受け付けました" in text(received)
    assert "◎ ひきこもり・不登校" in text(received)
    return a_case_begins(tanaka, link(received, r"/desk/consultations/[0-9a-f-]{36}/case/"))


def a_case_begins(tanaka: Client, begin: str) -> str:
    assert tanaka.get(f"{begin}new/").status_code == 200
    household = send(
        tanaka,
        begin,
        area="north",
        **{
            "m-TOTAL_FORMS": "2",
            "m-INITIAL_FORMS": "0",
            "m-0-name": "佐藤 誠",
            "m-0-relation": "本人",
            "m-0-birth": "昭和47年5月9日",
            "m-0-sex": "male",
            "m-1-name": "佐藤 キヨ",
            "m-1-relation": "母",
            "m-1-birth": "昭和19年3月3日",
            "m-1-sex": "female",
        },
    )
    assert household.status_code == 200
    assert "佐藤さん世帯" in text(household)
    assert "自分の機関が、自分の仕事として受け付けた記録だから読めます。" in text(household)
    return link(household, r"/desk/households/[0-9a-f-]{36}/")


def a_need_is_written(tanaka: Client, case: str) -> str:
    """The address at which its ball is handed on."""
    with_need = send(
        tanaka,
        f"{case}needs/",
        title="誠さんが外で過ごせる場所",
        theme="withdrawal",
        urgency="usual",
        next_step="将棋の会に聞く",
    )
    assert "誠さんが外で過ごせる場所" in text(with_need)
    written = send(tanaka, f"{case}journal/", words="戸口で5分話せた。", method="visit")
    assert "戸口で5分話せた。" in text(written)
    return link(written, r"/desk/balls/[0-9a-f-]{36}/offers/new/")


def the_offer_is_declined(tanaka: Client, offer: str, to: str) -> None:
    ogawa = signed_in("ogawa")
    assert "渡しますか" in text(tanaka.get(offer))
    handed = send(
        tanaka,
        offer.replace("new/", ""),
        to=to,
        reason="own_field",
        words="北部の方です。",
        basis="",
    )
    assert "渡そうとしています。" in text(handed)
    waiting = ogawa.get("/")
    assert "受け取ってほしいボールが1つ届いています。" in text(waiting)
    asked = link(waiting, r"/desk/offers/[0-9a-f-]{36}/")
    assert "北部の方です。" in text(ogawa.get(asked))
    declined = send(
        ogawa, f"{asked}decline/", declined_by="agency", reason="other_fits_better", words="参加支援係が合います。"
    )
    assert "受け取れないことを、わけと一緒に伝えました。" in text(declined)
