"""目的外の提供: without a decision of another nothing goes along; asked for in one press, decided, gone on from, taken back."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from marugoto.casework.queries import need as needs
from marugoto.disclosure.models import GrantEnding, PurposeRequest
from tests.database import unwalled
from tests.story import Story
from tests.town import HOTAKAZAWA, Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
WHY = "家計の相談に、世帯の様子が要るため"


def offered(town: Town, story: Story, **more: str) -> HttpResponse:
    sent = {
        "key": str(uuid4()),
        "to": str(town.team("north-care-desk")),
        "reason": "nearer",
        "words": "午前中なら会えます。",
        "basis": "purpose_change",
        "parts": ["basic"],
        "basis_reason": WHY,
    }
    return signed_in("tanaka").post(f"/desk/balls/{story.ball}/offers/", sent | more, follow=True)


def asked(town: Town, story: Story) -> UUID:
    answer = offered(town, story, ask="decision")
    assert answer.status_code == 200, text(answer)
    return UUID(answer.redirect_chain[-1][0].split("/")[3])


def said(worker: str, purpose: UUID, door: str = "decision", **fields: Any) -> HttpResponse:
    sent = {"key": str(uuid4()), **fields}
    return signed_in(worker).post(f"/desk/purposes/{purpose}/{door}/", sent, follow=True)


def test_a_typed_reason_alone_opens_nothing_and_the_page_says_what_to_do(town: Town, story: Story) -> None:
    answer = offered(town, story)
    page = text(answer)
    assert answer.status_code == 422
    assert "その決定が、まだありません。" in page
    assert "決められる人" in page
    assert "福祉総合相談課長" in page
    assert "午前中なら会えます。" in answer.content.decode()
    assert "決定を求める" in page


def test_it_is_asked_for_decided_and_gone_on_from(town: Town, story: Story) -> None:
    purpose = asked(town, story)
    mine = text(signed_in("tanaka").get(f"/desk/purposes/{purpose}/"))
    assert "決定を待っています" in mine
    assert "あなたの決定を待っています。" in text(signed_in("yamazaki").get("/"))
    page = text(signed_in("yamazaki").get(f"/desk/purposes/{purpose}/"))
    assert "佐藤 キヨ" in page
    assert WHY in page
    assert "69条2項2号" in page
    assert "決めました。" in text(said("yamazaki", purpose, agreed="yes"))
    assert "認められました。" in text(signed_in("tanaka").get("/"))
    form = signed_in("tanaka").get(f"/desk/balls/{story.ball}/offers/new/?asked={purpose}").content.decode()
    assert "午前中なら会えます。" in form
    assert WHY in form
    assert "渡そうとしています" in text(offered(town, story))
    assert "認められました。" not in text(signed_in("tanaka").get("/")), "it is used by now"


def test_a_no_says_why_and_what_else(town: Town, story: Story) -> None:
    purpose = asked(town, story)
    bare = said("yamazaki", purpose, agreed="no")
    assert bare.status_code == 422
    assert "認めないわけ" in text(bare)
    said("yamazaki", purpose, agreed="no", said="本人に聞けます。")
    page = text(signed_in("tanaka").get(f"/desk/purposes/{purpose}/"))
    assert "本人に聞けます。" in page
    assert "本人の同意を得るか" in page
    assert offered(town, story).status_code == 422


@pytest.mark.parametrize("worker", ["mori", "ogawa", "nishimura", "tanaka"])
def test_nobody_else_decides(town: Town, story: Story, worker: str) -> None:
    purpose = asked(town, story)
    assert said(worker, purpose, agreed="yes").status_code == 404
    with unwalled():
        assert PurposeRequest.objects.within(town.body).filter(pk=purpose, decision=None).exists()
    assert signed_in("ogawa").get(f"/desk/purposes/{purpose}/").status_code == 404


def test_what_stood_on_it_closes_when_it_is_taken_back(town: Town, story: Story) -> None:
    purpose = asked(town, story)
    said("yamazaki", purpose, agreed="yes")
    offered(town, story)
    with unwalled():
        from marugoto.custody.models import Offer

        made = Offer.objects.within(town.body).get(ball=story.ball, ended=None).pk
    signed_in("ogawa").post(f"/desk/offers/{made}/catch/", {"key": str(uuid4())})
    town.later(days=20)
    assert needs.get(town("ogawa"), story.need)
    assert said("yamazaki", purpose, "ending").status_code == 422
    assert "取り消しました。" in text(said("yamazaki", purpose, "ending", ended_why="要らなくなった"))
    assert needs.get(town("ogawa"), story.need) is None
    with unwalled():
        assert GrantEnding.objects.within(town.body).filter(reason="目的外の提供の決定がなくなった").exists()
    assert "取り消されました" in text(signed_in("shiraishi").get("/desk/purposes/"))


def test_in_a_town_of_few_the_other_chief_and_the_mayor_can(db: None, town: Town) -> None:
    from marugoto.disclosure.queries.purpose import deciders

    assert deciders(town("aruga", HOTAKAZAWA)) == ["唐沢 茂(住民福祉課長)", "山寺 善行(町長)"]
    assert deciders(town("h-toda", HOTAKAZAWA)) == [], "the board of education decides on what is its own"


def test_the_list_costs_the_same_for_one_and_for_many(town: Town, story: Story) -> None:
    asked(town, story)
    chief = signed_in("yamazaki")
    chief.get("/desk/purposes/")
    with counted() as few:
        chief.get("/desk/purposes/")
    for _ in range(6):
        asked(town, story)
    with counted() as many:
        page = chief.get("/desk/purposes/")
    assert "8件" in text(page) or "7件" in text(page)
    assert len(few) == len(many)
    assert len(many) <= 14
