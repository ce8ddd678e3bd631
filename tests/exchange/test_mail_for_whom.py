"""A letter goes to nobody whose account opens the house no more."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from marugoto.agencies.actions.account import suspend
from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions.digest import compose_all
from marugoto.exchange.actions.digest_mail import make_ready, put_off, waiting, wish_for_mail
from marugoto.exchange.models import DigestMail
from marugoto.kernel.jst import JST, local_day
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def morning(town: Town) -> datetime:
    """Seven o'clock of the next open day, on which three would have their letters."""
    now = timezone.now()
    for worker in ("tanaka", "mori", "ogawa"):
        wish_for_mail(by=town(worker).at_moment(now), at=now, address=f"{worker}@minamo.example")
    day = system_viewer(MINAMO, now).calendar.next_open(local_day(now) + timedelta(days=1))
    found = datetime.combine(day, time(7, 0), JST)
    compose_all(by=system_viewer(MINAMO, found), at=found)
    return found


def stop(town: Town, worker: str, morning: datetime) -> None:
    suspend(by=town("honma"), at=town.later(), worker=town(worker).worker, day=local_day(morning), reason="退職")


def test_no_letter_goes_to_a_suspended_account(town: Town, morning: datetime) -> None:
    by = system_viewer(MINAMO, morning)
    stop(town, "mori", morning)
    assert make_ready(by=by, at=morning) == 2
    stop(town, "tanaka", morning)  # between two tries
    assert [one.address for one in waiting(by=by, at=morning)] == ["ogawa@minamo.example"]


def test_what_the_server_says_at_its_door_is_kept_without_addresses(town: Town, morning: datetime) -> None:
    by = system_viewer(MINAMO, morning)
    make_ready(by=by, at=morning)
    one = waiting(by=by, at=morning)[0]
    put_off(by=by, at=morning, mail=one.pk, trouble="535 5.7.8 shien@minamo.example: wrong password")
    with unwalled():
        assert "@" not in DigestMail.objects.within(MINAMO).get(pk=one.pk).trouble
