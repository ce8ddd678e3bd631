"""Whose account is suspended cannot come in: no ball waits in that hand, and none is brought there."""

from uuid import UUID

import pytest

from marugoto.agencies.actions.account import suspend
from marugoto.agencies.models import Duty, Suspension
from marugoto.agencies.queries.directory import control_tower
from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Ball, HandOver
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


def shut(town: Town, team: str) -> None:
    """Everybody who works there."""
    at = town.later()
    with unwalled():
        here = Duty.objects.within(town.body).filter(team=town.team(team)).values_list("worker", flat=True)
        kept = {"body": town.body, "made_at": at, "by_id": town("honma").duty, "reason": "調べている間"}
        Suspension.objects.bulk_create(Suspension(worker_id=one, day=local_day(at), **kept) for one in set(here))
    town.later()


def charged(town: Town, duty: UUID) -> set[UUID]:
    with unwalled():
        rows = Ball.objects.within(town.body).filter(in_charge=duty, settlement=None)
        return set(rows.values_list("pk", flat=True))


def test_what_lies_in_that_hand_goes_to_a_colleague_to_be_handed_over() -> None:
    town = settle_town()
    one_household(town)
    tanaka = town("tanaka")
    balls = charged(town, tanaka.duty)
    assert balls
    suspend(by=town("honma"), at=town.later(), worker=tanaka.worker, day=local_day(town.now), reason="調べている間")
    now = town.later()
    run_due(by=system_viewer(town.body, now), at=now)
    assert charged(town, tanaka.duty) == set()
    with unwalled():
        waiting = HandOver.objects.within(town.body).filter(ball__in=balls, until=None, left=tanaka.duty)
        assert waiting.count() == len(balls)


def test_nothing_is_offered_where_nobody_can_come_in() -> None:
    town = settle_town()
    story = one_household(town)
    shut(town, "north-care-desk")
    to = town.team("north-care-desk")
    with pytest.raises(Refused, match="いま担当になれる人がいません"):
        offer(by=town("tanaka"), at=town.later(), ball=story.ball, to=to, reason=OfferReason.NEARER)


def test_what_is_for_the_tower_goes_on_when_nobody_there_can_come_in() -> None:
    town = settle_town()
    assert control_tower(town.body, local_day(town.now)).pk == town.team("tower")
    shut(town, "tower")
    assert control_tower(town.body, local_day(town.now)).pk == town.team("soudan-desk")
