"""The coordinator's first page: who called for help, where no answer came, where we move along, who meets this week."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.conferences.queries.conference import coming_until
from marugoto.custody.actions.care import accompany, call_stuck, rescue
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.queries.ball import on_the_towers_table
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.kernel.jst import local_day
from tests.begun import called, heard
from tests.town import MINAMO, Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    """A town whose clock stands some days back, so that what it offered is overdue today."""
    town = settle_town()
    town.now = timezone.now() - timedelta(days=20)
    return town


def unanswered(town: Town) -> UUID:
    ball = heard(town).ball_id
    offer(by=town("tanaka"), at=town.later(), ball=ball, to=town.team("north-care-desk"), reason=OfferReason.AREA)
    town.now = timezone.now()
    run_due(by=system_viewer(MINAMO, town.now), at=town.now)
    return ball


def stuck(town: Town) -> UUID:
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball)
    return ball


def test_what_the_tower_acts_for_stands_on_its_day_with_the_day_of_return(town: Town) -> None:
    ball, now = stuck(town), timezone.now()
    assert 'id="kept"' not in signed_in("mori").get("/").content.decode()
    until = town("mori").at_moment(now).calendar.add(timezone.localdate(), 4)
    rescue(by=town("mori").at_moment(now), at=now, ball=ball, until=until)
    page = signed_in("mori").get("/").content.decode()
    kept = page[page.index('id="kept"') :]
    assert f'href="/desk/balls/{ball}/"' in kept
    assert "あと4開庁日" in kept


def test_what_asks_for_the_tower_stands_first_and_names_nobody(town: Town) -> None:
    lapsed, help_wanted, moved_along = unanswered(town), stuck(town), heard(town).ball_id
    accompany(by=town("tanaka"), at=town.later(), ball=moved_along, team=town("mori").team)
    answer = signed_in("mori").get("/")
    page, said = answer.content.decode(), text(answer)
    assert "「困った」が1つ、返事のないまま戻ったものが1つあります。" in said
    assert page.index('id="called"') < page.index("きょう動くこと")
    for ball in (lapsed, help_wanted, moved_along):
        assert f'href="/desk/balls/{ball}/"' in page
    assert f'action="/desk/balls/{lapsed}/askings/"' in page
    assert "上田さん" not in said  # nothing of it was opened to the control tower


def test_what_may_be_read_stands_with_its_name(town: Town) -> None:
    """The coordinator's own team heard it; beside it one of a team that opened nothing to the control tower."""
    town.now = timezone.now() - timedelta(days=1)
    stuck(town)
    mori, at = town("mori"), town.later()
    told = Told(caller="吉野さん")
    own = receive(by=mori, at=at, day=local_day(at), channel=Channel.PHONE, told=told)
    call_stuck(by=mori, at=town.later(), ball=own.ball_id)
    page = signed_in("mori").get("/").content.decode()
    called = page[page.index('id="called"') : page.index("きょう動くこと")]
    assert f'<a href="/desk/consultations/{own.pk}/">吉野さん 相談</a>' in called
    assert "上田さん" not in called
    assert called.count(">受けた相談</a>") == 1, "of the other what its face says in words"
    assert "ボール " in called


def test_with_what_somebody_is_stuck_stands_in_his_row(town: Town) -> None:
    town.now = timezone.now() - timedelta(days=1)
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words="三回訪ねて、会えていません。")
    said = text(signed_in("mori").get("/"))
    assert "困っていること: 三回訪ねて、会えていません。" in said
    assert "困っていること: 三回訪ねて、会えていません。" in text(signed_in("mori").get("/desk/tower/"))
    assert "会えていません" not in text(signed_in("ogawa").get("/"))


def test_the_headline_and_the_list_count_the_same(town: Town) -> None:
    for _ in range(7):
        stuck(town)
    answer = signed_in("mori").get("/")
    page, said = answer.content.decode(), text(answer)
    assert "「困った」が7つ(返事の期限をすぎたもの7つ)あります。" in said
    assert "「困った」と言われたもの 7件" in said
    called = page[page.index('id="called"') : page.index("きょう動くこと")]
    assert called.count("いっしょに動く") == 7
    assert called.index("<details") > 0
    assert "ほかの2件" in said


def test_one_press_answers_and_it_moves_to_what_we_accompany(town: Town) -> None:
    ball = stuck(town)
    call = on_the_towers_table(town("mori")).stuck[0].stuck
    mori = signed_in("mori")
    address = reverse("desk:stuck_answer", args=[call])
    assert f'action="{address}"' in mori.get("/").content.decode()
    mori.post(address, {"key": str(uuid4()), "outcome": "joint"})
    town.now = timezone.now()
    table = on_the_towers_table(town("mori"))
    assert [len(rows) for rows in (table.stuck, table.lapsed, table.beside)] == [0, 0, 1]
    assert table.beside[0].ball == ball


def test_what_was_offered_again_is_on_its_way(town: Town) -> None:
    ball = unanswered(town)
    assert [face.ball for face in on_the_towers_table(town("mori")).lapsed] == [ball]
    offer(by=town("tanaka"), at=town.later(), ball=ball, to=town.team("shakyo-join"), reason=OfferReason.AREA)
    assert on_the_towers_table(town("mori")).lapsed == []


def test_nothing_stays_for_ever(town: Town) -> None:
    unanswered(town)
    town.later(days=15)
    assert on_the_towers_table(town("mori")).lapsed == []


def test_a_conference_of_this_week_is_there_and_no_later_one(town: Town) -> None:
    town.now = timezone.now()
    conference = called(town)
    assert str(conference) not in signed_in("mori").get("/").content.decode()  # neither host nor seat
    tanaka = town("tanaka")

    week, day = town.now + timedelta(days=7), town.now + timedelta(days=1)
    assert [one.pk for one in coming_until(tanaka, week)] == [conference]
    assert coming_until(tanaka, day) == []


def test_an_empty_day_says_so(town: Town) -> None:
    said = text(signed_in("mori").get("/"))
    assert "いま、困ったと言っている係はありません。" in said
    assert "七日のうちに、あなたの出る会議はありません。" in said
    for worker in ("tanaka", "yamazaki", "hayashi"):
        assert "困ったと言っている係" not in text(signed_in(worker).get("/")), worker


def test_one_call_and_thirty_cost_the_same(town: Town) -> None:
    mori = signed_in("mori")
    unanswered(town)
    stuck(town)
    few = questions(mori)
    for _ in range(30):
        stuck(town)
    many = questions(mori)
    assert "さらに1件は司令塔の表に" in text(mori.get("/"))
    assert len(many) == len(few) <= 8, "\n".join(many)


def questions(client: Client) -> list[str]:
    client.get("/")
    with counted() as asked:
        assert client.get("/").status_code == 200
    return asked
