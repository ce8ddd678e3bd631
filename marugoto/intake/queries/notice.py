"""Look at notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.face import BallFace
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.intake.models import (
    Consultation,
    Notice,
    NoticeInformant,
    NoticeReply,
    NoticeTie,
    ReleasedAnswer,
)
from marugoto.intake.rules.notice import looks_alike
from marugoto.people.rules.name import names_in

PAGE, MOST, FEW = 50, 400, 5
ALIKE_FOR = timedelta(days=550)


@dataclass(frozen=True)
class NoticePage:
    """A notice as the viewer may see it; the informant only where his own folder is open."""

    notice: Notice
    reply: NoticeReply | None
    informant: NoticeInformant | None
    consultation: UUID | None
    tied: tuple[Notice, ...] = ()
    alike: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class NoticeLine:
    """One notice of a list, with the face of its ball; `tied`: how many others are about the same household."""

    notice: Notice
    face: BallFace
    tied: int
    firm: str


@dataclass(frozen=True)
class NoticeList:
    rows: tuple[NoticeLine, ...]
    count: int
    page: int


@looking
def get(viewer: Viewer, notice: UUID) -> NoticePage | None:
    row = Notice.objects.open_to(viewer).select_related("ball").filter(pk=notice).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    informant = NoticeInformant.objects.open_to(viewer).filter(notice=row).first()
    if informant is not None:
        viewer.sight.shows(informant.folder_id, Part.INFORMANT)
    taken_up = Consultation.objects.open_to(viewer).filter(notice=row).values_list("pk", flat=True).first()
    reply = NoticeReply.objects.open_to(viewer).filter(notice=row).first()
    tied = _tied(viewer, row)
    return NoticePage(row, reply, informant, taken_up, tied, () if tied else _alike(viewer, row))


@looking
def recent(
    viewer: Viewer, *, page: int = 1, running: bool | None = None, source: str = "", ours: bool = False
) -> NoticeList:
    """Newest first, fifty a page; the running ones by their day."""
    rows = Notice.objects.open_to(viewer, first=True)
    if running is not None:
        rows = rows.filter(ball__settlement__isnull=running)
    rows = rows.filter(source=source) if source else rows
    rows = rows.filter(ball__holder=viewer.team) if ours else rows
    count, first = rows.count(), (max(page, 1) - 1) * PAGE
    order = ("ball__due_on", "-made_at", "pk") if running else ("-made_at", "pk")
    shown = list(rows.select_related("agreement").order_by(*order)[first : first + PAGE])
    roots = _roots(viewer, [row.pk for row in shown])
    balls = faces(viewer, [row.pk for row in shown], companions=False)
    for row in shown:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    lines = (
        NoticeLine(row, balls[row.pk], roots.get(row.pk, 0), row.agreement.firm if row.agreement else "")
        for row in shown
    )
    return NoticeList(tuple(lines), count, max(page, 1))


def names_about(viewer: Viewer, notice: Notice, words: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Names that stand in words meant for whoever noticed: of the person a consultation joined it to, and such as are `known`
    otherwise. What the noticer said himself he may hear again."""
    joined = Consultation.objects.open_to(viewer).filter(notice=notice).select_related("person").first()
    names = [joined.person.name, joined.caller] if joined and joined.person else [joined.caller] if joined else []
    names += known
    said = set(names_in(notice.who_words, names)) if notice.who_words else set()
    return tuple(one for one in names_in(words, [name for name in names if name]) if one not in said)


def _roots(viewer: Viewer, notices: list[UUID]) -> dict[UUID, int]:
    """Of each of these, how many others are tied with it: one query."""
    ties = NoticeTie.objects.open_to(viewer)
    mine = ties.filter(notice__in=notices).values("first")
    rows = ties.filter(Q(first__in=notices) | Q(first__in=mine)).values_list("notice_id", "first_id")
    groups: dict[UUID, set[UUID]] = {}
    for notice, root in rows:
        groups.setdefault(root, {root}).add(notice)
    return {one: len(group) - 1 for group in groups.values() for one in group}


def _tied(viewer: Viewer, notice: Notice) -> tuple[Notice, ...]:
    ties = NoticeTie.objects.open_to(viewer)
    root = ties.filter(notice=notice).values_list("first_id", flat=True).first() or notice.pk
    among = ties.filter(first=root).values("notice")
    rows = Notice.objects.open_to(viewer).filter(Q(pk=root) | Q(pk__in=among)).exclude(pk=notice.pk)
    return tuple(_shown(viewer, rows.select_related("ball").order_by("-made_at", "pk")))


def _alike(viewer: Viewer, notice: Notice) -> tuple[Notice, ...]:
    """Of the last year and a half; proposed, never joined by themselves."""
    if not (notice.where or notice.who_words):
        return ()
    rows = Notice.objects.open_to(viewer).filter(made_at__gte=viewer.at - ALIKE_FOR).exclude(pk=notice.pk)
    about = (notice.where, notice.who_words)
    found = [row for row in rows.order_by("-made_at", "pk")[:MOST] if looks_alike(about, (row.where, row.who_words))]
    return tuple(_shown(viewer, found[:FEW]))


def _shown(viewer: Viewer, rows: Iterable[Notice]) -> list[Notice]:
    found = list(rows)
    for row in found:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return found


@looking
def released(viewer: Viewer, notices: set[UUID]) -> dict[UUID, str]:
    """What may be told back of answered notices, by their id; nothing of what they said."""
    rows = ReleasedAnswer.objects.within(viewer.body).filter(notice_ref__in=notices)
    return {row.notice_ref: row.told_back for row in rows}
