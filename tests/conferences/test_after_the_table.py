"""After the table: who says what became of a decision, where what is missing goes, and whose eyes see the pictures of last time."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from marugoto.agencies.models import Team
from marugoto.agencies.queries import directory
from marugoto.conferences.actions import follow_up as verbs
from marugoto.conferences.actions.agenda import pledge, take_seat
from marugoto.conferences.actions.papers import MOST, put_together
from marugoto.conferences.codes import Followed
from marugoto.conferences.models import AgendaItem, FollowUp, Papers
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import papers
from marugoto.conferences.rules.follow_up import Told, may_follow_up
from marugoto.conferences.rules.outside import may_ask_outside
from marugoto.custody.actions.people import end_duty
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.context import entered
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.protection import protect
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import HOTAKAZAWA, Town, settle_town
from tests.web.client import signed_in, text
from tests.web.meeting.calling import called, home, put_on, send
from tests.web.meeting.test_papers import again

pytestmark = pytest.mark.django_db
SAID = Told(Followed.PARTLY, "半分できた", takes=True)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.mark.parametrize(
    ("told", "may"),
    [
        (SAID, True),
        (replace(SAID, takes=False, hosts=True), True),
        (replace(SAID, takes=False), False),  # only sat there
        (replace(SAID, words=""), False),
        (replace(SAID, result=Followed.DONE, words=""), True),
        (replace(SAID, newest=Followed.PARTLY, newest_words="半分できた"), False),
        (replace(SAID, newest=Followed.PARTLY, newest_words="少しできた"), True),
        (replace(SAID, result=Followed.DONE, newest=Followed.DONE), False),
        (replace(SAID, newest=Followed.DONE), True),  # put right, with a reason
        (replace(SAID, result=Followed.DONE, words="", newest=Followed.NOT_POSSIBLE), False),
    ],
)
def test_what_may_be_said_of_a_decision(told: Told, may: bool) -> None:
    assert bool(may_follow_up(told)) is may


def follows(town: Town, story: Story, who: str, result: Followed, words: str = "") -> FollowUp:
    return verbs.follow_up(by=town(who), at=town.later(), decision=story.decision, result=result, words=words)


def test_it_is_said_by_those_whose_matter_it_is_and_once(town: Town, story: Story) -> None:
    seat = conferences.get(town("yamashita"), story.conference)
    assert seat
    own = next(one for one in seat.items[0].seats if one.mine)
    row = conferences.seat(town("yamashita"), own.seat)
    assert row
    pledge(by=town("yamashita"), at=town.later(), seat=row)
    with pytest.raises(Refused, match="引き受けた係と、会議を呼びかけた係"):
        follows(town, story, "yamashita", Followed.DONE)
    follows(town, story, "tanaka", Followed.DONE)
    with pytest.raises(Refused, match="同じことが"):
        follows(town, story, "tanaka", Followed.DONE)
    follows(town, story, "yamazaki", Followed.PARTLY, "もう一度、会うことにした")
    with unwalled():
        assert FollowUp.objects.everywhere("a test").filter(decision=story.decision).count() == 2


def gap(town: Town, story: Story, client: Client) -> Any:
    return send(client, f"items/{story.item}/gaps/", theme=TroubleCode.WITHDRAWAL)


def test_what_is_missing_goes_to_somebody_or_says_why_it_cannot(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "community_teams", lambda _viewer: [])
    answer = gap(town, story, signed_in("tanaka"))
    assert answer.status_code == 422
    assert "足りないものを受け取る係が、この自治体にはいまありません。" in text(answer)
    monkeypatch.undo()
    assert gap(town, story, signed_in("tanaka")).status_code == 302


def test_a_team_in_which_nobody_works_any_more_is_not_asked(town: Town) -> None:
    town.body = HOTAKAZAWA
    assert [team.pk for team in directory.community_teams(town("aruga"))] == [town.team("h-shakyo-desk")]
    at = town.later()
    end_duty(by=town("karasawa"), at=at, duty=town("momose").duty, day=local_day(at), reason="退職")
    found = directory.community_teams(town("aruga").at_moment(town.later()))
    assert [team.pk for team in found] == [town.team("h-desk")]
    with transaction.atomic(), entered(town("aruga")):
        Team.objects.within(HOTAKAZAWA).filter(last_resort=True).update(last_resort=False)
    assert directory.community_teams(town("aruga")) == []


def drawn(item: UUID) -> Papers:
    with unwalled():
        return Papers.objects.everywhere("a test").filter(item=item).order_by("-made_at")[0]


def sits(town: Town, item: AgendaItem, who: str) -> None:
    """And has promised."""
    seat = take_seat(by=town("tanaka"), at=town.later(), item=item, duty=town(who).duty, reason="学校")
    pledge(by=town(who), at=town.later(), seat=seat)


def before(town: Town, who: str, item: UUID) -> papers.Before | None:
    town.later()
    row = papers.readable(town(who), item)
    assert row
    return papers.before(town(who), row)


def test_a_picture_of_last_time_is_shown_to_no_eyes_that_may_see_less(town: Town, story: Story) -> None:
    """The host drew relatives who live elsewhere; of them nothing is open to a seat."""
    assert send(signed_in("tanaka"), f"items/{story.item}/papers/made/").status_code == 302
    first = conferences.item(town("tanaka"), story.item)
    assert first
    sits(town, first, "nishimura")
    later = again(town, story)  # 西村 sits there too, and promised
    seen = drawn(story.item).drawn_from
    with unwalled():
        there = Folder.objects.within(town.body).filter(pk__in=seen)
        shut = there.exclude(pk__in=there.filter(Open(town("nishimura"), "pk")).values("pk"))
        assert set(shut.values_list("subject_kind", "part")) == {("person", "basic")}
    assert before(town, "tanaka", later)
    assert before(town, "nishimura", later) is None


def test_who_sees_all_that_was_drawn_is_shown_the_picture_until_somebody_is_shut(town: Town) -> None:
    case = home(town, 1)
    first = put_on(town, called(town), case)
    sits(town, first, "nishimura")
    assert send(signed_in("tanaka"), f"items/{first.pk}/papers/made/").status_code == 302
    later = put_on(town, called(town, days=30), case)
    sits(town, later, "nishimura")
    assert before(town, "nishimura", later.pk)
    tanaka, row = town("tanaka"), papers.readable(town("nishimura"), later.pk)
    assert row
    seen = drawn(first.pk).drawn_from
    with unwalled():
        person = Folder.objects.within(town.body).get(pk__in=seen, subject_kind="person", part="basic")
    protect(by=tanaka, at=town.later(), person=person.subject, listed=[tanaka.worker], reason="支援措置")
    town.later()
    assert papers.before(town("nishimura"), row) is None


def test_a_picture_of_which_nobody_knows_the_origin_stays_with_the_host(town: Town, story: Story) -> None:
    first = conferences.item(town("tanaka"), story.item)
    assert first
    sits(town, first, "nishimura")
    later = again(town, story)
    assert drawn(story.item).drawn_from == []
    assert before(town, "tanaka", later)
    assert before(town, "nishimura", later) is None


def test_a_picture_is_kept_whole_or_not_at_all(town: Town, story: Story) -> None:
    item = conferences.item(town("tanaka"), story.item)
    assert item
    how: dict[str, Any] = {"by": town("tanaka"), "at": town.later(), "item": item, "around": "<svg></svg>"}
    with pytest.raises(Refused, match="図は大きすぎて"):
        put_together(family="<svg>" + "a" * MOST + "</svg>", **how)
    put_together(family="a" * MOST, **how)
    assert len(drawn(story.item).family) == MOST


def test_minutes_say_on_which_version_they_go_on(town: Town, story: Story) -> None:
    answer = send(signed_in("tanaka"), f"items/{story.item}/minutes/", words="つづき")
    assert answer.status_code == 422
    assert "どの版のつづきか分かりません。" in text(answer)
    assert "つづき" in text(answer)


@pytest.mark.parametrize("basis", list(BasisCode))
def test_an_agency_under_contract_asks_nobody_to_the_bodys_own_conferences(basis: BasisCode, town: Town) -> None:
    day = local_day(town.now)
    asked = may_ask_outside(basis, [], agreed_on=day, day=day, contracted=True)
    own = {BasisCode.SUPPORT_CONFERENCE, BasisCode.POVERTY_CONFERENCE, BasisCode.ASSISTANCE_CONFERENCE}
    own |= {BasisCode.CHILD_COUNCIL}
    assert bool(asked) is (basis not in own)
