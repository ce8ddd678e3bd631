"""At the table: who came, what was said, what was decided; before it begins, while it lasts, and when it is over."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.conferences.actions import agenda
from marugoto.conferences.models import Decision, Minutes
from marugoto.conferences.queries import conference as queries
from marugoto.custody.models import Ball
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Grant
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town
from tests.web.meeting.calling import called, home, kept, put_on, records, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db
FORMS = ("出欠をつける", "話し合いを書く", "役割を決める", "席を足す", "議題に入れる", "自分の見立てを書く", "約束する")


@pytest.fixture
def story(town: Town) -> Story:
    """A conference that has begun; 田中 pledged, 山下 sits and has not yet."""
    return one_household(town)


def in_three_weeks() -> date:
    """The doors go by the real clock, and nothing is decided until a day that is over."""
    return timezone.localdate() + timedelta(days=21)


def everything(town: Town, story: Story, client: Client) -> dict[str, HttpResponse]:
    """Every form of the conference's page, filled as it should be."""
    due = f"{local_day(town.now) + timedelta(days=7):%Y/%m/%d}"
    role = {"need": story.need, "words": "あとから決める", "taken_by": town("tanaka").duty, "due": due}
    filled: dict[str, dict[str, Any]] = {
        f"conferences/{story.conference}/items/": {"case": story.case, "basis": "support_conference"},
        f"conferences/{story.conference}/attendance/": {
            f"seat_{seat}": "absent" for seat in seats(town, story.conference).values()
        },
        f"items/{story.item}/seats/": {"duty": town("nishimura").duty, "reason": "学校を知る"},
        f"items/{story.item}/minutes/": {"words": "あとから書く"},
        f"items/{story.item}/decisions/": role,
        f"seats/{story.seat}/view/": {"knows": "あとから知った"},
    }
    return {address: send(client, address, **fields) for address, fields in filled.items()}


def seats(town: Town, meeting: UUID) -> dict[UUID, UUID]:
    """By duty; two seats of one moment have no order."""
    found = queries.get(town("tanaka"), meeting)
    assert found
    return {seat.duty: seat.seat for item in found.items for seat in item.seats}


def test_a_closed_conference_takes_nothing_more_and_says_why(town: Town, story: Story, tanaka: Client) -> None:
    assert send(tanaka, f"conferences/{story.conference}/closing/").status_code == 302
    before = records()
    for address, answer in everything(town, story, tanaka).items():
        assert answer.status_code == 409, address
        assert "この会議はもう終わっています。" in words(answer), address
    refused = send(tanaka, f"items/{story.item}/minutes/", words="あとから書く")
    assert "あとから書く" in words(refused)  # what was typed is not lost
    assert records() == before
    found = queries.get(town("tanaka"), story.conference)
    assert found
    assert {seat.attendance for seat in found.items[0].seats} == {"present"}


def test_a_closed_conference_is_pledged_no_more(town: Town, story: Story, tanaka: Client) -> None:
    send(tanaka, f"conferences/{story.conference}/closing/")
    before, hers = records(), seats(town, story.conference)[town("yamashita").duty]
    answer = send(signed_in("yamashita"), f"seats/{hers}/pledge/")
    assert answer.status_code == 409
    assert "この会議はもう終わっています。" in words(answer)
    assert records() == before


def test_a_closed_conference_offers_no_form_and_still_reads(town: Town, story: Story, tanaka: Client) -> None:
    address = f"/meeting/conferences/{story.conference}/"
    open_page = words(tanaka.get(address))
    assert all(form in open_page for form in FORMS if form != "約束する")
    assert "約束する" in words(signed_in("yamashita").get(address))
    send(tanaka, f"conferences/{story.conference}/closing/")
    for reader in (tanaka, signed_in("yamashita")):
        page = words(reader.get(address))
        assert [form for form in FORMS if form in page] == []
    page = words(tanaka.get(address))
    assert "将棋の会に名前を出さずに聞く。" in page
    assert "田中が探す" in page


def test_a_conference_that_was_called_off_takes_nothing(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    case = home(town, 1)
    item = put_on(town, meeting, case)
    seat = agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("tanaka").duty)
    assert send(tanaka, f"conferences/{meeting}/calling-off/").status_code == 302
    before, off = records(), "この会議は取りやめになりました。"
    answers = [
        send(tanaka, f"conferences/{meeting}/items/", case=case, basis="support_conference"),
        send(tanaka, f"conferences/{meeting}/attendance/", **{f"seat_{seat.pk}": "present"}),
        send(tanaka, f"conferences/{meeting}/beginning/"),
        send(tanaka, f"items/{item.pk}/seats/", duty=town("nishimura").duty, reason="学校を知る"),
        send(tanaka, f"items/{item.pk}/minutes/", words="開かなかった会の話"),
        send(tanaka, f"seats/{seat.pk}/pledge/"),
        send(tanaka, f"seats/{seat.pk}/view/", knows="開かなかった"),
    ]
    assert [(answer.status_code, off in words(answer)) for answer in answers] == [(409, True)] * len(answers)
    assert records() == before
    page = words(tanaka.get(f"/meeting/conferences/{meeting}/"))
    assert "この会議は取りやめました。" in page
    assert [form for form in FORMS if form in page] == []


