"""Whoever is approached or watched over goes to another team with all that was seen before, when one may come, and on a ground: he has
not agreed to anything yet."""

from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.custody.models import Offer
from marugoto.custody.queries.ball import faces
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.approach import log_attempt, plan_approach
from marugoto.participation.actions.passing import offer_outreach
from marugoto.participation.actions.watch import look
from marugoto.participation.codes import LookResult, Reaction, Way
from marugoto.participation.queries import approach as approaches
from marugoto.participation.queries import watch as watches
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.visited import approached, watched

pytestmark = pytest.mark.django_db
NURSE = "health-nurse"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def passed(town: Town, matter: UUID, to: str = NURSE, basis: BasisCode | None = BasisCode.OWN_DUTY) -> Offer:
    at, by = town.later(), town("tanaka")
    ball = faces(by, [matter])[matter].ball
    return offer_outreach(by=by, at=at, ball=ball, to=town.team(to), reason=OfferReason.OWN_FIELD, basis=basis)


def caught(town: Town, made: Offer) -> None:
    catch(by=town.of(NURSE), at=town.later(), offer=made.pk)
    town.later()


def test_every_attempt_and_when_one_may_come_go_along_once_it_is_caught(town: Town) -> None:
    one = approached(town)
    plan_approach(by=town("tanaka"), at=town.later(), approach=one, every=10, safe="夕方", unsafe="朝は眠っている。")
    made = passed(town, one)
    assert approaches.get(town.of(NURSE), one) is None, "offered is not caught"
    caught(town, made)
    page = approaches.get(town.of(NURSE), one)
    assert page is not None
    assert [(each.number, each.words) for each in page.attempts] == [(1, "明かりが消えた。")]
    assert page.plan is not None
    assert (page.plan.safe, page.plan.unsafe) == ("夕方", "朝は眠っている。")
    day = local_day(town.now)
    log_attempt(
        by=town.of(NURSE), at=town.later(), approach=one, day=day, way=Way.VISIT, reaction=Reaction.NONE, words="留守。"
    )
    again = approaches.get(town.of(NURSE), one)
    assert again is not None
    assert {each.number: each.words for each in again.attempts} == {1: "明かりが消えた。", 2: "留守。"}
    assert faces(town.of(NURSE), [one])[one].due == day + timedelta(days=10)


def test_whoever_looks_in_from_now_on_reads_what_was_seen(town: Town) -> None:
    one = watched(town)
    caught(town, passed(town, one))
    look(by=town.of(NURSE), at=town.later(), watch=one, day=local_day(town.now), result=LookResult.NOT_SEEN)
    page = watches.get(town.of(NURSE), one)
    assert page is not None
    assert {each.result for each in page.looks} == {LookResult.AS_USUAL, LookResult.NOT_SEEN}


@pytest.mark.parametrize(
    ("to", "basis", "says"),
    [
        (NURSE, BasisCode.CONSENT, "同意では伝えられません"),  # nobody has agreed yet
        (NURSE, None, "どの根拠で"),
        ("north-care-desk", BasisCode.OWN_DUTY, "別の機関"),
        ("farm-land", BasisCode.OWN_DUTY, "読んで答える役割の人がいません"),
    ],
)
def test_without_a_ground_that_holds_it_goes_nowhere(town: Town, to: str, basis: BasisCode | None, says: str) -> None:
    for one in (approached(town), watched(town)):
        with pytest.raises(Refused, match=says):
            passed(town, one, to, basis)
    with unwalled():
        assert not Offer.objects.within(town.body).exists()
