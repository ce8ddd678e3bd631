"""How a ball's time is said: late by its day, kept from its own beginning."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist

from marugoto.custody.actions import stay
from marugoto.custody.actions.care import accompany, rescue, touch
from marugoto.custody.actions.people import end_duties
from marugoto.custody.actions.standing import hold_still
from marugoto.custody.actions.stay import take_back_ending
from marugoto.custody.codes import BallState, TouchKind
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.care import touches
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


def test_a_day_on_which_much_was_done_is_read_whole(town: Town) -> None:
    """The other team's step of that day is the oldest of a dozen."""
    ball = heard(town).ball_id
    accompany(by=town("tanaka"), at=town.later(), ball=ball, team=town.team("north-care-desk"))
    at = town.later()
    touch(by=town("ogawa"), at=at, ball=ball, kind=TouchKind.MET)
    for minute in range(1, 15):
        touch(by=town("tanaka"), at=at + timedelta(minutes=minute), ball=ball, kind=TouchKind.TALKED)
    assert all(one.together for one in touches(town("tanaka"), ball) if one.day == local_day(at))
    assert "いっしょに動いた日" in text(signed_in("tanaka").get(f"/desk/balls/{ball}/"))


def test_two_hands_take_an_ending_back_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one waits for the first, and then finds nothing to take back."""
    duty, day = town("ogawa").duty, local_day(town.now) + timedelta(days=20)
    end_duties(by=town("honma"), at=town.later(), duties=[duty], day=day, reason="異動")

    def waits(team: UUID) -> None:
        monkeypatch.setattr(stay, "hold_still", hold_still)
        take_back_ending(by=town("honma"), at=town.later(), duty=duty)
        hold_still(team)

    monkeypatch.setattr(stay, "hold_still", waits)
    with pytest.raises(ObjectDoesNotExist):
        take_back_ending(by=town("honma"), at=town.later(), duty=duty)
