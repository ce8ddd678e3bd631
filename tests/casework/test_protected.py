"""What shuts a person shuts what is written about that person: journal, needs, consultations, plan, conference papers."""

from collections.abc import Callable
from uuid import UUID

import pytest

from marugoto.casework.actions import journal
from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.need import add_need
from marugoto.casework.actions.protection import protect_person
from marugoto.casework.codes import Method
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import need as needs
from marugoto.casework.queries import plan as plans
from marugoto.custody.actions.people import assign
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.intake.actions.consultation import Told, complete, receive
from marugoto.intake.codes import Channel
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions import household
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect, unprotect
from marugoto.people.models import Person
from marugoto.people.queries import household as households
from marugoto.people.queries import person as persons
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
REASON = "支援措置"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def shut(town: Town, person: UUID, *, listed: tuple[str, ...] = ("tanaka",), parts: tuple[Part, ...] = ()) -> None:
    """Open to 田中 alone; 星, who works beside her in the same team, is left out."""
    protect(
        by=town("tanaka"),
        at=town.later(),
        person=person,
        listed=[town(worker).worker for worker in listed],
        reason=REASON,
        parts=parts or tuple(Part),
    )
    town.later()


def said(town: Town, person: UUID | None = None) -> UUID:
    at = town.later()
    told = Told(caller="佐藤さん", words="こわい。", person=person)
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told).pk


def hers(town: Town, story: Story) -> UUID:
    by = town("tanaka")
    return add_need(
        by=by, at=town.later(), case=story.case, theme=TroubleCode.HOUSING, title="逃げる場所", person=story.person
    ).pk


def read(town: Town, story: Story, *, need: UUID, heard: UUID, worker: str) -> dict[str, bool]:
    eyes: Callable[[], object] = lambda: town(worker)  # noqa: E731 — each look with fresh eyes
    return {
        "person": persons.get(eyes(), story.person) is not None,
        "need": needs.get(eyes(), need) is not None,
        "case": cases.get(eyes(), story.case) is not None,
        "journal": bool(journals.of_case(eyes(), story.case)),
        "plan": plans.current(eyes(), story.case) is not None,
        "consultation": consultations.get(eyes(), heard) is not None,
        "first consultation": consultations.get(eyes(), story.consultation) is not None,
    }


def test_it_reaches_everything_that_speaks_of_the_person(town: Town, story: Story) -> None:
    need, heard = hers(town, story), said(town, story.person)
    town.later()
    assert all(read(town, story, need=need, heard=heard, worker="hoshi").values())
    shut(town, story.person)
    assert not any(read(town, story, need=need, heard=heard, worker="hoshi").values())
    assert all(read(town, story, need=need, heard=heard, worker="tanaka").values())


def test_what_is_written_afterwards_is_born_shut(town: Town, story: Story) -> None:
    shut(town, story.person)
    need, heard = hers(town, story), said(town)
    complete(by=town("tanaka"), at=town.later(), consultation=heard, person=story.person)
    journal.write(by=town("tanaka"), at=town.later(), case=story.case, method=Method.VISIT, words="会えた。")
    town.later()
    assert not any(read(town, story, need=need, heard=heard, worker="hoshi").values())


def test_the_needs_of_others_in_the_house_stay_open(town: Town, story: Story) -> None:
    shut(town, story.person)
    assert needs.get(town("hoshi"), story.need) is not None
    assert needs.need_heads(town("hoshi"), [story.need])[story.need].whole is False


def test_the_list_knows_of_no_contact_that_lies_in_a_folder_that_is_shut(town: Town, story: Story) -> None:
    """About a need it lies in the need's folder, about the case in the case's: the list looks into each as it is open to its reader."""
    days = {}
    for about in (None, hers(town, story)):
        at = town.later(days=3)
        journal.write(by=town("tanaka"), at=at, case=story.case, need=about, method=Method.VISIT, words="会えた。")
        days[about] = local_day(at)
    folders = Folder.objects.within(town.body).filter(subject__in=[need for need in days if need])
    restrict(by=town("tanaka"), at=town.later(), folders=folders, listed=[town("tanaka").worker], reason=REASON)
    town.later()
    last = {
        worker: next(row.last_contact for row in cases.list_cases(town(worker)).rows if row.case == story.case)
        for worker in ("tanaka", "hoshi")
    }
    assert last == {"tanaka": max(days.values()), "hoshi": days[None]}
    assert days[None] < max(days.values())


