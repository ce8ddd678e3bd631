"""Beside the ball: who moves along, and what was learnt when the control tower gave a ball back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import worker_name
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import LearntCode, MatterKind, Stance, TouchKind
from marugoto.custody.models import Learnt, Lesson, Rescue, Touch
from marugoto.custody.queries.face import TeamName, team_name, unsaid_of
from marugoto.custody.queries.now import say_name
from marugoto.custody.rules.care import days_together
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day

MOST, LATEST = 100, 10
READ = 200  # steps of one ball


@dataclass(frozen=True)
class LearntLine:
    """What the holder can do itself the next time; of the matter no more than its theme."""

    at: datetime
    theme: str
    matter_kind: MatterKind
    holder: TeamName
    code: LearntCode
    words: str


@dataclass(frozen=True)
class TouchLine:
    """A step that was recorded. `together`: on that day holder and companion each recorded one of their own."""

    day: date
    team: str
    by_name: str
    kind: TouchKind
    stance: Stance
    together: bool


@looking_from_the_tower
def touches(viewer: Viewer, ball: UUID) -> list[TouchLine]:
    """The latest first; who did what kind of thing, without a word about anybody: one query."""
    return steps_of(list(latest_touches(viewer, ball).values_list(*STEP, named=True)))


STEP = ("done_at", "of_team", "team_called", "agency_called", "done_by", "what", "standing")  # as a step is read


def latest_touches(viewer: Viewer, ball: UUID) -> QuerySet[Any]:
    """With all of a day on which much was done, so that it is read whole."""
    latest = Touch.objects.within(viewer.body).filter(ball=ball).order_by("-at", "pk")[:READ]
    teams = Team.objects.everywhere("the name on a step of a ball the viewer sees").filter(pk=OuterRef("team"))
    return (
        Touch.objects.within(viewer.body)
        .filter(pk__in=latest.values("pk"))
        .annotate(
            done_at=F("at"),
            of_team=F("team"),
            team_called=Subquery(teams.values("name")[:1]),
            agency_called=Subquery(teams.values("agency__short")[:1]),
            done_by=worker_name("by"),
            what=F("kind"),
            standing=F("stance"),
        )
    )


def steps_of(rows: list[Any]) -> list[TouchLine]:
    """Of rows read by the names of `STEP`; the latest first."""
    shared = days_together((local_day(row.done_at), row.of_team, Stance(row.standing)) for row in rows)
    return [
        TouchLine(
            day=local_day(row.done_at),
            team=say_name(row.team_called or "", row.agency_called or ""),
            by_name=row.done_by or "",
            kind=TouchKind(row.what),
            stance=Stance(row.standing),
            together=local_day(row.done_at) in shared,
        )
        for row in sorted(rows, key=lambda row: row.done_at, reverse=True)[:LATEST]
    ]


@dataclass(frozen=True)
class LessonLine:
    """What an agency can do itself the next time."""

    agency: UUID
    agency_name: str
    day: date
    theme: str
    matter_kind: MatterKind
    code: LearntCode
    words: str


@looking_from_the_tower
def lessons(viewer: Viewer, *, theme: str = "", most: int = MOST, worded: bool = False) -> list[LessonLine]:
    """Of every agency of the body, the latest first: one query. Nobody stands in them. `worded`: only such with words."""
    rows = Lesson.objects.within(viewer.body).select_related("agency").order_by("-made_at", "pk")
    rows = rows.filter(theme=theme) if theme else rows
    rows = rows.exclude(words="") if worded else rows
    return [
        LessonLine(
            agency=row.agency_id,
            agency_name=row.agency.name,
            day=local_day(row.made_at),
            theme=row.theme,
            matter_kind=MatterKind(row.matter_kind),
            code=LearntCode(row.code),
            words=row.words,
        )
        for row in rows[:most]
    ]


@looking_from_the_tower
def unsaid(viewer: Viewer, ball: UUID) -> Rescue | None:
    """The latest acting for the holder that ended by its day without a word of what was learnt."""
    return unsaid_of(viewer.body).filter(ball=ball).select_related("ended").order_by("-since").first()


@looking
def learnt(viewer: Viewer, *, theme: str = "", most: int = MOST) -> list[LearntLine]:
    """What the viewer's team learnt, and what it saw others learn while it acted for them; the latest first."""
    rows = Learnt.objects.open_to(viewer).select_related("rescue__ball__holder__agency")
    if theme:
        rows = rows.filter(rescue__ball__theme=theme)
    found = list(rows.order_by("-made_at", "pk")[:most])
    for row in found:
        viewer.sight.shows(row.folder_id, WORDS_PART)
    return [
        LearntLine(
            at=row.made_at,
            theme=row.rescue.ball.theme,
            matter_kind=MatterKind(row.rescue.ball.matter_kind),
            holder=team_name(row.rescue.ball.holder),
            code=LearntCode(row.code),
            words=row.words,
        )
        for row in found
    ]
