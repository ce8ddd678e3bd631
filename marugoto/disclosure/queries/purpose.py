"""Look at requests to tell for another purpose: what waits for a decision, one's own, and the journal of all decisions."""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import called, duties_at_the_table, own_organ
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part, PurposeItem, PurposeState
from marugoto.disclosure.models import PurposeRequest, PurposeSubject, Reliance
from marugoto.disclosure.rules.purpose import DECIDERS, Course, standing
from marugoto.ground.models import ScopedQuerySet
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref

PAGE = 50
SHOWN_FOR = timedelta(days=14)  # an answer stands on the first page of whoever asked, until it is used
QUIET_SECONDS = 60
_quiet: dict[tuple[str, UUID], float] = {}  # since when nothing waits under that hat; only silence is remembered
JOURNAL = (*DECIDERS, Role.PRIVACY)


@dataclass(frozen=True)
class PurposeLine:
    """One request with whatever became of it. Nobody's name stands here but those of workers."""

    request: UUID
    worker: UUID
    name: str
    team: UUID
    team_name: str
    phone: str
    receiver: UUID
    receiver_name: str
    item: PurposeItem
    parts: tuple[Part, ...]
    reason: str
    asked_at: datetime
    until: date
    state: PurposeState
    subjects: tuple[Ref, ...]
    draft: dict[str, Any]
    decided_by: str
    decided_hat: str
    decided_at: datetime | None
    said: str
    agreed_until: date | None
    ended_at: datetime | None
    ended_why: str
    mine: bool
    may_decide: bool


@dataclass(frozen=True)
class PurposeList:
    rows: tuple[PurposeLine, ...]
    count: int
    page: int


@looking
def get(viewer: Viewer, request: UUID) -> PurposeLine | None:
    """For the team that asked, whoever may decide, and the privacy officer."""
    row = rows_of(viewer.body).filter(pk=request).first()
    if row is None:
        return None
    line = _line(viewer, row, _own_team(viewer))
    return line if line.may_decide or line.team == viewer.team or viewer.has(Role.PRIVACY) else None


@looking
def waiting(viewer: Viewer) -> list[PurposeLine]:
    """For this worker: what he is to decide, and the answers to what he asked that he has not used yet. That nothing waits for him
    is remembered for a minute, since the first page asks every time."""
    who = (viewer.body, viewer.duty)
    if time.monotonic() - _quiet.get(who, -QUIET_SECONDS) < QUIET_SECONDS:
        return []
    open_ones = Q(decision=None, ending=None) if viewer.has(*DECIDERS) and not viewer.contracted else Q(pk__in=[])
    used = Reliance.objects.within(viewer.body).filter(decision__request=OuterRef("pk"))
    answered = Q(worker=viewer.worker, ending=None, decision__made_at__gte=viewer.at - SHOWN_FOR)
    rows = list(rows_of(viewer.body).filter(open_ones | Q(answered, ~Exists(used))).order_by("made_at", "pk"))
    own = _own_team(viewer) if rows else None
    lines = [_line(viewer, row, own) for row in rows]
    found = [one for one in lines if one.may_decide or (one.mine and one.state is not PurposeState.ASKED)]
    if not found:
        _quiet[who] = time.monotonic()
    return found


def forget(body: str) -> None:
    """Something happened to a request of the body. Now for whoever did it, and once more when it is written: another may have looked
    meanwhile."""
    _ask_again(body)
    transaction.on_commit(lambda: _ask_again(body))


def _ask_again(body: str) -> None:
    for who in [who for who in _quiet if who[0] == body]:
        _quiet.pop(who, None)


@looking
def own(viewer: Viewer) -> list[PurposeLine]:
    """The latest that the viewer's team asked for."""
    team = _own_team(viewer)
    rows = rows_of(viewer.body).filter(duty__team=viewer.team).order_by("-made_at", "pk")[:PAGE]
    return [_line(viewer, row, team) for row in rows]


@looking
def journal(viewer: Viewer, *, page: int = 1) -> PurposeList:
    """All of the body, the newest first: for those who decide, and the privacy officer. The door writes this look down too."""
    if not viewer.has(*JOURNAL) or viewer.contracted:
        return PurposeList((), 0, 1)
    count, first, team = (
        PurposeRequest.objects.within(viewer.body).count(),
        (max(page, 1) - 1) * PAGE,
        _own_team(viewer),
    )
    shown = rows_of(viewer.body).order_by("-made_at", "pk")[first : first + PAGE]
    viewer.sight.searched = viewer.sight.searched or "purpose changes"
    return PurposeList(tuple(_line(viewer, row, team) for row in shown), count, max(page, 1))


@looking
def deciders(viewer: Viewer, giver: UUID | None = None) -> list[str]:
    """Who else could decide on what this team (the viewer's own) gives, with name and hat; the viewer himself is not among them."""
    rows = Team.objects.everywhere("a member may belong to another body").select_related("agency")
    team = rows.get(pk=giver or viewer.team)
    found = dict[UUID, str]()
    for duty in duties_at_the_table(viewer):
        able = duty.role_set() & DECIDERS and duty.worker_id != viewer.worker
        if able and own_organ(viewer.body, team, duty.team):
            found.setdefault(duty.worker_id, f"{duty.worker.name}({duty.name})")
    return list(found.values())


def rows_of(body: str) -> ScopedQuerySet[PurposeRequest]:
    subjects = PurposeSubject.objects.within(body).order_by("kind", "subject")
    return (
        PurposeRequest.objects.within(body)
        .select_related(
            "worker", "duty__team__agency", "receiver__agency", "decision__worker", "decision__duty", "ending"
        )
        .prefetch_related(Prefetch("subjects", subjects))
    )


def course_of(row: PurposeRequest) -> Course:
    decision = getattr(row, "decision", None)
    return Course(
        worker=row.worker_id,
        agreed=decision.agreed if decision else None,
        until=decision.until if decision else None,
        ended=getattr(row, "ending", None) is not None,
    )


def _own_team(viewer: Viewer) -> Team:
    return Team.objects.everywhere("the viewer's own").select_related("agency").get(pk=viewer.team)


def _line(viewer: Viewer, row: Any, own: Team | None) -> PurposeLine:
    decision, ending = getattr(row, "decision", None), getattr(row, "ending", None)
    mine = row.worker_id == viewer.worker
    able = viewer.has(*DECIDERS) and own is not None and own_organ(viewer.body, row.duty.team, own)
    return PurposeLine(
        request=row.pk,
        worker=row.worker_id,
        name=row.worker.name,
        team=row.duty.team_id,
        team_name=called(row.duty.team),
        phone=row.duty.team.phone,
        receiver=row.receiver_id,
        receiver_name=called(row.receiver),
        item=PurposeItem(row.item),
        parts=tuple(sorted(row.part_set())),
        reason=row.reason,
        asked_at=row.made_at,
        until=row.until,
        state=standing(course_of(row), local_day(viewer.at)),
        subjects=tuple(Ref(one.kind, one.subject) for one in row.subjects.all()),
        draft=row.draft,
        decided_by=decision.worker.name if decision else "",
        decided_hat=decision.duty.name if decision else "",
        decided_at=decision.made_at if decision else None,
        said=decision.words if decision else "",
        agreed_until=decision.until if decision else None,
        ended_at=ending.made_at if ending else None,
        ended_why=ending.reason if ending else "",
        mine=mine,
        may_decide=able and not mine,
    )
