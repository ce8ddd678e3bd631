"""Ask for an account, release or refuse it as the second person, take it back; suspend one that is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.sessions.models import Session
from django.db import connection

from marugoto.agencies import events
from marugoto.agencies.actions.settle import settle_duty, settle_worker
from marugoto.agencies.codes import ProposalEnd, Role
from marugoto.agencies.models import Duty, Proposal, ProposalEnding, Suspension, SuspensionEnding, Team, Worker
from marugoto.agencies.queries.account import keepers_on, others_keep
from marugoto.agencies.queries.directory import standing_among
from marugoto.agencies.queries.size import accounts_in_use
from marugoto.agencies.rules import account as rules
from marugoto.agencies.rules.embedded import may_run_embedded
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Wanted:
    """What is asked for. `worker` is empty for a newcomer; `team` where only a suspended account is to come back."""

    login: str
    name: str
    since: date
    kana: str = ""
    number: str = ""
    worker: UUID | None = None
    team: UUID | None = None
    hat: str = ""
    roles: tuple[Role, ...] = ()
    until: date | None = None


@acting
def propose(*, by: Viewer, at: datetime, wanted: Wanted) -> Proposal:
    """Nothing exists by it yet; somebody else has to release it."""
    open_ones = Proposal.objects.within(by.body).filter(login=wanted.login, team=wanted.team, ended=None)
    known = _known(by, wanted.worker)
    rules.may_ask(
        rules.Asked(
            name=wanted.name,
            login=wanted.login,
            free=_free(by, wanted.login, wanted.number, known),
            own=known is not None and known.user is not None and known.user.username == wanted.login,
            keeps_house=by.keeps_house,
            already=open_ones.exists(),
            team_stands=wanted.team is None or wanted.team in standing_among(by, {wanted.team}),
            has_roles=wanted.team is None or bool(wanted.roles),
        )
    ).require()
    row = Proposal.objects.create(
        body=by.body,
        made_at=at,
        by_id=by.duty,
        number=wanted.number,
        login=wanted.login,
        name=wanted.name,
        kana=wanted.kana,
        worker_id=wanted.worker,
        team_id=wanted.team,
        hat=wanted.hat,
        roles=",".join(wanted.roles),
        since=wanted.since,
        until=wanted.until,
    )
    told = events.AccountAsked(proposal=row.pk, since=row.since, renewed=row.worker_id is not None)
    announce(told, by=by, at=at)
    return row


@acting
def release(*, by: Viewer, at: datetime, proposals: Iterable[UUID]) -> list[Worker]:
    """The second person: all of them or none. Now worker, account and duty exist. Raises Proposal.DoesNotExist."""
    rules.may_keep_accounts(keeps_house=by.keeps_house).require()
    rows = _rows(by, proposals)
    standing = standing_among(by, {row.team_id for row in rows if row.team_id})
    return [_release(by, at, row, standing) for row in rows]


@acting
def refuse(*, by: Viewer, at: datetime, proposals: Iterable[UUID], reason: str) -> list[Proposal]:
    """With a reason for whoever asked. Raises Proposal.DoesNotExist."""
    rows = _rows(by, proposals)
    for row in rows:
        rules.may_refuse(
            keeps_house=by.keeps_house,
            running=row.ended_id is None,
            asked_himself=row.by.worker_id == by.worker,
            reasoned=bool(reason.strip()),
            name=row.name,
        ).require()
        _end(by, at, row, ProposalEnd.REFUSED, reason=reason.strip())
        announce(events.AccountRefused(proposal=row.pk, asked_by=row.by_id), by=by, at=at)
    return rows


@acting
def withdraw(*, by: Viewer, at: datetime, proposal: UUID) -> Proposal:
    """Before it is released. Raises Proposal.DoesNotExist."""
    (row,) = _rows(by, [proposal])
    rules.may_withdraw(keeps_house=by.keeps_house, running=row.ended_id is None, name=row.name).require()
    _end(by, at, row, ProposalEnd.WITHDRAWN)
    announce(events.AccountWithdrawn(proposal=row.pk), by=by, at=at)
    return row


@acting
def suspend(*, by: Viewer, at: datetime, worker: UUID, day: date, reason: str) -> Suspension:
    """From that day on the account opens nothing. One that was to come later gives way. Raises Worker.DoesNotExist."""
    hold_keepers(by, at)
    row = Worker.objects.within(by.body).select_for_update(of=("self",)).get(pk=worker)
    before = Suspension.objects.within(by.body).filter(worker=row, ended=None).first()
    rules.may_suspend(
        keeps_house=by.keeps_house,
        himself=row.pk == by.worker and day <= local_day(at),
        has_account=row.user_id is not None,
        suspended=before is not None and before.day <= day,
        reasoned=bool(reason.strip()),
    ).require()
    kept = others_keep(by, day, today=local_day(at))
    if before is not None:
        _lift(by, at, row.pk, before=before.made_at)
    made = Suspension.objects.create(
        body=by.body, made_at=at, worker=row, day=day, by_id=by.duty, reason=reason.strip()
    )
    rules.may_lose_keeper(kept=kept, left=others_keep(by, day, today=local_day(at)), name=row.name).require()
    announce(events.AccountSuspended(worker=row.pk, day=day), by=by, at=at)
    return made


def hold_keepers(by: Viewer, at: datetime) -> None:
    """Until the end of the transaction nobody else takes away one of those who keep the house: in a ring, nobody would be left."""
    keepers = keepers_on(by.body, local_day(at), expected=True)
    hold(Worker.objects.within(by.body).filter(pk__in=keepers).order_by("pk"))


@acting
def ask_back(*, by: Viewer, at: datetime, worker: UUID) -> Proposal:
    """A suspended account is to come back: asked here, released by somebody else. Raises Worker.DoesNotExist."""
    suspended = Suspension.objects.within(by.body).filter(ended=None).values("worker")
    row = Worker.objects.within(by.body).select_related("user").get(pk=worker, pk__in=suspended, user__isnull=False)
    assert row.user is not None  # noqa: S101 — asked for just above
    wanted = Wanted(
        login=row.user.username, name=row.name, kana=row.kana, number=row.number, worker=row.pk, since=local_day(at)
    )
    return propose(by=by, at=at, wanted=wanted)


def end_sessions(*, at: datetime, account: int) -> None:
    """The account comes back, but not to whoever sits at the machine that was lost: everybody signs in anew."""
    for one in Session.objects.filter(expire_date__gt=at):
        if one.get_decoded().get(SESSION_KEY) == str(account):
            one.delete()


def _rows(by: Viewer, proposals: Iterable[UUID]) -> list[Proposal]:
    """In one order for everybody, each locked."""
    wanted = sorted(set(proposals))
    found = Proposal.objects.within(by.body).select_related("by", "worker__user", "team").filter(pk__in=wanted)
    rows = list(found.select_for_update(of=("self",)).order_by("pk"))
    if not wanted or len(rows) != len(wanted):
        raise Proposal.DoesNotExist
    return rows


def _release(by: Viewer, at: datetime, row: Proposal, standing: set[UUID]) -> Worker:
    known = row.worker or _newcomer(by, row)
    rules.may_release(
        keeps_house=by.keeps_house,
        running=row.ended_id is None,
        asked_himself=row.by.worker_id == by.worker,
        concerns_himself=known is not None and known.pk == by.worker,
        stands=row.team_id is None or row.team_id in standing,
        free=_free(by, row.login, row.number, known),
        name=row.name,
        stopped_since=known is not None and _stopped_since(by, at, row, known.pk),
    ).require()
    worker = known or settle_worker(by=by, at=at, name=row.name, kana=row.kana)
    _number(worker, row.number)
    _account(worker, row.login)
    if row.team is not None:
        _hat(
            by, at, worker, row, row.team
        )  # another hat opens nothing that was shut: to come back is asked for by itself
    elif _lift(by, at, worker.pk, before=row.made_at) and worker.user_id:
        end_sessions(at=at, account=worker.user_id)
    _end(by, at, row, ProposalEnd.RELEASED, worker=worker)
    announce(events.AccountReleased(proposal=row.pk, worker=worker.pk, asked_by=row.by_id), by=by, at=at)
    return worker


def _number(worker: Worker, number: str) -> None:
    if number and not worker.number:
        worker.number = number
        worker.save(update_fields=["number"])


def _account(worker: Worker, login: str) -> None:
    """Without a password: nobody comes in before a slip was shown."""
    if worker.user_id is not None:
        return
    if connection.vendor == "sqlite" and not settings.MARUGOTO_DEMO:
        may_run_embedded(bodies=1, accounts=accounts_in_use() + 1).require()
    worker.user = get_user_model().objects.create_user(login)
    worker.save(update_fields=["user"])


def _hat(by: Viewer, at: datetime, worker: Worker, row: Proposal, team: Team) -> None:
    known = Duty.objects.within(by.body).filter(worker=worker, team=team, since=row.since)
    if not known.exists():
        roles = [Role(code) for code in row.roles.split(",") if code]
        settle_duty(by=by, at=at, worker=worker, team=team, name=row.hat, roles=roles, since=row.since, until=row.until)


def _stopped_since(by: Viewer, at: datetime, row: Proposal, worker: UUID) -> bool:
    """Who asked did not know of it. A hat may still be given to somebody who leaves on a day to come: on that day he leaves."""
    later = Suspension.objects.within(by.body).filter(worker=worker, ended=None, made_at__gt=row.made_at).first()
    return later is not None and (row.team_id is None or later.day <= local_day(at))


def _lift(by: Viewer, at: datetime, worker: UUID, *, before: datetime) -> bool:
    """What was suspended until then, and nothing that was suspended later."""
    standing = Suspension.objects.within(by.body).filter(worker=worker, ended=None, made_at__lte=before)
    if not standing.exists():
        return False
    standing.update(ended=SuspensionEnding.objects.create(body=by.body, made_at=at, by_id=by.duty))
    return True


def _end(
    by: Viewer, at: datetime, row: Proposal, end: ProposalEnd, *, reason: str = "", worker: Worker | None = None
) -> None:
    row.ended = ProposalEnding.objects.create(
        body=by.body, made_at=at, end=end, by_id=by.duty, reason=reason, worker=worker
    )
    row.save(update_fields=["ended"])


def _known(by: Viewer, worker: UUID | None) -> Worker | None:
    """Raises Worker.DoesNotExist where one is named that the body does not have."""
    return Worker.objects.within(by.body).select_related("user").get(pk=worker) if worker else None


def _newcomer(by: Viewer, row: Proposal) -> Worker | None:
    """Two hats were asked for one newcomer, and the other was released before."""
    if not row.number:
        return None
    found = Worker.objects.within(by.body).select_related("user")
    return found.filter(number=row.number, name=row.name, user__username=row.login).first()


def _free(by: Viewer, login: str, number: str, own: Worker | None) -> bool:
    """Nobody else signs in by that name, in whichever body, or bears that number here."""
    mine = own is not None and own.user is not None and own.user.username == login
    if not mine and get_user_model().objects.filter(username=login).exists():
        return False
    bearers = Worker.objects.within(by.body).filter(number=number)
    return not number or not (bearers.exclude(pk=own.pk) if own else bearers).exists()
