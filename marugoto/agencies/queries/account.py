"""Who gave whom an account: what waits for a second person, who that can be, and the record of all that was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, Q, QuerySet

from marugoto.agencies.codes import KEEPS_HOUSE, ProposalEnd, Role, SlipEnd
from marugoto.agencies.labels import ROLES
from marugoto.agencies.models import DutyEnding, Proposal, Slip, SlipEnding, SlipUse, Suspension, Worker
from marugoto.agencies.queries.directory import called
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.rules.account import FirstSecret, may_come_in
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.decision import Decision
from marugoto.kernel.jst import local_day

CAST = Q(worker__user__username__startswith="cast-")  # comes in with one click, without a password


@dataclass(frozen=True)
class ProposalLine:
    """One proposal, with whatever became of it. Of its slip the latest is told; `suspended` is the first day without the account."""

    id: UUID
    number: str
    login: str
    name: str
    team: str
    hat: str
    roles: tuple[str, ...]
    since: date
    until: date | None
    newcomer: bool
    asked_by: str
    asked_at: datetime
    asked_himself: bool
    concerns_himself: bool
    concerns_asker: bool
    end: ProposalEnd | None
    ended_by: str
    ended_at: datetime | None
    reason: str
    worker: UUID | None
    may_have_slip: bool
    slip_by: str
    slip_at: datetime | None
    slip_until: date | None
    begun_at: datetime | None
    met_by: str
    met_at: datetime | None
    suspended: date | None
    suspended_by: str
    suspended_why: str


@dataclass(frozen=True)
class AccountLine:
    worker: UUID
    name: str
    suspended: date | None


@looking
def waiting(viewer: Viewer) -> list[ProposalLine]:
    """In the order in which they were asked for."""
    return _lines(viewer, _rows(viewer).filter(ended=None).order_by("made_at", "name"))


@looking
def waiting_for(viewer: Viewer) -> int:
    """How many wait for the viewer as the second person: neither his own asking nor for himself."""
    others = Proposal.objects.within(viewer.body).filter(ended=None).exclude(by__worker=viewer.worker)
    return others.filter(Q(worker=None) | ~Q(worker=viewer.worker)).count()


@looking
def records(viewer: Viewer, *, words: str = "", end: str = "", first: int = 0, many: int = 50) -> list[ProposalLine]:
    """The latest first; `words` are looked for in name, reading, number and the name to sign in with."""
    return _lines(viewer, _found(viewer, words, end).order_by("-made_at", "name")[first : first + many])


@looking
def how_many(viewer: Viewer, *, words: str = "", end: str = "") -> int:
    return _found(viewer, words, end).count()


@looking
def without_slip(viewer: Viewer) -> list[ProposalLine]:
    """Released accounts whose worker has not come in yet: they get a slip, or another one."""
    released = _rows(viewer).filter(ended__end=ProposalEnd.RELEASED).order_by("-ended__made_at", "name")
    newest: dict[UUID | None, ProposalLine] = {}
    for line in _lines(viewer, released.filter(~_begun())):
        if line.may_have_slip:
            newest.setdefault(line.worker, line)
    return list(newest.values())


@looking
def second_persons(viewer: Viewer) -> list[str]:
    """Who else can release what the viewer asks for: other persons with an account and the role."""
    return [said for worker, said in keepers_on(viewer.body, local_day(viewer.at)).items() if worker != viewer.worker]


@looking
def accounts(viewer: Viewer) -> list[AccountLine]:
    """Workers of this body with an account, by reading; two queries."""
    stopped = dict(Suspension.objects.within(viewer.body).filter(ended=None).values_list("worker", "day"))
    rows = Worker.objects.within(viewer.body).filter(user__isnull=False).exclude(pk=viewer.worker).order_by("kana")
    return [AccountLine(row.pk, row.name, stopped.get(row.pk)) for row in rows]


def keepers_on(body: str, day: date, *, expected: bool = False) -> dict[UUID, str]:
    """Who keeps the house of this body that day and can come in, with name and hat, by reading: not who has yet to be recognised,
    unless he is only `expected` until then."""
    rows = (
        duties_in_force(day)
        .filter(body=body, worker__user__is_active=True, team__agency__contracted=False)
        .exclude(worker__in=suspended_on(day).values("worker"))
    )
    if not expected:
        rows = rows.exclude(worker__in=open_slips().values("worker")).exclude(
            ~CAST, worker__user__password__startswith=UNUSABLE_PASSWORD_PREFIX
        )
    able = [row for row in rows.order_by("worker__kana", "since") if not row.role_set().isdisjoint(KEEPS_HOUSE)]
    return {row.worker_id: f"{row.worker.name}({row.name})" for row in able}


def others_keep(by: Viewer, day: date, *, today: date) -> bool:
    """Whether besides `by` somebody keeps the house on that day, and on each later one on which somebody is to leave. Until a day
    to come, who was released is expected to have come in."""
    day = max(day, today)
    stops = Suspension.objects.within(by.body).filter(ended=None, day__gt=day).values_list("day", flat=True)
    endings = DutyEnding.objects.within(by.body).filter(day__gt=day, taken_back=None).values_list("day", flat=True)
    days = {day, *stops, *endings}
    return all(keepers_on(by.body, one, expected=day > today).keys() - {by.worker} for one in days)


def suspended_on(day: date) -> QuerySet[Suspension]:
    return Suspension.objects.everywhere("the account decides, not the body").filter(ended=None, day__lte=day)


def open_slips() -> QuerySet[Slip]:
    return Slip.objects.everywhere("the account decides, not the body").filter(ended=None)


def may_sign_in(user_id: int, day: date) -> Decision:
    """Asked at the door when the password was right."""
    slip = open_slips().filter(worker__user_id=user_id).first()
    return may_come_in(
        today=day,
        suspended=suspended_on(day).filter(worker__user_id=user_id).exists(),
        secret=FirstSecret(slip.since, slip.until) if slip else None,
    )


def _rows(viewer: Viewer) -> QuerySet[Proposal]:
    return Proposal.objects.within(viewer.body).select_related(
        "team__agency", "by__worker", "ended__by__worker", "ended__worker__user"
    )


def _begun() -> Exists:
    used = Slip.objects.everywhere("looked up by its worker").filter(
        worker=OuterRef("ended__worker"), ended__end=SlipEnd.USED
    )
    return Exists(used)


def _found(viewer: Viewer, words: str, end: str) -> QuerySet[Proposal]:
    rows = _rows(viewer)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(kana__icontains=word) | Q(number__icontains=word) | Q(login__icontains=word)
        )
    if end == "waiting":
        return rows.filter(ended=None)
    return rows.filter(ended__end=end) if end in set(ProposalEnd) else rows


def _lines(viewer: Viewer, found: Iterable[Proposal]) -> list[ProposalLine]:
    """Three queries, for one or for many."""
    rows = list(found)
    workers = {row.ended.worker_id if row.ended else row.worker_id for row in rows} - {None}
    slips: dict[UUID, Slip] = {}
    for slip in (
        Slip.objects.within(viewer.body)
        .select_related("by__worker", "use", "ended__by__worker")
        .filter(worker__in=workers)
        .order_by("made_at")
    ):
        slips[slip.worker_id] = slip
    stopped = {
        one.worker_id: one
        for one in Suspension.objects.within(viewer.body)
        .select_related("by__worker")
        .filter(worker__in=workers, ended=None)
    }
    return [_line(viewer, row, slips, stopped) for row in rows]


def _line(viewer: Viewer, row: Proposal, slips: dict[UUID, Slip], stopped: dict[UUID, Suspension]) -> ProposalLine:
    ended, worker = row.ended, row.ended.worker if row.ended else None
    slip = slips.get(worker.pk) if worker else None
    known = worker.pk if worker else row.worker_id
    stop = stopped.get(known) if known else None
    used, use = _used(slip)
    begun = use or used  # of old, whoever had chosen a password was met by nobody
    own = worker is not None and worker.user is not None and worker.user.has_usable_password() and slip is None
    return ProposalLine(
        id=row.pk,
        number=row.number,
        login=row.login,
        name=row.name,
        team=called(row.team) if row.team else "",
        hat=row.hat,
        roles=tuple(str(ROLES[Role(code)]) for code in row.roles.split(",") if code),
        since=row.since,
        until=row.until,
        newcomer=row.worker_id is None,
        asked_by=row.by.worker.name,
        asked_at=row.made_at,
        asked_himself=row.by.worker_id == viewer.worker,
        concerns_himself=row.worker_id == viewer.worker,
        concerns_asker=row.worker_id == row.by.worker_id,
        end=ProposalEnd(ended.end) if ended else None,
        ended_by=ended.by.worker.name if ended else "",
        ended_at=ended.made_at if ended else None,
        reason=ended.reason if ended else "",
        worker=worker.pk if worker else None,
        may_have_slip=worker is not None and worker.pk != viewer.worker and not used and not own and stop is None,
        slip_by=slip.by.worker.name if slip else "",
        slip_at=slip.made_at if slip else None,
        slip_until=slip.until if slip else None,
        begun_at=begun.made_at if begun else None,
        met_by=used.by.worker.name if used and use else "",
        met_at=used.made_at if used and use else None,
        suspended=stop.day if stop else None,
        suspended_by=stop.by.worker.name if stop else "",
        suspended_why=stop.reason if stop else "",
    )


def _used(slip: Slip | None) -> tuple[SlipEnding | None, SlipUse | None]:
    """Its end, where it was used to the end; and that somebody came in with it."""
    used = slip.ended if slip and slip.ended and slip.ended.end == SlipEnd.USED else None
    return used, getattr(slip, "use", None)
