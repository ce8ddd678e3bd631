"""The sentence above the day counts what is ours to do: what is late, what moves today, and whom we answer today."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import BallState, MatterKind, OfferReason, Urgency
from marugoto.custody.queries.face import Lying
from marugoto.web.shell.pages.today import sentence_of
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

BEGUN = datetime(2026, 11, 16, tzinfo=UTC)
CALM = Lying(
    ball=uuid4(),
    number="1",
    matter_kind=MatterKind.NEED,
    matter=uuid4(),
    urgency=Urgency.USUAL,
    holder=uuid4(),
    in_charge=uuid4(),
    since=BEGUN,
    due=None,
    open_days_left=5,
    state=BallState.HELD,
    offer=None,
    offered_to=None,
    unattended_days=0,
    unattended=False,
    stuck=None,
    kept_by=None,
    settled_at=None,
    look_on=None,
    asked_until=None,
    stood_in_until=None,
)
LATE, TODAY = replace(CALM, state=BallState.LATE, open_days_left=-1), replace(CALM, open_days_left=0)
ASKED = replace(CALM, state=BallState.OFFERED)


@pytest.mark.parametrize(
    ("held", "came", "said"),
    [
        ([], [], "いま、手元にボールはありません。"),
        ([CALM], [], "手元に1つあります。どれも期限の前です。"),
        ([CALM], [ASKED], "受け取ってほしいボールが1つ届いています。"),
        ([TODAY], [], "きょうまでに動くボールが1つあります。"),
        ([CALM], [TODAY], "きょうまでに返事をするボールが1つあります。"),
        (
            [LATE, LATE, TODAY, CALM],
            [TODAY, ASKED],
            "期限を過ぎたボールが2つ、きょうまでに動くボールが1つ、きょうまでに返事をするボールが1つあります。",
        ),
    ],
)
def test_each_number_says_what_it_counts(held: list[Lying], came: list[Lying], said: str) -> None:
    assert sentence_of(held, came) == said


@pytest.mark.django_db
def test_the_day_of_an_answer_that_is_awaited_is_said_as_the_others(town: Town, story: Story) -> None:
    """Otherwise three marks of today stand on the page, and the sentence counts two."""
    now = timezone.now()
    north = town.team("north-care-desk")
    offer(by=town("tanaka").at_moment(now), at=now, ball=story.ball, to=north, reason=OfferReason.AREA)
    waiting = text(signed_in("tanaka").get("/")).split("渡して、返事を待っています")[1]
    assert "相手の返事 あと" in waiting
    assert "相手の返事" not in text(signed_in("ogawa").get("/"))
