"""Ask others to the table: a team of another body, or an agency from outside that has no accounts."""

from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Agency, Duty, Membership, Team, TeamEnding, Worker
from marugoto.agencies.queries.membership import memberships_in_force
from marugoto.agencies.queries.system import NOBODY
from marugoto.agencies.rules.membership import Invitation, may_admit
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Newcomer:
    """An agency from outside as it is written down when it is asked: a school, a clinic; and who comes for it."""

    name: str
    field: Field
    phone: str = ""
    person: str = ""
    kana: str = ""
    hat: str = ""


@acting
def admit_member(
    *, by: Viewer, at: datetime, team: Team, ground: str, since: date, until: date | None = None
) -> Membership:
    """A team of another body works in this one; `ground` is the article, order or agreement. `until` is the first day without it."""
    asked = Invitation(
        name=team.name,
        here_already=_here(by, team, since),
        stands=not TeamEnding.objects.everywhere("looked up by its team").filter(team=team, day__lte=since).exists(),
        grounded=bool(ground.strip()),
        since=since,
        until=until,
        today=local_day(at),
    )
    may_admit(asked, keeps_house=by.keeps_house or by.has(Role.SYSTEM)).require()
    return _admit(by, at, team, ground, since, until)


@acting
def invite_from_outside(
    *, by: Viewer, at: datetime, newcomer: Newcomer, ground: str, since: date, until: date
) -> Membership:
    """An agency without accounts: it never holds a ball, and whoever comes for it may be seated at a conference until that day.

    One that was here before comes back under its old name.
    """
    name = newcomer.name.strip()
    agency = Agency.objects.within(by.body).filter(name=name).first()
    team = Team.objects.within(by.body).filter(agency=agency).first() if agency else None
    asked = Invitation(
        name=name,
        here_already=team is not None and _here(by, team, since),
        own_agency=agency is not None and agency.has_accounts,
        grounded=bool(ground.strip()),
        since=since,
        until=until,
        today=local_day(at),
        from_outside=True,
    )
    may_admit(asked, keeps_house=by.keeps_house or by.has(Role.SYSTEM)).require()
    if agency is None:
        agency = Agency.objects.create(
            body=by.body, made_at=at, name=name, short=name[:20], field=newcomer.field, has_accounts=False
        )
    if team is None:
        team = Team.objects.create(body=by.body, made_at=at, agency=agency, name=name, phone=newcomer.phone)
    row = _admit(by, at, team, ground, since, until)
    if newcomer.person.strip():
        _seat(by, at, team, newcomer, since, until)
    return row


def _admit(by: Viewer, at: datetime, team: Team, ground: str, since: date, until: date | None) -> Membership:
    said_by = None if by.duty == NOBODY else by.duty
    return Membership.objects.create(
        body=by.body, made_at=at, team=team, ground=ground.strip(), since=since, until=until, by=said_by
    )


def _seat(by: Viewer, at: datetime, team: Team, newcomer: Newcomer, since: date, until: date) -> Duty:
    """Somebody who comes for it: a name at the table, with no account and nothing to sign in to."""
    worker = Worker.objects.create(body=by.body, made_at=at, name=newcomer.person.strip(), kana=newcomer.kana.strip())
    duty = Duty.objects.create(
        body=by.body,
        made_at=at,
        worker=worker,
        team=team,
        name=newcomer.hat.strip(),
        roles="",
        since=since,
        until=until,
    )
    team.head = duty
    team.phone = newcomer.phone or team.phone
    team.save(update_fields=["head", "phone"])
    return duty


def _here(by: Viewer, team: Team, since: date) -> bool:
    """On that day, or from some day after it on."""
    return (
        memberships_in_force(since).filter(body=by.body, team=team).exists()
        or Membership.objects.within(by.body).filter(team=team, since__gt=since, ended=None).exists()
    )
