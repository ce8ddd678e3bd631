"""The town lives: each body is busy today, and everything open has a holder."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest
from django.db import connections, transaction
from pytest_django import DjangoDbBlocker

from marugoto.agencies.queries.system import system_viewer
from marugoto.casework.events import AssessmentWritten
from marugoto.conferences.codes import Followed, KindCode
from marugoto.conferences.models import (
    AgendaItem,
    ConferenceCouncil,
    DateAnswer,
    DateOption,
    OutsidePledge,
    OutsideSeat,
    Papers,
    ResolutionResult,
    SeatAdmission,
    SeatPledge,
    TableSeat,
    Topic,
)
from marugoto.custody.codes import BallState
from marugoto.custody.queries import ball as balls
from marugoto.custody.queries import tower
from marugoto.custody.queries.check import faults
from marugoto.demo.life import Lived, Progress, live, usual_households
from marugoto.demo.live.councils import SKETCHES
from marugoto.demo.settle import Settled, settle_bodies
from marugoto.demo.town import BY_CODE, MUNICIPALITIES, TOWN
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import CouncilMember
from marugoto.disclosure.rules.basis import OUTSIDE
from marugoto.ground.statistics import take_statistics
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import JST
from marugoto.ledger.events import layout
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.fact import read
from tests.database import unwalled

UNTIL = date(2026, 11, 25)
MORNING = datetime.combine(UNTIL, time(9), tzinfo=JST)
BEGINS = date(2024, 11, 1)  # two years, from the first of the month
EACH = 6
MINAMO = "990019"
CODES = [body.code for body in MUNICIPALITIES]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
]  # on SQLite the journey through the porch begins with a telling


@dataclass(frozen=True)
class Story:
    settled: Settled
    lived: Lived
    told: list[tuple[int, int]]  # what was told and is to be told, as the telling goes on


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Story]:
    """Told once, looked at by all tests of this file, and taken back."""
    with django_db_blocker.unblock(), ExitStack() as books:
        for book in connections:
            books.enter_context(transaction.atomic(using=book))
        settled = settle_bodies(TOWN)
        told: list[tuple[int, int]] = []

        def tell(how_far: Progress) -> None:
            told.append((how_far.told, how_far.to_tell))
            if how_far.day.day == 1:
                take_statistics()  # as the command does: the tables fill

        lived = live(
            settled,
            seed=7,
            until=UNTIL,
            households=usual_households(each=EACH),
            progress=tell,
        )
        yield Story(settled, lived, told)
        for book in connections:
            transaction.set_rollback(True, using=book)


def test_the_rest_of_the_telling_is_estimated_by_what_is_still_to_be_told(story: Story) -> None:
    told = [one for one, _ in story.told]
    assert told == sorted(told)
    assert told[0] < told[-1]
    whole = {to_tell for _, to_tell in story.told}
    assert len(whole) == 1
    assert told[-1] <= whole.pop() <= told[-1] + 3 * EACH + 1  # the last evening
    assert Progress(UNTIL, 3, 6, told=25, to_tell=100).rest(60.0) == 180.0
    assert Progress(UNTIL, 0, 6, told=4, to_tell=100).rest(60.0) is None


def _facts(body: str) -> list[Fact]:
    return read(system_viewer(body, MORNING))


@pytest.mark.parametrize("body", CODES)
def test_a_ball_lies_in_every_state_today(story: Story, body: str) -> None:
    seen = Counter(face.state for face in tower.all_open(system_viewer(body, MORNING)).faces)
    assert set(seen) == set(BallState) - {BallState.SETTLED}


@pytest.mark.parametrize("body", CODES)
def test_every_ball_agrees_with_its_holdings_and_its_facts(story: Story, body: str) -> None:
    assert faults(system_viewer(body, MORNING)) == []


@pytest.mark.parametrize("body", CODES)
def test_facts_are_told_in_the_order_of_time_and_end_before_today(story: Story, body: str) -> None:
    days = [fact.day for fact in _facts(body)]
    assert days == sorted(days)
    assert day_number(BEGINS) <= days[0] < days[-1] < day_number(UNTIL)


def test_nobody_of_the_cast_is_shown_a_ball_of_another_body(story: Story) -> None:
    placed = {code: {fact.matter for fact in _facts(code)} for code in CODES}
    for code in CODES:
        for worker in BY_CODE[code].cast:
            viewer = story.settled.viewer(code, worker.key, MORNING)
            table = balls.on_our_table(viewer)
            assert {face.matter for face in [*table.held, *table.asked]} <= placed[code]


def test_households_are_assessed_and_not_everybody_is_met(story: Story) -> None:
    sheets = [fact for code in CODES for fact in _facts(code) if fact.kind == "assessment.written"]
    reached, members = (layout(AssessmentWritten)[name] for name in ("reached", "members"))
    assert len(sheets) > len(CODES)
    assert any(getattr(fact, reached) < getattr(fact, members) for fact in sheets)


def test_above_the_case_is_settled_followed_and_brought_on(story: Story) -> None:
    assert story.lived.households[MINAMO]
    with unwalled():
        raised = Topic.objects.within(MINAMO).exclude(raised_from=None)
        followed = ResolutionResult.objects.within(MINAMO)
        assert {topic.for_kind for topic in raised} == {KindCode.HEADS_TABLE}
        assert all(topic.conference for topic in raised)
        assert {one.result for one in followed} == {Followed.DONE, Followed.PARTLY}
        assert all(one.day >= one.resolution.made_at.date() for one in followed.select_related("resolution"))
        waits = Topic.objects.within(MINAMO).get(conference=None)
        posts = {(one.conference.kind, one.post) for one in TableSeat.objects.within(MINAMO).exclude(post="")}
    assert (KindCode.HEADS_TABLE, "福祉部長") in posts
    assert (waits.for_kind, waits.words) == (KindCode.POLICY, "")  # a way between two fields goes without a number


def test_beside_the_tables_lie_papers_a_poll_and_somebody_from_outside(story: Story) -> None:
    assert story.lived.households[MINAMO]
    with unwalled():
        assert Papers.objects.within(MINAMO).exclude(around="").exists()
        options = list(DateOption.objects.within(MINAMO).select_related("conference"))
        assert len(options) == 3
        assert len({one.conference_id for one in options}) == 1
        assert all(one.begins_at.date() >= UNTIL for one in options)
        assert DateAnswer.objects.within(MINAMO).exists()
        promised = set(OutsidePledge.objects.within(MINAMO).values_list("seat", flat=True))
        for seat in OutsideSeat.objects.within(MINAMO).select_related("item__conference"):
            assert (seat.pk in promised) is (seat.item.conference.begins_at.date() < UNTIL)


def test_tables_sit_under_bodies_with_members_and_a_promise_and_one_of_them_jointly(story: Story) -> None:
    assert story.lived.households[MINAMO]
    with unwalled():
        names = Counter(CouncilMember.objects.within(MINAMO).values_list("council__name", flat=True))
        under = Counter(ConferenceCouncil.objects.within(MINAMO).values_list("conference__kind", flat=True))
        joint = AgendaItem.objects.within(MINAMO).filter(conference__kind=KindCode.SUPPORT)
        grounds = set(joint.values_list("basis", flat=True))
        tables = joint.values("conference").distinct().count()
        admitted = Counter(row.member_id is not None for row in SeatAdmission.objects.within(MINAMO))
        promised = set(SeatPledge.objects.within(MINAMO).values_list("words", flat=True))
        said = dict(OutsidePledge.objects.within(MINAMO).values_list("seat", "words"))
        under_one = set(SeatAdmission.objects.within(MINAMO).filter(outside__in=said).values_list("outside", flat=True))
    assert names["みなも市要保護児童対策地域協議会"] > 15
    assert set(names) == {sketch.name for sketch in SKETCHES[MINAMO]}
    assert under[KindCode.SUPPORT] == 2 * tables > 0
    assert grounds == {BasisCode.SUPPORT_CONFERENCE, BasisCode.POVERTY_CONFERENCE}
    assert admitted[True]
    assert admitted[False], "asked to one item, with the reason why"
    own = {sketch.words for sketch in SKETCHES[MINAMO] if sketch.words}
    assert promised & own
    assert all((words != OUTSIDE) is (seat in under_one) for seat, words in said.items())
