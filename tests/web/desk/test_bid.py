"""On the ball's page: another team offers itself, and the holder hands it on or says why not."""

from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from tests.begun import heard
from tests.story import one_household
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def press(worker: str, address: str, **said: str) -> HttpResponse:
    return signed_in(worker).post(address, {"key": str(uuid4()), **said}, follow=True)


def test_it_is_said_seen_and_answered(town: Town) -> None:
    story = one_household(town)
    page = signed_in("tanaka").get(f"/desk/balls/{story.ball}/").content.decode()
    assert "将棋の日に、毎週会えます。" in page
    assert f"/desk/balls/{story.ball}/offers/new/?to={town.team('shakyo-join')}" in page
    form = signed_in("tanaka").get(f"/desk/balls/{story.ball}/offers/new/?to={town.team('shakyo-join')}")
    assert f'value="{town.team("shakyo-join")}" selected' in form.content.decode()
    assert press("tanaka", f"/desk/bids/{story.bid}/refusal/").status_code == 422
    done = text(press("tanaka", f"/desk/bids/{story.bid}/refusal/", words="来週の面談までは、こちらで。"))
    assert "わけを伝えました。" in done
    assert "断られました 来週の面談までは、こちらで。" in text(signed_in("yamashita").get(f"/desk/balls/{story.ball}/"))


def test_the_tower_offers_itself_and_takes_it_back(town: Town) -> None:
    ball = heard(town).ball_id
    done = press("mori", f"/desk/balls/{ball}/bids/", words="こちらで持ちます。")
    assert "申し出を届けました。" in text(done)
    assert "持ちたいという申し出がありました" in text(signed_in("tanaka").get("/"))
    again = press("mori", f"/desk/balls/{ball}/bids/")
    assert again.status_code == 422
    assert "もう申し出てあります。" in text(again)
    bid = UUID(done.content.decode().split("/desk/bids/")[1].split("/")[0])
    assert "申し出を取り下げました。" in text(press("mori", f"/desk/bids/{bid}/withdrawal/"))


def test_who_does_not_see_the_ball_offers_nothing(town: Town) -> None:
    story = one_household(town)
    for address in (f"/desk/balls/{story.ball}/bids/", f"/desk/bids/{story.bid}/refusal/"):
        assert signed_in("okamoto").post(address, {"key": str(uuid4())}).status_code == 404


def test_a_call_for_help_is_on_the_consultation(town: Town) -> None:
    one = heard(town)
    assert (
        f"/desk/balls/{one.ball_id}/stuck/"
        in signed_in("tanaka").get(f"/desk/consultations/{one.pk}/").content.decode()
    )
