"""Look at who is watched over: whose round is due, what was missed, and one with its rounds."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.face import BallFace
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import LookResult
from marugoto.participation.models import Watch, WatchEnding, WatchLook
from marugoto.participation.queries.approach import Whose
from marugoto.participation.rules.watch import late_by
from marugoto.people.models import Person

PAGE = 100


@dataclass(frozen=True)
class WatchLine:
    """`late`: by how many days the round is missed today."""

    watch: Watch
    face: BallFace
    firm: str
    last: date | None
    result: LookResult | None
    late: int


@dataclass(frozen=True)
class WatchList:
    rows: tuple[WatchLine, ...]
    count: int
    missed: int
    page: int


@dataclass(frozen=True)
class WatchPage:
    watch: Watch
    looks: tuple[WatchLook, ...]
    ending: WatchEnding | None
    late: int
    case: Case | None
    person: Person | None


@looking
def recent(viewer: Viewer, *, whose: Whose = Whose.TEAM, running: bool = True, page: int = 1) -> WatchList:
    """Those of the earliest day first; a hundred a page."""
    today = local_day(viewer.at)
    rows = Watch.objects.open_to(viewer, first=True).filter(ball__settlement__isnull=running)
    if whose is Whose.MINE:
        rows = rows.filter(ball__in_charge=viewer.duty)
    elif whose is Whose.TEAM:
        rows = rows.filter(ball__holder=viewer.team)
    count, first = rows.count(), (max(page, 1) - 1) * PAGE
    missed = rows.filter(ball__due_on__lt=today).count() if running else 0
    last = WatchLook.objects.open_to(viewer).filter(watch=OuterRef("pk")).order_by("-day", "-made_at")
    shown = list(
        rows.select_related("agreement", "ball")
        .annotate(last=Subquery(last.values("day")[:1]), said=Subquery(last.values("result")[:1]))
        .order_by("ball__due_on", "made_at", "pk")[first : first + PAGE]
    )
    balls = faces(viewer, [row.pk for row in shown], companions=False)
    for row in shown:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    lines = (
        WatchLine(
            row,
            balls[row.pk],
            row.agreement.firm if row.agreement else "",
            row.last,
            LookResult(row.said) if row.said else None,
            late_by(row.ball.due_on, today) if running else 0,
        )
        for row in shown
    )
    return WatchList(tuple(lines), count, missed, max(page, 1))


@looking
def get(viewer: Viewer, watch: UUID) -> WatchPage | None:
    rows = Watch.objects.open_to(viewer).select_related("ball", "agreement")
    row = rows.filter(pk=watch).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    looks = WatchLook.objects.open_to(viewer).filter(watch=row).select_related("by__worker")
    ending = WatchEnding.objects.open_to(viewer).filter(watch=row).first()
    late = 0 if ending else late_by(row.ball.due_on, local_day(viewer.at))
    case = (
        Case.objects.open_to(viewer).select_related("household").filter(pk=row.case_id).first() if row.case_id else None
    )
    person = Person.objects.open_to(viewer).filter(pk=row.person_id).first() if row.person_id else None
    return WatchPage(row, tuple(looks.order_by("-day", "-made_at")), ending, late, case, person)
