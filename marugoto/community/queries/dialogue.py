"""Read dialogues: who was heard, what was said, and by district what became of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Dialogue
from marugoto.community.queries.place_rows import told_of
from marugoto.ground.transaction import looking

PAGE = 30
MOST = 500


@dataclass(frozen=True)
class Heard:
    """What of the log is asked for; what is empty sieves nothing."""

    partner: str = ""
    theme: str = ""
    district: str = ""
    text: str = ""
    by: UUID | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Log:
    rows: tuple[Any, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@looking
def log(viewer: Viewer, heard: Heard = Heard(), *, page: int = 1) -> Log:
    rows = _told(viewer, heard)
    count = rows.count()
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    return Log(tuple(rows[(page - 1) * PAGE : page * PAGE]), count, page)


@looking
def all_heard(viewer: Viewer, heard: Heard = Heard(), *, most: int = MOST) -> list[Any]:
    """For a paper, or by district: the newest five hundred, or as many as are wanted. One query."""
    return list(_told(viewer, heard)[:most])


@looking
def get(viewer: Viewer, dialogue: UUID) -> Any | None:
    return _told(viewer, Heard()).filter(pk=dialogue).first()


def _told(viewer: Viewer, heard: Heard) -> QuerySet[Any]:
    seen = told_of(viewer)
    equal = {"partner": heard.partner, "theme": heard.theme, "district__code": heard.district, "by": heard.by}
    rows = Dialogue.objects.within(viewer.body).filter(seen, **{name: one for name, one in equal.items() if one})
    if heard.since:
        rows = rows.filter(day__gte=heard.since)
    if heard.until:
        rows = rows.filter(day__lt=heard.until)
    for word in heard.text.split()[:5]:
        rows = rows.filter(Q(said__icontains=word) | Q(asked__icontains=word) | Q(partner_name__icontains=word))
    told = rows.select_related("district", "place", "unmet").annotate(writer=worker_name("by"))
    return told.order_by("-day", "-made_at", "pk")
