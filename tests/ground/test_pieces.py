"""An action and what it calls are one piece: nothing of it stands when a part is refused, unless that part was called apart."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.offer import offer, withdraw
from marugoto.custody.codes import OfferReason, TouchKind
from marugoto.custody.models import Ball, Touch
from marugoto.ground.transaction import acting, apart
from marugoto.kernel.decision import Refused
from tests.custody.town import BODY, NOW, Town, settle_town
from tests.database import unwalled

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@acting
def both(*, by: Viewer, ball: UUID, to: UUID, kept_apart: bool) -> str:
    """Touches the ball, offers it twice, and goes on after the refusal of the second."""
    touch(by=by, at=NOW, ball=ball, kind=TouchKind.TALKED)
    offer(by=by, at=NOW, ball=ball, to=to, reason=OfferReason.AREA)
    said: dict[str, Any] = {
        "by": by,
        "at": NOW + timedelta(minutes=1),
        "ball": ball,
        "to": to,
        "reason": OfferReason.AREA,
    }
    try:
        if kept_apart:
            with apart():
                offer(**said)
        else:
            offer(**said)
    except Refused as refused:
        touch(by=by, at=NOW, ball=ball, kind=TouchKind.TRIED)
        return refused.sentence
    return ""


def kept(ball: Ball) -> tuple[int, int]:
    with unwalled():
        row = Ball.objects.within(BODY).get(pk=ball.pk)
        return Touch.objects.within(BODY).filter(ball=row).count(), row.version


def test_what_was_called_apart_may_be_refused_and_the_rest_stands(town: Town) -> None:
    ball = town.ball()
    assert both(by=town.viewer("総合"), ball=ball.pk, to=town.team("包括"), kept_apart=True)
    assert kept(ball) == (2, 2)


def test_whoever_swallows_the_refusal_of_a_part_keeps_nothing(town: Town) -> None:
    ball = town.ball()
    with pytest.raises(TransactionManagementError):
        both(by=town.viewer("総合"), ball=ball.pk, to=town.team("包括"), kept_apart=False)
    assert kept(ball) == (0, 1)


@acting
def swallow(*, by: Viewer, ball: UUID, to: UUID) -> str:
    """As `both`, but asks nothing more of the database after the refusal."""
    touch(by=by, at=NOW, ball=ball, kind=TouchKind.TALKED)
    try:
        withdraw(by=by, at=NOW, offer=offer(by=by, at=NOW, ball=ball, to=by.team, reason=OfferReason.AREA).pk)
    except Refused:
        return "done"
    return ""


def test_whoever_swallows_the_refusal_and_asks_nothing_more_does_not_seem_to_have_done_it(town: Town) -> None:
    ball = town.ball()
    with pytest.raises(TransactionManagementError, match="apart"):
        swallow(by=town.viewer("総合"), ball=ball.pk, to=town.team("包括"))
    assert kept(ball) == (0, 1)
    touch(by=town.viewer("総合"), at=NOW, ball=ball.pk, kind=TouchKind.TALKED)
    assert kept(ball) == (1, 1)


def test_after_a_refusal_the_next_action_stands_by_itself_again(town: Town) -> None:
    ball, by = town.ball(), town.viewer("総合")
    with pytest.raises(Refused):
        withdraw(
            by=by,
            at=NOW,
            offer=offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=by.team, reason=OfferReason.AREA).pk,
        )
    touch(by=by, at=NOW, ball=ball.pk, kind=TouchKind.TALKED)
    assert kept(ball) == (1, 1)


def test_one_point_to_go_back_to_for_a_deed_of_several_actions(town: Town) -> None:
    ball = town.ball()
    with CaptureQueriesContext(connection) as caught:
        both(by=town.viewer("総合"), ball=ball.pk, to=town.team("包括"), kept_apart=True)
    assert sum(query["sql"].startswith("SAVEPOINT") for query in caught.captured_queries) == 2, (
        "its own, and the one apart"
    )
