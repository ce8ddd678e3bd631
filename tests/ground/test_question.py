"""A question that is kept as SQL answers what the queryset answers, and refuses a blank it could not fill."""

import gc
from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, models
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from marugoto.agencies.models import Duty, Team
from marugoto.custody.actions.care import call_stuck, rescue
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Ball
from marugoto.custody.queries.now import balls_as_they_are, running
from marugoto.ground.context import entered
from marugoto.ground.question import Among, Ids, Question, put_together_once
from marugoto.kernel.jst import local_day
from tests.custody.town import BODY, NOW, Town, later, settle_town

pytestmark = pytest.mark.django_db


def _ball(body: str, day: Any, ball: Any) -> QuerySet[Ball]:
    return balls_as_they_are(body, day).filter(pk=ball)


BALL = Question(_ball, body=models.CharField(), day=models.DateField(), ball=models.UUIDField())


@pytest.fixture
def town(db: None) -> Iterator[Town]:
    settled = settle_town()
    with entered(settled.viewer("総合")):
        yield settled


def _said(row: Any) -> tuple[Any, ...]:
    offered, stuck, rescued = (running(row, what) for what in ("open_offer", "open_stuck", "open_rescue"))
    told = (row.pk, row.number, row.since, row.holder.agency.short, row.in_charge.worker.name, row.declined)
    beside = (offered and offered.to.agency.name, stuck and stuck.pk, rescued and rescued.team.name)
    return (*told, *beside, row.to_be_handed_over, row.asked_by)


def test_it_answers_what_the_queryset_answers_with_all_that_hangs_on_a_row(town: Town) -> None:
    plain, busy = town.ball(), town.ball()
    offer(by=town.viewer("総合"), at=NOW, ball=busy.pk, to=town.team("包括"), reason=OfferReason.AREA)
    call_stuck(by=town.viewer("総合"), at=NOW, ball=busy.pk)
    rescue(by=town.viewer("司令塔"), at=NOW, ball=busy.pk, until=local_day(later(9)))
    seen = set()
    for ball in (plain, busy):
        for day in (local_day(NOW), local_day(later(20))):
            kept = BALL.one(body=BODY, day=day, ball=ball.pk)
            assert _said(kept) == _said(_ball(BODY, day, ball.pk).get())
            seen.add(_said(kept))
    assert len(seen) == 3, "the rescue ends, so three of the four differ"


def test_it_is_one_statement_and_nothing_is_kept_of_the_answer(town: Town) -> None:
    ball = town.ball()
    asked = {"body": BODY, "day": local_day(NOW), "ball": ball.pk}
    before = BALL.one(**asked)
    offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.AREA)
    with CaptureQueriesContext(connection) as caught:
        assert BALL.one(**asked).version == before.version + 1
    assert len(caught) == 1
    assert running(before, "open_offer") is None


def test_what_is_not_there_is_said_as_the_queryset_says_it(town: Town) -> None:
    asked = {"body": BODY, "day": local_day(NOW), "ball": uuid4()}
    assert BALL.ask(**asked) == []
    assert BALL.first(**asked) is None
    with pytest.raises(Ball.DoesNotExist):
        BALL.one(**asked)
    there = town.ball().pk
    assert BALL.first(body="990027", day=local_day(NOW), ball=there) is None, "another body's question finds nothing"


def test_a_blank_that_is_reckoned_with_is_refused(town: Town) -> None:
    reckoned = Question(
        lambda body, day: Duty.objects.within(body).filter(since__lte=day, until__gt=day + timedelta(days=1)),
        body=models.CharField(),
        day=models.DateField(),
    )
    with pytest.raises(ValueError, match="not used as it is"):
        reckoned.ask(body=BODY, day=local_day(NOW))


