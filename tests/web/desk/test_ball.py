"""A ball alone: its own page for whoever holds it and may see no more, and what a window and a chief find on their day."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from marugoto.casework.actions import plan as plan_actions
from marugoto.casework.codes import Agreement, PlanState
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.queries.ball import face, on_our_table
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.codes import Channel, NoticeAnswer, NoticeSource
from marugoto.kernel.jst import local_day
from tests.story import Story, one_household
from tests.town import Town

pytestmark = pytest.mark.django_db


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def text(answer: object) -> str:
    words = re.sub(r"<[^>]+>", " ", answer.content.decode())  # type: ignore[attr-defined]
    return re.sub(r"\s+", " ", words)


def raised(town: Town) -> object:
    return raise_notice(
        by=town("okamoto"), at=town.later(), notice=uuid4(), source=NoticeSource.CLERK, words="食べるものがない。"
    )


def asked(town: Town, worker: str, team: str) -> object:
    """A notice of the tower's, offered without any basis."""
    raised(town)
    ball = on_our_table(town("mori")).held[0].ball
    return offer(
        by=town("mori"),
        at=town.later(),
        ball=ball,
        to=town.team(team),
        reason=OfferReason.NEARER,
        words="通院の帰りに寄れると聞きました。",
    )


@pytest.mark.parametrize(("worker", "team"), [("ogawa", "north-care-desk"), ("okamoto", "tax-pay")])
def test_a_ball_caught_without_a_basis_has_a_page_with_the_words_of_the_sender(
    town: Town, worker: str, team: str
) -> None:
    made = asked(town, worker, team)
    client = signed_in(worker)
    assert "受け取ってほしい、と届いています" in text(client.get("/"))
    caught = client.post(f"/desk/offers/{made.pk}/catch/", {"key": str(uuid4())}, follow=True)
    page = text(caught)
    assert caught.redirect_chain[-1][0] == f"/desk/balls/{made.ball_id}/"
    assert "受け取りました。ボールはあなたの係が持っています。" in page
    assert "通院の帰りに寄れると聞きました。" in page
    assert "森 健一から" in page
    assert "渡した人の電話" in page  # where to ask, now that it is ours
    assert "食べるものがない。" not in page
    assert "言葉は世帯の記録に" not in page  # there is none for these eyes
    assert "動いたことを記録する 何をしたかだけを残します" in page
    assert f'href="/desk/balls/{made.ball_id}/"' in client.get("/").content.decode()


def test_what_is_wanted_is_read_where_the_form_says_it_is(town: Town) -> None:
    made = asked(town, "ogawa", "north-care-desk")
    client = signed_in("ogawa")
    words, form = (
        "通院の帰りに寄れると聞きました。",
        text(signed_in("mori").get(f"/desk/balls/{made.ball_id}/offers/new/")),
    )
    assert "一覧でも" not in form
    assert "受け取る前に「読む・受け取れない」で読みます。" in form
    assert words not in text(client.get("/"))
    assert words in text(client.get(f"/desk/offers/{made.pk}/"))


def test_a_ball_is_not_there_for_a_team_without_it(town: Town) -> None:
    made = asked(town, "ogawa", "north-care-desk")
    assert signed_in("kishi").get(f"/desk/balls/{made.ball_id}/").status_code == 404


def test_a_window_sees_that_somebody_has_its_notice_and_what_may_be_told(town: Town) -> None:
    made = raised(town)
    before = text(signed_in("okamoto").get("/"))
    assert "あなたが伝えた気づき" in before
    assert "多機関協働担当" in before
    assert "食べるものがない" not in before
    answer_notice(
        by=town("mori"),
        at=town.later(),
        notice=made.pk,
        answer=NoticeAnswer.VISITED,
        words="米を届けた。",
        told_back="その日のうちに訪ねました。",
    )
    after = text(signed_in("okamoto").get("/"))
    assert "その日のうちに訪ねました。" in after
    assert "米を届けた。" not in after
    assert "その日のうちに" not in text(signed_in("kishi").get("/"))


def test_a_window_meets_no_household_whatever_its_team_may_read(town: Town) -> None:
    """瀬川, the counsellor of the tax office, heard somebody; 岡本 at its window sees the ball and no name."""
    at = town.later()
    heard = receive(by=town("segawa"), at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller="遠山さん"))
    page = signed_in("okamoto").get("/")
    number = face(town("okamoto"), heard.ball_id).number  # type: ignore[union-attr]
    assert f"ボール {number}" in text(page)
    assert "遠山さん" not in text(page)
    assert "遠山さん" not in text(signed_in("okamoto").get(f"/desk/balls/{heard.ball_id}/"))


def test_a_plan_that_waits_for_the_municipality_stands_on_the_chiefs_day(town: Town) -> None:
    story: Story = one_household(town)
    waiting = "決めるのを待っているプラン"
    assert waiting not in text(signed_in("yamazaki").get("/"))
    made = plan_actions.draft(
        by=town("tanaka"),
        at=town.later(),
        case=story.case,
        goals=[plan_actions.GoalDraft("月に一度、外へ出る。", None)],
        steps=[plan_actions.StepDraft("川べりを一緒に歩く。", town.team("shakyo-join"), goal=0)],
        review_on=town.now.date().replace(year=town.now.year + 1),
        agreement=Agreement.AGREED,
    )
    plan_actions.move(
        by=town("tanaka"), at=town.later(), plan=made.pk, to=PlanState.EXAMINED, conference=story.conference
    )
    page = signed_in("yamazaki").get("/")
    assert waiting in text(page)
    assert f'href="/desk/plans/{made.pk}/"' in page.content.decode()
    assert waiting not in text(signed_in("tanaka").get("/"))
