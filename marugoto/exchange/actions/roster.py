"""Bring a roster in: what is new is settled, what differs is renewed, what the file does not name stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, cast

from django.contrib.auth import get_user_model
from django.db import transaction

from marugoto.agencies.actions import (
    settle_agency,
    settle_body,
    settle_district,
    settle_duty,
    settle_profile,
    settle_team,
    settle_worker,
)
from marugoto.agencies.models import Agency, Body, BodyProfile, District, Duty, Team, Worker
from marugoto.agencies.queries.calendar import forget
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.rules.roster import (
    AgencyEntry,
    BodyEntry,
    DistrictEntry,
    DutyEntry,
    Roster,
    TeamEntry,
    WorkerEntry,
)
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no


@dataclass(frozen=True)
class Line:
    """One entry: what it is, how it is called, and what was done (new, renewed, same)."""

    what: str
    name: str
    done: str


@dataclass
class _Hand:
    """The work in progress: rows by the names of the file."""

    by: Viewer
    at: datetime
    lines: list[Line] = field(default_factory=list)
    districts: dict[str, District] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    teams: dict[tuple[str, str], Team] = field(default_factory=dict)
    workers: dict[str, Worker] = field(default_factory=dict)

    def note(self, what: str, name: str, done: str) -> None:
        self.lines.append(Line(what, name, done))


def bring_in(*, at: datetime, roster: Roster, preview: bool = False) -> list[Line]:
    """All of it or nothing; with `preview` the same is done and taken back. Run twice, the second changes nothing more."""
    hand = _Hand(system_viewer(roster.body.code, at), at)
    with transaction.atomic():
        _body(hand, roster.body)
        _bring(by=hand.by, at=at, hand=hand, roster=roster)
        if preview:
            transaction.set_rollback(True)
    forget()
    return hand.lines


@acting
def _bring(*, by: Viewer, at: datetime, hand: _Hand, roster: Roster) -> None:
    _profile(hand, roster)
    for entry in roster.districts:
        hand.districts[entry.code] = _district(hand, entry)
    for agency in roster.agencies:
        hand.agencies[agency.name] = _agency(hand, agency)
    for team in roster.teams:
        hand.teams[team.agency, team.name] = _team(hand, team)
    for worker in roster.workers:
        hand.workers[worker.login] = _worker(hand, worker)
    for duty in roster.duties:
        _duty(hand, duty)


def _kept(
    hand: _Hand, what: str, name: str, kind: Any, key: dict[str, Any], said: dict[str, Any], make: Callable[[], Any]
) -> Any:
    """The row of that key, made or renewed."""
    row = kind.objects.within(hand.by.body).filter(**key).first()
    if row is None:
        hand.note(what, name, "new")
        return make()
    changed = [column for column, value in said.items() if getattr(row, column) != value]
    for column in changed:
        setattr(row, column, said[column])
    if changed:
        row.save(update_fields=changed)
    hand.note(what, name, "renewed" if changed else "same")
    return row


def _body(hand: _Hand, entry: BodyEntry) -> None:
    said: dict[str, Any] = {
        "name": entry.name, "kana": entry.kana, "kind": entry.kind, "population": entry.population,
        "training": entry.training,
    }  # fmt: skip
    before = Body.objects.filter(code=entry.code).values(*said, "prefecture_id").first()
    after = said | {"prefecture_id": entry.prefecture}
    settle_body(by=hand.by, at=hand.at, code=entry.code, prefecture=entry.prefecture, **said)
    hand.note("自治体", entry.name, "new" if before is None else "same" if before == after else "renewed")


def _profile(hand: _Hand, roster: Roster) -> None:
    for entry in roster.profile:
        known = BodyProfile.objects.within(hand.by.body).filter(name=entry.name, value=entry.value, since=entry.since)
        if known.exists():
            hand.note("自治体のちがい", entry.name, "same")
            continue
        settle_profile(by=hand.by, at=hand.at, name=entry.name, value=entry.value, since=entry.since)
        hand.note("自治体のちがい", entry.name, "new")


def _district(hand: _Hand, entry: DistrictEntry) -> District:
    key, said = {"code": entry.code}, {"name": entry.name}
    make = partial(settle_district, by=hand.by, at=hand.at, **key, **said)
    return cast("District", _kept(hand, "圏域", entry.name, District, key, said, make))


def _agency(hand: _Hand, entry: AgencyEntry) -> Agency:
    said: dict[str, Any] = {
        "short": entry.short or entry.name[:20], "field": entry.field, "contracted": entry.contracted,
        "sensitive": entry.sensitive, "has_accounts": entry.has_accounts,
    }  # fmt: skip
    key: dict[str, Any] = {"name": entry.name}
    return _kept(
        hand, "機関", entry.name, Agency, key, said, lambda: settle_agency(by=hand.by, at=hand.at, **key, **said)
    )


def _team(hand: _Hand, entry: TeamEntry) -> Team:
    said: dict[str, Any] = {
        "phone": entry.phone, "hours": entry.hours, "district": hand.districts.get(entry.district), "last_resort": entry.last_resort,
        "control_tower": entry.control_tower,
    }  # fmt: skip
    key: dict[str, Any] = {"agency": hand.agencies[entry.agency], "name": entry.name}
    name = f"{entry.agency} {entry.name}"
    return _kept(hand, "係", name, Team, key, said, lambda: settle_team(by=hand.by, at=hand.at, **key, **said))


def _worker(hand: _Hand, entry: WorkerEntry) -> Worker:
    """With an account whose password nobody knows yet."""
    account, made = get_user_model().objects.get_or_create(username=entry.login)
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    elif (
        Worker.objects.everywhere("an account is one worker's").filter(user=account).exclude(body=hand.by.body).exists()
    ):
        no(
            f"利用者名「{entry.login}」は、ほかの自治体の職員が使っています。",
            "別の利用者名にしてください。まだ何も変えていません。",
        ).require()
    said: dict[str, Any] = {"name": entry.name, "kana": entry.kana, "phone": entry.phone}
    name = f"{entry.name}（{entry.login}）"
    return _kept(
        hand, "職員", name, Worker, {"user_id": account.pk}, said,
        lambda: settle_worker(by=hand.by, at=hand.at, user_id=account.pk, **said),
    )  # fmt: skip


def _duty(hand: _Hand, entry: DutyEntry) -> None:
    worker, team = hand.workers[entry.worker], hand.teams[entry.agency, entry.team]
    key: dict[str, Any] = {"worker": worker, "team": team, "name": entry.name, "since": entry.since}
    said: dict[str, Any] = {"roles": ",".join(entry.roles), "until": entry.until}
    name = f"{worker.name} {entry.name}（{entry.team}）"
    made = _kept(
        hand, "役割", name, Duty, key, said,
        lambda: settle_duty(
            by=hand.by, at=hand.at, worker=worker, team=team, name=entry.name, roles=entry.roles,
            since=entry.since, until=entry.until, head=entry.head,
        ),
    )  # fmt: skip
    if entry.head and team.head_id != made.pk:
        team.head = made
        team.save(update_fields=["head"])
