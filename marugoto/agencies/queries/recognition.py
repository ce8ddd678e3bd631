"""Who came in with a paper and waits until somebody has met him; who that can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from marugoto.agencies.codes import ProposalEnd
from marugoto.agencies.models import Proposal, Slip, Worker
from marugoto.agencies.queries.account import keepers_on, open_slips
from marugoto.agencies.rules.recognition import SIGNS
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Unrecognised:
    """`able`: who can say who it is, in words; `may`: the viewer is one of them."""

    worker: UUID
    name: str
    login: str
    begun_at: datetime
    asked_by: str
    showed_by: str
    able: tuple[str, ...]
    may: bool


def number_of(use: UUID) -> str:
    """On the newcomer's screen, and nowhere in the tables: another one with each paper."""
    return str(int(salted_hmac("marugoto.recognition", str(use), algorithm="sha256").hexdigest(), 16))[-SIGNS:]


def waits_to_be_recognised(worker: UUID) -> bool:
    """Asked at the doors, and only for an account whose paper is still open."""
    return open_slips().filter(worker=worker, use__isnull=False).exists()


@looking
def own_number(viewer: Viewer) -> tuple[str, tuple[str, ...]]:
    """For the newcomer himself: his number, and who can be shown it; an empty number when nothing waits."""
    slip = _waiting(viewer.body, local_day(viewer.at)).filter(worker=viewer.worker).first()
    if slip is None:
        return "", ()
    return number_of(slip.use.pk), tuple(
        _able(slip, askers([slip.worker_id]), keepers_on(viewer.body, local_day(viewer.at))).values()
    )


@looking
def unrecognised(viewer: Viewer) -> list[Unrecognised]:
    """In the order in which they came in; three queries."""
    slips = list(_waiting(viewer.body, local_day(viewer.at)).order_by("use__made_at", "pk"))
    first, keepers = (
        askers([slip.worker_id for slip in slips]),
        keepers_on(viewer.body, local_day(viewer.at)) if slips else {},
    )
    return [_line(viewer, slip, first, keepers) for slip in slips]


@looking
def to_meet(viewer: Viewer) -> int:
    """How many wait for the viewer to say who they are."""
    return sum(one.may for one in unrecognised(viewer))


def askers(workers: Iterable[UUID]) -> dict[UUID, Worker]:
    """Who asked for the account of each: the first of the proposals that were released."""
    rows = Proposal.objects.everywhere("looked up by worker").filter(
        ended__worker__in=list(workers), ended__end=ProposalEnd.RELEASED
    )
    found: dict[UUID, Worker] = {}
    for row in rows.select_related("by__worker", "ended").order_by("ended__made_at", "made_at", "pk"):
        if row.ended and row.ended.worker_id:
            found.setdefault(row.ended.worker_id, row.by.worker)
    return found


def _waiting(body: str, day: date) -> QuerySet[Slip]:
    rows = Slip.objects.within(body).filter(ended=None, use__isnull=False, until__gt=day)
    return rows.select_related("use", "worker__user", "by__worker")


def _able(slip: Slip, first: Mapping[UUID, Worker], keepers: Mapping[UUID, str]) -> dict[UUID, str]:
    asker = first.get(slip.worker_id)
    never = {slip.worker_id, slip.by.worker_id, asker.pk if asker else None}
    return {worker: said for worker, said in keepers.items() if worker not in never}


def _line(viewer: Viewer, slip: Slip, first: Mapping[UUID, Worker], keepers: Mapping[UUID, str]) -> Unrecognised:
    able, asker = _able(slip, first, keepers), first.get(slip.worker_id)
    return Unrecognised(
        worker=slip.worker_id,
        name=slip.worker.name,
        login=slip.worker.user.username if slip.worker.user else "",
        begun_at=slip.use.made_at,
        asked_by=asker.name if asker else "",
        showed_by=slip.by.worker.name,
        able=tuple(able.values()),
        may=viewer.keeps_house and viewer.worker in able,
    )
