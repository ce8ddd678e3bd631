"""Needs without a name: joined to one task, tried, answered, and heard by every holder who waited."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.community.actions.place import change_place, create_place
from marugoto.community.actions.unmet_need import answer_unmet_need, go_on, join_unmet_need, reply_to_place
from marugoto.community.codes import Lack, UnmetEnd, UnmetSaid
from marugoto.community.models import UnmetNeed
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.rules.unmet_need import Task, Waiting, may_go_on, may_join, may_reply
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.codes import MatterKind, TidingKind, Urgency
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.tiding import unread
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.waited import lacking

A, B, OURS, OTHERS = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("one", "into", "allowed"),
    [
        (Task(A, OURS), Task(B, OURS), True),
        (Task(A, OURS), Task(B, OURS, leads=True), True),
        (Task(A, OURS), Task(A, OURS), False),
        (Task(A, OTHERS), Task(B, OURS), False),
        (Task(A, OURS), Task(B, OTHERS), False),
        (Task(A, OURS, open=False), Task(B, OURS), False),
        (Task(A, OURS), Task(B, OURS, open=False), False),
        (Task(A, OURS), Task(B, OURS, joined=True), False),
        (Task(A, OURS, leads=True), Task(B, OURS), False),
    ],
)
def test_which_two_are_one_task(one: Task, into: Task, allowed: bool) -> None:
    assert bool(may_join(one, into, OURS)) is allowed


@pytest.mark.parametrize(
    ("task", "days", "allowed"),
    [
        (Task(A, OURS), 1, True),
        (Task(A, OURS), 0, False),  # the next day is not today
        (Task(A, OTHERS), 1, False),
        (Task(A, OURS, joined=True), 1, False),
        (Task(A, OURS, open=False), 1, False),
    ],
)
def test_who_writes_what_was_tried(task: Task, days: int, allowed: bool) -> None:
    assert bool(may_go_on(task, OURS, next_on=TODAY + timedelta(days=days), today=TODAY)) is allowed


@pytest.mark.parametrize(
    ("holds", "came", "replied", "allowed"),
    [(True, True, False, True), (False, True, False, False), (True, False, False, False), (True, True, True, False)],
)
def test_who_answers_a_place_that_came(holds: bool, came: bool, replied: bool, allowed: bool) -> None:
    assert bool(may_reply(holds=holds, came=came, replied=replied)) is allowed


pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def held(town: Town, worker: str) -> Ball:
    """A need of that worker's team, as the ball alone knows it."""
    town.later()
    matter, by = Ref("need", UUID(int=town.now.microsecond + len(worker))), town(worker)
    urgency = Urgency.USUAL
    return place_ball(by=by, at=town.now, matter=matter, kind=MatterKind.NEED, theme="withdrawal", urgency=urgency)


def three(town: Town) -> tuple[list[Ball], list[UnmetNeed]]:
    balls = [held(town, worker) for worker in ("tanaka", "ogawa", "yamashita")]
    workers = ("tanaka", "ogawa", "yamashita")
    needs = [lacking(town, ball.pk, worker=worker) for ball, worker in zip(balls, workers, strict=True)]
    for one in needs[1:]:
        join_unmet_need(by=town("hayashi"), at=town.later(), unmet=one.pk, into=needs[0].pk)
    return balls, needs


def test_three_are_one_task_whose_place_reaches_all_three(town: Town) -> None:
    balls, needs = three(town)
    hayashi, lead = town("hayashi"), needs[0].pk
    assert unmet_needs.waiting_of(hayashi, {lead})[lead] == Waiting(3, 3, {})
    with unwalled():
        open_now = Ball.objects.within(town.body).filter(matter__in=[one.pk for one in needs], settlement=None)
        assert [one.matter for one in open_now] == [lead]  # exactly one holder of one task
    go_on(by=hayashi, at=town.later(), unmet=lead, words="商店会に聞いた。", next_on=local_day(town.now) + timedelta(7))
    listed = unmet_needs.in_list(town("hayashi"), {lead})[lead]
    assert (listed.next_on, listed.behind) == (local_day(town.now) + timedelta(7), Waiting(3, 3))
    lies = face(town("hayashi"), needs[0].ball_id)
    assert lies
    assert lies.due == listed.next_on, "its clock goes by the next day"
    van = create_place(by=town("hayashi"), at=town.later(), values={"name": "のりあい号"})
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=lead, end=UnmetEnd.PLACE_MADE, place=van.pk)
    for worker, ball in zip(("tanaka", "ogawa", "yamashita"), balls, strict=True):
        town.later()
        told = [one.ball for one in unread(town(worker)) if one.kind is TidingKind.PLACE_CAME]
        assert told == [ball.pk], worker
        [one] = unmet_needs.came(town(worker))
        assert one.ending.place == van
        said = UnmetSaid.NOT_FITTING if worker == "ogawa" else UnmetSaid.TAKEN
        reply_to_place(by=town(worker), at=town.later(), wait=one.wait, said=said)
        assert unmet_needs.came(town(worker)) == []
    behind = unmet_needs.waiting_of(town("hayashi"), {lead})[lead]
    assert behind == Waiting(3, 3, {UnmetSaid.TAKEN: 2, UnmetSaid.NOT_FITTING: 1})


def test_a_place_that_changed_answers_as_a_new_one_does(town: Town) -> None:
    """It was there already and fetched nobody; now it does, and whoever waited hears of it and reads what it says now."""
    garden = create_place(
        by=town("hayashi"), at=town.later(), values={"name": "朝の畑", "access": "送迎はありません。"}
    )
    ball = held(town, "tanaka")
    need = lacking(town, ball.pk)
    change_place(by=town("hayashi"), at=town.later(), place=garden.pk, values={"access": "迎えに行きます。"})
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=need.pk, end=UnmetEnd.PLACE_FOUND, place=garden.pk)
    town.later()
    assert [one.ball for one in unread(town("tanaka")) if one.kind is TidingKind.PLACE_CAME] == [ball.pk]
    [one] = unmet_needs.came(town("tanaka"))
    assert one.ending.place is not None
    assert (one.ending.place.name, one.ending.place.access) == ("朝の畑", "迎えに行きます。")


def test_that_it_cannot_be_made_is_heard_too_and_asks_for_nothing(town: Town) -> None:
    ball = held(town, "tanaka")
    need = lacking(town, ball.pk)
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=need.pk, end=UnmetEnd.NOT_POSSIBLE)
    town.later()
    assert TidingKind.PLACE_NOT in [one.kind for one in unread(town("tanaka"))]
    assert unmet_needs.came(town("tanaka")) == []


def test_one_need_waits_once_for_the_same(town: Town) -> None:
    ball = held(town, "tanaka")
    lacking(town, ball.pk)
    assert lacking(town, ball.pk, Lack.COMPANION).lack == Lack.COMPANION
    with pytest.raises(Refused, match="もう届けています"):
        lacking(town, ball.pk)


def test_another_team_does_not_answer_for_the_holder(town: Town) -> None:
    ball = held(town, "tanaka")
    need = lacking(town, ball.pk)
    van = create_place(by=town("hayashi"), at=town.later(), values={"name": "のりあい号"})
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=need.pk, end=UnmetEnd.PLACE_MADE, place=van.pk)
    [one] = unmet_needs.came(town("tanaka"))
    with pytest.raises(Refused, match="待っていた必要の持ち手"):
        reply_to_place(by=town("ogawa"), at=town.later(), wait=one.wait, said=UnmetSaid.TAKEN)
