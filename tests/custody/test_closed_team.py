"""A team that is no more holds nothing: on that day what it still has goes to the team of last resort, which can read it."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from marugoto.agencies.actions import admit_member, settle_agency, settle_body, settle_duty, settle_team, settle_worker
from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Duty, Membership, Team, TeamEnding
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.custody.actions import due
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.offer import offer
from marugoto.custody.actions.people import end_duty
from marugoto.custody.codes import How, MatterKind, OfferReason, TidingKind, Urgency
from marugoto.custody.models import Ball, OfferWords, Tiding
from marugoto.custody.queries.ball import face, history
from marugoto.custody.queries.check import faults
from marugoto.custody.queries.tiding import unread
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.queries.folder import open_parts
from marugoto.ground.context import entered
from marugoto.kernel.ref import Ref
from tests.custody.town import BODY, LONG_AGO, NOW, Town, later
from tests.database import unwalled
from tests.decided import decided

pytestmark = pytest.mark.django_db
TODAY, PREFECTURE = date(2026, 11, 24), "990001"


def closes(town: Town, team: UUID, day: date) -> None:
    """As it stands in the tables of a house whose team was announced to end while it had nothing."""
    with unwalled():
        TeamEnding.objects.create(
            body=BODY, made_at=NOW, team_id=team, day=day, by=town.people["高木 修"], reason="組織の見直し"
        )


def with_its_folder(town: Town, team: str) -> Ball:
    """A ball with the record of its matter, which is that team's own work."""
    matter, by = Ref("need", uuid4()), town.viewer(team)
    open_folder(by=by, at=NOW, subject=matter, part=Part.SUPPORT)
    how = {"kind": MatterKind.NEED, "theme": "housing", "urgency": Urgency.USUAL}
    return place(by=by, at=NOW, matter=matter, **how)


def told(town: Town, team: UUID, ball: UUID) -> list[str]:
    with unwalled():
        rows = Tiding.objects.within(BODY).filter(team=team, ball=ball).order_by("made_at", "kind")
        return list(rows.values_list("kind", flat=True))


def test_on_its_last_day_the_last_resort_takes_what_it_holds_and_both_are_told(town: Town) -> None:
    ball = with_its_folder(town, "学校")
    asked = offer(
        by=town.viewer("学校"),
        at=NOW,
        ball=ball.pk,
        to=town.team("包括"),
        reason=OfferReason.AREA,
        words="家の近くです",
        due=TODAY + timedelta(days=30),
    )
    closes(town, town.team("学校"), date(2026, 12, 1))
    assert due.run_due(by=town.system(later(6)), at=later(6)).handed_on == 0
    done = due.run_due(by=town.system(later(7)), at=later(7))
    assert (done.handed_on, done.left_over) == (1, 0)
    found = face(town.viewer("高木 修", later(7)), ball.pk)
    assert found is not None
    assert (found.holder.name, found.in_charge_name, found.to_be_handed_over) == ("受け皿係", "高木 修", True)
    assert found.offered_to is None
    assert [one.how for one in history(town.viewer("森 由美", later(7)), ball.pk)] == [How.PLACED, How.TAKEN_IN]
    assert told(town, town.team("受け皿"), ball.pk) == [TidingKind.TAKEN_IN]
    assert told(town, town.team("学校"), ball.pk)[-1] == TidingKind.CAUGHT
    assert TidingKind.WITHDRAWN in [one.kind for one in unread(town.viewer("包括", later(7)))], (
        "the asked one is let go"
    )
    assert asked.ball_id == ball.pk
    assert faults(town.viewer("森 由美", later(7))) == []
    assert due.run_due(by=town.system(later(8)), at=later(8)).handed_on == 0


def test_the_last_resort_reads_what_was_the_teams_own_work_and_nothing_it_was_only_told(town: Town) -> None:
    ball, person = with_its_folder(town, "学校"), uuid4()
    open_folder(by=town.viewer("総合"), at=NOW, subject=Ref("person", person), part=Part.BASIC)
    terms = Terms(basis=BasisCode.PURPOSE_CHANGE, team=town.team("学校"), reason="訪問に名前が要る")
    decided(town.viewer("総合"), NOW, town.team("学校"), [person], [Part.BASIC])
    assert grant(by=town.viewer("総合"), at=NOW, subjects=[person], parts=[Part.BASIC], terms=terms)
    offer(by=town.viewer("学校"), at=NOW, ball=ball.pk, to=town.team("包括"), reason=OfferReason.AREA, words="近くです")
    closes(town, town.team("学校"), TODAY)
    assert open_parts(town.viewer("星野 玲"), ball.matter) == frozenset()
    due.run_due(by=town.system(later(0, minutes=1)), at=later(0, minutes=1))
    heir = town.viewer("星野 玲", later(0, minutes=2))
    assert open_parts(heir, ball.matter) == {Part.SUPPORT}
    assert open_parts(heir, person) == frozenset()
    with transaction.atomic(), entered(heir):
        assert [one.words for one in OfferWords.objects.open_to(heir)] == ["近くです"]


def test_where_nobody_is_left_the_last_resort_reads_too(town: Town) -> None:
    ball = with_its_folder(town, "学校")
    end_of(town, "西村 薫")
    due.run_due(by=town.system(later(1)), at=later(1))
    found = face(town.viewer("高木 修", later(1)), ball.pk)
    assert found is not None
    assert found.holder.name == "受け皿係"
    assert open_parts(town.viewer("星野 玲", later(2)), ball.matter) == {Part.SUPPORT}


def test_a_guest_whose_membership_is_over_holds_nothing_here_any_more(town: Town) -> None:
    team, duty = guest(town)
    by = viewer_of_duty(duty.pk, NOW)
    assert by
    how = {"kind": MatterKind.NEED, "theme": "money", "urgency": Urgency.USUAL}
    ball = place(by=by, at=NOW, matter=Ref("need", uuid4()), **how)
    assert due.run_due(by=town.system(later(3)), at=later(3)).handed_on == 0
    done = due.run_due(by=town.system(later(7)), at=later(7))
    assert (done.handed_on, done.left_over) == (1, 0)
    found = face(town.viewer("高木 修", later(7)), ball.pk)
    assert found is not None
    assert found.holder.name == "受け皿係"
    assert told(town, team.pk, ball.pk) == [TidingKind.CAUGHT]


def guest(town: Town) -> tuple[Team, Duty]:
    """A welfare office of the prefecture, admitted until the first of December."""
    there, here = system_viewer(PREFECTURE, NOW), town.system()
    settle_body(by=there, at=NOW, code=PREFECTURE, name="あおみね県")
    agency = settle_agency(by=there, at=NOW, name="県福祉事務所", field=Field.POVERTY)
    team = settle_team(by=there, at=NOW, agency=agency, name="生活支援係")
    worker = settle_worker(by=there, at=NOW, name="奥村 彩", kana="おくむら あや")
    roles = [Role.COUNSELLOR]
    duty = settle_duty(by=here, at=NOW, worker=worker, team=team, name="係員", roles=roles, since=LONG_AGO)
    admitted = admit_member(by=here, at=NOW, team=team, ground="協定", since=LONG_AGO)
    with transaction.atomic(), entered(here):
        Membership.objects.within(BODY).filter(pk=admitted.pk).update(until=date(2026, 12, 1))
    return team, duty


def end_of(town: Town, person: str) -> None:
    how = {"duty": town.people[person].pk, "day": TODAY, "reason": "異動"}
    end_duty(by=town.viewer("高木 修"), at=NOW, **how)
