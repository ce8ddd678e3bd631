"""Nobody writes over what he may not read: the later version would hide what stood there."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse

from marugoto.agencies.models import Worker
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.models import AgendaItem, Conference, Seat
from marugoto.conferences.queries import conference as queries
from marugoto.disclosure.codes import BasisCode
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.people.actions.protection import protect
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def table(town: Town, story: Story) -> tuple[Conference, AgendaItem, Seat]:
    """星 sits at the item and promised; then the person is shut to all but 田中."""
    by, begins = town("tanaka"), town.later() + timedelta(days=1)
    row = conference.convene(
        by=by, at=town.now, kind=KindCode.SUPPORT, begins_at=begins, ends_at=begins + timedelta(hours=1)
    )
    item = agenda.put_on_agenda(
        by=town("tanaka"), at=town.later(), conference=row, case=story.case, basis=BasisCode.SUPPORT_CONFERENCE
    )
    seat = agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("hoshi").duty)
    agenda.pledge(by=town("hoshi"), at=town.later(), seat=seat)
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=row)
    decision.write_minutes(by=town("tanaka"), at=town.later(), item=item, words="避難先のこと")
    listed = [town("tanaka").worker]
    protect(by=town("tanaka"), at=town.later(), person=story.person, listed=listed, reason="支援措置")
    town.later()
    return row, item, seat


def with_an_account(town: Town, worker: str) -> None:
    account = get_user_model().objects.create(username=f"cast-{worker}")
    with transaction.atomic(), entered(town(worker)):
        Worker.objects.everywhere("an account for one of the cast").filter(pk=town(worker).worker).update(user=account)


def test_what_stands_there_is_not_written_over(town: Town, story: Story) -> None:
    row, item, seat = table(town, story)
    with pytest.raises(Refused, match="閉じています"):
        decision.write_minutes(by=town("hoshi"), at=town.later(), item=item, words="出席だけ確認")
    with pytest.raises(Refused, match="閉じています"):
        decision.mark_attendance(by=town("hoshi"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    with pytest.raises(Refused, match="閉じています"):
        agenda.write_view(by=town("hoshi"), at=town.later(), seat=seat, knows="姉がいる")
    decision.mark_attendance(by=town("tanaka"), at=town.later(), seat=seat, attendance=Attendance.PRESENT)
    found = queries.get(town("tanaka"), row.pk)
    assert found
    assert found.items[0].minutes == "避難先のこと"


def test_the_page_asks_for_nothing_where_nothing_can_be_read(town: Town, story: Story) -> None:
    row, item, _ = table(town, story)
    with_an_account(town, "hoshi")
    address = reverse("meeting:conference", args=[row.pk])
    shut, listed = (signed_in(worker).get(address) for worker in ("hoshi", "tanaka"))
    for door in (reverse("meeting:minutes", args=[item.pk]), reverse("meeting:attendance", args=[row.pk])):
        assert door not in shut.content.decode()
        assert door in listed.content.decode()
    assert "いまあなたには閉じています" in text(shut)
    assert "避難先" not in text(shut)
