"""Look at what is missing: the needs without a name, open ones by their balls, ended ones with what was found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Lack, UnmetSaid
from marugoto.community.models import (
    UnmetJoining,
    UnmetNeed,
    UnmetNeedEnding,
    UnmetReply,
    UnmetStep,
    UnmetWait,
)
from marugoto.community.queries.place import tiers_of
from marugoto.community.rules.unmet_need import Task, Waiting
from marugoto.custody.codes import MatterKind
from marugoto.custody.models import Ball
from marugoto.ground.transaction import looking

Unmet = UnmetNeed  # as it is read; doors take the word from here


@dataclass(frozen=True)
class Missing:
    """One unmet need; `ending` is empty while it is open, its place with it when one was found. `into`: it goes on as that one."""

    need: UnmetNeed
    ending: UnmetNeedEnding | None = None
    into: UUID | None = None
    steps: tuple[UnmetStep, ...] = ()

    @property
    def next_on(self) -> date | None:
        return self.steps[-1].next_on if self.steps else None


@dataclass(frozen=True)
class InList:
    """An open task; `next_on` is empty only for what was filed before there were such days."""

    need: UnmetNeed
    next_on: date | None
    behind: Waiting


@dataclass(frozen=True)
class Came:
    """A place has come for which a need of the viewer's team waited; `ending.place` may be shown only where the tier allows."""

    wait: UUID
    need: UnmetNeed
    ball: UUID
    ending: UnmetNeedEnding


@dataclass(frozen=True)
class StillWaiting:
    """A need that waits, by its ball alone. `come`: the places with which it was answered."""

    ball: UUID
    holder: UUID
    in_charge: UUID
    come: frozenset[UUID]


@looking
def get(viewer: Viewer, need: UUID) -> Missing | None:
    row = UnmetNeed.objects.within(viewer.body).filter(pk=need).first()
    if row is None:
        return None
    ending = UnmetNeedEnding.objects.within(viewer.body).select_related("place").filter(unmet=row).first()
    if ending is not None and ending.place is not None and ending.place.tier not in tiers_of(viewer):
        ending.place = None  # that one was found is told, which one is not
    joining = UnmetJoining.objects.within(viewer.body).filter(unmet=row).first()
    steps = UnmetStep.objects.within(viewer.body).filter(unmet=row).order_by("number")
    return Missing(row, ending, joining.into_id if joining else None, tuple(steps))


@looking
def answered(viewer: Viewer, most: int = 20) -> list[Missing]:
    """The latest answers first."""
    seen = Q(place=None) | Q(place__tier__in=tiers_of(viewer))
    endings = UnmetNeedEnding.objects.within(viewer.body).filter(seen).select_related("unmet", "place")
    return [Missing(ending.unmet, ending) for ending in endings.order_by("-made_at")[:most]]


@looking
def in_list(viewer: Viewer, tasks: Iterable[UUID]) -> dict[UUID, InList]:
    """Open tasks as a list shows them, each with its next day and how many stand behind it: one query."""
    body, here = viewer.body, OuterRef("pk")
    joined = UnmetJoining.objects.within(body).filter(into=here)
    inside = UnmetJoining.objects.within(body).filter(into=OuterRef(here)).values("unmet_id")
    waits = UnmetWait.objects.within(body).filter(Q(unmet=here) | Q(unmet__in=inside))
    rows: QuerySet[Any] = UnmetNeed.objects.within(body).filter(pk__in=set(tasks))
    rows = rows.annotate(
        next_on=Subquery(UnmetStep.objects.within(body).filter(unmet=here).order_by("-number").values("next_on")[:1]),
        joined=Coalesce(_count(joined), 0),
        waits=Coalesce(_count(waits), 0),
    )
    return {row.pk: InList(row, row.next_on, Waiting(1 + row.joined, row.waits)) for row in rows}


@looking
def waiting_of(viewer: Viewer, tasks: Iterable[UUID]) -> dict[UUID, Waiting]:
    """How many stand behind each task and what their holders said, never who: two queries."""
    tasks = set(tasks)
    behind = dict(_led(viewer).filter(lead__in=tasks).values_list("pk", "lead"))
    waits = dict(UnmetWait.objects.within(viewer.body).filter(unmet__in=behind).values_list("pk", "unmet_id"))
    replies = UnmetReply.objects.within(viewer.body).filter(wait__in=waits).values_list("wait_id", "said")
    said: defaultdict[UUID, Counter[UnmetSaid]] = defaultdict(Counter)
    for wait, one in replies if waits else ():
        said[behind[waits[wait]]][UnmetSaid(one)] += 1
    needs, waiting = Counter(behind.values()), Counter(behind[unmet] for unmet in waits.values())
    return {task: Waiting(needs[task] or 1, waiting[task], said[task]) for task in tasks}


@looking
def open_counts(viewer: Viewer) -> Mapping[tuple[str, str], int]:
    """Of all that is not answered yet: how many needs for each pair of what is missing and district code. One query."""
    open_now = _led(viewer).filter(~Exists(_ended(viewer, "lead")))
    return Counter((row.lack, row.area) for row in open_now)