@pytest.mark.parametrize(
    "begins",
    [
        lambda day: day.replace(month=4, day=1),
        lambda day: day.replace(year=2026),
        lambda day: day.replace(day=1),
        lambda day: day.replace(year=2026, month=1),
        lambda day: day.replace(year=2026, day=1),
    ],
    ids=["year", "month and day", "month", "day", "month alone"],
)
def test_a_blank_of_which_a_part_is_taken_is_refused_though_it_is_used_as_it_is_beside(town: Town, begins: Any) -> None:
    since = Question(
        lambda body, day: Duty.objects.within(body).filter(since__lte=day, since__gte=begins(day)),
        body=models.CharField(),
        day=models.DateField(),
    )
    with pytest.raises(ValueError, match="not used as it is"):
        since.ask(body=BODY, day=local_day(NOW))


def test_a_moment_of_which_only_the_hour_is_taken_is_refused(town: Town) -> None:
    since = Question(
        lambda body, at: Ball.objects.within(body).filter(since__lte=at, since__gte=NOW.replace(hour=at.hour)),
        body=models.CharField(),
        at=models.DateTimeField(),
    )
    with pytest.raises(ValueError, match="not used as it is"):
        since.ask(body=BODY, at=NOW)


def test_a_blank_that_is_used_nowhere_is_refused(town: Town) -> None:
    idle = Question(lambda body, team: Team.objects.within(body), body=models.CharField(), team=models.UUIDField())
    with pytest.raises(ValueError, match="not used as it is"):
        idle.ask(body=BODY, team=uuid4())


def test_a_question_that_names_no_body_is_refused(town: Town) -> None:
    wide = Question(lambda team: Team.objects.filter(pk=team), team=models.UUIDField())
    with pytest.raises(ValueError, match="say within"):
        wide.ask(team=town.team("総合"))


def _some(body: str, balls: Any) -> QuerySet[Any]:
    return Ball.objects.within(body).filter(Among("pk", balls)).order_by("number").values_list("pk", "number")


SOME = Question(_some, body=models.CharField(), balls=Ids())


def test_as_many_ids_as_there_are_in_the_same_words_and_rows_by_the_names_of_their_columns(town: Town) -> None:
    balls = [town.ball() for _ in range(4)]
    words = set()
    for wanted in ([], balls[:1], balls[1:], [*balls, balls[0]]):
        with CaptureQueriesContext(connection) as asked:
            found = SOME.ask(body=BODY, balls=(one.pk for one in wanted))
        assert [(row.pk, row.number) for row in found] == sorted(
            {(one.pk, one.number) for one in wanted}, key=lambda row: row[1]
        )
        words.add(len(asked.captured_queries))
    assert words == {1}
    assert SOME.ask(body=BODY, balls=[uuid4()]) == []
    assert SOME.ask(body="990027", balls=[one.pk for one in balls]) == []


def test_a_question_nobody_holds_any_more_leaves_nothing_with_the_connection(town: Town) -> None:
    SOME.ask(body=BODY, balls=[])
    gc.collect()
    kept = len(connection.marugoto_questions)  # type: ignore[attr-defined]
    for _ in range(5):
        Question(_some, body=models.CharField(), balls=Ids()).ask(body=BODY, balls=[])
    gc.collect()
    assert len(connection.marugoto_questions) == kept  # type: ignore[attr-defined]


def test_a_blank_that_is_none_is_refused(town: Town) -> None:
    """Nothing equals NULL: the question would find nothing, and nobody would know why."""
    with pytest.raises(ValueError, match=r"None, which would find nothing: \['ball'\]"):
        BALL.ask(body=BODY, day=local_day(NOW), ball=None)


def test_a_question_put_together_is_of_one_thread() -> None:
    """Django counts the joins within a question while it writes it down, and takes the count back: not for two at once."""
    built: list[QuerySet[Team]] = []

    @put_together_once
    def teams(body: str) -> QuerySet[Team]:
        built.append(Team.objects.within(body))
        return built[-1]

    def asked() -> None:
        for _again in range(3):
            teams(BODY)

    threads = [Thread(target=asked) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked()
    assert len(built) == 3
