"""A household's support that has ended takes nothing new; and one household is supported once at a time."""

import threading
from uuid import UUID

import pytest
from django.db import connection

from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.need import add_need, reopen_need, say_next_step
from marugoto.casework.actions.plan import move
from marugoto.casework.codes import CaseEnd, PlanState
from marugoto.casework.models import Case
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome
from marugoto.custody.models import Ball
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.begun import supported
from tests.database import unwalled
from tests.decided import decided
from tests.story import one_household
from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def ended(town: Town) -> tuple[UUID, UUID]:
    """A case that is over, and its one need."""
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ")
    settle(by=town("tanaka"), at=town.later(), ball=need.ball_id, outcome=Outcome.ACHIEVED)
    close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)
    return case, need.pk


@pytest.mark.django_db
def test_it_takes_no_new_need(town: Town, ended: tuple[UUID, UUID]) -> None:
    with pytest.raises(Refused, match="もうおわっています"):
        add_need(by=town("tanaka"), at=town.later(), case=ended[0], theme=TroubleCode.CARE, title="足")


@pytest.mark.django_db
def test_none_of_its_needs_begins_again(town: Town, ended: tuple[UUID, UUID]) -> None:
    with pytest.raises(Refused, match="もうおわっています"):
        reopen_need(by=town("tanaka"), at=town.later(), need=ended[1])


@pytest.mark.django_db
def test_the_next_step_is_said_by_those_who_carry_it(town: Town) -> None:
    story = one_household(town)
    say_next_step(by=town("tanaka"), at=town.later(), need=story.need, next_step="電話する")
    with pytest.raises(Refused, match="ボールを持つ係"):
        _say_beside_the_holder(town, story.need)


@pytest.mark.django_db
def test_a_plan_is_not_closed_without_a_review(town: Town) -> None:
    story = one_household(town)
    for state in (PlanState.EVALUATED, PlanState.CLOSED):
        with pytest.raises(Refused):
            move(by=town("yamazaki"), at=town.later(), plan=story.plan, to=state)


@pytest.mark.django_db(transaction=True)
def test_two_windows_do_not_begin_twice(town: Town) -> None:
    at = town.later()
    person = enter_person(by=town("tanaka"), at=at, name="上田 一")
    home = form_household(by=town("tanaka"), at=at, area="north", members=[(person.pk, "本人")]).pk
    town.later()
    said: list[str] = []
    gate = threading.Barrier(2)

    def begin() -> None:
        try:
            gate.wait(timeout=30)
            open_case(by=town("tanaka"), at=town.now, household=home)
            said.append("始めた")
        except Refused as refused:
            said.append(str(refused))
        finally:
            connection.close()

    hands = [threading.Thread(target=begin) for _ in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=60)
    assert sorted(one[:5] for one in said) == ["この世帯の", "始めた"]
    with unwalled():
        assert Case.objects.within(town.body).filter(household=home).count() == 1


def _say_beside_the_holder(town: Town, need: UUID) -> None:
    """山下 is shown the need and neither holds it nor leads the household."""
    with unwalled():
        ball = Ball.objects.within(town.body).get(matter=need)
    assert ball.holder_id == town.team("soudan-desk")

    terms = Terms(BasisCode.PURPOSE_CHANGE, team=town.team("shakyo-join"), reason="確かめるため")
    decided(town("tanaka"), town.later(), town.team("shakyo-join"), [need], [Part.SUPPORT])
    grant(by=town("tanaka"), at=town.later(), subjects=[need], parts=[Part.SUPPORT], terms=terms)
    say_next_step(by=town("yamashita"), at=town.later(), need=need, next_step="かわりに書く")
