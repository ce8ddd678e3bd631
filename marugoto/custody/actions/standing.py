"""A team that is about to get a ball: held still until the ball has arrived, and asked whether it can hold.

Ending a team or a duty holds the same row still, so a ball never arrives in a team that is just being closed.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, UUIDField

from marugoto.agencies.models import Duty, Team
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.now import say_team
from marugoto.custody.rules.team import Receiver, may_be_in_charge
from marugoto.ground.question import Question
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Standing:
    """A team today, and those who can be in charge there, the head first. `team` is None when there is none such here."""

    team: Team | None
    people: tuple[Duty, ...]

    @property
    def receiver(self) -> Receiver:
        if self.team is None:
            return Receiver(name="この係", stands=False)
        return Receiver(
            name=say_team(self.team),
            has_accounts=self.team.agency.has_accounts,
            staffed=bool(self.people),
            phoned=bool(self.team.phone),
        )

    @property
    def receiver_id(self) -> UUID:
        """Call only for a team that may hold."""
        return self.people[0].team_id

    def person(self, wanted: UUID | None = None) -> Duty:
        """The one who was chosen, or the head. Call only for a team that may hold."""
        chosen = next((duty for duty in self.people if duty.pk == wanted), None)
        may_be_in_charge(named=wanted is not None, of_team=chosen is not None, team=self.receiver.name).require()
        return chosen or self.people[0]


def hold_still(team: UUID) -> None:
    """Until the end of the transaction nobody else closes this team, takes its people away or gives it a ball."""
    if connection.features.has_select_for_update:  # on SQLite every writer waits for the one before
        _HELD.ask(team=team)


def standing(by: Viewer, at: datetime, team: UUID) -> Standing:
    """The team held still, and who is there today under the viewer's body."""
    hold_still(team)
    row = directory.staying_team(by.at_moment(at), team)
    if row is None:
        return Standing(None, ())
    return Standing(row, people_of(row, by.body, at))


def people_of(team: Team, body: str, at: datetime) -> tuple[Duty, ...]:
    """Duties of the team in force under this body, the head first, then by seniority."""
    present = [duty for duty in directory.duties_of_team(team.pk, local_day(at)) if duty.body == body]
    return tuple(sorted(present, key=lambda duty: duty.pk != team.head_id))


def _held(team: UUID) -> QuerySet[Team]:
    one = Team.objects.everywhere("a team may belong to another body").filter(pk=team)
    return one.select_for_update(no_key=True).only("pk")


_HELD = Question(_held, team=UUIDField())
