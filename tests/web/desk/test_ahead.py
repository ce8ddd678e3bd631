"""「これからの日」: what comes for one household on one panel, each day only for whoever may read it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.plan import StepDraft, add_step
from marugoto.conferences.queries.dates import ahead_of
from marugoto.ground.transaction import looking
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.match import move_match
from marugoto.participation.codes import MatchState
from marugoto.participation.queries.match import next_stay
from tests.begun import called
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


def panel(story: Story) -> str:
    page = signed_in("tanaka").get(f"/desk/households/{story.case}/").content.decode()
    found = [one for one in page.split("<section") if "これからの日" in one]
    return found[0] if found else ""


def test_conference_step_review_promise_and_stay_stand_on_one_panel(town: Town, story: Story) -> None:
    today, at = local_day(timezone.now()), timezone.now()
    by = town("tanaka").at_moment(at)
    called(town, story)
    step = StepDraft("バスの乗り方を一緒に確かめる", town.team("shakyo-join"), today - timedelta(days=1))
    add_step(by=by, at=at, case=story.case, step=step)
    said = {"promise": "通帳を一緒に見る", "promise_on": today + timedelta(days=1)}
    write(by=by, at=at, case=story.case, words="通帳のことを話した。", **said)
    for state in (MatchState.ROOM, MatchState.WILLING, MatchState.SETTLED):
        move_match(by=by, at=at, match=story.match, to=state)
    shown = panel(story)
    for words in ("支援会議", step.words, "プランの見直し", "通帳を一緒に見る", "木曜の将棋(90日)"):
        assert words in shown, words
    assert say_day(today + timedelta(days=90)) in shown
    assert shown.index(step.words) < shown.index("通帳を一緒に見る") < shown.index("支援会議")
    assert "日がすぎました" in shown[: shown.index(step.words)]


def test_a_conference_is_there_for_the_host_and_whoever_sits_there(town: Town, story: Story) -> None:
    called(town, story)

    @looking
    def seen_by(viewer: Viewer) -> int:
        return len(ahead_of(viewer, story.case))

    now = timezone.now()
    assert seen_by(town("tanaka").at_moment(now)) == 1
    assert seen_by(town("hayashi").at_moment(now)) == 0


def test_the_days_ask_no_more_however_many_there_are(town: Town, story: Story) -> None:
    client, address = signed_in("tanaka"), f"/desk/households/{story.case}/"
    few = asked(client, address)
    at = timezone.now()
    for number in range(7):
        step = StepDraft(f"{number}歩め", town.team("shakyo-join"), local_day(at) + timedelta(days=number))
        add_step(by=town("tanaka").at_moment(at), at=at, case=story.case, step=step)
    called(town, story)
    many = asked(client, address)
    assert len(many) == len(few)
    page = text(client.get(address))
    assert "件を見る" in page


def asked(client: object, address: str) -> list[str]:
    client.get(address)  # type: ignore[attr-defined]
    with counted() as statements:
        assert client.get(address).status_code == 200  # type: ignore[attr-defined]
    return statements


@pytest.mark.parametrize(("looked", "due"), [(0, (90, 90)), (90, (180, 180)), (180, (90, 90)), (270, None)])
def test_the_next_look_follows_from_those_that_were_made(looked: int, due: tuple[int, int] | None) -> None:
    settled = date(2026, 1, 1)
    expected = (due[0], settled + timedelta(days=due[1])) if due else None
    assert next_stay(settled, looked) == expected
