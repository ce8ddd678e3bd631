"""What became of decisions, of all conferences of the viewer's team; what was found missing; and when it goes on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Followed
from marugoto.conferences.models import AgendaItem, Decision, FollowUp, ItemGap, NextConference
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

PAGE = 50


@dataclass(frozen=True)
class FollowLine:
    """What was said last."""

    result: Followed
    day: date
    words: str


@dataclass(frozen=True)
class DecidedLine:
    decision: UUID
    conference: UUID
    meeting: str
    words: str
    team: str
    taker: str
    due: date
    result: Followed | None
    late: bool
    need: UUID  # whose ball moved by it


@dataclass(frozen=True)
class DecidedList:
    rows: tuple[DecidedLine, ...]
    count: int
    late: int
    page: int


@looking
def followed(viewer: Viewer, decisions: Collection[UUID]) -> dict[UUID, FollowLine]:
    """By decision what was said of it last: one query."""
    rows = FollowUp.objects.open_to(viewer).filter(decision__in=decisions).order_by("made_at") if decisions else []
    return {row.decision_id: FollowLine(Followed(row.result), row.day, row.words) for row in rows}


@looking
def decided(viewer: Viewer, *, page: int = 1, waiting: bool = True) -> DecidedList:
    """Decisions of conferences that the viewer's team called: those not done yet, the earliest date first; or the done ones."""
    rows = _decided(viewer, waiting)
    today, first = local_day(viewer.at), (max(page, 1) - 1) * PAGE
    shown = rows.select_related("item__conference", "team", "taken_by__worker")
    shown = shown.order_by("due" if waiting else "-due", "pk")[first : first + PAGE]
    lines = []
    for row in shown:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        lines.append(_line(row, today))
    late = rows.filter(due__lt=today).count() if waiting else 0
    return DecidedList(tuple(lines), rows.count(), late, max(page, 1))


@looking
def one(viewer: Viewer, decision: UUID) -> DecidedLine | None:
    """None where the item's folder is not open to the viewer."""
    said = FollowUp.objects.open_to(viewer).filter(decision=OuterRef("pk")).order_by("-made_at")
    rows = Decision.objects.open_to(viewer).annotate(result=Subquery(said.values("result")[:1])).filter(pk=decision)
    row = rows.select_related("item__conference", "team", "taken_by__worker").first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return _line(row, local_day(viewer.at))


@looking
def gaps(viewer: Viewer, items: Collection[UUID]) -> dict[UUID, list[str]]:
    """By item the themes of what was found missing."""
    found: dict[UUID, list[str]] = {}
    rows = ItemGap.objects.within(viewer.body).filter(item__in=items).order_by("made_at")
    for item, theme in rows.values_list("item_id", "unmet__theme") if items else ():
        found.setdefault(item, []).append(theme)
    return found


@looking
def following(viewer: Viewer, conference: UUID) -> NextConference | None:
    rows = NextConference.objects.within(viewer.body).select_related("following")
    return rows.filter(conference=conference).first()


def _decided(viewer: Viewer, waiting: bool) -> QuerySet[Decision]:
    """A decision of a folder that is shut to the viewer is not there."""
    said = FollowUp.objects.open_to(viewer).filter(decision=OuterRef("pk")).order_by("-made_at")
    hosted = AgendaItem.objects.within(viewer.body).filter(conference__host=viewer.team)
    rows = Decision.objects.open_to(viewer).filter(item__in=hosted).annotate(result=Subquery(said.values("result")[:1]))
    if waiting:
        return rows.filter(Q(result=None) | Q(result=Followed.PARTLY))
    return rows.filter(result__in=(Followed.DONE, Followed.NOT_POSSIBLE))


def _line(row: Decision, today: date) -> DecidedLine:
    result = row.result
    return DecidedLine(
        decision=row.pk,
        conference=row.item.conference_id,
        meeting=row.item.conference.name,
        words=row.words,
        team=row.team.name,
        taker=row.taken_by.worker.name,
        due=row.due,
        result=Followed(result) if result else None,
        late=row.due < today and result not in {Followed.DONE, Followed.NOT_POSSIBLE},
        need=row.need,
    )
