"""Show the first secret once, for delivery by hand; and the first use of it."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from marugoto.agencies import events
from marugoto.agencies.codes import ProposalEnd, SlipEnd
from marugoto.agencies.models import Proposal, Slip, SlipEnding, SlipUse, Suspension, Worker
from marugoto.agencies.queries.account import keepers_on
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.queries.recognition import askers
from marugoto.agencies.rules import account as rules
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike on paper: i l o 0 1
GROUPS, EACH = 4, 4
MOST = 60


@dataclass(frozen=True)
class Shown:
    """What stands on the paper; only here, and never again."""

    worker: UUID
    name: str
    login: str
    secret: str
    since: date
    until: date


@acting
def show_slips(*, by: Viewer, at: datetime, workers: Iterable[UUID]) -> list[Shown]:
    """One paper for each; a paper that was shown before is good no longer. Raises Worker.DoesNotExist."""
    wanted = sorted(set(workers))
    if len(wanted) > MOST:
        no(f"一度に出せる紙は{MOST}枚までです。", "分けて出してください。").require()
    found = Worker.objects.within(by.body).select_related("user").filter(pk__in=wanted)
    rows = list(found.select_for_update(of=("self",)).order_by("pk"))
    if not wanted or len(rows) != len(wanted):
        raise Worker.DoesNotExist
    return [_show(by, at, row) for row in rows]


@acting
def begin_account(*, by: Viewer, at: datetime) -> None:
    """Somebody came in with the slip and chose a password of his own; nothing opens before he was recognised.

    Without a slip that nobody used yet nothing happens.
    """
    slip = Slip.objects.within(by.body).filter(worker=by.worker, ended=None, use=None).first()
    if slip is not None:
        SlipUse.objects.create(body=slip.body, made_at=at, slip=slip, by_id=by.duty)
        announce(events.AccountBegun(slip=slip.pk, worker=by.worker), by=by, at=at)


def _show(by: Viewer, at: datetime, row: Worker) -> Shown:
    today = local_day(at)
    released = Proposal.objects.within(by.body).filter(ended__worker=row, ended__end=ProposalEnd.RELEASED)
    slips = Slip.objects.within(by.body).filter(worker=row)
    asker, keepers = askers([row.pk]).get(row.pk), keepers_on(by.body, today)
    rules.may_show_slip(
        keeps_house=by.keeps_house,
        released=row.user is not None and released.exists(),
        begun=_begun(row),
        suspended=Suspension.objects.within(by.body).filter(worker=row, ended=None, day__lte=today).exists(),
        himself=row.pk == by.worker,
        name=row.name,
        asker=asker.name if asker and asker.pk in keepers.keys() - {by.worker} else "",
        recogniser_left=bool(keepers.keys() - {by.worker, row.pk, asker.pk if asker else by.worker}),
    ).require()
    assert row.user is not None  # noqa: S101 — the rule above has just said so
    former = slips.filter(ended=None).first()
    if former is not None:
        _end(by, at, former, SlipEnd.REPLACED)
    since = max(today, released.order_by("since").values_list("since", flat=True).first() or today)
    until = since + timedelta(days=rules.term_of(says(by.body, rules.TERM_NAME, today)))
    secret = "-".join("".join(secrets.choice(SIGNS) for _ in range(EACH)) for _ in range(GROUPS))
    row.user.set_password(secret)
    row.user.save(update_fields=["password"])
    slip = Slip.objects.create(body=by.body, made_at=at, worker=row, by_id=by.duty, since=since, until=until)
    announce(events.SlipShown(slip=slip.pk, worker=row.pk, until=until), by=by, at=at)
    return Shown(row.pk, row.name, row.user.username, secret, since, until)


def _begun(row: Worker) -> bool:
    """A password that no open slip has given is the worker's own."""
    waiting = Slip.objects.within(row.body).filter(worker=row, ended=None).exists()
    return row.user is not None and row.user.has_usable_password() and not waiting


def _end(by: Viewer, at: datetime, slip: Slip, end: SlipEnd) -> None:
    slip.ended = SlipEnding.objects.create(body=slip.body, made_at=at, end=end, by_id=by.duty)
    slip.save(update_fields=["ended"])
