"""人事異動: what would happen, what then happens, and what the next person finds."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.queries.directory import duties_of_team, last_resort
from marugoto.casework.actions.journal import supersede
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.offer import decline, offer
from marugoto.custody.codes import Decliner, DeclineReason, OfferReason
from marugoto.custody.queries.ball import face, faces
from marugoto.custody.queries.succession import charged_with, rehearse
from marugoto.kernel.decision import Refused
from tests.begun import heard
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def send(worker: str, address: str, **said: object) -> HttpResponse:
    return signed_in(worker).post(address, {"key": str(uuid4()), **said}, follow=True)


def test_the_rehearsal_says_what_then_happens_and_writes_nothing(town: Town, story: Story) -> None:
    tanaka = town("tanaka").duty
    before = len(charged_with(town("tanaka"), tanaka))
    assert before
    page = text(signed_in("honma").get(f"/office/staff/rehearsal/?duty={tanaka}"))
    said = rehearse(town("honma"), frozenset({tanaka})).passings[0]
    assert f"1人が動くと、ボール{before}つの担当が変わります。" in page
    assert said.to in page
    assert len(charged_with(town("tanaka"), tanaka)) == before
    done = send(
        "honma", "/office/staff/endings/", duty=str(tanaka), day=timezone.localdate().isoformat(), reason="異動"
    )
    assert "1人の役割を" in text(done)
    moved = face(town("mori"), story.ball)
    assert moved is not None
    assert (moved.in_charge_name, moved.to_be_handed_over) == (said.to, True)


def test_a_day_to_come_moves_nothing_until_then(town: Town, story: Story) -> None:
    tanaka, day = town("tanaka").duty, timezone.localdate() + timedelta(days=10)
    send("honma", "/office/staff/endings/", duty=str(tanaka), day=day.isoformat(), reason="人事異動")
    assert "から不在" in text(signed_in("honma").get("/office/staff/"))
    assert face(town("mori"), story.ball).in_charge == tanaka  # type: ignore[union-attr]
    at = timezone.now() + timedelta(days=11)
    run_due(by=town.settled.viewer(town.body, "mori", at), at=at)
    assert face(town("mori"), story.ball).in_charge != tanaka  # type: ignore[union-attr]


def test_nobody_and_no_day_are_said_and_nothing_ends(town: Town) -> None:
    nobody = send("honma", "/office/staff/endings/", day=timezone.localdate().isoformat(), reason="異動")
    assert "動く人が選ばれていません。" in text(nobody)
    tanaka = town("tanaka").duty
    undated = send("honma", "/office/staff/endings/", duty=str(tanaka), day="", reason="異動")
    assert undated.status_code == 422
    assert town("tanaka").duty == tanaka


def test_a_team_with_a_ball_is_not_closed(town: Town, story: Story) -> None:
    team = town("tanaka").team
    answer = send("honma", f"/office/teams/{team}/ending/", day=timezone.localdate().isoformat(), reason="統合")
    assert answer.status_code == 422
    assert "まだ閉じられません。" in text(answer) or "最後の受け皿なので、閉じられません。" in text(answer)


def test_the_next_person_gets_the_ball_with_its_note_and_a_tiding(town: Town, story: Story) -> None:
    hoshi, note = town("hoshi"), "母は午前なら出られる。"
    given = {"to": str(hoshi.duty), f"take_{story.ball.hex}": "on", f"note_{story.ball.hex}": note}
    assert "1つを引きつぎました。" in text(send("tanaka", "/desk/succession/balls/", **given))
    assert face(hoshi, story.ball).in_charge == hoshi.duty  # type: ignore[union-attr]
    tanaka = signed_in("tanaka")  # of the same team
    assert note in text(tanaka.get(f"/desk/succession/?duty={hoshi.duty}"))
    pack = text(tanaka.get(f"/desk/succession/pack/?duty={hoshi.duty}"))
    assert note in pack
    assert "開いている必要" in pack
    assert "戸口で5分話せた。" in pack
    assert signed_in("ogawa").get(f"/desk/succession/?duty={hoshi.duty}").status_code == 404


def test_nothing_chosen_keeps_the_notes_that_were_typed(town: Town, story: Story) -> None:
    typed = {"to": str(town("hoshi").duty), f"note_{story.ball.hex}": "まだ印をつけていない。"}
    answer = send("tanaka", "/desk/succession/balls/", **typed)
    assert answer.status_code == 422
    assert "引きつぐボールが選ばれていません。" in text(answer)
    assert "まだ印をつけていない。" in text(answer)


def test_a_no_is_heard_on_the_day_of_the_sender_until_it_was_read(town: Town) -> None:
    made = offer(
        by=town("tanaka"),
        at=town.later(),
        ball=heard(town).ball_id,
        to=town.team("north-care-desk"),
        reason=OfferReason.AREA,
    )
    decline(
        by=town("ogawa"),
        at=town.later(),
        offer=made.pk,
        declined_by=Decliner.AGENCY,
        reason=DeclineReason.NO_ROOM,
        words="来月なら。",
    )
    tanaka = signed_in("tanaka")
    page = tanaka.get("/")
    assert "断られました" in text(page)
    found = re.search(r"/tidings/[0-9a-f-]+/reading/", page.content.decode())
    assert found
    tanaka.post(found.group(), {"key": str(uuid4())})
    assert "断られました" not in text(tanaka.get("/"))
    assert signed_in("ogawa").post(found.group(), {"key": str(uuid4())}).status_code == 404


def test_the_last_resort_is_not_emptied_on_a_day_to_come(town: Town) -> None:
    """Each of them alone could go; all together, nobody would be left to hold a ball."""
    team = town("tanaka").team
    assert last_resort(town.body).pk == team
    all_of_them = [str(duty.pk) for duty in duties_of_team(team, timezone.localdate())]
    day = (timezone.localdate() + timedelta(days=10)).isoformat()
    answer = send("honma", "/office/staff/endings/", duty=all_of_them, day=day, reason="人事異動")
    assert answer.status_code == 422
    assert "最後の受け皿の係に、だれもいなくなります。" in text(answer)


def test_what_is_not_there_and_what_is_hidden_are_the_same_to_a_hand(town: Town, story: Story) -> None:
    kishi = signed_in("kishi")
    for address in (f"/desk/offers/{story.offer}/withdrawal/", f"/desk/balls/{story.ball}/stuck/"):
        hidden = kishi.post(address, {"key": str(uuid4())})
        missing = kishi.post(re.sub(r"[0-9a-f-]{36}", str(uuid4()), address), {"key": str(uuid4())})
        assert (hidden.status_code, missing.status_code) == (404, 404), address


def test_a_household_is_not_ended_by_its_ball_alone(town: Town, story: Story) -> None:
    ball = faces(town("tanaka"), [story.case])[story.case].ball
    answer = send("tanaka", f"/desk/balls/{ball}/settlement/", outcome="achieved")
    assert answer.status_code == 409
    assert "世帯の支援は、ボールだけでは終えられません。" in text(answer)


def test_a_plan_is_examined_only_by_a_conference_that_was_held_about_it(town: Town, story: Story) -> None:
    answer = send("tanaka", f"/desk/plans/{story.plan}/standing/", to="examined", conference=str(uuid4()))
    assert answer.status_code == 409
    assert "その会議では、このプランを確かめていません。" in text(answer)


def test_only_the_writer_corrects_an_entry(town: Town, story: Story) -> None:
    assert "まちがい。" in text(send("tanaka", f"/desk/journal/{story.entry}/correction/", words="まちがい。"))
    with pytest.raises(Refused):
        supersede(by=town("hoshi"), at=town.later(), entry=story.entry, words="別の人の直し。")
