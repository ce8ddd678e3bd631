"""A small town for the ball: five teams with people, one agency without accounts, a control tower, a last resort."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from marugoto.agencies.actions import (
    settle_agency,
    settle_body,
    settle_duty,
    settle_team,
    settle_worker,
)
from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Duty, Team
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.codes import MatterKind, Urgency
from marugoto.custody.models import Ball
from marugoto.kernel.ref import Ref
from tests.remembered import Memory

BODY = "990019"
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # Tuesday, ten in the morning in Japan
LONG_AGO = date(2024, 4, 1)
# team: (agency, field, people with their roles; the first is the head)
TEAMS = {
    "総合": ("福祉総合相談課", Field.GENERAL, (("田中 美咲", Role.COUNSELLOR), ("岡 健", Role.COUNSELLOR))),
    "包括": ("北部地域包括支援センター", Field.AGED, (("小川 直子", Role.COUNSELLOR), ("林 誠", Role.COUNSELLOR))),
    "学校": ("教育委員会", Field.EDUCATION, (("西村 薫", Role.COUNSELLOR),)),
    "司令塔": ("地域共生課", Field.GENERAL, (("森 由美", Role.COORDINATOR), ("原 一郎", Role.CHIEF))),
    "受け皿": ("福祉政策課", Field.GENERAL, (("高木 修", Role.OFFICE), ("星野 玲", Role.COUNSELLOR))),
}


@dataclass
class Town:
    """Teams and duties by the names above; viewers are made for the moment they act at."""

    teams: dict[str, Team] = field(default_factory=dict)
    people: dict[str, Duty] = field(default_factory=dict)
    hospital: Team | None = None

    def team(self, name: str) -> UUID:
        return self.teams[name].pk

    def viewer(self, name: str, at: datetime = NOW) -> Viewer:
        """By the name of a person, or of a team for its head."""
        duty = self.people.get(name) or self.people[f"{name}の長"]
        found = viewer_of_duty(duty.pk, at)
        assert found is not None
        return found

    def system(self, at: datetime = NOW) -> Viewer:
        return system_viewer(BODY, at)

    def ball(self, team: str = "総合", *, at: datetime = NOW, urgency: Urgency = Urgency.USUAL) -> Ball:
        return place(
            by=self.viewer(team, at),
            at=at,
            matter=Ref("need", uuid4()),
            kind=MatterKind.NEED,
            theme="housing",
            urgency=urgency,
            area="kita",
        )


SETTLED: Memory[Town] = Memory()


def settle_town() -> Town:
    return deepcopy(SETTLED.retell(_settle_town))  # tests put people into it


def _settle_town() -> Town:
    """By calling actions, as the system does when a body is set up."""
    by, town = system_viewer(BODY, NOW), Town()
    settle_body(by=by, at=NOW, code=BODY, name="みなも市")
    for name, (agency_name, agency_field, people) in TEAMS.items():
        agency = settle_agency(by=by, at=NOW, name=agency_name, field=agency_field, short=agency_name[:6])
        team = settle_team(
            by=by,
            at=NOW,
            agency=agency,
            name=f"{name}係",
            last_resort=name == "受け皿",
            control_tower=name == "司令塔",
        )
        town.teams[name] = team
        for number, (person, role) in enumerate(people):
            duty = add_person(town, team, person, role, head=number == 0)
            if number == 0:
                town.people[f"{name}の長"] = duty
    hospital = settle_agency(by=by, at=NOW, name="みなも病院", field=Field.HEALTH, has_accounts=False)
    town.hospital = settle_team(by=by, at=NOW, agency=hospital, name="地域連携室")
    add_person(town, town.hospital, "院内 守", Role.COUNSELLOR)
    return town


def add_person(town: Town, team: Team, name: str, role: Role, *, head: bool = False) -> Duty:
    by = system_viewer(BODY, NOW)
    worker = settle_worker(by=by, at=NOW, name=name, kana="かな")
    duty = settle_duty(by=by, at=NOW, worker=worker, team=team, name="係員", roles=[role], since=LONG_AGO, head=head)
    town.people[name] = duty
    return duty


def later(days: int = 0, *, minutes: int = 0) -> datetime:
    return NOW + timedelta(days=days, minutes=minutes)