@looking
def joinable(viewer: Viewer, need: UUID, most: int = 20) -> list[UnmetNeed]:
    """Open tasks of the viewer's team with which this one could be one task."""
    rows = UnmetNeed.objects.within(viewer.body).filter(ball__holder=viewer.team, ball__settlement=None)
    return list(rows.exclude(pk=need).order_by("lack", "theme", "made_at")[:most])


@looking
def came(viewer: Viewer) -> list[Came]:
    """Places that came for needs the viewer's team holds, and to which nobody answered yet: two queries."""
    led = _led(viewer).filter(pk=OuterRef("unmet"))
    waits = (
        UnmetWait.objects.within(viewer.body)
        .filter(waiting__holder=viewer.team, waiting__settlement=None)
        .exclude(pk__in=UnmetReply.objects.within(viewer.body).values("wait_id"))
        .annotate(lead=Subquery(led.values("lead")[:1]))
        .select_related("unmet")
        .order_by("made_at", "pk")
    )
    found = list(waits.filter(Exists(_ended(viewer, "lead").exclude(place=None))))
    endings = UnmetNeedEnding.objects.within(viewer.body).select_related("place")
    by_lead = {one.unmet_id: one for one in endings.filter(unmet__in={row.lead for row in found})} if found else {}
    return [Came(row.pk, row.unmet, row.waiting_id, by_lead[row.lead]) for row in found]


@looking
def still_waiting(viewer: Viewer) -> list[StillWaiting]:
    """Needs that go on and whose holder has not taken up a place that came for them: one query."""
    taken = UnmetReply.objects.within(viewer.body).filter(said=UnmetSaid.TAKEN).values("wait_id")
    lead = _led(viewer).filter(pk=OuterRef("unmet")).values("lead")[:1]
    place = UnmetNeedEnding.objects.within(viewer.body).filter(unmet=OuterRef("lead")).values("place_id")[:1]
    waits = UnmetWait.objects.within(viewer.body).filter(waiting__settlement=None, waiting__matter_kind=MatterKind.NEED)
    rows: Any = waits.exclude(pk__in=taken).annotate(lead=Subquery(lead))
    rows = rows.annotate(came=Subquery(place, output_field=UUIDField()))
    found: dict[UUID, StillWaiting] = {}
    for row in rows.select_related("waiting").order_by("made_at", "pk"):
        ball, before = row.waiting, found.get(row.waiting_id)
        come = (before.come if before else frozenset()) | ({row.came} if row.came else set())
        found[ball.pk] = StillWaiting(ball.pk, ball.holder_id, ball.in_charge_id, come)
    return list(found.values())


def _count(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().values("body").annotate(n=Count("pk")).values("n"))


def task_of(viewer: Viewer, unmet: UUID) -> Task:
    """Within an action: raises UnmetNeed.DoesNotExist."""
    row = UnmetNeed.objects.within(viewer.body).get(pk=unmet)
    ball = Ball.objects.within(viewer.body).get(pk=row.ball_id)
    joinings = UnmetJoining.objects.within(viewer.body)
    return Task(
        unmet,
        ball.holder_id,
        open=ball.settlement_id is None,
        joined=joinings.filter(unmet=row).exists(),
        leads=joinings.filter(into=row).exists(),
    )


def waits_already(viewer: Viewer, ball: UUID, lack: Lack) -> bool:
    """Within an action: that need waits for the same, and nobody answered yet."""
    waits = UnmetWait.objects.within(viewer.body).filter(waiting=ball).values("unmet_id")
    return _led(viewer).filter(~Exists(_ended(viewer, "lead")), pk__in=waits, lack=lack).exists()


def group_of(viewer: Viewer, lead: UnmetNeed) -> list[UnmetNeed]:
    """Within an action: the task and all that went into it."""
    return list(_led(viewer).filter(lead=lead.pk).order_by("made_at", "pk"))


def ending_for(viewer: Viewer, unmet: UUID) -> UnmetNeedEnding | None:
    """Within an action: the answer to it, or to the task into which it went."""
    lead = _led(viewer).values_list("lead", flat=True).get(pk=unmet)
    return UnmetNeedEnding.objects.within(viewer.body).filter(unmet=lead).first()


def _led(viewer: Viewer) -> QuerySet[Any]:
    """Each with `lead`, the task as which it goes on: itself, where it was joined to none."""
    joined = UnmetJoining.objects.within(viewer.body).filter(unmet=OuterRef("pk")).values("into_id")[:1]
    return UnmetNeed.objects.within(viewer.body).annotate(
        lead=Coalesce(Subquery(joined), "pk", output_field=UUIDField())
    )


def _ended(viewer: Viewer, lead: str) -> QuerySet[UnmetNeedEnding]:
    return UnmetNeedEnding.objects.within(viewer.body).filter(unmet=OuterRef(lead))
