"""How a ball's time is said: late by its day, kept from its own beginning."""

from dataclasses import replace
from datetime import timedelta

import pytest

from marugoto.custody.actions.care import rescue
from marugoto.custody.codes import BallState
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.succession import staff
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of, clock_of
from tests.begun import heard
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def test_what_was_due_before_the_weekend_says_its_day(town: Town) -> None:
    ball = heard(town).ball_id
    found = face(town("tanaka"), ball)
    assert found
    day = local_day(town.now)
    late = clock_of(replace(found, state=BallState.LATE, due=day, open_days_left=0))
    assert late
    assert late.words == f"{say_day(day)}が期限でした"


def test_keeping_is_counted_from_its_own_beginning(town: Town) -> None:
    town.now -= timedelta(days=100)
    ball = heard(town).ball_id
    town.now += timedelta(days=95)
    rescue(by=town("mori"), at=town.later(), ball=ball, until=local_day(town.now) + timedelta(days=30))
    found = face(town("mori"), ball)
    assert found
    assert found.held_open_days > 50
    assert found.kept_open_days < 5
    assert chip_of(found).age_words == f"預かって{found.kept_open_days}開庁日"


def test_who_wears_two_hats_is_one_person(town: Town) -> None:
    teams = staff(town("honma"))
    hats = [person for team in teams for person in team.people]
    page = text(signed_in("honma").get("/office/staff/"))
    assert f"{len({person.worker_id for person in hats})}人がいます。" in page
