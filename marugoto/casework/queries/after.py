"""Look at what came after the end: how it ended, who looks after the household, when somebody looks in."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import CaseEnd, LookInResult
from marugoto.casework.models import CaseClosing, LookIn
from marugoto.custody.models import Ball
from marugoto.custody.queries.now import say_team
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class LookedAt:
    day: date
    result: LookInResult
    words: str
    writer: str


@dataclass(frozen=True)
class After:
    """How a case ended and what was found since. `due`: when somebody looks in next; None when nobody need."""

    ended_on: date
    end: CaseEnd
    next_team: str
    why_none: str
    words: str
    due: date | None
    looks: tuple[LookedAt, ...]


@looking
def of_case(viewer: Viewer, case: UUID) -> After | None:
    """None while the support runs: two queries."""
    standing = CaseClosing.objects.open_to(viewer).filter(case=case, resumed=None)
    due = Ball.objects.within(viewer.body).filter(pk=OuterRef("case__ball")).values("look_on")[:1]
    row = standing.annotate(due=Subquery(due)).select_related("next_team__agency").order_by("-made_at").first()
    if row is None:
        return None
    return _after(viewer, row, row.due, _looks(viewer, [row.pk]))


@looking
def before(viewer: Viewer, case: UUID) -> list[After]:
    """The ends after which support went on, the latest first, with what was found then and why it went on: two queries."""
    ended = CaseClosing.objects.open_to(viewer).filter(case=case).exclude(resumed=None)
    rows = list(ended.select_related("next_team__agency").order_by("-made_at"))
    looks = _looks(viewer, [row.pk for row in rows])
    return [_after(viewer, row, None, looks) for row in rows]


def _looks(viewer: Viewer, closings: list[UUID]) -> list[Any]:
    writers = Duty.objects.everywhere("the writer of a row the viewer sees").filter(pk=OuterRef("by"))
    rows = LookIn.objects.open_to(viewer).filter(closing__in=closings)
    return list(rows.annotate(writer=writers.values("worker__name")[:1]).order_by("-made_at"))


def _after(viewer: Viewer, row: Any, due: date | None, looks: list[Any]) -> After:
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return After(
        ended_on=local_day(row.made_at),
        end=CaseEnd(row.end),
        next_team=_team(row),
        why_none=row.why_none,
        words=row.words,
        due=due,
        looks=tuple(
            LookedAt(local_day(one.made_at), LookInResult(one.result), one.words, one.writer or "")
            for one in looks
            if one.closing_id == row.pk
        ),
    )


def _team(row: Any) -> str:
    return say_team(row.next_team) if row.next_team else ""