def test_neither_a_number_nor_a_gap_tells_of_a_need_that_is_shut(town: Town, story: Story) -> None:
    his = hers(town, story)
    add_need(by=town("tanaka"), at=town.later(), case=story.case, theme=TroubleCode.HOUSING, title="住むところ")
    folders = Folder.objects.within(town.body).filter(subject=his)
    restrict(by=town("tanaka"), at=town.later(), folders=folders, listed=[town("tanaka").worker], reason=REASON)
    town.later()
    counted = {}
    for worker in ("tanaka", "hoshi"):
        page = cases.get(town(worker), story.case)
        assert page
        numbers = [line.number for line in page.needs]
        assert numbers == list(range(1, len(numbers) + 1))
        (row,) = (one for one in cases.list_cases(town(worker)).rows if one.case == story.case)
        assert row.needs == len(numbers)
        counted[worker] = row.needs
    assert counted["tanaka"] == counted["hoshi"] + 1


def test_an_address_kept_secret_shuts_no_journal(town: Town, story: Story) -> None:
    shut(town, story.person, parts=(Part.CONTACT, Part.SHELTER))
    assert cases.get(town("hoshi"), story.case) is not None


def test_a_new_home_is_shut_with_the_one_who_comes_to_live_there(town: Town, story: Story) -> None:
    at = town.later()
    friend = enter_person(by=town("tanaka"), at=at, name="友田 幸")
    home = household.form_household(by=town("tanaka"), at=at, area="north", members=[(friend.pk, "本人")])
    case = open_case(by=town("tanaka"), at=at, household=home.pk).pk
    shut(town, story.person)
    assert cases.get(town("hoshi"), case) is not None
    household.join(by=town("tanaka"), at=town.later(), household=home.pk, person=story.person)
    town.later()
    assert cases.get(town("hoshi"), case) is None
    assert cases.get(town("tanaka"), case) is not None


def test_it_opens_again_when_it_is_ended_and_not_before_the_last_one_is(town: Town, story: Story) -> None:
    other = next(one.face.person for one in _members(town, story) if one.face.person != story.person)
    need, heard = hers(town, story), said(town, story.person)
    for person in (story.person, other):
        shut(town, person)
    with pytest.raises(Person.DoesNotExist):
        unprotect(by=town("hoshi"), at=town.later(), person=story.person, reason="落ち着いた")
    unprotect(by=town("tanaka"), at=town.later(), person=story.person, reason="落ち着いた")
    town.later()
    seen = read(town, story, need=need, heard=heard, worker="hoshi")
    assert (seen["person"], seen["need"], seen["consultation"]) == (True, True, True)
    assert not seen["case"]  # it speaks of the other one too
    unprotect(by=town("tanaka"), at=town.later(), person=other, reason="落ち着いた")
    town.later()
    assert all(read(town, story, need=need, heard=heard, worker="hoshi").values())
    with pytest.raises(Refused, match="いま制限がありません"):
        unprotect(by=town("tanaka"), at=town.later(), person=other, reason="もう一度")


def _members(town: Town, story: Story) -> tuple[households.MemberFace, ...]:
    found = households.get(town("tanaka"), story.household)
    assert found
    return found.members


def test_nobody_is_left_with_what_he_can_no_longer_read(town: Town, story: Story) -> None:
    """星 has a need of hers in hand; she is listed, or it is given to somebody else first."""
    made = hers(town, story)
    need = needs.get(town("tanaka"), made)
    assert need
    assign(by=town("tanaka"), at=town.later(), ball=need.ball_id, in_charge=town("hoshi").duty)
    how = {"by": town("tanaka"), "person": story.person, "reason": REASON}
    with pytest.raises(Refused, match=r"の星 .*さんが、この方のことを受け持っています"):
        protect_person(**how, at=town.later(), listed=[town("tanaka").worker])
    protect_person(**how, at=town.later(), listed=[town("tanaka").worker], parts=(Part.SHELTER,))
    protect_person(**how, at=town.later(), listed=[town("tanaka").worker, town("hoshi").worker])
    town.later()
    assert needs.get(town("hoshi"), need.pk) is not None