def test_before_it_begins_nothing_is_recorded(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    item = put_on(town, meeting, home(town, 1))
    for sent in ("早すぎる話", ""):
        answer = send(tanaka, f"items/{item.pk}/minutes/", words=sent)
        assert answer.status_code == 409
        assert "まだ始まっていない会議です。" in words(answer)
        assert sent in words(answer)
    assert kept(Minutes) == 0
    page = words(tanaka.get(f"/meeting/conferences/{meeting}/"))
    assert "話し合いを書く" not in page
    assert "出欠をつける" not in page


def test_what_has_begun_is_not_called_off(story: Story, tanaka: Client) -> None:
    answer = send(tanaka, f"conferences/{story.conference}/calling-off/")
    assert answer.status_code == 409
    assert "もう始まった会議は、取りやめられません。" in words(answer)


def test_a_conference_without_an_item_does_not_begin(town: Town, tanaka: Client) -> None:
    answer = send(tanaka, f"conferences/{called(town)}/beginning/")
    assert answer.status_code == 409
    assert "議題がまだありません。" in words(answer)


def test_who_has_not_promised_gets_no_role_and_the_page_says_what_is_missing(
    town: Town, story: Story, tanaka: Client
) -> None:
    before, taker = kept(Decision), town("yamashita").duty
    page = words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    assert "山下 恵(参加支援係・来た・約束まち)" in page
    assert "来た 約束まち" in page, "the table of seats says the same"
    sent = {"need": story.need, "words": "山下が行く", "taken_by": taker, "due": say_era(in_three_weeks())}
    answer = send(tanaka, f"items/{story.item}/decisions/", **sent)
    assert answer.status_code == 422
    assert "約束をまだ確かめていません。" in words(answer)
    assert 'value="山下が行く"' in answer.content.decode()
    assert kept(Decision) == before


def test_a_decision_is_a_role_with_a_holder_and_a_date(town: Town, story: Story, tanaka: Client) -> None:
    taker = town("yamashita").duty
    send(signed_in("yamashita"), f"seats/{seats(town, story.conference)[taker]}/pledge/")
    sent = {"need": story.need, "words": "山下が会いに行く", "taken_by": taker, "due": say_era(in_three_weeks())}
    sent["parts"] = ["basic"]
    assert send(tanaka, f"items/{story.item}/decisions/", **sent).status_code == 302
    page = words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    assert "山下が会いに行く" in page
    assert say_day(in_three_weeks()) in page
    with unwalled():
        ball = Ball.objects.within(town.body).get(pk=story.ball)
    assert (ball.holder_id, ball.in_charge_id) == (town.team("shakyo-join"), taker)
    assert opened(town, "shakyo-join") == {"support", "basic"}


def opened(town: Town, team: str) -> set[str]:
    """Parts that a conference opened to the whole team."""
    with unwalled():
        rows = Grant.objects.within(town.body).filter(team=town.team(team), basis=BasisCode.SUPPORT_CONFERENCE)
        return set(rows.values_list("folder__part", flat=True))


@pytest.mark.parametrize(
    ("due", "taken_by", "says"),
    [("あしたまで", "tanaka", "日"), ("令和8年12月24日", "nishimura", "選択してください")],
)
def test_a_role_that_cannot_be_given_is_said_once_and_keeps_its_words(
    town: Town, story: Story, tanaka: Client, due: str, taken_by: str, says: str
) -> None:
    before = kept(Decision)
    sent = {"need": story.need, "words": "だれかが行く", "taken_by": town(taken_by).duty, "due": due}
    answer = send(tanaka, f"items/{story.item}/decisions/", **sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("まだ送れていません。") == 1
    assert says in words(answer)
    assert 'value="だれかが行く"' in page
    assert f'value="{due}"' in page
    assert kept(Decision) == before


def test_an_absent_one_gets_no_role(town: Town, story: Story, tanaka: Client) -> None:
    marks = {f"seat_{seat}": "absent" for seat in seats(town, story.conference).values()}
    assert send(tanaka, f"conferences/{story.conference}/attendance/", **marks).status_code == 302
    before, taker = kept(Decision), town("yamashita").duty
    sent = {"need": story.need, "words": "山下が行く", "taken_by": taker, "due": say_era(in_three_weeks())}
    answer = send(tanaka, f"items/{story.item}/decisions/", **sent)
    assert answer.status_code == 422
    assert "欠席の人に役割は決められません。" in words(answer)
    assert kept(Decision) == before


def test_no_number_however_long_breaks_the_page(story: Story, tanaka: Client) -> None:
    answer = send(tanaka, f"items/{story.item}/minutes/", words=" ", follows="9" * 5_000)
    assert answer.status_code == 422


def test_empty_minutes_are_said_once_and_the_former_ones_stay(story: Story, town: Town, tanaka: Client) -> None:
    answer = send(tanaka, f"items/{story.item}/minutes/", words=" ")
    assert answer.status_code == 422
    assert answer.content.decode().count("まだ送れていません。") == 1
    found = queries.get(town("tanaka"), story.conference)
    assert found
    assert found.items[0].minutes == "将棋の会に名前を出さずに聞く。"


def test_a_seat_without_anybody_keeps_its_reason(story: Story, tanaka: Client) -> None:
    answer = send(tanaka, f"items/{story.item}/seats/", duty="", reason="学校のようすを知る人")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("まだ送れていません。") == 1
    assert 'value="学校のようすを知る人"' in page


def test_somebody_sits_once(town: Town, story: Story, tanaka: Client) -> None:
    answer = send(tanaka, f"items/{story.item}/seats/", duty=town("yamashita").duty, reason="場を知る")
    assert answer.status_code == 422
    assert "この人は、もうこの議題の席にいます。" in words(answer)


def test_nobody_closes_the_conference_of_another_team(story: Story, nishimura: Client) -> None:
    assert send(nishimura, f"conferences/{story.conference}/closing/").status_code == 404
    assert send(signed_in("yamashita"), f"conferences/{story.conference}/closing/").status_code == 404
