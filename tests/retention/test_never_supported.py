"""A household whose support never began runs out too: counted from the last that was written of it, and as whole as any other."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.consultation import end as end_consultation
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.intake.models import Consultation
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.contact import add_phone
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Household, Person
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.codes import RecordKind
from marugoto.retention.models import DisposalItem, ItemObstacle
from tests.database import unwalled
from tests.disposed import decided, destroyed, proposed, scheduled
from tests.town import Town

pytestmark = pytest.mark.django_db
THEN = datetime(2023, 6, 12, 1, 0, tzinfo=UTC)


def written(town: Town) -> tuple[UUID, UUID]:
    """A household and who lives in it, entered in 令和5年, and nothing after it."""
    by = town("tanaka").at_moment(THEN)
    person = enter_person(by=by, at=THEN, name="水野 鉄平").pk
    return form_household(by=by, at=THEN, area="north", members=[(person, "本人")]).pk, person


def asked(town: Town, person: UUID, at: datetime, *, ended: bool = True) -> UUID:
    by = town("tanaka").at_moment(at)
    told = Told(person=person, words="申し込みの日を聞かれた。")
    heard = receive(by=by, at=at, day=local_day(at), channel=Channel.WINDOW, told=told).pk
    if ended:
        after = at + timedelta(minutes=20)
        end_consultation(by=by.at_moment(after), at=after, consultation=heard, end=ConsultationEnd.ANSWERED)
    return heard


def is_there(model: type[Household | Person | Consultation], town: Town, key: UUID) -> bool:
    with unwalled():
        return bool(model.objects.within(town.body).filter(pk=key).exists())


def test_it_goes_with_who_lived_there(town: Town) -> None:
    home, person = written(town)
    scheduled(town, years=1)
    destroyed(town)
    assert not is_there(Household, town, home)
    assert not is_there(Person, town, person)
    with unwalled():
        item = DisposalItem.objects.within(town.body).get()
    assert (item.record, item.number, item.closed_on, item.persons) == ("household", "", local_day(THEN), 1)


def test_what_was_written_since_makes_it_young(town: Town) -> None:
    _home, person = written(town)
    at = datetime(2025, 6, 12, 1, 0, tzinfo=UTC)
    add_phone(by=town("tanaka").at_moment(at), at=at, person=person, number="0000-22-1199")
    scheduled(town, years=1)
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(town)


def test_it_is_called_by_the_number_of_what_was_asked_at_the_window(town: Town) -> None:
    home, person = written(town)
    heard = asked(town, person, THEN + timedelta(days=400))
    scheduled(town, years=1)
    proposed(town)
    with unwalled():
        item = DisposalItem.objects.within(town.body).get()
        number = Consultation.objects.within(town.body).select_related("ball").get(pk=heard).ball.number
    assert (item.number, item.closed_on) == (number, local_day(THEN + timedelta(days=400)))
    assert is_there(Household, town, home)


def test_the_consultation_keeps_its_own_years_and_who_asked_with_it(town: Town) -> None:
    """The household goes; the consultation has no rule yet, so it stays, and the person with it. With a rule both go."""
    home, person = written(town)
    heard = asked(town, person, THEN + timedelta(days=1))
    scheduled(town, years=1)
    destroyed(town)
    assert not is_there(Household, town, home)
    assert is_there(Person, town, person)
    scheduled(town, RecordKind.CONSULTATION, years=1)
    destroyed(town)
    assert not is_there(Consultation, town, heard)
    assert not is_there(Person, town, person)


@pytest.mark.parametrize("comes_back", [True, False])
def test_what_is_written_between_the_yes_and_the_hour_keeps_it(town: Town, comes_back: bool) -> None:
    home, person = written(town)
    scheduled(town, years=1)
    decided(town)
    if comes_back:
        asked(town, person, town.later(), ended=False)
    else:
        add_phone(by=town("tanaka"), at=town.later(), person=person, number="0000-22-1199")
    town.later(days=2)
    assert disposal_round(at=town.now) == 0
    with unwalled():
        stayed = ItemObstacle.objects.within(town.body).get().obstacles
    assert stayed == ("open,young" if comes_back else "young")
    assert is_there(Household, town, home)
