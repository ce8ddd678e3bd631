"""What came in, handed on by the form: a ground is chosen, the receiver reads it, answers it, and nobody ends it by its ball alone."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from marugoto.custody.models import Offer
from marugoto.custody.queries.ball import faces
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.intake.models import Consultation, Notice, NoticeReply
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
WORDS = "三日食べていない。"


@pytest.fixture
def notice(town: Town) -> Notice:
    how = {"source": NoticeSource.CLERK, "words": WORDS, "informant": "近所の石井"}
    return raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), **how)


def send(worker: str, address: str, **fields: Any) -> HttpResponse:
    sent = {"key": str(uuid4()), **fields}
    return signed_in(worker).post(f"/desk/{address}/", sent, follow=True)


def hand_on(town: Town, ball: UUID, to: str, **fields: Any) -> HttpResponse:
    said = {"to": str(town.team(to)), "reason": "own_field", "basis": "own_duty"} | fields
    return send("mori", f"balls/{ball}/offers", **said)


def offer_of(ball: UUID) -> UUID:
    with unwalled():
        return Offer.objects.everywhere("the one that was made").get(ball=ball).pk


def test_the_clerks_notice_goes_to_the_desk_which_reads_and_answers_it(town: Town, notice: Notice) -> None:
    page = text(signed_in("mori").get(f"/desk/balls/{notice.ball_id}/offers/new/"))
    assert "自分の機関の仕事(個人情報保護法69条1項)" in page
    assert "名前も記録も伝えずに渡す" not in page
    assert "にかけられます" not in page
    assert "相手が受け取るまで" in text(hand_on(town, notice.ball_id, "soudan-desk"))
    tanaka, made = signed_in("tanaka"), offer_of(notice.ball_id)
    asked = text(tanaka.get(f"/desk/offers/{made}/"))
    assert "受け取ると、次の部分が読めるようになります。" in asked
    assert WORDS not in asked
    assert tanaka.get(f"/desk/notices/{notice.pk}/").status_code == 404
    got = send("tanaka", f"offers/{made}/catch")
    assert got.redirect_chain[-1][0] == f"/desk/notices/{notice.pk}/"
    assert WORDS in text(got)
    assert "近所の石井" not in text(got)
    done = send("tanaka", f"notices/{notice.pk}/answer", answer="visited", words="訪ねた。", told_back="訪ねました。")
    assert "気づきに答えました。" in text(done)
    assert "訪ねました。" in text(signed_in("okamoto").get("/"))


def test_who_handed_it_on_reads_it_still_and_is_told_who_answers(town: Town, notice: Notice) -> None:
    hand_on(town, notice.ball_id, "soudan-desk")
    send("tanaka", f"offers/{offer_of(notice.ball_id)}/catch")
    page = text(signed_in("mori").get(f"/desk/notices/{notice.pk}/"))
    assert WORDS in page
    assert "答えるのは、いまの持ち手の係です。" in page
    assert "相談として受ける" not in page


def test_the_informant_goes_along_only_where_it_is_ticked(town: Town, notice: Notice) -> None:
    assert "知らせた人" in text(signed_in("mori").get(f"/desk/balls/{notice.ball_id}/offers/new/"))
    hand_on(town, notice.ball_id, "soudan-desk", parts=["informant"])
    assert "近所の石井" in text(send("tanaka", f"offers/{offer_of(notice.ball_id)}/catch"))


@pytest.mark.parametrize(
    ("to", "fields", "says"),
    [
        ("north-care-desk", {}, "別の機関なので"),
        ("north-care-desk", {"basis": "purpose_change"}, "理由が要ります"),
        ("education-learn", {}, "別の機関なので"),
        ("insurance-pay", {}, "読んで答える役割の人がいません"),
        ("soudan-desk", {"basis": ""}, "記録を伝える根拠"),
        ("soudan-desk", {"basis": "emergency"}, "選択してください"),
    ],
)
def test_what_cannot_be_is_said_on_the_form_and_nothing_is_lost(
    town: Town, notice: Notice, to: str, fields: dict[str, str], says: str
) -> None:
    answer = hand_on(town, notice.ball_id, to, words="お願いします", **fields)
    assert answer.status_code == 422
    assert says in text(answer)
    assert "お願いします" in text(answer)
    with unwalled():
        assert not Offer.objects.everywhere("nothing was sent").exists()


def test_a_ball_is_not_ended_behind_the_notices_back(town: Town, notice: Notice) -> None:
    mori = signed_in("mori")
    page = text(mori.get(f"/desk/balls/{notice.ball_id}/"))
    assert "気づきのボールは、気づきに答えないままではおわりにできません。" in page
    assert "おわりにする" not in page
    form = mori.get(f"/desk/balls/{notice.ball_id}/end/", follow=True)
    assert form.redirect_chain[-1][0] == f"/desk/notices/{notice.pk}/"
    assert "答える" in text(form)
    refused = send("mori", f"balls/{notice.ball_id}/settlement", outcome="achieved")
    assert refused.status_code == 409
    assert "気づきの画面の「答える」から" in text(refused)
    assert faces(town("mori"), [notice.pk])[notice.pk].settled_at is None
    with unwalled():
        assert not NoticeReply.objects.everywhere("no answer").exists()


def test_an_answered_notice_offers_no_new_beginning(town: Town, notice: Notice) -> None:
    send("mori", f"notices/{notice.pk}/answer", answer="visited", words="訪ねた。")
    assert "もう一度始める" not in text(signed_in("mori").get(f"/desk/balls/{notice.ball_id}/"))
    assert send("mori", f"balls/{notice.ball_id}/reopening").status_code == 409


def test_a_consultation_goes_on_with_its_words_and_is_ended_by_who_holds_it(town: Town) -> None:
    row = heard(town)
    fields = {"to": str(town.team("tower")), "reason": "own_field", "basis": "own_duty"}
    assert "相手が受け取るまで" in text(send("tanaka", f"balls/{row.ball_id}/offers", **fields))
    got = send("mori", f"offers/{offer_of(row.ball_id)}/catch")
    assert got.redirect_chain[-1][0] == f"/desk/consultations/{row.pk}/"
    assert "母のこと。" in text(got)
    assert "世帯の支援を始める" in text(got)
    former = text(signed_in("tanaka").get(f"/desk/consultations/{row.pk}/"))
    assert "いまの持ち手の係です" in former
    refused = send("mori", f"balls/{row.ball_id}/settlement", outcome="achieved")
    assert (refused.status_code, "どうなったかを残さないまま" in text(refused)) == (409, True)
    assert "相談をおわりにしました。" in text(send("mori", f"consultations/{row.pk}/ending", end="answered"))


def test_a_need_may_still_go_without_a_name(town: Town) -> None:
    story: Story = one_household(town)
    page = text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/offers/new/"))
    assert "名前も記録も伝えずに渡す" in page
    assert "基本(氏名・生年月日・家族)" in page


def test_nameless_has_nothing_ticked_and_what_is_ticked_beside_it_is_not_dropped(town: Town) -> None:
    story: Story = one_household(town)
    page = signed_in("tanaka").get(f"/desk/balls/{story.ball}/offers/new/").content.decode()
    assert re.search(r'name="basis" value=""[^>]*checked', page)
    assert not re.findall(r'name="parts"[^>]*checked', page)
    assert "根拠を選んだら、伝える部分に印をつけてください" in page
    fields = {"to": str(town.team("child-family")), "reason": "own_field", "basis": "", "parts": ["basic"]}
    refused = send("tanaka", f"balls/{story.ball}/offers", **fields)
    assert refused.status_code == 422
    assert "名前も記録も伝えずに渡すなら、伝える部分の印を外してください。" in text(refused)
    del fields["parts"]
    assert "相手が受け取るまで" in text(send("tanaka", f"balls/{story.ball}/offers", **fields))


def test_where_it_goes_with_its_record_the_usual_parts_are_ticked(town: Town) -> None:
    story: Story = one_household(town)
    ball = faces(town("tanaka"), [story.case])[story.case].ball
    page = signed_in("tanaka").get(f"/desk/balls/{ball}/offers/new/").content.decode()
    assert len(re.findall(r'name="parts"[^>]*checked', page)) == 2


def test_the_lead_of_a_household_goes_on_with_its_record(town: Town) -> None:
    story: Story = one_household(town)
    ball = faces(town("tanaka"), [story.case])[story.case].ball
    page = text(signed_in("tanaka").get(f"/desk/balls/{ball}/offers/new/"))
    assert "まとめ役は、世帯の記録と一緒に渡します。" in page
    assert "名前も記録も伝えずに渡す" not in page
    fields = {"to": str(town.team("child-family")), "reason": "own_field", "basis": "own_duty", "parts": ["basic"]}
    assert "相手が受け取るまで" in text(send("tanaka", f"balls/{ball}/offers", **fields))
    got = send("fujii", f"offers/{offer_of(ball)}/catch")
    assert got.redirect_chain[-1][0] == f"/desk/households/{story.case}/"
    assert "佐藤さん世帯" in text(got)


def heard(town: Town) -> Consultation:
    at = town.later()
    told = Told(caller="石井さん", words="母のこと。")
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)
