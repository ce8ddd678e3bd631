"""Which accounts have a second key, and from whom one was taken away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from marugoto.agencies.models import KeyRemoval, Worker
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking

MOST = 20


@dataclass(frozen=True)
class RemovalLine:
    name: str
    at: datetime
    by: str
    reason: str


@looking
def with_keys(viewer: Viewer) -> list[tuple[UUID, str]]:
    """Workers of this body whose account has one, by reading; without the viewer."""
    found = Worker.objects.within(viewer.body).filter(user__in=Authenticator.objects.values("user"))
    return list(found.exclude(pk=viewer.worker).order_by("kana").values_list("pk", "name"))


@looking
def removals(viewer: Viewer) -> list[RemovalLine]:
    """The latest first."""
    rows = KeyRemoval.objects.within(viewer.body).select_related("worker", "by__worker").order_by("-made_at")[:MOST]
    return [RemovalLine(row.worker.name, row.made_at, row.by.worker.name, row.reason) for row in rows]


def removed_since(account: int, since: datetime | None) -> RemovalLine | None:
    """Asked at the door: what its owner has not heard yet."""
    rows = KeyRemoval.objects.everywhere("the account decides, not the body").filter(worker__user=account)
    if since is not None:
        rows = rows.filter(made_at__gt=since)
    row = rows.select_related("worker", "by__worker").order_by("-made_at").first()
    return RemovalLine(row.worker.name, row.made_at, row.by.worker.name, row.reason) if row else None
