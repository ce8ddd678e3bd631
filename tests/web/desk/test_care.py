"""Beside a ball: a step, a companion, the control tower's acting until a day, the return with what was learnt, a new beginning."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.casework.actions.need import add_need, offer_need
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import BallState, OfferReason, Outcome
from marugoto.custody.queries.ball import face
from marugoto.intake.rules.troubles import TroubleCode
from tests.begun import heard, supported
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def send(worker: str, ball: object, verb: str, **said: str) -> HttpResponse:
    answer = signed_in(worker).post(f"/desk/balls/{ball}/{verb}/", {"key": str(uuid4()), **said}, follow=True)
    assert answer.status_code in {200, 409, 422}, answer.status_code
    return answer


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_the_tower_acts_for_a_time_and_what_was_learnt_is_found_by_the_holder(town: Town, story: Story) -> None:
    kept = text(send("mori", story.ball, "rescue", until=in_days(10)))
    assert "預かりました。その日までは、司令塔が持ち手のかわりに動きます。" in kept
    assert "預かって動いています。" in text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))
    back = text(send("mori", story.ball, "return", code="whom_to_ask", words="先に地区の民生委員に聞く。"))
    assert "持ち手に返しました。" in back
    for worker in ("tanaka", "mori"):
        lessons = text(signed_in(worker).get("/desk/lessons/"))
        assert "だれに聞けばよいか分かった" in lessons
        assert "先に地区の民生委員に聞く。" in lessons
    assert "先に地区の民生委員に聞く。" not in text(signed_in("ogawa").get("/desk/lessons/"))


def test_what_was_learnt_is_found_by_another_agency_by_its_theme(town: Town, story: Story) -> None:
    """Said with the answer, it stands beside the next call of the same theme; a name is refused and what was typed stays."""
    send("tanaka", story.ball, "stuck")
    said = {"outcome": "self", "code": "rules_known", "words": "佐藤さんの年金は、窓口で聞く。"}
    refused = send("mori", story.ball, "answer", **said)
    assert refused.status_code == 422
    assert "人の名前や電話に見えます" in text(refused)
    assert "何が分かったかを選んでください。" in text(
        send("mori", story.ball, "answer", outcome="self", words="窓口で聞く。")
    )
    said["words"] = "年金のことは、窓口で聞くと早い。"
    assert "「困った」に答えました。" in text(send("mori", story.ball, "answer", **said))
    theme = face(town("mori"), story.ball).theme  # type: ignore[union-attr]
    lessons = text(signed_in("ogawa").get("/desk/lessons/", {"theme": theme}))
    assert "年金のことは、窓口で聞くと早い。" in lessons
    assert "田中" not in lessons
    other = "debt" if theme != "debt" else "care"
    assert "窓口で聞くと早い。" not in text(signed_in("ogawa").get("/desk/lessons/", {"theme": other}))
    send("tanaka", story.ball, "stuck")
    beside = text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))
    assert "同じテーマで、前に分かったこと" in beside
    assert "年金のことは、窓口で聞くと早い。" in beside


def test_a_day_too_far_or_missing_is_said_and_nothing_is_taken(town: Town, story: Story) -> None:
    assert "預かりは二か月までです。" in text(send("mori", story.ball, "rescue", until=in_days(90)))
    assert face(town("mori"), story.ball).rescue is None  # type: ignore[union-attr]
    send("tanaka", story.ball, "stuck")
    asked = send("mori", story.ball, "answer", outcome="taken", until="")
    assert asked.status_code == 422
    assert "預かるときは、返す日を書いてください。" in text(asked)
    assert face(town("mori"), story.ball).state is BallState.STUCK  # type: ignore[union-attr]


def test_the_call_for_help_is_answered_on_the_ball_by_taking_it(town: Town, story: Story) -> None:
    send("tanaka", story.ball, "stuck")
    assert "「困った」に答える" in text(signed_in("mori").get(f"/desk/balls/{story.ball}/"))
    assert "「困った」に答えました。" in text(send("mori", story.ball, "answer", outcome="taken", until=in_days(5)))
    found = face(town("mori"), story.ball)
    assert found is not None
    assert found.kept_by is not None
    assert found.stuck is None


def test_who_called_for_help_may_find_a_way_alone(town: Town, story: Story) -> None:
    send("tanaka", story.ball, "stuck")
    page = signed_in("tanaka").get(f"/desk/balls/{story.ball}/")
    assert "返事を待っています。道が見つかったら、取り下げられます。" in text(page)
    assert "「困った」に答えました。" in text(send("tanaka", story.ball, "answer", outcome="self"))


def test_a_companion_sees_the_ball_records_a_step_and_leaves(town: Town, story: Story) -> None:
    """林 works for places: she meets no household, and yet moves along."""
    worker = "hayashi"
    assert signed_in(worker).get(f"/desk/balls/{story.ball}/").status_code == 404
    send("tanaka", story.ball, "companions", team=str(town(worker).team))
    page = text(signed_in(worker).get(f"/desk/balls/{story.ball}/"))
    assert "いっしょに動く係(伴走)" in page
    assert "佐藤" not in page
    assert "記録しました。" in text(send(worker, story.ball, "touches", kind="tried"))
    again = send("tanaka", story.ball, "companions", team=str(town(worker).team))
    assert again.status_code == 422
    assert "もう伴走しています。" in text(again)


def test_a_settled_ball_begins_again_with_its_last_holder(town: Town, story: Story) -> None:
    settle(by=town("tanaka"), at=town.later(), ball=story.ball, outcome=Outcome.NOT_NEEDED)
    assert "もう一度始める" in text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))
    assert "もう一度始めました。" in text(send("tanaka", story.ball, "reopening"))
    assert face(town("tanaka"), story.ball).settled_at is None  # type: ignore[union-attr]


def test_whoever_leads_the_support_begins_a_need_again_that_another_team_ended(town: Town, story: Story) -> None:
    """The team that held it may read it no more."""
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        to=town.team("shakyo-join"),
        reason=OfferReason.NEARER,
        words="会って話を聞いてください。",
    )
    catch(by=town("yamashita"), at=town.later(), offer=made.pk)
    assert "もう一度始める" not in text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))
    settle(by=town("yamashita"), at=town.later(), ball=story.ball, outcome=Outcome.NOT_NEEDED)
    assert "もう一度始める" in text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))
    assert "もう一度始めました。" in text(send("tanaka", story.ball, "reopening"))
    found = face(town("tanaka"), story.ball)
    assert found is not None
    assert (found.settled_at, found.holder.id) == (None, town.team("shakyo-join"))


def test_the_tower_reaches_every_ball_from_its_list_and_reads_no_name_it_may_not(town: Town, story: Story) -> None:
    mori = signed_in("mori")
    assert f"/desk/balls/{story.ball}/" in mori.get("/desk/tower/").content.decode()
    assert mori.get(f"/desk/balls/{story.ball}/").status_code == 200


def test_with_what_one_is_stuck_goes_to_whoever_answers(town: Town) -> None:
    row, words = heard(town), "三回訪ねて、会えていません。"
    own = text(signed_in("tanaka").get(f"/desk/balls/{row.ball_id}/"))
    assert "何に困っているかを添えて、司令塔に知らせる" in own
    back = send("tanaka", row.ball_id, "stuck", words="上田さんが出てきません。")
    assert back.status_code == 422
    assert "「上田さん」は、人の名前や電話に見えます。" in text(back)
    assert "上田さんが出てきません。" in back.content.decode(), "what was typed is still there"
    assert face(town("tanaka"), row.ball_id).stuck is None  # type: ignore[union-attr]
    assert "司令塔に知らせました。" in text(send("tanaka", row.ball_id, "stuck", words=words))
    assert send("tanaka", row.ball_id, "stuck/words").status_code == 422
    assert "司令塔に届けました。" in text(send("tanaka", row.ball_id, "stuck/words", words="あすも行きます。"))
    page = text(signed_in("mori").get(f"/desk/balls/{row.ball_id}/"))
    assert words in page
    assert "あすも行きます。" in page
    assert "受けた相談" in page


def test_pressed_in_another_window_and_sent_again_with_a_line_the_line_is_kept(town: Town) -> None:
    row, words = heard(town), "三回訪ねて、会えていません。"
    send("tanaka", row.ball_id, "stuck")
    again = send("tanaka", row.ball_id, "stuck", words=words)
    assert again.status_code == 200
    assert "「困った」はもう届いていました。何に困っているかを、司令塔に届けました。" in text(again)
    assert words in text(signed_in("mori").get(f"/desk/balls/{row.ball_id}/"))
    assert send("tanaka", row.ball_id, "stuck").status_code == 409, "a press alone adds nothing"


def test_where_it_cannot_be_called_any_more_the_reason_stands_beside_the_line(town: Town, story: Story) -> None:
    settle(by=town("tanaka"), at=town.later(), ball=story.ball, outcome=Outcome.NOT_NEEDED)
    back = send("tanaka", story.ball, "stuck", words="三回訪ねて、会えていません。")
    assert back.status_code == 422
    assert "このボールはおわっています。" in text(back)
    assert "三回訪ねて、会えていません。" in back.content.decode()


def test_whoever_takes_it_reads_with_what_it_was_stuck(town: Town) -> None:
    row, words = heard(town), "三回訪ねて、会えていません。"
    send("tanaka", row.ball_id, "stuck", words=words)
    made = offer(
        by=town("tanaka"), at=town.later(), ball=row.ball_id, to=town.team("north-care-desk"), reason=OfferReason.AREA
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    page = text(signed_in("ogawa").get(f"/desk/balls/{row.ball_id}/"))
    assert words in page
    assert "返事がすみました" in page


def test_the_tower_says_in_words_what_is_open_and_leads_to_the_record_only_who_may_read_it(town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.DEBT, title="借金の整理")
    record, ball = f"/desk/households/{case}/", f"/desk/balls/{need.ball_id}/"
    for worker, leads in (("mori", ball), ("yamazaki", record)):
        client = signed_in(worker)
        tower = client.get("/desk/tower/?kind=need")
        said = text(tower)
        assert re.search(rf'<th scope="row" class="who"><a href="{leads}"', tower.content.decode()), worker
        assert ("借金の整理" in said, "上田さん" in said) == (worker == "yamazaki",) * 2
        assert ("債務のこと" in said, "記録は開かれていません" in said) == (worker == "mori",) * 2
        shown = client.get(ball)
        assert (f'href="{record}"' in shown.content.decode()) is (worker == "yamazaki")
        assert ("中身の記録は、あなたの係には開かれていません。" in text(shown)) is (worker == "mori")
        assert client.get(record).status_code == (404 if worker == "mori" else 200)
