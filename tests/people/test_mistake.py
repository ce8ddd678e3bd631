"""What was written down wrongly is taken back: it stays in the book, is shown no more, and nobody writes over another's hand."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from marugoto.kernel.decision import Refused
from marugoto.people import queries
from marugoto.people.actions import contact, death, household, kinship, mistake, person
from marugoto.people.codes import ChangeKind, DescentKind, Destination, LeaveReason, UnionState
from marugoto.people.models import Address, Descent, Household, HouseholdChange, Person, TieMistake
from marugoto.people.queries.life import life_of
from marugoto.people.rules.contact import may_live
from marugoto.people.rules.ties import may_take_turn_back, may_turn
from tests.database import unwalled
from tests.people.cast import BODY, NOW, Cast, Sato, enter, fresh, hide, settle_sato

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def sato(cast: Cast) -> Sato:
    return settle_sato(cast.tanaka)


def test_a_parent_that_never_was_is_gone_and_can_be_recorded_again(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    first = kinship.record_descent(parent=sato.kenichi.pk, child=sato.yui.pk, **by)
    mistake.never_descended(descent=first.pk, **by)
    assert queries.ties.ties(fresh(cast.tanaka), [sato.yui.pk]).descents == ()
    assert queries.household.get(fresh(cast.tanaka), sato.household.pk).ties.descents == ()
    with pytest.raises(Descent.DoesNotExist):
        mistake.never_descended(descent=first.pk, **by)
    again = kinship.record_descent(parent=sato.kenichi.pk, child=sato.yui.pk, **by)
    assert [tie.descent for tie in queries.ties.ties(fresh(cast.tanaka), [sato.yui.pk]).descents] == [again.pk]
    assert (first.number, again.number) == (1, 2)
    kinship.record_descent(parent=sato.yui.pk, child=enter(cast.tanaka, "孫").pk, **by)


def test_a_mistaken_child_no_longer_stands_in_the_way_of_the_right_one(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    wrong = kinship.record_descent(parent=sato.yui.pk, child=sato.kenichi.pk, kind=DescentKind.ADOPTED, **by)
    with pytest.raises(Refused, match="子や孫が、親に"):
        kinship.record_descent(parent=sato.kenichi.pk, child=sato.yui.pk, **by)
    mistake.never_descended(descent=wrong.pk, **by)
    assert kinship.record_descent(parent=sato.kenichi.pk, child=sato.yui.pk, **by).number == 1


def test_a_divorce_that_never_was(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    union = kinship.record_union(one=sato.kenichi.pk, other=sato.ryoko.pk, since=date(2005, 6, 1), **by)
    turn = kinship.turn_union(union=union.pk, state=UnionState.DIVORCED, day=TODAY, seen=UnionState.TOGETHER, **by)
    with pytest.raises(Refused, match="先に記録しました"):
        kinship.turn_union(union=union.pk, state=UnionState.SEPARATED, seen=UnionState.TOGETHER, **by)
    mistake.never_turned(union=union.pk, turn=turn.pk, **by)
    (tie,) = queries.ties.ties(fresh(cast.tanaka), [sato.ryoko.pk]).unions
    assert (tie.state, tie.since, tie.turns) == (UnionState.TOGETHER, date(2005, 6, 1), 1)
    with pytest.raises(Refused, match="はじまりだけ"):
        mistake.never_turned(union=union.pk, turn=tie.turn, **by)
    kinship.turn_union(union=union.pk, state=UnionState.SEPARATED, day=TODAY, **by)
    assert queries.ties.ties(fresh(cast.tanaka), [sato.ryoko.pk]).unions[0].state is UnionState.SEPARATED
    mistake.never_united(union=union.pk, **by)
    assert queries.ties.ties(fresh(cast.tanaka), [sato.ryoko.pk]).unions == ()
    with unwalled():
        assert TieMistake.objects.within(BODY).count() == 2


def test_whom_a_tie_hides_cannot_take_it_back(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    union = kinship.record_union(one=sato.kenichi.pk, other=sato.ryoko.pk, **by)
    tie = kinship.record_descent(parent=sato.ryoko.pk, child=sato.yui.pk, **by)
    hide(cast.tanaka, sato.ryoko)
    for deed in (
        lambda: mistake.never_united(by=cast.sasaki, at=NOW, union=union.pk),
        lambda: mistake.never_descended(by=cast.sasaki, at=NOW, descent=tie.pk),
    ):
        with pytest.raises(Person.DoesNotExist):
            deed()


def test_somebody_who_never_left(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    left = household.leave(
        household=sato.household.pk, person=sato.yui.pk, destination=Destination.FAMILY, address="みなも市北町3", **by
    )
    life = life_of(fresh(cast.tanaka), sato.yui.pk)
    assert [(stay.until, stay.destination) for stay in life.homes] == [(TODAY, Destination.FAMILY)]
    assert [reach.words for reach in life.reaches] == ["みなも市北町3"]
    household.stay(member=left.pk, **by)
    assert [stay.until for stay in life_of(fresh(cast.tanaka), sato.yui.pk).homes] == [None]
    assert len(queries.household.get(fresh(cast.tanaka), sato.household.pk).members) == 4
    with pytest.raises(Refused, match="もうこの世帯にいます"):
        household.stay(member=left.pk, **by)
    with unwalled():
        kinds = HouseholdChange.objects.within(BODY).filter(person=sato.yui.pk).values_list("kind", flat=True)
        assert list(kinds.order_by("made_at", "pk")).count(ChangeKind.STAYED) == 1


def test_a_death_ends_every_membership_and_its_mistake_gives_them_back(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    other = household.form_household(members=[(sato.kenichi.pk, "息子")], name="実家", **by)
    death.pass_away(person=sato.kenichi.pk, day=TODAY - timedelta(days=0), **by)
    homes = life_of(fresh(cast.tanaka), sato.kenichi.pk).homes
    assert [stay.until for stay in homes] == [TODAY, TODAY]
    with pytest.raises(Refused, match="亡くなったと記録"):
        household.stay(member=homes[0].member, **by)
    death.take_back_death(person=sato.kenichi.pk, **by)
    life = life_of(fresh(cast.tanaka), sato.kenichi.pk)
    assert not life.face.dead
    assert {stay.household: stay.until for stay in life.homes} == {sato.household.pk: None, other.pk: None}
    assert [(one.old, one.new) for one in life.corrections] == [("2026-11-24", "")]
    with pytest.raises(Refused, match="記録されていません"):
        death.take_back_death(person=sato.kenichi.pk, **by)
    death.pass_away(person=sato.kenichi.pk, **by)


def test_two_hands_on_one_name(cast: Cast, sato: Sato) -> None:
    change = {"at": NOW, "person": sato.yui.pk, "seen": 0}
    person.correct_person(by=cast.tanaka, name="佐藤 ゆい", **change)
    with pytest.raises(Refused, match="先に直しました"):
        person.correct_person(by=cast.sasaki, name="佐藤 唯", **change)
    life = life_of(fresh(cast.sasaki), sato.yui.pk)
    assert (life.face.name, life.version, [one.name for one in life.names]) == ("佐藤 ゆい", 1, ["佐藤 結衣"])


def test_two_hands_on_one_relation(cast: Cast, sato: Sato) -> None:
    said = {"at": NOW, "household": sato.household.pk, "person": sato.yui.pk, "was": "長女"}
    assert household.say_relation(by=cast.tanaka, relation="長女(連れ子)", **said).relation == "長女(連れ子)"
    with pytest.raises(Refused, match="先に続柄"):
        household.say_relation(by=cast.sasaki, relation="娘", **said)
    with pytest.raises(Household.DoesNotExist):
        household.say_relation(by=cast.ogawa, relation="娘", **said)


def test_a_number_and_an_address_end_on_a_day_and_hold_again(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    phone, address = life_of(fresh(cast.tanaka), sato.kenichi.pk).reaches
    contact.end_phone(phone=phone.id, day=TODAY, **by)
    contact.end_address(address=address.id, **by)
    assert [reach.until for reach in life_of(fresh(cast.tanaka), sato.kenichi.pk).reaches] == [TODAY, TODAY]
    assert queries.person.get(fresh(cast.tanaka), sato.kenichi.pk).contact.phones == ()
    contact.use_phone_again(phone=phone.id, **by)
    contact.live_there_again(address=address.id, **by)
    assert [reach.until for reach in life_of(fresh(cast.tanaka), sato.kenichi.pk).reaches] == [None, None]
    with pytest.raises(Address.DoesNotExist):
        contact.end_address(by=cast.ogawa, at=NOW, address=address.id)
    with pytest.raises(Refused, match="使い始めた日より前"):
        contact.end_phone(phone=phone.id, day=TODAY - timedelta(days=1), **by)


def not_everybody(cast: Cast, sato: Sato) -> None:
    members = [sato.kenichi.pk, sato.ryoko.pk, sato.yui.pk, sato.minato.pk]
    household.split(by=cast.tanaka, at=NOW, household=sato.household.pk, persons=members)


def nobody(cast: Cast, sato: Sato) -> None:
    household.split(by=cast.tanaka, at=NOW, household=sato.household.pk, persons=[])


def itself(cast: Cast, sato: Sato) -> None:
    household.merge(by=cast.tanaka, at=NOW, household=sato.household.pk, other=sato.household.pk)


def before_it_came(cast: Cast, sato: Sato) -> None:
    tomorrow = TODAY + timedelta(days=1)
    household.leave(by=cast.tanaka, at=NOW, household=sato.household.pk, person=sato.yui.pk, day=tomorrow)


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (not_everybody, "全員が選ばれて"),
        (nobody, "だれも選ばれて"),
        (itself, "同じ世帯です"),
        (before_it_came, "きょうより後"),
    ],
)
def test_what_a_household_cannot_become(cast: Cast, sato: Sato, deed: Callable[[Cast, Sato], None], why: str) -> None:
    with pytest.raises(Refused, match=why):
        deed(cast, sato)
    assert len(queries.household.get(fresh(cast.tanaka), sato.household.pk).members) == 4


def test_who_lived_in_both_lives_on_in_one(cast: Cast, sato: Sato) -> None:
    by = {"by": cast.tanaka, "at": NOW}
    granny = enter(cast.tanaka, "佐藤 ハナ")
    other = household.form_household(members=[(granny.pk, "本人"), (sato.kenichi.pk, "息子")], **by)
    household.merge(household=sato.household.pk, other=other.pk, **by)
    here = queries.household.get(fresh(cast.tanaka), sato.household.pk).members
    assert sorted(member.face.called for member in here) == sorted(
        ["佐藤 健一", "佐藤 良子", "佐藤 結衣", "佐藤 湊", "佐藤 ハナ"]
    )
    assert queries.household.get(fresh(cast.tanaka), other.pk).members == ()


def test_a_mistaken_membership_is_no_home(cast: Cast, sato: Sato) -> None:
    stranger = enter(cast.tanaka, "鈴木 太郎")
    add = {"by": cast.tanaka, "at": NOW, "household": sato.household.pk, "person": stranger.pk}
    household.join(since=date(2020, 1, 1), **add)
    household.leave(reason=LeaveReason.MISTAKE, **add)
    assert life_of(fresh(cast.tanaka), stranger.pk).homes == ()
    assert life_of(fresh(cast.ogawa), stranger.pk) is None


@pytest.mark.parametrize(
    ("day", "before", "allowed"),
    [
        (TODAY, [], True),
        (TODAY, [None], True),
        (TODAY, [TODAY], True),
        (TODAY - timedelta(days=1), [TODAY], False),
        (TODAY + timedelta(days=1), [], False),
    ],
)
def test_from_when_a_new_address_can_hold(day: date, before: list, allowed: bool) -> None:
    assert bool(may_live(day, before=before, today=TODAY)) is allowed


def test_what_a_couple_can_turn_to() -> None:
    together, parted = UnionState.TOGETHER, UnionState.DIVORCED
    assert may_turn(together, None, parted, None, seen=together)
    assert not may_turn(parted, None, together, None, seen=together)
    one, two = enter_ids()
    assert may_take_turn_back(one, one, left=2)
    assert not may_take_turn_back(one, two, left=2)
    assert not may_take_turn_back(one, one, left=1)


def enter_ids() -> tuple:
    from uuid import uuid4

    return uuid4(), uuid4()
