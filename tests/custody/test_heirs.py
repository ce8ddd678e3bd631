"""Who takes balls over reads what belongs to them: all the work of a team of the same house, of another house those balls alone."""

from datetime import timedelta
from uuid import UUID

import pytest

from marugoto.agencies.actions import settle_duty
from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.system import system_viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.actions import decision
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.people import end_duty, end_team
from marugoto.custody.actions.settlement import reopen
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.succession import rehearse
from marugoto.demo.town import BY_CODE
from marugoto.disclosure.actions.inherit import Estate, inherit
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Grant
from marugoto.disclosure.queries.folder import open_parts
from marugoto.intake.actions.consultation import Told, end, receive
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.intake.queries import consultation as consultations
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.person import enter_person
from tests.conferences.test_role import at_the_table
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


def heard(town: Town, who: str, person: UUID | None = None) -> UUID:
    at = town.later()
    told = Told(caller="石井", words="眠れない", person=person)
    return receive(by=town(who), at=at, day=local_day(at), channel=Channel.PHONE, told=told).pk


def everybody_leaves(town: Town, team: str) -> None:
    there = [one.key for one in BY_CODE[town.body].workers if any(hat.team == team for hat in one.hats)]
    duties = [town.of(team).duty if len(there) == 1 else town(key).duty for key in there]
    for duty in duties:
        end_duty(by=town.of("staff-desk"), at=town.later(), duty=duty, day=local_day(town.now), reason="契約が終わった")
    town.later()


def test_of_a_contracted_team_the_heir_reads_the_ball_and_no_other_record(town: Town) -> None:
    his, other = (enter_person(by=town("yamashita"), at=town.later(), name=name).pk for name in ("川上 一", "会員 花"))
    open_part(by=town("yamashita"), at=town.later(), person=his, part=Part.HEALTH)
    held = heard(town, "yamashita", his)
    everybody_leaves(town, "shakyo-join")
    heir = town("tanaka")
    assert faces(heir, [held])[held].holder.id == heir.team
    assert consultations.get(heir, held) is not None, "it holds what it can read"
    assert open_parts(heir, his) == {Part.BASIC, Part.CONTACT}, "who it is, and nothing that the ball does not need"
    for who in ("tanaka", "hoshi"):
        assert open_parts(town(who), other) == frozenset(), "no ball speaks of her"


def test_in_one_house_all_its_own_work_goes_over_and_no_paper_of_a_conference(town: Town, story: Story) -> None:
    item = at_the_table(town, story, "yamashita")
    decision.write_minutes(by=town("tanaka"), at=town.later(), item=item, words="支援会議で話したこと")
    former, heir = town.team("soudan-desk"), town.team("tower")
    inherit(by=town("mori"), at=town.later(), former=former, heir=heir, estate=Estate(()))
    town.later()
    assert cases.get(town("kagami"), story.case) is not None
    assert open_parts(town("mori"), item.pk) == frozenset(), "without a seat and without a promise"


def test_another_house_inherits_nothing_without_a_ball(town: Town) -> None:
    person = enter_person(by=town("yamashita"), at=town.later(), name="会員 花")
    former, heir = town.team("shakyo-join"), town.team("tower")
    assert inherit(by=town("mori"), at=town.later(), former=former, heir=heir, estate=Estate(())) == 0
    town.later()
    assert open_parts(town("mori"), person.pk) == frozenset()


def test_begun_again_where_its_team_is_no_more_the_last_resort_reads_it(town: Town) -> None:
    at = town.later()
    told = Told(caller="佐藤", words="こわい")
    row = receive(by=town("ogawa"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)
    beside = heard(town, "ogawa")
    for one in (row.pk, beside):
        end(by=town("ogawa"), at=town.later(), consultation=one, end=ConsultationEnd.ANSWERED)
    gone = {"team": town.team("north-care-desk"), "day": local_day(town.now), "reason": "組織の見直し"}
    end_team(by=town.of("staff-desk"), at=town.later(), **gone)  # type: ignore[arg-type]
    reopen(by=town("mori"), at=town.later(), ball=row.ball_id)
    town.later()
    heir = town("tanaka")
    assert faces(heir, [row.pk])[row.pk].holder.id == heir.team
    assert consultations.get(heir, row.pk) is not None
    assert consultations.get(heir, beside) is None, "what was not begun again stays where it was"


def ended(town: Town, who: str) -> UUID:
    """A consultation of that team, answered and over."""
    row = heard(town, who)
    end(by=town(who), at=town.later(), consultation=row, end=ConsultationEnd.ANSWERED)
    return row


@pytest.mark.parametrize("days", [0, 3])
def test_what_was_over_before_its_team_closed_is_read_on_in_the_same_house(town: Town, days: int) -> None:
    team = town.team("aged-support")
    row = ended(town, "kubo")
    day = local_day(town.later()) + timedelta(days=days)
    end_team(by=town.of("staff-desk"), at=town.now, team=team, day=day, reason="組織の見直し")
    town.later()
    assert (consultations.get(town("tanaka"), row) is not None) is (days == 0), "from its last day on"
    for _ in range(2):
        now = town.later(days=max(days, 1))
        run_due(by=system_viewer(town.body, now), at=now)
    town.later()
    assert consultations.get(town("tanaka"), row) is not None
    with unwalled():
        found = Grant.objects.within(town.body).filter(team=town.team("soudan-desk"), folder__subject=row)
        assert found.filter(folder__part=Part.SUPPORT).count() == 1, "once"


def test_of_another_house_what_was_over_stays_there(town: Town) -> None:
    row = ended(town, "yamashita")
    gone = {"team": town.team("shakyo-join"), "day": local_day(town.now), "reason": "契約が終わった"}
    end_team(by=town.of("staff-desk"), at=town.later(), **gone)  # type: ignore[arg-type]
    now = town.later(days=1)
    run_due(by=system_viewer(town.body, now), at=now)
    town.later()
    assert consultations.get(town("tanaka"), row) is None


def test_who_changes_the_hat_within_a_team_goes_on_with_his_balls(story: Story, town: Town) -> None:
    """Another role from today on: what was his own does not go to the head of the team, as the rehearsal says before."""
    tanaka, today = town("tanaka"), local_day(town.later())
    with unwalled():
        former = Duty.objects.within(town.body).select_related("worker", "team").get(pk=tanaka.duty)
        charged = set(
            Ball.objects.within(town.body).filter(in_charge=former, settlement=None).values_list("pk", flat=True)
        )
    assert charged
    office = town("honma")
    said = {"worker": former.worker, "team": former.team, "name": "主任相談支援員", "roles": [Role.COUNSELLOR]}
    new = settle_duty(by=office, at=town.later(), since=today, **said)
    (passing,) = rehearse(town("honma"), frozenset({former.pk})).passings
    assert (passing.to, passing.balls) == (tanaka.name, len(charged))
    end_duty(by=town("honma"), at=town.later(), duty=former.pk, day=today, reason="役割が変わる")
    with unwalled():
        assert {ball.in_charge_id for ball in Ball.objects.within(town.body).filter(pk__in=charged)} == {new.pk}
