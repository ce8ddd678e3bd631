"""After the table: decisions are followed, what is missing goes on without a name, the next date stands, and three figures come of it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from marugoto.agencies.codes import Field
from marugoto.casework.actions.need import offer_need
from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft
from marugoto.casework.codes import Agreement
from marugoto.casework.models import Need
from marugoto.casework.queries import plan as plans
from marugoto.community.models import UnmetNeed
from marugoto.conferences.events import DecisionFollowed, FieldNeeded
from marugoto.conferences.queries import conference as conferences
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.events import DisclosureRefused
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.measures import Window
from marugoto.evaluation.rules.figures import Share
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import layout
from marugoto.ledger.models import Fact
from tests.agreed import agreed
from tests.database import unwalled
from tests.evaluation.facts import Line, share, tell, window
from tests.story import Story, one_household
from tests.town import Town
from tests.web.filled import soon
from tests.web.meeting.calling import asked, send, words
from tests.web.meeting.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def facts(town: Town, kind: str) -> list[Fact]:
    with unwalled():
        return list(Fact.objects.within(town.body).filter(kind=kind).order_by("seq"))


def test_a_decision_is_followed_and_leaves_the_list(town: Town, story: Story, tanaka: Client) -> None:
    page = words(tanaka.get("/meeting/decisions/"))
    assert "まだ終わっていない決定が1件あります。" in page
    assert "田中が探す" in page
    none = send(tanaka, f"decisions/{story.decision}/following/", result="not_possible")
    assert none.status_code == 422
    assert "なぜできなかったかが書かれていません" in words(none)
    assert send(tanaka, f"decisions/{story.decision}/following/", result="done").status_code == 302
    assert "終わっていない決定はありません。" in words(tanaka.get("/meeting/decisions/"))
    assert "田中が探す" in words(tanaka.get("/meeting/decisions/?state=done"))
    assert "できた" in words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    told = facts(town, DecisionFollowed.kind)
    assert [getattr(one, layout(DecisionFollowed)["decision"]) for one in told] == [story.decision]


def test_who_may_not_read_the_item_finds_no_decision(story: Story) -> None:
    nishimura = signed_in("nishimura")
    assert nishimura.get(f"/meeting/decisions/{story.decision}/").status_code == 404
    assert send(nishimura, f"decisions/{story.decision}/following/", result="done").status_code == 404
    assert "田中が探す" not in words(nishimura.get("/meeting/decisions/"))


def test_the_list_asks_the_same_for_one_and_for_many(town: Town, story: Story, tanaka: Client) -> None:
    asked(tanaka, "/meeting/decisions/")
    few = asked(tanaka, "/meeting/decisions/")
    role = {"need": story.need, "words": "会いに行く", "taken_by": town("tanaka").duty, "due": soon()}
    with transaction.atomic():
        for _ in range(12):
            assert send(tanaka, f"items/{story.item}/decisions/", **role).status_code == 302
    many = asked(tanaka, "/meeting/decisions/")
    assert len(few) == len(many) <= 8, "\n".join(many)


def test_what_is_missing_goes_on_without_a_name(town: Town, story: Story, tanaka: Client) -> None:
    assert send(tanaka, f"items/{story.item}/gaps/", theme="housing").status_code == 302
    with unwalled():
        row = UnmetNeed.objects.within(town.body).get(theme="housing")
    assert row.pk
    page = words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    assert "地域づくりの係に、名前を出さずに届けました。" in page
    twice = send(tanaka, f"items/{story.item}/gaps/", theme="housing")
    assert twice.status_code == 422


def test_a_role_becomes_a_step_of_the_plan_in_words_of_its_own(town: Town, story: Story, tanaka: Client) -> None:
    at = town.later()
    goals, steps = [GoalDraft("外へ出る")], [StepDraft("歩く", town.team("soudan-desk"))]
    review = local_day(at) + timedelta(days=40)
    made = draft(
        by=town("tanaka"),
        at=at,
        case=story.case,
        goals=goals,
        steps=steps,
        review_on=review,
        agreement=Agreement.AGREED,
    )
    role = {"need": story.need, "words": "席で聞いたこと", "taken_by": town("tanaka").duty, "due": soon()}
    sent = send(tanaka, f"items/{story.item}/decisions/", plan_words="田中が一緒に歩く", **role)
    assert sent.status_code == 302
    page = plans.get(town("tanaka"), made.pk)
    assert page
    assert {one.words for one in page.steps} == {"歩く", "田中が一緒に歩く"}


def test_the_next_date_brings_the_households_along(town: Town, story: Story, tanaka: Client) -> None:
    day = f"{local_day(town.now) + timedelta(days=900):%Y/%m/%d}"
    sent = send(tanaka, f"conferences/{story.conference}/next/", day=day, begins="10:00", ends="11:00", carry="on")
    assert sent.status_code == 302
    following = UUID(sent["Location"].rstrip("/").rsplit("/", 1)[-1])
    found = conferences.get(town("tanaka"), following)
    assert found
    assert [item.case for item in found.items] == [story.case]
    assert "次の会議" in words(tanaka.get(f"/meeting/conferences/{story.conference}/"))
    again = send(tanaka, f"conferences/{story.conference}/next/", day=day, begins="13:00", ends="14:00")
    assert again.status_code == 422


def test_when_it_is_closed_the_fields_that_came_are_told(town: Town, story: Story, tanaka: Client) -> None:
    """The needs ask for 高齢 (nobody sits) and for 地域づくり (山下 came)."""
    send(tanaka, f"conferences/{story.conference}/closing/")
    kept = layout(FieldNeeded)
    told = {getattr(one, kept["field"]): getattr(one, kept["seated"]) for one in facts(town, FieldNeeded.kind)}
    assert told == {Field.AGED: 0, Field.COMMUNITY: 1}


def test_i15_counts_the_fields_that_came() -> None:
    tell([Line("conference.field", "a", 10, due=1), Line("conference.field", "a", 10, due=0)])
    assert share(BY_CODE["I15"].measure, window(0, 30)) == Share(n=2, k=1)


def test_i16_counts_what_was_done_by_its_day() -> None:
    tell(
        [
            Line("decision.made", "a", 10, offer="one", due=14),
            Line("decision.followed", "a", 14, offer="one", code="done"),
            Line("decision.made", "a", 10, offer="two", due=14),
            Line("decision.followed", "a", 15, offer="two", code="done"),  # a day late
            Line("decision.made", "a", 10, offer="three", due=14),
            Line("decision.followed", "a", 12, offer="three", code="partly"),
            Line("decision.made", "a", 10, offer="four", due=29),
        ]
    )
    assert share(BY_CODE["I16"].measure, window(0, 30, over=29)) == Share(n=3, k=1, running=1)


def test_a_refusal_is_told_once_it_is_undone_and_i20_counts_the_way_that_was_found(
    town: Town, story: Story, tanaka: Client
) -> None:
    """Two offers on consent that nobody gave: nothing of them stands, both refusals are told, and one of the two finds a way."""
    before = len(facts(town, "ball.offered"))
    teams = [town.team("education-learn"), town.team("north-care-desk")]
    for team in teams:
        sent = {"to": team, "reason": "nearer", "basis": "consent", "parts": ["basic"], "key": str(uuid4())}
        assert tanaka.post(f"/desk/balls/{story.ball}/offers/", sent).status_code in {409, 422}
    assert len(facts(town, "ball.offered")) == before
    told = facts(town, DisclosureRefused.kind)
    assert [(one.matter, getattr(one, layout(DisclosureRefused)["to"])) for one in told] == [
        (story.need, team) for team in teams
    ]
    first = told[0].day
    seen = Window(town.body, first, first + 1, first + 31, first + 31)
    assert share(BY_CODE["I20"].measure, seen) == Share(n=2, k=0)
    a_way_is_found(town, story)
    assert share(BY_CODE["I20"].measure, seen) == Share(n=2, k=1)
    early = Window(town.body, first, first + 1, first + 30, first + 30)
    assert share(BY_CODE["I20"].measure, early).n == 0, "its thirty days are not over"


def a_way_is_found(town: Town, story: Story) -> None:
    """誠 is asked, agrees, and the 包括 catches the ball."""
    town.now = timezone.now()
    with unwalled():
        makoto = Need.objects.within(town.body).get(pk=story.need).person_id
    agreed(town, makoto, "north-care-desk")
    to = town.team("north-care-desk")
    how = {"to": to, "reason": OfferReason.NEARER, "basis": BasisCode.CONSENT, "parts": [Part.BASIC]}
    made = offer_need(by=town("tanaka"), at=town.later(), need=story.need, **how)  # type: ignore[arg-type]
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
