"""What every page needs of a body is read once a minute: a page asked for in the next minute asks some questions more."""

import pytest

from marugoto.agencies.queries import calendar
from marugoto.custody.queries import limit
from marugoto.ground.context import entered
from tests.town import MINAMO, MONDAY, Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
READ_ONCE = {"agencies_closedday", "agencies_body", "agencies_district", "agencies_bodyprofile"}


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize(("seconds_later", "asked_again"), [(59, set()), (61, READ_ONCE)])
def test_within_a_minute_nothing_is_asked_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, seconds_later: int, asked_again: set[str]
) -> None:
    now = [100.0]
    monkeypatch.setattr(calendar.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(calendar, "SECONDS", 60)
    calendar.standing(MINAMO)
    now[0] += seconds_later
    with counted() as asked:
        calendar.standing(MINAMO)
    tables = {sql.split('FROM "')[1].split('"')[0] for sql in asked}
    assert tables >= asked_again
    assert bool(tables) is bool(asked_again)


def test_no_minute_ends_within_any_other_test(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the same page, asked for twice around its end, would seem to cost more the second time."""
    now = [100.0]
    monkeypatch.setattr(calendar.time, "monotonic", lambda: now[0])
    with entered(town("tanaka")):
        calendar.standing(MINAMO)
        limit.limits_of(MINAMO, MONDAY.date())
        now[0] += 3600
        with counted() as asked:
            calendar.standing(MINAMO)
            limit.limits_of(MINAMO, MONDAY.date())
    assert asked == []
