"""Look at the papers of an item: the newest, those of the table before, and the copies on paper."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.models import AgendaItem, CopyReturn, Papers, PapersCopy, SeatPledge
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class CopyLine:
    copy: UUID
    number: int
    duty: UUID
    name: str
    team: str
    returned: bool


@dataclass(frozen=True)
class PapersPage:
    made_at: datetime
    on_paper: bool
    copies: tuple[CopyLine, ...]


@dataclass(frozen=True)
class Before:
    """The pictures of the table before: its name, its day, and what was drawn then."""

    meeting: str
    day: datetime
    family: str
    around: str


@looking
def readable(viewer: Viewer, item: UUID) -> AgendaItem | None:
    """The item, where the viewer's team hosts it or the viewer sits at it and promised, and its folder is open: three queries."""
    row = AgendaItem.objects.within(viewer.body).select_related("conference").filter(pk=item).first()
    if row is None:
        return None
    folder = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), pk=row.folder)
    promised = SeatPledge.objects.within(viewer.body).filter(seat__item=row, seat__duty=viewer.duty)
    if not folder.exists() or (row.conference.host_id != viewer.team and not promised.exists()):
        return None
    viewer.sight.shows(row.folder, Part.SUPPORT)
    return row


@looking
def newest(viewer: Viewer, item: UUID) -> PapersPage | None:
    """Of an item that is open to the viewer: two queries."""
    row = Papers.objects.open_to(viewer).filter(item=item).order_by("-made_at").first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    copies = list(
        PapersCopy.objects.within(viewer.body)
        .filter(papers=row)
        .select_related("seat__duty__worker", "seat__duty__team")
        .annotate(back=Exists(CopyReturn.objects.within(viewer.body).filter(copy=OuterRef("pk"))))
        .order_by("number")
    )
    lines = tuple(
        CopyLine(
            one.pk,
            one.number,
            one.seat.duty_id,
            one.seat.duty.worker.name,
            one.seat.duty.team.name,
            one.back,
        )
        for one in copies
    )
    return PapersPage(row.made_at, row.on_paper, lines)


@looking
def before(viewer: Viewer, item: AgendaItem) -> Before | None:
    """Of the same household at an earlier table whose item is open to the viewer too. It was drawn with the host's eyes: whoever sits
    is shown it only while everything from which it was drawn is open to him as well, and on consent not at all."""
    if item.basis == BasisCode.CONSENT and item.conference.host_id != viewer.team:
        return None
    earlier = AgendaItem.objects.within(viewer.body).filter(
        case=item.case, conference__begins_at__lt=item.conference.begins_at
    )
    rows = Papers.objects.open_to(viewer).filter(item__in=earlier).exclude(item=item)
    if item.conference.host_id != viewer.team:
        rows = rows.exclude(item__basis=BasisCode.CONSENT)
    row = rows.select_related("item__conference").order_by("-item__conference__begins_at", "-made_at").first()
    if row is None or (item.conference.host_id != viewer.team and not _all_open(viewer, row)):
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return Before(row.item.conference.name, row.item.conference.begins_at, row.family, row.around)


def _all_open(viewer: Viewer, row: Papers) -> bool:
    """Of pictures from before that was kept nobody knows from what they were drawn: those stay with the host."""
    wanted = set(row.drawn_from)
    folders = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), pk__in=wanted)
    return bool(wanted) and folders.count() == len(wanted)


@looking
def copy(viewer: Viewer, copy: UUID) -> PapersCopy | None:
    rows = PapersCopy.objects.within(viewer.body).select_related("seat__item__conference")
    return rows.filter(pk=copy).first()
