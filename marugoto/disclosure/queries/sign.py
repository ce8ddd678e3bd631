"""Signs for the privacy officer; and, for a worker who was asked, what was asked of him."""

import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import LookSign, SignReply, SignReview, WatchedDay
from marugoto.disclosure.rules.watch import Sign, Verdict
from marugoto.ground.transaction import looking

PAGE = 10  # as many as somebody reads in earnest; the next page has the next
QUIET_SECONDS = 60
_quiet: dict[str, float] = {}  # by body since when nobody is asked anything; only silence is remembered


@dataclass(frozen=True)
class ReviewLine:
    review: UUID
    verdict: Verdict
    words: str
    by_name: str
    at: datetime
    reply: str


@dataclass(frozen=True)
class SignLine:
    sign: UUID
    worker: UUID
    name: str
    hat: str
    team: str
    at: datetime
    looks: int
    subject: UUID | None
    signs: tuple[Sign, ...]
    reviews: tuple[ReviewLine, ...]
    own: bool

    @property
    def open(self) -> bool:
        """Nobody has said anything yet, or who was asked has not answered."""
        return not self.reviews or (self.reviews[0].verdict is Verdict.ASKED)


@dataclass(frozen=True)
class SignList:
    rows: tuple[SignLine, ...]
    count: int
    page: int
    unread: int
    watched_until: date | None


@looking
def found_signs(viewer: Viewer, *, page: int = 1) -> SignList:
    """Those nobody has looked at first, then the latest. The door writes this look down too."""
    rows = LookSign.objects.within(viewer.body)
    reviewed = SignReview.objects.within(viewer.body).filter(sign=OuterRef("pk"))
    unread = rows.filter(~Exists(reviewed)).count()
    count, first = rows.count(), (max(page, 1) - 1) * PAGE
    shown = _with_all(viewer, rows.annotate(read=Exists(reviewed))).order_by("read", "-at", "pk")[first : first + PAGE]
    last = WatchedDay.objects.within(viewer.body).order_by("-day").values_list("day", flat=True).first()
    viewer.sight.searched = viewer.sight.searched or "signs"
    return SignList(tuple(_line(viewer, row) for row in shown), count, max(page, 1), unread, last)


@looking
def asked_of(viewer: Viewer) -> list[SignLine]:
    """What the worker was asked, and has not answered yet. Silence in the whole body is remembered for a minute."""
    if time.monotonic() - _quiet.get(viewer.body, -QUIET_SECONDS) < QUIET_SECONDS:
        return []
    waiting = SignReview.objects.within(viewer.body).filter(verdict=Verdict.ASKED, reply=None)
    own = waiting.filter(sign=OuterRef("pk"))
    rows = LookSign.objects.within(viewer.body).filter(Exists(own), worker=viewer.worker)
    found = [_line(viewer, row) for row in _with_all(viewer, rows).order_by("-at", "pk")]
    if not found and not waiting.exists():
        _quiet[viewer.body] = time.monotonic()
    return found


def forget(body: str) -> None:
    """Somebody was asked. Now for whoever did it, and once more when it is written: another may have looked meanwhile."""
    _quiet.pop(body, None)
    transaction.on_commit(lambda: _quiet.pop(body, None))


def _with_all(viewer: Viewer, rows: Any) -> Any:
    reviews = SignReview.objects.within(viewer.body).select_related("by__worker", "reply").order_by("-made_at", "pk")
    return rows.select_related("worker", "duty__team").prefetch_related(Prefetch("reviews", reviews))


def _line(viewer: Viewer, row: LookSign) -> SignLine:
    return SignLine(
        sign=row.pk,
        worker=row.worker_id,
        name=row.worker.name,
        hat=row.duty.name,
        team=row.duty.team.name,
        at=row.at,
        looks=row.looks,
        subject=row.subject,
        signs=tuple(Sign(one) for one in row.signs.split(",")),
        reviews=tuple(_review(one) for one in row.reviews.all()),
        own=row.worker_id == viewer.worker,
    )


def _review(row: SignReview) -> ReviewLine:
    said: SignReply | None = getattr(row, "reply", None)
    return ReviewLine(
        row.pk, Verdict(row.verdict), row.words, row.by.worker.name, row.made_at, said.words if said else ""
    )
