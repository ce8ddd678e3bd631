"""Who alone reads what is shut does not leave before somebody else reads it too."""

from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.agencies.models import DutyEnding
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.people import end_duties, end_duty
from marugoto.disclosure.queries.listed import left_to_nobody
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.protection import protect, unprotect
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


def shut(town: Town, person: UUID, *listed: str) -> None:
    workers = [town(worker).worker for worker in listed]
    protect(by=town("tanaka"), at=town.later(), person=person, listed=workers, reason="支援措置")
    town.later()


def leaves(town: Town, *who: str, days: int = 0) -> None:
    day = local_day(town.later()) + timedelta(days=days)
    how = {"day": day, "reason": "異動"}
    duties = [town(one).duty for one in who]
    if len(duties) == 1:
        end_duty(by=town.of("staff-desk"), at=town.now, duty=duties[0], **how)  # type: ignore[arg-type]
    else:
        end_duties(by=town.of("staff-desk"), at=town.now, duties=duties, **how)  # type: ignore[arg-type]


def test_the_only_one_listed_stays_until_another_one_is(town: Town, story: Story) -> None:
    shut(town, story.person, "tanaka")
    many = left_to_nobody(town.of("staff-desk"), town("tanaka").duty, local_day(town.now))
    assert many >= 2, "she and the support of her household"
    with pytest.raises(Refused, match=rf"だれも読めない、閉じた記録が{many}件あります") as refused:
        leaves(town, "tanaka")
    assert "閉じ直す" in refused.value.way_on
    assert "佐藤" not in f"{refused.value} {refused.value.way_on}"
    unprotect(by=town("tanaka"), at=town.later(), person=story.person, reason="次の人も入れる")
    shut(town, story.person, "tanaka", "hoshi")
    leaves(town, "tanaka")
    town.later()
    assert cases.get(town("hoshi"), story.case) is not None
    with pytest.raises(Refused, match="閉じた記録が"):
        leaves(town, "hoshi")


def test_one_who_is_listed_and_may_not_read_does_not_count(town: Town, story: Story) -> None:
    shut(town, story.person, "tanaka", "ogawa")
    with pytest.raises(Refused, match="閉じた記録が"):
        leaves(town, "tanaka")


def test_of_two_restrictions_both_must_list_whoever_stays(town: Town, story: Story) -> None:
    shut(town, story.person, "tanaka", "hoshi")
    shut(town, story.person, "tanaka")
    with pytest.raises(Refused, match="閉じた記録が"):
        leaves(town, "tanaka")


def test_both_who_are_listed_do_not_leave_on_one_day(town: Town, story: Story) -> None:
    shut(town, story.person, "tanaka", "hoshi")
    with pytest.raises(Refused, match="閉じた記録が"):
        leaves(town, "tanaka", "hoshi", days=10)
    with unwalled():
        assert not DutyEnding.objects.within(town.body).exists(), "all of them or none"


def test_who_reads_nothing_shut_leaves_as_ever(town: Town, story: Story) -> None:
    shut(town, story.person, "tanaka", "ogawa")
    gone = [town(one).duty for one in ("ogawa", "hoshi")]
    leaves(town, "ogawa")
    leaves(town, "hoshi")
    with unwalled():
        assert DutyEnding.objects.within(town.body).filter(duty__in=gone).count() == 2
