"""Some days off, as the team sees it: on the deputy's day, on the ball, and in the sentence when something is wrong."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.actions.absence import say_away
from marugoto.custody.actions.people import assign
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
TITLE = "誠さんが外で過ごせる場所"


def away(town: Town, **said: str) -> HttpResponse:
    today = timezone.localdate()
    fields = {
        "duty": str(town("tanaka").duty),
        "deputy": str(town("hoshi").duty),
        "since": today.isoformat(),
        "until": (today + timedelta(days=3)).isoformat(),
    }
    return signed_in("tanaka").post("/desk/succession/absences/", {"key": str(uuid4()), **fields, **said}, follow=True)


def to_do(page: str) -> str:
    """What is to be moved today, without what others told."""
    return page.split("きょう動くこと")[1].split("受け取ってほしい、と届いています", maxsplit=1)[0]


def test_the_deputys_day_shows_what_is_not_his(town: Town, story: Story) -> None:
    now = timezone.now()
    assign(by=town("tanaka").at_moment(now), at=now, ball=story.ball, in_charge=town("hoshi").duty)
    mine = text(signed_in("tanaka").get("/?whose=mine"))
    said = text(away(town, duty=str(town("hoshi").duty), deputy=str(town("tanaka").duty)))
    assert "本人と、同じ係の課長・司令塔です。" in said  # nobody says it of a colleague
    say_away(
        by=town("hoshi").at_moment(now),
        at=now,
        duty=town("hoshi").duty,
        deputy=town("tanaka").duty,
        since=timezone.localdate(),
        until=timezone.localdate() + timedelta(days=3),
    )
    instead = text(signed_in("tanaka").get("/?whose=mine"))
    assert "の代わりをしています" in instead
    assert "の代わりをしています" not in mine
    assert TITLE in to_do(instead)
    assert TITLE not in to_do(mine)


def test_the_ball_says_whom_to_ask_meanwhile(town: Town, story: Story) -> None:
    away(town)
    page = text(signed_in("mori").get(f"/desk/balls/{story.ball}/"))
    assert "田中 美咲は休みです" in page
    assert "代わりは星" in page
    back = signed_in("tanaka").get("/desk/succession/").content.decode()
    assert page.count("休みです") == 1
    assert "戻った・やめる" in back


def test_what_is_wrong_is_said_and_what_was_chosen_stays(town: Town, story: Story) -> None:
    answer = away(town, until=timezone.localdate().isoformat())
    assert answer.status_code == 422
    assert "戻る日が、休みはじめの日より前です。" in text(answer)
    assert f'value="{town("hoshi").duty}" selected' in answer.content.decode()


def test_another_team_finds_no_absence_to_end(town: Town, story: Story) -> None:
    answer = signed_in("ogawa").post(f"/desk/succession/absences/{story.absence}/ending/", {"key": str(uuid4())})
    assert answer.status_code == 409
    assert "本人か課長に頼んでください。" in text(answer)
