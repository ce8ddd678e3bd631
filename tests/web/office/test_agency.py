"""機関を閉じる: what it still holds is seen and goes first; then all of its teams close on one day, or none."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.agencies.models import TeamEnding
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import OfferReason
from tests.begun import heard
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
REASON = "組織の見直し"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def closed(town: Town, *teams: str) -> int:
    with unwalled():
        ends = TeamEnding.objects.everywhere("which are closed")
        return ends.filter(team__in=[town.team(one) for one in teams]).count()


def test_an_agency_closes_when_every_ball_has_a_taker(town: Town) -> None:
    ball = heard(town).ball_id
    made = offer(
        by=town("tanaka"), at=town.later(), ball=ball, to=town.team("living-budget"), reason=OfferReason.EXPERTISE
    )
    catch(by=town.of("living-budget"), at=town.later(), offer=made.pk)
    office, page = signed_in("honma"), f"/office/teams/{town.team('living-desk')}/agency/"
    first = text(office.get(page))
    assert "まだボールを1つ持っています。先に、次の持ち手へ渡します。" in first
    assert "まだ持っているボール" in first
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    sent = {"day": day, "reason": REASON}
    refused = office.post(f"{page}ending/", {"key": str(uuid4()), **sent})
    assert refused.status_code == 422
    assert "まだボールを1個持っているので、まだ閉じられません。" in text(refused)
    assert closed(town, "living-desk", "living-budget") == 0
    back = offer(
        by=town.of("living-budget"),
        at=town.later(),
        ball=ball,
        to=town.team("soudan-desk"),
        reason=OfferReason.OWN_FIELD,
    )
    assert "の返事を待っています" in text(office.get(page))
    catch(by=town("tanaka"), at=town.later(), offer=back.pk)
    assert "の持つボールはありません。係2を、いっしょに閉じられます。" in text(office.get(page))
    done = text(office.post(f"{page}ending/", {"key": str(uuid4()), **sent}, follow=True))
    assert "閉じることにしました。" in done
    assert closed(town, "living-desk", "living-budget") == 2


def test_the_last_resort_and_what_is_closed_stay(town: Town) -> None:
    office, page = signed_in("honma"), f"/office/teams/{town.team('soudan-desk')}/agency/"
    assert "先に、ほかの係を最後の受け皿に決めてください。" in text(office.get(page))
    sent = {"key": str(uuid4()), "day": timezone.localdate().isoformat(), "reason": REASON}
    assert "最後の受け皿なので、閉じられません。" in text(office.post(f"{page}ending/", sent))
    assert office.get(f"/office/teams/{uuid4()}/agency/").status_code == 404
    assert signed_in("tanaka").get(page).status_code == 404


def test_many_balls_cost_no_more_than_one(town: Town) -> None:
    one_household(town)
    page = f"/office/teams/{town.team('soudan-desk')}/agency/"
    office = signed_in("honma")
    office.get(page)
    with counted() as few:
        office.get(page)
    for _ in range(8):
        heard(town)
    with counted() as many:
        office.get(page)
    assert len(many) == len(few) <= 14
