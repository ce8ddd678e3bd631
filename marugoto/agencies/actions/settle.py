"""Set up a body: its districts, agencies, teams, workers and duties."""

from collections.abc import Iterable
from datetime import date, datetime

from marugoto.agencies.codes import BodyKind, Field, Role
from marugoto.agencies.models import Agency, Body, BodyProfile, District, Duty, Team, Worker
from marugoto.agencies.queries.calendar import forget_with_commit
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting


@acting
def settle_body(
    *,
    by: Viewer,
    at: datetime,
    code: str,
    name: str,
    kind: BodyKind = BodyKind.MUNICIPALITY,
    kana: str = "",
    prefecture: str | None = None,
    population: int | None = None,
    training: bool = False,
) -> Body:
    """Add a data controller, or renew what is said of it."""
    body, _ = Body.objects.update_or_create(
        code=code,
        defaults={
            "name": name,
            "kana": kana,
            "kind": kind,
            "prefecture_id": prefecture,
            "population": population,
            "training": training,
        },
    )
    forget_with_commit()
    return body


@acting
def settle_profile(
    *, by: Viewer, at: datetime, name: str, value: str, since: date, until: date | None = None
) -> BodyProfile:
    """Set one municipal difference from a day on."""
    row = BodyProfile.objects.create(body=by.body, made_at=at, name=name, value=value, since=since, until=until)
    forget_with_commit()
    return row


@acting
def settle_district(*, by: Viewer, at: datetime, code: str, name: str) -> District:
    row = District.objects.create(body=by.body, made_at=at, code=code, name=name)
    forget_with_commit()
    return row


@acting
def settle_agency(
    *,
    by: Viewer,
    at: datetime,
    name: str,
    field: Field,
    short: str = "",
    contracted: bool = False,
    sensitive: bool = False,
    has_accounts: bool = True,
) -> Agency:
    return Agency.objects.create(
        body=by.body,
        made_at=at,
        name=name,
        short=short or name[:20],
        field=field,
        contracted=contracted,
        sensitive=sensitive,
        has_accounts=has_accounts,
    )


@acting
def settle_team(
    *,
    by: Viewer,
    at: datetime,
    agency: Agency,
    name: str,
    phone: str = "",
    hours: str = "",
    district: District | None = None,
    last_resort: bool = False,
    control_tower: bool = False,
) -> Team:
    return Team.objects.create(
        body=by.body,
        made_at=at,
        agency=agency,
        name=name,
        phone=phone,
        hours=hours,
        district=district,
        last_resort=last_resort,
        control_tower=control_tower,
    )


@acting
def settle_worker(
    *, by: Viewer, at: datetime, name: str, kana: str, phone: str = "", user_id: int | None = None
) -> Worker:
    return Worker.objects.create(body=by.body, made_at=at, name=name, kana=kana, phone=phone, user_id=user_id)


@acting
def settle_duty(
    *,
    by: Viewer,
    at: datetime,
    worker: Worker,
    team: Team,
    name: str,
    roles: Iterable[Role],
    since: date,
    until: date | None = None,
    head: bool = False,
) -> Duty:
    """Give a worker a hat in a team, acting under the viewer's body; `head` makes it the team's head."""
    duty = Duty.objects.create(
        body=by.body,
        made_at=at,
        worker=worker,
        team=team,
        name=name,
        roles=",".join(roles),
        since=since,
        until=until,
    )
    if head or team.head_id is None:
        team.head = duty
        team.save(update_fields=["head"])
    return duty
