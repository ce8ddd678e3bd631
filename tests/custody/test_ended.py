"""What was taken from somebody ends: whoever handed it on hears why, once; the control tower too where the person wished no more."""

from itertools import pairwise

import pytest
from django.db import IntegrityError, transaction

from marugoto.custody.actions.care import accompany
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.actions.settlement import reopen, settle
from marugoto.custody.codes import OfferReason, Outcome, TidingKind
from marugoto.custody.models import Ball, Tiding
from marugoto.custody.queries.tiding import unread
from tests.custody.town import BODY, Town, later
from tests.database import unwalled
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
SAYS_WHY = "a_tiding_of_an_ending_says_why"
OF_AN_ENDING = (TidingKind.ENDED, TidingKind.ENDED_BY_WISH)


def passed(town: Town, *ways: str) -> Ball:
    """Placed with the first, and taken by each of the others in turn."""
    ball = town.ball(ways[0])
    for turn, (giver, taker) in enumerate(pairwise(ways)):
        give, take = later(minutes=10 * turn + 1), later(minutes=10 * turn + 2)
        way = {"to": town.team(taker), "reason": OfferReason.EXPERTISE}
        made = offer(by=town.viewer(giver, give), at=give, ball=ball.pk, **way)
        catch(by=town.viewer(taker, take), at=take, offer=made.pk)
    return ball


def end(town: Town, ball: Ball, by: str, outcome: Outcome = Outcome.OWN_WISH, *, day: int = 1) -> None:
    settle(by=town.viewer(by, later(day)), at=later(day), ball=ball.pk, outcome=outcome)


def told(ball: Ball) -> list[tuple]:
    """Kind, to whom, about whom and why, of all that was told of the ball's end."""
    with unwalled():
        rows = Tiding.objects.within(BODY).filter(ball=ball, kind__in=OF_AN_ENDING).order_by("kind", "made_at")
        return list(rows.values_list("kind", "team", "about", "outcome"))


def test_the_no_of_the_person_after_the_catch_reaches_the_sender_and_the_tower(town: Town) -> None:
    ball = passed(town, "総合", "包括")
    end(town, ball, "包括")
    assert told(ball) == [
        (TidingKind.ENDED, town.team("総合"), town.team("包括"), Outcome.OWN_WISH),
        (TidingKind.ENDED_BY_WISH, town.team("司令塔"), town.team("包括"), Outcome.OWN_WISH),
    ]
    for worker, kind in (("岡 健", TidingKind.ENDED), ("森 由美", TidingKind.ENDED_BY_WISH)):
        heard = [one for one in unread(town.viewer(worker, later(1))) if one.ball == ball.pk and one.kind is kind]
        assert [one.outcome for one in heard] == [Outcome.OWN_WISH], worker


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.OWN_WISH])
def test_any_other_end_is_told_to_the_sender_alone_with_its_reason(town: Town, outcome: Outcome) -> None:
    ball = passed(town, "総合", "包括")
    end(town, ball, "包括", outcome)
    assert told(ball) == [(TidingKind.ENDED, town.team("総合"), town.team("包括"), outcome)]


@pytest.mark.parametrize(
    ("ways", "hears"),
    [
        (("総合",), None),  # nobody handed it on
        (("総合", "包括", "学校"), "包括"),  # whoever handed it to them, not everybody who ever held it
        (("総合", "包括", "総合"), "包括"),
        (("司令塔", "包括"), "司令塔"),  # once, though it is both
    ],
)
def test_it_is_told_to_whoever_handed_it_to_those_who_end_it(town: Town, ways: tuple[str, ...], hears: str) -> None:
    ball = passed(town, *ways)
    end(town, ball, ways[-1])
    to = [team for kind, team, *_ in told(ball) if kind == TidingKind.ENDED]
    assert to == ([town.team(hears)] if hears else [])
    tower = [team for kind, team, *_ in told(ball) if kind == TidingKind.ENDED_BY_WISH]
    assert tower == ([town.team("司令塔")] if hears and hears != "司令塔" else [])


def test_the_tower_is_not_told_what_it_ended_itself(town: Town) -> None:
    ball = passed(town, "総合", "司令塔")
    end(town, ball, "森 由美")
    assert [kind for kind, *_ in told(ball)] == [TidingKind.ENDED]


def test_who_was_asked_and_never_took_it_hears_nothing(town: Town) -> None:
    ball = passed(town, "総合", "包括")
    accompany(by=town.viewer("包括", later()), at=later(minutes=30), ball=ball.pk, team=town.team("学校"))
    end(town, ball, "包括")
    assert town.team("学校") not in [team for _, team, *_ in told(ball)]


def test_each_end_is_told_once_and_a_later_one_says_its_own_reason(town: Town) -> None:
    ball = passed(town, "総合", "包括")
    end(town, ball, "包括", Outcome.BROKEN_OFF)
    reopen(by=town.viewer("包括", later(2)), at=later(2), ball=ball.pk)
    end(town, ball, "包括", Outcome.ACHIEVED, day=3)
    assert [why for *_, why in told(ball)] == [Outcome.BROKEN_OFF, Outcome.ACHIEVED]


def test_what_nobody_handed_on_costs_nothing_more_and_a_long_way_no_more_than_a_short_one(town: Town) -> None:
    """Two statements: who handed it on, and the line for it."""
    costs = []
    for ways in (
        ("総合",),
        ("総合",),
        ("総合", "包括"),
        ("総合", "包括", "学校", "総合", "包括"),
    ):  # the first warms up
        ball, by = passed(town, *ways), town.viewer(ways[-1], later(1))
        with counted() as asked:
            settle(by=by, at=later(1), ball=ball.pk, outcome=Outcome.ACHIEVED)
        costs.append(len(asked))
    _, never, once, often = costs
    assert (once, often) == (never + 2, never + 2), costs


def test_the_tables_keep_no_end_without_a_reason_and_no_reason_without_an_end(town: Town) -> None:
    ball = passed(town, "総合", "包括")
    for kind, outcome in ((TidingKind.ENDED, ""), (TidingKind.CAUGHT, Outcome.DIED)):
        with unwalled(), pytest.raises(IntegrityError, match=SAYS_WHY), transaction.atomic():
            Tiding.objects.create(
                body=BODY, made_at=later(), ball=ball, kind=kind, team_id=town.team("総合"), outcome=outcome
            )
    assert told(ball) == []
