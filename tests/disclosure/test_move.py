"""Something is put off: what was opened for it ends with it, on consent never later than the answer, and an emergency not at all."""

from datetime import datetime, timedelta

import pytest

from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.actions.date import fix_day, put_day
from marugoto.conferences.codes import KindCode
from marugoto.conferences.models import Conference, Seat
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.actions.move import move_end
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.disclosure.models import Grant, GrantEnding, Prepared
from marugoto.kernel.jst import end_of_day, local_day
from marugoto.people.actions.folder import open_part
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.deeds_bodies import people_of_story
from tests.web.deeds_emergency import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def on_consent(town: Town, story: Story, days: int) -> tuple[Conference, Seat]:
    """Everybody agrees for so many days that 森's team is told; she sits, and has promised."""
    until = local_day(town.now) + timedelta(days=days)
    for person in people_of_story(town, story):
        by, at = town("tanaka"), town.later()
        record_consent(
            by=by,
            at=at,
            folder=open_part(by=by, at=at, person=person, part=Part.BASIC),
            person=person,
            receiver=town.team("tower"),
            state=ConsentState.GIVEN,
            parts=(Part.BASIC, Part.SUPPORT),
            form=ConsentForm.SPOKEN,
            answered_on=local_day(at),
            until=until,
        )
    begins = town.later() + timedelta(days=1)
    row = conference.convene(
        by=town("tanaka"),
        at=town.now,
        kind=KindCode.MULTILAYERED,
        begins_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    item = agenda.put_on_agenda(
        by=town("tanaka"), at=town.later(), conference=row, case=story.case, basis=BasisCode.CONSENT
    )
    return row, agenda.take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town("mori").duty)


def put_off(town: Town, row: Conference, days: int) -> datetime:
    begins = row.begins_at + timedelta(days=days)
    ends = begins + timedelta(hours=1)
    option = put_day(by=town("tanaka"), at=town.later(), conference=row, begins_at=begins, ends_at=ends)
    fix_day(by=town("tanaka"), at=town.later(), option=option)
    return ends


def live(seat: Seat) -> set[datetime | None]:
    with unwalled():
        ended = GrantEnding.objects.everywhere("a test").values("grant")
        rows = Grant.objects.everywhere("a test").filter(via=f"seat:{seat.pk}").exclude(pk__in=ended)
        return set(rows.values_list("until", flat=True))


def waiting(seat: Seat) -> set[datetime | None]:
    with unwalled():
        rows = Prepared.objects.everywhere("a test").filter(via=f"seat:{seat.pk}", opened_at=None, closed_at=None)
        return set(rows.values_list("until", flat=True))


def test_what_is_open_on_consent_ends_with_the_answer_however_late_the_day(town: Town, story: Story) -> None:
    row, seat = on_consent(town, story, days=40)
    last = end_of_day(local_day(town.now) + timedelta(days=40))
    agenda.pledge(by=town("mori"), at=town.later(), seat=seat)
    assert live(seat) == {row.ends_at + timedelta(days=agenda.READING_DAYS)}
    put_off(town, row, days=20)
    ends = live(seat)
    assert ends == {end for end in ends if end is not None and end <= last + timedelta(days=1)}
    assert max(end for end in ends if end) < row.ends_at + timedelta(days=20 + agenda.READING_DAYS)


def test_what_waits_on_consent_does_too(town: Town, story: Story) -> None:
    row, seat = on_consent(town, story, days=40)
    ends = put_off(town, row, days=20)
    assert waiting(seat)
    assert all(end is not None and end < ends + timedelta(days=agenda.READING_DAYS) for end in waiting(seat))


def test_with_room_in_the_answer_it_ends_with_the_new_day(town: Town, story: Story) -> None:
    row, seat = on_consent(town, story, days=200)
    agenda.pledge(by=town("mori"), at=town.later(), seat=seat)
    ends = put_off(town, row, days=20)
    assert live(seat) == {ends + timedelta(days=agenda.READING_DAYS)}


def test_the_hour_of_an_emergency_is_never_moved(town: Town, story: Story) -> None:
    emergency = opened(town)
    with unwalled():
        rows = list(Grant.objects.everywhere("a test").filter(basis=BasisCode.EMERGENCY, via__contains=emergency.hex))
    assert rows
    via, ends = rows[0].via, {row.until for row in rows}
    at = rows[0].since + timedelta(minutes=5)
    move_end(by=town("nishimura").at_moment(at), at=at, via=via, until=at + timedelta(days=30))
    with unwalled():
        now = Grant.objects.everywhere("a test").filter(via=via)
        assert set(now.values_list("until", flat=True)) == ends
        assert not GrantEnding.objects.everywhere("a test").filter(grant__via=via).exists()
