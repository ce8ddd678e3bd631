"""Look at what the prefecture provides: by its municipalities, and by itself with how often it was taken up."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import UptakeKind
from marugoto.community.models import Provision, ProvisionUptake
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

Provided = Provision  # as it is read; doors take the word from here


@dataclass(frozen=True)
class Uptakes:
    """Which municipalities use it, by name in the order of their codes; how often it was used for somebody, by nobody's name."""

    towns: tuple[str, ...] = ()
    uses: int = 0


@dataclass(frozen=True)
class Line:
    """`taken`: the viewer's municipality has said that it uses it."""

    provision: Provision
    taken: bool


@looking
def provided(viewer: Viewer, *, lack: str = "") -> list[Line]:
    """What the viewer's prefecture provides now or soon: one query; nothing where its prefecture is not here. `lack`: only what
    answers that."""
    today = local_day(viewer.at)
    rows = Provision.objects.everywhere("of the prefecture the municipality lies in").filter(
        Q(until=None) | Q(until__gt=today), body=Subquery(_prefecture(viewer)), ended=None
    )
    rows = rows.annotate(taken=Exists(taken_by_town(viewer, OuterRef("pk"))))
    rows = rows.filter(lack=lack) if lack else rows
    return [Line(row, row.taken) for row in rows.order_by("lack", "name")]


@looking
def own_provisions(viewer: Viewer) -> list[Provision]:
    """Of the viewer's own prefecture, those that are over last."""
    rows = Provision.objects.within(viewer.body).select_related("ended")
    return sorted(rows.order_by("lack", "name"), key=lambda row: row.ended_id is not None)


@looking
def get(viewer: Viewer, provision: UUID) -> Provision | None:
    return Provision.objects.within(viewer.body).select_related("ended").filter(pk=provision).first()


@looking
def uptakes(viewer: Viewer) -> Mapping[UUID, Uptakes]:
    """Of each provision of the viewer's own prefecture: two queries."""
    names = dict(Body.objects.filter(prefecture=viewer.body).order_by("code").values_list("code", "name"))
    rows = ProvisionUptake.objects.everywhere("told to the prefecture that provides it").filter(
        provision__body=viewer.body
    )
    towns: defaultdict[UUID, set[str]] = defaultdict(set)
    uses: Counter[UUID] = Counter()
    for provision, body, kind, until in rows.values_list("provision_id", "body", "kind", "until"):
        if kind == UptakeKind.SOMEBODY:
            uses[provision] += 1
        elif until is None:
            towns[provision].add(body)
    known = {*towns, *uses}
    return {one: Uptakes(tuple(name for code, name in names.items() if code in towns[one]), uses[one]) for one in known}


def taken_by_town(viewer: Viewer, provision: UUID | OuterRef) -> QuerySet[ProvisionUptake]:
    """That the viewer's municipality uses it: one row at most."""
    return ProvisionUptake.objects.within(viewer.body).filter(provision=provision, kind=UptakeKind.TOWN, until=None)


def prefecture_code(viewer: Viewer) -> str | None:
    """Within an action: of the body the viewer's lies in."""
    return _prefecture(viewer).first()


def _prefecture(viewer: Viewer) -> QuerySet[Body, str | None]:
    return Body.objects.filter(pk=viewer.body).values_list("prefecture_id", flat=True)
