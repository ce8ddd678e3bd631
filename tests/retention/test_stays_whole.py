"""What something stands against stays whole, and is said why; who belongs elsewhere too keeps his own record."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.codes import ConsentForm, ConsentState, Part
from marugoto.disclosure.models import Folder
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.household import form_household
from marugoto.people.actions.kinship import record_descent
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Descent, Household, Member, Person
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.hold import hold_person, lift_hold, place_hold
from marugoto.retention.actions.reach import reach_of
from marugoto.retention.codes import HoldReason, Obstacle, RecordKind
from marugoto.retention.models import Destruction, DisposalItem, ItemObstacle, PassedOver
from tests.database import unwalled
from tests.disposed import Ended, decided, destroyed, proposed, years_pass
from tests.listed import forgotten, ruled
from tests.town import Town
from tests.web.deeds_retention import number_of

pytestmark = pytest.mark.django_db
Deed = Callable[[Town, Ended], object]


def folder_of(town: Town, person: UUID) -> Folder:
    with unwalled():
        return Person.objects.within(town.body).select_related("folder").get(pk=person).folder


def shut(town: Town, over: Ended) -> object:
    listed = [town("tanaka").worker, town("hoshi").worker]
    folder = folder_of(town, over.story.person)
    return restrict(by=town("tanaka"), at=town.later(), folders=[folder], listed=listed, reason="支援措置")


def agreed(town: Town, over: Ended) -> object:
    return record_consent(
        by=town("tanaka"),
        at=town.later(),
        folder=folder_of(town, over.story.person),
        person=over.story.person,
        state=ConsentState.GIVEN,
        receiver=town.team("north-care-desk"),
        parts=[Part.BASIC],
        form=ConsentForm.PAPER,
        purpose="受診の付き添い",
        answered_on=local_day(town.now),
        until=local_day(town.now) + timedelta(days=90),
    )


def asked_again(town: Town, over: Ended) -> object:
    return open_case(by=town("tanaka"), at=town.later(), household=over.story.household, consultations=[])


BARRED: tuple[tuple[Deed, Obstacle], ...] = (
    (shut, Obstacle.RESTRICTED),
    (agreed, Obstacle.CONSENT),
    (asked_again, Obstacle.OPEN),
)


def obstacles(town: Town, over: Ended) -> frozenset[Obstacle]:
    from marugoto.ground.transaction import acting

    @acting
    def asked(*, by: object) -> frozenset[Obstacle]:
        return reach_of(town("shiraishi"), RecordKind.HOUSEHOLD, over.story.household).obstacles

    return asked(by=town("shiraishi"))


@pytest.mark.parametrize(("deed", "obstacle"), BARRED, ids=lambda one: getattr(one, "__name__", str(one)))
def test_it_comes_onto_no_list_while_something_stands_against_it(
    town: Town, over: Ended, deed: Deed, obstacle: Obstacle
) -> None:
    forgotten(town)
    ruled(town)
    deed(town, over)
    assert obstacles(town, over) == {obstacle}
    proposed(town)
    with unwalled():
        assert not DisposalItem.objects.within(town.body).filter(record="household").exists()
        passed = list(
            PassedOver.objects.within(town.body).filter(record="household").values_list("obstacles", flat=True)
        )
    assert passed == ([] if obstacle is Obstacle.OPEN else [obstacle.value])  # what runs has not even run out


@pytest.mark.parametrize(("deed", "obstacle"), BARRED, ids=lambda one: getattr(one, "__name__", str(one)))
def test_what_comes_between_keeps_it_whole(town: Town, over: Ended, deed: Deed, obstacle: Obstacle) -> None:
    decided(town)
    deed(town, over)
    town.later(days=2)
    assert disposal_round(at=town.now) == 0
    with unwalled():
        assert ItemObstacle.objects.within(town.body).filter(item__record="household").get().obstacles == obstacle
        assert Household.objects.within(town.body).filter(pk=over.story.household).exists()
        assert Member.objects.within(town.body).filter(household=over.story.household).count() == 3


def test_a_hold_keeps_it_off_the_list_and_off_the_round(town: Town, over: Ended) -> None:
    decided(town)
    place_hold(
        by=town("shiraishi"),
        at=town.later(),
        number=number_of(town, over.story),
        reason=HoldReason.DISPUTE,
        words="令和8年(行ウ)第1号",
        since=local_day(town.now),
    )
    town.later(days=2)
    assert disposal_round(at=town.now) == 0
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(town)
    with unwalled():
        assert not PassedOver.objects.within(town.body).filter(record="household").exists()


def test_a_hold_on_one_person_holds_the_household_and_ends_three_years_after_the_dispute(
    town: Town, over: Ended
) -> None:
    at = town.later()
    since = local_day(at)
    held = hold_person(
        by=town("shiraishi"), at=at, person=over.story.person, reason=HoldReason.DISPUTE, words="訴訟", since=since
    )
    assert obstacles(town, over) == {Obstacle.HELD}
    with pytest.raises(Refused, match="止めた人は、自分では解けません"):
        lift_hold(by=town("shiraishi"), at=town.later(), hold=held.pk, over_on=since)
    lift_hold(by=town("yamazaki"), at=town.later(), hold=held.pk, over_on=since, words="和解した")
    town.now += timedelta(days=3 * 365)
    assert obstacles(town, over) == {Obstacle.HELD}
    town.now += timedelta(days=3)
    assert obstacles(town, over) == frozenset()


# ---------------------------------------------------------------- who belongs elsewhere too


def lives_elsewhere(town: Town, person: UUID) -> UUID:
    at = town.later()
    return form_household(by=town("tanaka"), at=at, area="north", members=[(person, "本人")]).pk


def test_who_lives_in_another_household_keeps_his_record(town: Town, over: Ended) -> None:
    home = lives_elsewhere(town, over.story.person)
    destroyed(town)
    with unwalled():
        line = Destruction.objects.within(town.body).select_related("item").get(item__record="household")
        assert line.item.staying == 2  # キヨ, and the record that was found to be of her
        assert Person.objects.within(town.body).get(pk=over.story.person).name == "佐藤 キヨ"
        assert set(Member.objects.within(town.body).values_list("household", flat=True)) == {home}
        assert not Household.objects.within(town.body).filter(pk=over.story.household).exists()


def test_a_confirmed_twin_that_stays_keeps_both_records(town: Town, over: Ended) -> None:
    """The other record lives in a household of its own: neither of the two is torn from the other."""
    lives_elsewhere(town, over.story.other)
    alias = say_same(by=town("tanaka"), at=town.later(), one=over.story.person, other=over.story.other)
    destroyed(town)
    with unwalled():
        left = set(Person.objects.within(town.body).values_list("pk", flat=True))
        assert {over.story.person, over.story.other} <= left
        assert type(alias).objects.within(town.body).filter(pk=alias.pk).exists()
        assert not Household.objects.within(town.body).filter(pk=over.story.household).exists()


def test_kin_of_somebody_who_stays_stays_and_only_the_tie_goes(town: Town, over: Ended) -> None:
    at = town.later()
    child, grandchild = (enter_person(by=town("tanaka"), at=at, name=name).pk for name in ("山田 梅", "山田 桃"))
    record_descent(by=town("tanaka"), at=at, parent=over.story.person, child=child)
    record_descent(by=town("tanaka"), at=at, parent=child, child=grandchild)
    lives_elsewhere(town, grandchild)
    destroyed(town)
    with unwalled():
        left = set(Person.objects.within(town.body).values_list("pk", flat=True))
        ties = list(Descent.objects.within(town.body).values_list("parent", "child"))
    assert {child, grandchild} <= left
    assert over.story.person not in left
    assert ties == [(child, grandchild)]


def test_two_households_of_one_person_go_one_after_the_other(town: Town, over: Ended) -> None:
    """What kept him is gone with the second: then he goes too."""
    home = lives_elsewhere(town, over.story.person)
    case = open_case(by=town("tanaka"), at=town.later(), household=home, consultations=[])
    from marugoto.casework.actions.case import close_case
    from marugoto.casework.codes import CaseEnd

    close_case(by=town("tanaka"), at=town.later(), case=case.pk, end=CaseEnd.MOVED_AWAY)
    destroyed(town)
    with unwalled():
        assert Person.objects.within(town.body).filter(pk=over.story.person).exists()
    years_pass(town)
    destroyed(town)
    with unwalled():
        assert not Person.objects.within(town.body).filter(pk=over.story.person).exists()
        assert not Household.objects.within(town.body).filter(pk=home).exists()
