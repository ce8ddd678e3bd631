"""Who sees what of a conference: the host all of it, a guest the items he has promised secrecy for, and the audit names the folder."""

from datetime import timedelta

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.conferences.actions import agenda, conference, decision
from marugoto.conferences.codes import KindCode
from marugoto.conferences.models import AgendaItem, Seat
from marugoto.conferences.queries import conference as queries
from marugoto.disclosure.codes import BasisCode
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


class Table:
    """Two households on one agenda; 西村 sits for the first only, 岸 for both, each for a reason of their own."""

    def __init__(self, town: Town) -> None:
        begins = town.later() + timedelta(days=1)
        how = {"kind": KindCode.SUPPORT, "begins_at": begins, "ends_at": begins + timedelta(hours=1)}
        self.meeting = conference.convene(by=town("tanaka"), at=town.now, **how)
        self.items = [self._item(town, number) for number in (1, 2)]
        self.seats = {
            (who, number): self._sits(town, who, number)
            for who, number in (("nishimura", 1), ("kishi", 1), ("kishi", 2))
        }

    def _item(self, town: Town, number: int) -> AgendaItem:
        at, by = town.later(), town("tanaka")
        person = enter_person(by=by, at=at, name=f"試し 山{number}", kana="ためし やま")
        home = form_household(by=by, at=at, area="north", members=[(person.pk, "本人")])
        case = open_case(by=by, at=at, household=home.pk).pk
        basis = BasisCode.SUPPORT_CONFERENCE
        return agenda.put_on_agenda(by=by, at=town.later(), conference=self.meeting, case=case, basis=basis)

    def _sits(self, town: Town, who: str, number: int) -> Seat:
        how = {"duty": town(who).duty, "reason": f"{number}の{who}"}
        return agenda.take_seat(by=town("tanaka"), at=town.later(), item=self.items[number - 1], **how)

    def pledged(self, town: Town, who: str, number: int) -> None:
        agenda.pledge(by=town(who), at=town.later(), seat=self.seats[who, number])
        town.later()

    def seen(self, town: Town, who: str) -> dict[int, list[str]]:
        """The reasons of the seats he sees, by the number of the item."""
        page = queries.get(town(who), self.meeting.pk)
        assert page
        return {item.number: sorted(seat.reason for seat in item.seats) for item in page.items}


@pytest.fixture
def table(town: Town) -> Table:
    return Table(town)


def test_before_the_promise_a_guest_sees_his_own_seat_and_no_other(town: Town, table: Table) -> None:
    assert table.seen(town, "nishimura") == {1: ["1のnishimura"]}
    assert table.seen(town, "kishi") == {1: ["1のkishi"], 2: ["2のkishi"]}


def test_the_promise_opens_its_own_item_and_no_other(town: Town, table: Table) -> None:
    table.pledged(town, "kishi", 1)
    assert table.seen(town, "kishi") == {1: ["1のkishi", "1のnishimura"], 2: ["2のkishi"]}
    table.pledged(town, "nishimura", 1)
    assert table.seen(town, "nishimura") == {1: ["1のkishi", "1のnishimura"]}, "the second item is not there"


def test_the_host_and_his_colleagues_see_the_whole_agenda(town: Town, table: Table) -> None:
    for who in ("tanaka", "hoshi"):
        assert table.seen(town, who) == {1: ["1のkishi", "1のnishimura"], 2: ["2のkishi"]}


@pytest.mark.parametrize(
    ("who", "items"), [("tanaka", {1, 2}), ("hoshi", {1, 2}), ("kishi", {1}), ("nishimura", set())]
)
def test_the_audit_names_the_folder_of_every_item_that_was_read(
    town: Town, table: Table, who: str, items: set[int]
) -> None:
    """A colleague of the host reads the minutes without a seat: that is a look too."""
    table.pledged(town, "kishi", 1)
    conference.open_conference(by=town("tanaka"), at=town.later(days=1), conference=table.meeting)
    for number in (1, 2):
        decision.write_minutes(by=town("tanaka"), at=town.later(), item=table.items[number - 1], words=f"話{number}")
    town.later()
    viewer = town(who)
    page = queries.get(viewer, table.meeting.pk)
    assert page
    assert {item.number for item in page.items if item.minutes} == items
    assert {item.number for item in page.items if item.open} == items
    looked = set(viewer.sight.folders)
    assert {item.number for item in table.items if item.folder in looked} == items
