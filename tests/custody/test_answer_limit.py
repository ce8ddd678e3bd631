"""How many days an answer has: by the route on which the ball is offered, as the body has set it; else by its urgency."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from marugoto.custody.actions.asking_more import ask_more
from marugoto.custody.actions.limit import set_answer_limit
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import MatterKind, OfferReason, Urgency
from marugoto.custody.queries.limit import answer_book, answer_settings, days_for_team
from marugoto.custody.rules.limit import OURS, AnswerSetting, Way, answer_days, may_set_answer, ways_in_force
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled

TODAY = local_day(NOW)
HOSPITAL, SCHOOL = uuid4(), uuid4()
OFFERED = Way(HOSPITAL, MatterKind.NEED, Urgency.USUAL)
USUAL = OURS[Urgency.USUAL].answer


def setting(days: int | None, since: date = TODAY, **way: Any) -> AnswerSetting:
    return AnswerSetting(Way(**way), since, days)


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        ([], 5),
        ([setting(8, agency=HOSPITAL)], 8),
        ([setting(8, agency=SCHOOL)], 5),  # another route
        ([setting(2, kind=MatterKind.NEED)], 2),
        ([setting(2, kind=MatterKind.NEED, urgency=Urgency.NOW)], 5),  # the same kind, only where it is urgent
        ([setting(8, agency=HOSPITAL), setting(2, kind=MatterKind.NEED)], 8),  # the agency comes before the kind
        ([setting(2, kind=MatterKind.NEED), setting(3, kind=MatterKind.NEED, urgency=Urgency.USUAL)], 3),
        ([setting(8, agency=HOSPITAL), setting(9, agency=HOSPITAL, kind=MatterKind.NEED)], 9),
        ([setting(8, agency=HOSPITAL), setting(4, agency=HOSPITAL)], 4),  # what was set last
        ([setting(8, agency=HOSPITAL), setting(4, agency=HOSPITAL, since=TODAY + timedelta(days=1))], 8),  # not yet
        ([setting(8, agency=HOSPITAL), setting(None, agency=HOSPITAL)], 5),  # taken back
        ([setting(2, kind=MatterKind.NEED), setting(8, agency=HOSPITAL), setting(None, agency=HOSPITAL)], 2),
    ],
)
def test_the_narrowest_route_says(settings: list[AnswerSetting], days: int) -> None:
    assert answer_days(settings, OFFERED, TODAY, 5) == days


@pytest.mark.parametrize(
    ("way", "days", "words", "says"),
    [
        (Way(HOSPITAL), 8, {}, ""),
        (Way(kind=MatterKind.NOTICE), None, {}, ""),
        (Way(urgency=Urgency.NOW), 8, {}, "どの機関か、何のボールか"),
        (Way(HOSPITAL), 0, {}, "1日から"),
        (Way(HOSPITAL), 61, {}, "60開庁日まで"),
        (Way(HOSPITAL), 8, {"keeps_house": False}, "庶務か課長"),
        (Way(HOSPITAL), 8, {"begins_in_past": True}, "過ぎた日"),
        (Way(HOSPITAL), 8, {"changes": False}, "もうそうなって"),
        (Way(HOSPITAL), 8, {"reasoned": False}, "わけ"),
    ],
)
def test_when_a_route_gets_days_of_its_own(way: Way, days: int | None, words: dict[str, bool], says: str) -> None:
    asked = {"keeps_house": True, "begins_in_past": False, "changes": True, "reasoned": True}
    decision = may_set_answer(way, days, **asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def set_days(
    town: Town, way: Way, days: int | None, *, who: str = "高木 修", reason: str = "連携室は週に一度", minutes: int = 0
) -> None:
    at = later(minutes=minutes)
    set_answer_limit(by=town.viewer(who, at), at=at, way=way, days=days, since=TODAY, reason=reason)


def due_of(town: Town, to: UUID) -> date:
    ball = town.ball()
    return offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=to, reason=OfferReason.EXPERTISE).due


def after(town: Town, days: int) -> date:
    return town.viewer("総合").calendar.add(TODAY, days)


@pytest.mark.django_db
def test_an_offer_on_that_route_has_them_and_no_other(town: Town) -> None:
    school = Way(agency=town.teams["学校"].agency_id)
    set_days(town, school, 8)
    assert due_of(town, town.team("学校")) == after(town, 8)
    assert due_of(town, town.team("包括")) == after(town, USUAL)
    set_days(town, school, None, reason="もう待たない", minutes=1)
    assert due_of(town, town.team("学校")) == after(town, USUAL)


@pytest.mark.django_db
def test_who_asks_back_is_waited_for_as_long_as_the_route_says(town: Town) -> None:
    set_days(town, Way(agency=town.teams["学校"].agency_id, kind=MatterKind.NEED), 8)
    ball = town.ball()
    made = offer(by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.team("学校"), reason=OfferReason.EXPERTISE)
    at = later(7)
    asked = ask_more(by=town.viewer("学校", at), at=at, offer=made.pk, words="通学は毎日ですか。")
    assert asked.due == town.viewer("学校", at).calendar.add(local_day(at), 8)
    told = days_for_team(town.viewer("総合"), team=town.team("学校"), kind=MatterKind.NEED, urgency=Urgency.USUAL)
    assert told == 8


@pytest.mark.django_db
def test_who_set_it_when_and_why_stays(town: Town) -> None:
    way = Way(kind=MatterKind.NOTICE)
    set_days(town, way, 2, reason="気づきは早く")
    with pytest.raises(Refused, match="もうそうなって"):
        set_days(town, way, 2)
    with pytest.raises(Refused, match="庶務か課長"):
        set_days(town, way, 3, who="田中 美咲")
    set_days(town, way, None, reason="急ぎかたで足りる", minutes=1)
    lines = answer_book(town.viewer("高木 修"))
    assert sorted((line.setting.days or 0, line.by_name, line.reason) for line in lines) == [
        (0, "高木 修", "急ぎかたで足りる"),
        (2, "高木 修", "気づきは早く"),
    ]
    with unwalled():
        assert ways_in_force(answer_settings(BODY), TODAY) == {}
