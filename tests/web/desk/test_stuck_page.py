"""The page of a ball that is stuck asks the same for one line and for many, whoever looks."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from marugoto.agencies.actions.absence import say_away
from marugoto.custody.actions.asking import answer_asking, ask_holder
from marugoto.custody.actions.care import accompany, add_to_call, answer_stuck, call_stuck, touch
from marugoto.custody.codes import StuckOutcome, TouchKind
from marugoto.kernel.jst import local_day
from tests.begun import heard
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
PAGE_LIMIT = 14
READERS = ("tanaka", "yamazaki", "mori", "ogawa")  # in charge, of the same team, who answers, who stands beside


@pytest.fixture
def ball(town: Town) -> UUID:
    """Written before the pages are read: what is in force is asked by the clock."""
    town.now = timezone.now() - timedelta(hours=2)
    found = heard(town).ball_id
    accompany(by=town("tanaka"), at=town.later(), ball=found, team=town("ogawa").team)
    return found


def asked(worker: str, ball: UUID) -> list[str]:
    """The fewest of three readings: what is kept in memory for a minute may have to be read again between them."""
    client, readings = signed_in(worker), list[list[str]]()
    for _ in range(3):
        with counted() as statements:
            assert client.get(f"/desk/balls/{ball}/").status_code == 200
        readings.append(statements)
    return min(readings, key=len)


def _much_said(town: Town, ball: UUID, stuck: UUID) -> None:
    tanaka, ogawa, mori = (lambda name=name: town(name) for name in ("tanaka", "ogawa", "mori"))
    for _ in range(3):
        answer_stuck(by=mori(), at=town.later(), stuck=stuck, outcome=StuckOutcome.SELF)
        stuck = call_stuck(by=tanaka(), at=town.later(), ball=ball, words="また会えていません。").pk
        add_to_call(by=ogawa(), at=town.later(), ball=ball, words="手紙を入れました。")
        touch(by=tanaka(), at=town.later(), ball=ball, kind=TouchKind.TALKED)
        touch(by=ogawa(), at=town.later(), ball=ball, kind=TouchKind.TRIED)
        ask_holder(by=mori(), at=town.later(), ball=ball)
        answer_asking(by=tanaka(), at=town.later(), ball=ball, words="あす行きます。")
    for team in ("shakyo-join", "child-family"):
        accompany(by=tanaka(), at=town.later(), ball=ball, team=town.team(team))
    today = local_day(timezone.now())
    days = {"since": today, "until": today + timedelta(days=3)}
    say_away(by=tanaka(), at=town.later(), duty=tanaka().duty, deputy=town("hoshi").duty, **days)


def test_one_line_and_many_cost_the_same(town: Town, ball: UUID) -> None:
    stuck = call_stuck(by=town("tanaka"), at=town.later(), ball=ball, words="三回訪ねて、会えていません。").pk
    add_to_call(by=town("ogawa"), at=town.later(), ball=ball, words="夜もいません。")
    few = {worker: asked(worker, ball) for worker in READERS}
    _much_said(town, ball, stuck)
    many = {worker: asked(worker, ball) for worker in READERS}
    page = text(signed_in("ogawa").get(f"/desk/balls/{ball}/"))
    assert page.count("手紙を入れました。") == 3
    assert "代わりは星" in page
    for worker in READERS:
        assert len(many[worker]) == len(few[worker]) <= PAGE_LIMIT, (worker, few[worker], many[worker])
