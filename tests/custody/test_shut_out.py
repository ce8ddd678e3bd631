"""No way brings a ball to a worker to whom the whole file is missing: begun again, given back, left behind, asked from outside."""

from datetime import date
from uuid import UUID

import pytest

from marugoto.agencies.actions.account import suspend
from marugoto.casework.actions.conflict import declare_of_household, declare_of_person
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.hand_back import hand_back
from marugoto.custody.actions.people import end_duty
from marugoto.custody.actions.settlement import reopen, settle
from marugoto.custody.codes import Outcome
from marugoto.custody.models import Ball
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.codes import BasisCode, ConflictKind
from marugoto.disclosure.models import Folder
from marugoto.intake.actions.inquiry import inquire
from marugoto.intake.codes import InquiryReason
from marugoto.intake.models import Inquired
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.person import enter_person
from tests.agreed import handed_and_shut
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def barred(town: Town, story: Story, worker: str) -> None:
    by, at = town(worker), town.later()
    declare_of_household(by=by, at=at, case=story.case, worker=by.worker, kind=ConflictKind.KIN)
    town.later()


def in_charge(ball: UUID) -> UUID:
    with unwalled():
        return Ball.objects.everywhere("a test").get(pk=ball).in_charge_id


def test_begun_again_it_goes_to_a_colleague_who_reads_it(town: Town, story: Story) -> None:
    settle(by=town("tanaka"), at=town.later(), ball=story.ball, outcome=Outcome.ACHIEVED)
    barred(town, story, "tanaka")
    reopen(by=town("hoshi"), at=town.later(), ball=story.ball)
    town.later()
    assert in_charge(story.ball) != town("tanaka").duty
    assert needs.get(town("hoshi"), story.need) is not None


def test_where_nobody_there_may_read_it_nothing_begins_again(town: Town, story: Story) -> None:
    settle(by=town("tanaka"), at=town.later(), ball=story.ball, outcome=Outcome.ACHIEVED)
    tanaka = town("tanaka")
    folders = Folder.objects.within(town.body).filter(subject=story.need)
    restrict(by=tanaka, at=town.later(), folders=folders, listed=[tanaka.worker], reason="支援措置")
    day = local_day(town.later())
    suspend(by=town("honma"), at=town.now, worker=tanaka.worker, day=day, reason="調べている間")
    with pytest.raises(Refused, match="その人には渡せません"):
        reopen(by=town("mori"), at=town.later(), ball=story.ball)


def test_who_leaves_leaves_it_to_one_who_reads_it_though_the_head_does_not(town: Town, story: Story) -> None:
    barred(town, story, "hoshi")
    day, leaving = local_day(town.later()), town("tanaka").duty
    end_duty(by=town.of("staff-desk"), at=town.now, duty=leaving, day=day, reason="異動")
    assert in_charge(story.ball) not in {leaving, town("hoshi").duty}


def test_given_back_it_goes_past_whoever_may_not_read_it_any_more(town: Town) -> None:
    row = handed_and_shut(town)
    assert row.person_id
    by, at = town("tanaka"), town.later()
    declare_of_person(by=by, at=at, person=row.person_id, worker=by.worker, kind=ConflictKind.KIN)
    hand_back(by=town("ogawa"), at=town.later(), ball=row.ball_id)
    assert in_charge(row.ball_id) != by.duty


@pytest.mark.parametrize("out", [(), ("tanaka",), ("hoshi",)])
def test_a_question_goes_to_one_who_may_look_it_up(town: Town, out: tuple[str, ...]) -> None:
    born = date(1944, 3, 3)
    kiyo = enter_person(by=town("tanaka"), at=town.later(), name="佐藤 キヨ", kana="さとう きよ", birth=born)
    for one in out:
        by, at = town(one), town.later()
        declare_of_person(by=by, at=at, person=kiyo.pk, worker=by.worker, kind=ConflictKind.KIN)
    said = {"reason": InquiryReason.CAME, "basis": BasisCode.OWN_DUTY, "name": "佐藤 キヨ", "birth": born}
    inquire(by=town("nishimura"), at=town.later(), **said)  # type: ignore[arg-type]
    with unwalled():
        asked = Inquired.objects.within(town.body).get(person=kiyo)
    assert in_charge(asked.ball_id) not in {town(one).duty for one in out}
