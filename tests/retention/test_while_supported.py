"""What goes without the support it belongs to stays as long as that runs; who has come back keeps his household; and a longer period,
set after the list was made, is asked at the hour."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.conferences.models import AgendaItem
from marugoto.disclosure.models import Attachment
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.models import Household
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.disposal import decide_disposal
from marugoto.retention.actions.hold import hold_person, lift_hold, place_hold
from marugoto.retention.actions.reach import reach_of
from marugoto.retention.codes import HoldReason, Obstacle, RecordKind
from marugoto.retention.models import DisposalItem, Hold, HoldEnding, ItemObstacle
from tests.database import unwalled
from tests.disposed import Ended, decided, destroyed, proposed, scheduled, years_pass
from tests.listed import forgotten
from tests.story import one_household
from tests.town import Town
from tests.web.deeds_retention import number_of

pytestmark = pytest.mark.django_db


def round_after_two_days(town: Town) -> int:
    town.later(days=2)
    return disposal_round(at=town.now)


def stayed(town: Town, record: RecordKind) -> str:
    with unwalled():
        return ItemObstacle.objects.within(town.body).get(item__record=record).obstacles


def is_there(model: Any, town: Town, key: UUID) -> bool:
    with unwalled():
        return bool(model.objects.within(town.body).filter(pk=key).exists())


def obstacles(town: Town, record: RecordKind, subject: UUID) -> frozenset[Obstacle]:
    from marugoto.ground.transaction import acting

    @acting
    def asked(*, by: object) -> frozenset[Obstacle]:
        return reach_of(town("shiraishi"), record, subject).obstacles

    return asked(by=town("shiraishi"))


@pytest.fixture
def over_by_papers(town: Town) -> Ended:
    """The city has a rule for the papers alone."""
    from tests.disposed import ended

    found = ended(town)
    scheduled(town, RecordKind.ATTACHMENT)
    years_pass(town)
    return found


def test_papers_go_when_their_years_are_over(town: Town, over_by_papers: Ended) -> None:
    destroyed(town)
    assert not is_there(Attachment, town, over_by_papers.story.attachment)
    assert is_there(Household, town, over_by_papers.story.household)


def test_papers_of_a_support_that_began_again_meanwhile_stay(town: Town, over_by_papers: Ended) -> None:
    story = over_by_papers.story
    decided(town)
    open_case(by=town("tanaka"), at=town.later(), household=story.household, consultations=[])
    assert round_after_two_days(town) == 0
    assert stayed(town, RecordKind.ATTACHMENT) == "open"
    assert is_there(Attachment, town, story.attachment)


def test_what_was_said_at_a_table_stays_while_the_support_runs(town: Town) -> None:
    story = one_household(town)
    scheduled(town, RecordKind.CONFERENCE)
    years_pass(town)
    with pytest.raises(Refused, match="廃棄できるものはありません"):
        proposed(town)
    assert obstacles(town, RecordKind.CONFERENCE, story.item) == {Obstacle.OPEN}
    assert is_there(AgendaItem, town, story.item)


def test_a_table_of_a_support_that_began_again_meanwhile_stays(town: Town, over: Ended) -> None:
    scheduled(town, RecordKind.HOUSEHOLD, years=50)
    scheduled(town, RecordKind.CONFERENCE)
    decided(town)
    open_case(by=town("tanaka"), at=town.later(), household=over.story.household, consultations=[])
    assert round_after_two_days(town) == 0
    assert stayed(town, RecordKind.CONFERENCE) == "open"
    assert is_there(AgendaItem, town, over.story.item)


def comes_back(town: Town, over: Ended) -> None:
    at = town.later()
    told = Told(person=over.story.person, words="また来た。")
    receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.WINDOW, told=told)


def test_whoever_has_come_back_to_a_window_keeps_the_household(town: Town, over: Ended) -> None:
    decided(town)
    comes_back(town, over)
    assert round_after_two_days(town) == 0
    assert stayed(town, RecordKind.HOUSEHOLD) == "open"
    assert is_there(Household, town, over.story.household)


def test_where_nothing_can_go_it_is_said_why(town: Town, over: Ended) -> None:
    comes_back(town, over)
    with pytest.raises(Refused, match="廃棄できるものはありません") as refused:
        proposed(town)
    assert refused.value.way_on == "載せられないわけ: まだ動いているボールがあります。"


def test_a_longer_period_set_after_the_yes_is_asked_at_the_hour(town: Town, over: Ended) -> None:
    decided(town)
    scheduled(town, RecordKind.HOUSEHOLD, years=30)
    assert round_after_two_days(town) == 0
    assert stayed(town, RecordKind.HOUSEHOLD) == "longer"
    assert is_there(Household, town, over.story.household)


@pytest.mark.postgres
def test_the_database_asks_the_period_of_today_by_itself(town: Town, over: Ended) -> None:
    from tests.retention.test_door import dispose, item_of

    decided(town)
    scheduled(town, RecordKind.HOUSEHOLD, years=30)
    town.later(days=2)
    assert dispose(town("shiraishi"), item_of(town)) == "longer"


# ---------------------------------------------------------------- holds


def held(town: Town, person: UUID) -> Hold:
    at = town.later()
    said = {"reason": HoldReason.DISPUTE, "words": "令和8年(行ウ)第1号", "since": local_day(at)}
    return hold_person(by=town("shiraishi"), at=at, person=person, **said)  # type: ignore[arg-type]


def test_a_hold_on_another_record_of_the_same_person_holds(town: Town, over: Ended) -> None:
    at = town.later()
    twin = enter_person(by=town("tanaka"), at=at, name="佐藤 きよ").pk
    form_household(by=town("tanaka"), at=at, area="north", members=[(twin, "本人")])
    say_same(by=town("tanaka"), at=town.later(), one=over.story.person, other=twin)
    assert obstacles(town, RecordKind.ATTACHMENT, over.story.household) == frozenset()
    held(town, twin)
    assert obstacles(town, RecordKind.ATTACHMENT, over.story.household) == {Obstacle.HELD}
    assert obstacles(town, RecordKind.HOUSEHOLD, over.story.household) == {Obstacle.HELD}


def test_what_is_kept_of_a_hold_that_is_over_goes_with_what_it_lay_on(town: Town, over: Ended) -> None:
    """It says of whom, and its words may tell who that was."""
    forgotten(town)
    own = held(town, over.story.person)
    at = town.later()
    said = {"reason": HoldReason.AUDIT, "words": "監査", "since": local_day(at)}
    other = place_hold(by=town("shiraishi"), at=at, number=number_of(town, over.story), **said)  # type: ignore[arg-type]
    for hold in (own, other):
        lift_hold(by=town("yamazaki"), at=town.later(), hold=hold.pk, over_on=local_day(town.now), words="終わった")
    town.now += timedelta(days=4 * 366)
    destroyed(town)
    assert not is_there(Household, town, over.story.household)
    with unwalled():
        assert not Hold.objects.within(town.body).exists()
        assert not HoldEnding.objects.within(town.body).exists()


@pytest.mark.postgres
def test_two_who_do_not_lead_destroy_nothing(town: Town, over: Ended) -> None:
    """Two signatures of the application's own role, under the hands of two counsellors."""
    from tests.retention.test_door import asking, dispose, item_of

    row = proposed(town)
    first, second = town("tanaka"), town("hoshi")
    values = "VALUES (gen_random_uuid(), %s, %s, %s, true, '', %s, %s, %s)"
    said = "INSERT INTO retention_disposaldecision (id, body, made_at, disposal_id, agreed, words, ready_at, worker_id, duty_id) "
    with asking(second) as cursor:
        cursor.execute(said + values, [town.body, town.now, row.pk, town.now, second.worker, second.duty])
    town.later(days=2)
    assert dispose(first, item_of(town)) == "gone"
    assert is_there(Household, town, over.story.household)


