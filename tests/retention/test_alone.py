"""Somebody who was entered and never came into a household runs out too: counted from the last that was written of him."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.contact import add_phone
from marugoto.people.actions.household import form_household
from marugoto.people.actions.kinship import record_descent, record_union
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Person, PersonGram, Phone
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.hold import hold_person
from marugoto.retention.codes import HoldReason, RecordKind
from marugoto.retention.models import DisposalItem, ItemObstacle
from marugoto.retention.queries.behind import run_out
from tests.database import unwalled
from tests.disposed import decided, destroyed, proposed, scheduled, years_pass
from tests.retention.test_never_supported import asked
from tests.town import Town

pytestmark = pytest.mark.django_db
THEN = datetime(2023, 6, 12, 1, 0, tzinfo=UTC)


def entered(town: Town, name: str = "水野 鉄平") -> UUID:
    return enter_person(by=town("tanaka").at_moment(THEN), at=THEN, name=name).pk


def is_there(town: Town, person: UUID) -> bool:
    with unwalled():
        return Person.objects.within(town.body).filter(pk=person).exists()


def found(town: Town) -> set[UUID]:
    rows = run_out(town("shiraishi"), RecordKind.PERSON, town.now)
    return {one.subject for one in rows}


def test_he_goes_with_what_was_written_of_him(town: Town) -> None:
    person = entered(town)
    add_phone(by=town("tanaka").at_moment(THEN), at=THEN, person=person, number="0000-22-1199")
    scheduled(town, RecordKind.PERSON, years=1)
    destroyed(town)
    assert not is_there(town, person)
    with unwalled():
        item = DisposalItem.objects.within(town.body).select_related("destruction").get()
        assert not Phone.objects.within(town.body).filter(person=person).exists()
        assert not PersonGram.objects.within(town.body).filter(person=person).exists()
    assert (item.record, item.number, item.closed_on, item.persons) == ("person", "", local_day(THEN), 1)
    assert item.destruction.counts["people_person"] == 1


def test_who_is_kept_with_something_else_is_not_found(town: Town) -> None:
    by, lives, asks, son, wife, alone = town("tanaka").at_moment(THEN), *(entered(town) for _ in range(5))
    form_household(by=by, at=THEN, area="north", members=[(lives, "本人")])
    asked(town, asks, THEN)
    record_descent(by=by, at=THEN, parent=lives, child=son)
    record_union(by=by, at=THEN, one=son, other=wife)
    assert found(town) == {alone}


def test_two_who_are_only_tied_to_each_other_go_together(town: Town) -> None:
    by, one, other = town("tanaka").at_moment(THEN), entered(town), entered(town, "水野 光")
    record_union(by=by, at=THEN, one=one, other=other)
    assert found(town) == {one, other}
    scheduled(town, RecordKind.PERSON, years=1)
    destroyed(town)
    assert not is_there(town, one)
    assert not is_there(town, other)


def test_what_was_written_since_makes_him_young(town: Town) -> None:
    person = entered(town)
    add_phone(by=town("tanaka"), at=town.later(), person=person, number="0000-22-1199")
    scheduled(town, RecordKind.PERSON, years=1)
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(town)


def test_what_was_written_of_his_kin_keeps_both(town: Town) -> None:
    by, old, young = town("tanaka").at_moment(THEN), entered(town), entered(town, "水野 光")
    record_union(by=by, at=THEN, one=old, other=young)
    add_phone(by=town("tanaka"), at=town.later(), person=young, number="0000-22-1199")
    assert found(town) == {old}
    scheduled(town, RecordKind.PERSON, years=1)
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(town)
    years_pass(town, 2)
    assert found(town) == {old, young}
    destroyed(town)
    assert not is_there(town, old)
    assert not is_there(town, young)


def test_what_is_written_of_his_kin_between_the_yes_and_the_hour_keeps_both(town: Town) -> None:
    by, old, young = town("tanaka").at_moment(THEN), entered(town), entered(town, "水野 光")
    record_union(by=by, at=THEN, one=old, other=young)
    scheduled(town, RecordKind.PERSON, years=1)
    decided(town)
    add_phone(by=town("tanaka"), at=town.later(), person=young, number="0000-22-1199")
    town.now += timedelta(days=2)
    assert disposal_round(at=town.now) == 0
    assert is_there(town, old)
    assert is_there(town, young)


@pytest.mark.parametrize("way", ["written", "household", "held"])
def test_what_happens_between_the_yes_and_the_hour_keeps_him(town: Town, way: str) -> None:
    person = entered(town)
    scheduled(town, RecordKind.PERSON, years=1)
    decided(town)
    at = town.later()
    if way == "written":
        add_phone(by=town("tanaka"), at=at, person=person, number="0000-22-1199")
    elif way == "household":
        form_household(by=town("tanaka"), at=at, area="north", members=[(person, "本人")])
    else:
        said = {"reason": HoldReason.DISPUTE, "words": "令和8年(行ウ)第1号", "since": local_day(at)}
        hold_person(by=town("yamazaki"), at=at, person=person, **said)  # type: ignore[arg-type]
    town.now += timedelta(days=2)
    assert disposal_round(at=town.now) == 0
    assert is_there(town, person)
    with unwalled():
        stayed = ItemObstacle.objects.within(town.body).get().obstacles
    assert stayed == {"written": "young", "household": "gone", "held": "held"}[way]
