"""Settle the bodies of 青嶺県: their agencies, teams, workers and accounts, by calling the same actions an office would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from django.contrib.auth import get_user_model

from marugoto.agencies.actions import (
    admit_member,
    close_day,
    settle_agency,
    settle_body,
    settle_district,
    settle_duty,
    settle_profile,
    settle_team,
    settle_worker,
)
from marugoto.agencies.models import District, Duty, Team, Worker
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.demo.sketches import BodySketch, HatSketch, WorkerSketch

FOUNDED = date(2023, 4, 1)  # every duty of the cast is older than the two years that are lived
FOUNDED_AT = datetime(2023, 4, 1, 0, 0, tzinfo=UTC)
CLOSED_YEARS = range(2023, 2031)


@dataclass(frozen=True)
class Settled:
    """The town as it stands: duties by body and worker key (the first hat), teams by body and key."""

    duties: Mapping[tuple[str, str], UUID]
    hats: Mapping[tuple[str, str, str], UUID]  # body, worker key, team key → duty
    teams: Mapping[tuple[str, str], UUID]

    def viewer(self, body: str, worker: str, at: datetime) -> Viewer:
        """A member of the cast at a moment; raises KeyError for somebody who does not work there."""
        viewer = viewer_of_duty(self.duties[body, worker], at)
        if viewer is None:
            raise KeyError(worker)
        return viewer


def settle_bodies(bodies: Sequence[BodySketch], *, training: bool = True) -> Settled:
    """Bodies first, then teams, then workers: a worker's hat may lie in another body's work."""
    teams: dict[tuple[str, str], Team] = {}
    for body in bodies:
        _settle_body(body, teams, training=training)
    for body in bodies:
        _admit_guests(body, teams)
    hats: dict[tuple[str, str, str], Duty] = {}
    for body in bodies:
        for worker in body.workers:
            _settle_worker(body, worker, teams, hats)
    duties: dict[tuple[str, str], UUID] = {}
    for (code, key, _team), duty in hats.items():
        duties.setdefault((code, key), duty.pk)
    return Settled(
        duties=duties,
        hats={key: duty.pk for key, duty in hats.items()},
        teams={key: team.pk for key, team in teams.items()},
    )


def _settle_body(body: BodySketch, teams: dict[tuple[str, str], Team], *, training: bool) -> None:
    by = system_viewer(body.code, FOUNDED_AT)
    settle_body(
        by=by,
        at=FOUNDED_AT,
        code=body.code,
        name=body.name,
        kind=body.kind,
        kana=body.kana,
        prefecture=body.prefecture,
        population=body.population,
        training=training,
    )
    for name, value in body.profile.items():
        settle_profile(by=by, at=FOUNDED_AT, name=name, value=value, since=FOUNDED)
    for year in CLOSED_YEARS:
        for month, day, name in body.closed_days:
            if by.calendar.is_open(date(year, month, day)):  # in some years a Saturday
                close_day(by=by, at=FOUNDED_AT, day=date(year, month, day), name=name)
    districts = {
        one.code: settle_district(by=by, at=FOUNDED_AT, code=one.code, name=one.name) for one in body.districts
    }
    _settle_agencies(by, body, districts, teams)


def _settle_agencies(
    by: Viewer, body: BodySketch, districts: dict[str, District], teams: dict[tuple[str, str], Team]
) -> None:
    for agency in body.agencies:
        made = settle_agency(
            by=by,
            at=FOUNDED_AT,
            name=agency.name,
            field=agency.field,
            short=agency.short,
            contracted=agency.contracted,
            sensitive=agency.sensitive,
            has_accounts=agency.has_accounts,
        )
        for team in agency.teams:
            teams[body.code, team.key] = settle_team(
                by=by,
                at=FOUNDED_AT,
                agency=made,
                name=team.name,
                phone=team.phone,
                hours=team.hours,
                district=districts.get(team.district),
                last_resort=team.last_resort,
                control_tower=team.control_tower,
            )


def _admit_guests(body: BodySketch, teams: dict[tuple[str, str], Team]) -> None:
    by = system_viewer(body.code, FOUNDED_AT)
    for guest in body.guests:
        admit_member(by=by, at=FOUNDED_AT, team=teams[guest.body, guest.team], ground=guest.ground, since=FOUNDED)


def _settle_worker(
    body: BodySketch,
    worker: WorkerSketch,
    teams: dict[tuple[str, str], Team],
    hats: dict[tuple[str, str, str], Duty],
) -> None:
    home = system_viewer(body.code, FOUNDED_AT)
    row = settle_worker(by=home, at=FOUNDED_AT, name=worker.name.full, kana=worker.name.kana, user_id=_account(worker))
    for hat in worker.hats:
        under = system_viewer(hat.under or body.code, FOUNDED_AT)
        hats[hat.under or body.code, worker.key, hat.team] = _duty(under, row, teams[body.code, hat.team], hat)


def _duty(under: Viewer, worker: Worker, team: Team, hat: HatSketch) -> Duty:
    return settle_duty(
        by=under,
        at=FOUNDED_AT,
        worker=worker,
        team=team,
        name=hat.name,
        roles=hat.roles,
        since=FOUNDED,
        head=hat.head,
    )


def _account(worker: WorkerSketch) -> int | None:
    """An account without a password: it opens only by the demo's one click. Workers without a sentence have none."""
    if not worker.username:
        return None
    user = get_user_model().objects.create_user(username=worker.username, first_name=worker.says[:150])
    user.set_unusable_password()
    user.save(update_fields=["password"])
    return int(user.pk)