@pytest.mark.postgres
def test_nobody_points_an_item_at_something_else(town: Town, over: Ended) -> None:
    from django.db.utils import ProgrammingError

    from tests.retention.test_door import asking

    decided(town)
    with pytest.raises(ProgrammingError, match="permission denied"), asking(town("shiraishi")) as cursor:
        cursor.execute("UPDATE retention_disposaltarget SET subject = gen_random_uuid()")


def test_the_list_of_two_persons_still_goes(town: Town, over: Ended) -> None:
    row = proposed(town)
    decide_disposal(by=town("yamazaki"), at=town.later(), disposal=row.pk, agreed=True)
    assert round_after_two_days(town) == 1
    with unwalled():
        assert DisposalItem.objects.within(town.body).filter(destruction__isnull=False).count() == 1


@pytest.mark.parametrize("record", RecordKind)
def test_of_every_type_it_can_be_asked_what_has_run_out(town: Town, over: Ended, record: RecordKind) -> None:
    from marugoto.retention.queries.behind import run_out

    found = run_out(town("shiraishi"), record, town.now + timedelta(days=366))
    assert all(one.record is record for one in found)
    assert found or record in {RecordKind.NOTICE, RecordKind.APPROACH, RecordKind.WATCH, RecordKind.PERSON}
