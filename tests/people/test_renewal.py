"""A measure that runs out: told to the listed and, without a name, to the officer; renewed with a reason; shut until somebody ends it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from marugoto.disclosure.models import Restriction, RestrictionRenewal
from marugoto.disclosure.queries import renewal
from marugoto.disclosure.rules.renewal import Stage
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.protection import protect, renew
from marugoto.people.queries import person as persons
from marugoto.people.queries.protection import standing_on
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    renewal.forget(town.body)
    return one_household(town)


def shut(town: Town, story: Story, days: int) -> date:
    due = local_day(town.now) + timedelta(days=days)
    listed = [town(worker).worker for worker in ("tanaka", "yamazaki")]
    protect(by=town("tanaka"), at=town.later(), person=story.person, listed=listed, reason="DV等支援措置", due=due)
    town.later()
    return due


def sent(client: Client, door: str, **fields: object) -> HttpResponse:
    return client.post(door, fields | {"key": str(uuid4())}, follow=True)


def test_the_listed_hear_of_it_from_a_month_before(town: Town, story: Story) -> None:
    due = shut(town, story, 40)
    assert renewal.running_out(town("tanaka")) == []
    town.now += timedelta(days=20)
    renewal.forget(town.body)
    for worker in ("tanaka", "yamazaki"):
        (line,) = renewal.running_out(town(worker))
        assert (line.person, line.due, line.stage) == (story.person, due, Stage.SOON)
    assert renewal.running_out(town("hoshi")) == []
    assert renewal.running_out(town("mori")) == []
    (told,) = renewal.running_out_here(town("shiraishi"))
    assert told.person is None
    assert set(told.listed) == {town("tanaka").name, town("yamazaki").name}


def test_it_stays_shut_after_its_day_and_is_asked_for_until_somebody_decides(town: Town, story: Story) -> None:
    shut(town, story, 10)
    town.now += timedelta(days=200)
    renewal.forget(town.body)
    assert persons.get(town("hoshi"), story.person) is None
    assert renewal.running_out(town("tanaka"))[0].stage is Stage.OVER


def test_a_renewal_is_a_dated_row_on_all_that_the_measure_shuts(town: Town, story: Story) -> None:
    due = shut(town, story, 20)
    (standing,) = standing_on(town("tanaka"), [story.person])
    until = due + timedelta(days=365)
    with pytest.raises(Refused, match="確かめたか"):
        renew(
            by=town("tanaka"),
            at=town.later(),
            person=story.person,
            measure=standing.restrictions[0],
            until=until,
            reason=" ",
        )
    renew(
        by=town("tanaka"),
        at=town.later(),
        person=story.person,
        measure=standing.restrictions[0],
        until=until,
        reason="11月20日に決定通知を確認",
    )
    town.later()
    renewal.forget(town.body)
    assert renewal.running_out(town("tanaka")) == []
    assert standing_on(town("tanaka"), [story.person])[0].due == until
    with unwalled():
        assert RestrictionRenewal.objects.within(town.body).count() == Restriction.objects.within(town.body).count() > 3
        assert set(Restriction.objects.within(town.body).values_list("due", flat=True)) == {due}
    with pytest.raises(Refused, match="一か月前"):
        renew(
            by=town("tanaka"),
            at=town.later(),
            person=story.person,
            measure=standing.restrictions[0],
            until=until + timedelta(days=365),
            reason="早すぎる",
        )


def test_the_day_page_says_it_and_the_page_of_the_person_renews_it(town: Town, story: Story) -> None:
    due = shut(town, story, 20)
    renewal.forget(town.body)
    tanaka, page = signed_in("tanaka"), f"/desk/people/{story.person}/protection/"
    assert "支援措置の期限は" in text(tanaka.get("/"))
    assert "措置の期限" in text(tanaka.get("/calendar/"))
    assert "支援措置の期限は" not in text(signed_in("mori").get("/"))
    officer = text(signed_in("shiraishi").get("/"))
    assert "見られる人: 田中 美咲" in officer
    assert "佐藤" not in officer
    assert "ここでは、名簿の人が解くまで閉じたままにします。" in text(tanaka.get(page))
    (standing,) = standing_on(town("tanaka"), [story.person])
    wrong = sent(tanaka, f"{page}renewal/", measure=str(standing.restrictions[0]), until="令和1年", renewal_reason="")
    assert wrong.status_code == 422
    until = (due + timedelta(days=365)).isoformat()
    done = sent(
        tanaka,
        f"{page}renewal/",
        measure=str(standing.restrictions[0]),
        until=until,
        renewal_reason="決定通知を確認",
    )
    assert "まで延ばしました。" in text(done)
    assert "決定通知を確認" in text(done)
    renewal.forget(town.body)
    assert "支援措置の期限は" not in text(tanaka.get("/"))
