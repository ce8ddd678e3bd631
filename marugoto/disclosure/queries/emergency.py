"""Look at emergency openings: one's own, those one was told of or is the second person for, and all of them for the privacy officer."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import CharField, DateTimeField, Exists, OuterRef, Prefetch, Q, QuerySet

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import EmergencyReason, EmergencyState, EmergencyVerdict
from marugoto.disclosure.models import Emergency, EmergencyEnding, EmergencySubject, EmergencyTold
from marugoto.disclosure.rules.emergency import SECONDS, Course, standing
from marugoto.ground.models import ScopedQuerySet
from marugoto.ground.question import Question
from marugoto.ground.transaction import looking
from marugoto.kernel.ref import Ref

PAGE, OWN = 50, 20
WAY = "emergency:"
QUIET_SECONDS = 60
_quiet: dict[str, float] = {}  # by body since when nothing waits; only silence is remembered


@dataclass(frozen=True)
class AnswerLine:
    """Somebody who was told; `verdict` None while the answer is missing."""

    name: str
    told_at: datetime
    verdict: EmergencyVerdict | None
    words: str
    at: datetime | None


@dataclass(frozen=True)
class EmergencyLine:
    """One opening with whatever became of it. Nobody's name stands here but those of workers."""

    emergency: UUID
    worker: UUID
    name: str
    hat: str
    team: str
    reason: EmergencyReason
    words: str
    since: datetime
    until: datetime
    ended: datetime | None
    state: EmergencyState
    escalated: datetime | None
    account: str
    account_at: datetime | None
    second_words: str
    second_name: str
    second_agreed: bool | None
    second_said: str
    answers: tuple[AnswerLine, ...]
    subjects: tuple[Ref, ...]
    told_me: bool
    answered_me: bool

    @property
    def over_at(self) -> datetime:
        return self.ended or self.until


@dataclass(frozen=True)
class EmergencyList:
    rows: tuple[EmergencyLine, ...]
    count: int
    page: int


@looking
def get(viewer: Viewer, emergency: UUID) -> EmergencyLine | None:
    """For whoever opened it, was told of it, could be its second person, or keeps watch over all looks."""
    row = _rows(viewer.body).filter(pk=emergency).first()
    if row is None:
        return None
    line = _line(viewer, row)
    seconds = bool(line.second_words) and viewer.has(*SECONDS) and not viewer.contracted and own_staff(viewer)
    if viewer.worker == line.worker or line.told_me or seconds or viewer.has(Role.PRIVACY):
        return line
    return None


@looking
def own(viewer: Viewer) -> list[EmergencyLine]:
    """The viewer's latest, under whichever hat, the newest first."""
    rows = _rows(viewer.body).filter(worker=viewer.worker).order_by("-since", "pk")[:OWN]
    return [_line(viewer, row) for row in rows]


@looking
def listed(viewer: Viewer, *, page: int = 1) -> EmergencyList:
    """All of the body, the newest first: for the privacy officer. The door writes this look down too."""
    rows = Emergency.objects.within(viewer.body)
    count, first = rows.count(), (max(page, 1) - 1) * PAGE
    shown = _rows(viewer.body).order_by("-since", "pk")[first : first + PAGE]
    viewer.sight.searched = viewer.sight.searched or "emergencies"
    return EmergencyList(tuple(_line(viewer, row) for row in shown), count, max(page, 1))


@looking
def waiting(viewer: Viewer) -> list[EmergencyLine]:
    """What waits for this worker: to be the second person, to answer, to account. Where nothing waits in the whole body that is
    remembered for a minute, since the first page asks every time."""
    if time.monotonic() - _quiet.get(viewer.body, -QUIET_SECONDS) < QUIET_SECONDS:
        return []
    found = [_line(viewer, row) for row in unfinished(viewer, viewer.at)]
    if not found:
        _quiet[viewer.body] = time.monotonic()
    wanted = {line.emergency for line in found if _wants_second(line)}
    if wanted and not (viewer.has(*SECONDS) and not viewer.contracted and own_staff(viewer)):
        wanted = set()
    return [
        line
        for line in found
        if _waits_for(viewer, line) or (line.emergency in wanted and line.worker != viewer.worker)
    ]


def forget(body: str) -> None:
    """Something happened to an opening of the body. Now for whoever did it, and once more when it is written: another may have looked meanwhile."""
    _quiet.pop(body, None)
    transaction.on_commit(lambda: _quiet.pop(body, None))


def _waits_for(viewer: Viewer, line: EmergencyLine) -> bool:
    """To account for it, or to answer."""
    if line.worker == viewer.worker:
        return not line.account or line.state is EmergencyState.OPEN
    return line.told_me and not line.answered_me


def _wants_second(line: EmergencyLine) -> bool:
    return line.state is EmergencyState.OPEN and line.second_words != "" and line.second_agreed is None


# ---------------------------------------------------------------- for the actions


def way_of(emergency: UUID) -> str:
    """How the grants of an opening say by what they came."""
    return f"{WAY}{emergency.hex}"


def emergency_of(via: str) -> UUID | None:
    return UUID(via.removeprefix(WAY)) if via.startswith(WAY) else None


def running_of(viewer: Viewer, at: datetime) -> bool:
    """Whether an opening of this worker that found somebody is still open."""
    ended = EmergencyEnding.objects.within(viewer.body).filter(emergency=OuterRef("pk"))
    found = EmergencySubject.objects.within(viewer.body).filter(emergency=OuterRef("pk"))
    rows = Emergency.objects.within(viewer.body).filter(Exists(found), ~Exists(ended), worker=viewer.worker)
    return rows.filter(since__lte=at, until__gt=at).exists()


def told_last_time(viewer: Viewer, emergency: Emergency) -> set[UUID]:
    """Who was told at once when the same worker opened something before."""
    before = Emergency.objects.within(viewer.body).filter(worker=emergency.worker_id, since__lt=emergency.since)
    told = EmergencyTold.objects.within(viewer.body).filter(emergency=OuterRef("pk"))
    last = before.filter(Exists(told)).order_by("-since").first()
    rows = EmergencyTold.objects.within(viewer.body).filter(emergency=last, made_at=last.since) if last else ()
    return {row.worker_id for row in rows}


def unfinished(viewer: Viewer, at: datetime, *, of: UUID | None = None) -> list[Emergency]:
    """Openings that found somebody and are not yet both accounted for and answered, the oldest first; or only this one, as it is."""
    rows = _rows(viewer.body).order_by("since", "pk")
    if of is not None:
        return list(rows.filter(pk=of))
    rows = rows.filter(*_unfinished(viewer.body, at))
    return [row for row in rows if standing(course_of(row), at) is not EmergencyState.DONE]


def is_any_unfinished(viewer: Viewer, at: datetime) -> bool:
    """Asked every morning of every body; nearly always there is none."""
    return bool(_UNFINISHED.ask(body=viewer.body, at=at))


def _unfinished(body: str, at: datetime) -> tuple[Any, Any]:
    found = EmergencySubject.objects.within(body).filter(emergency=OuterRef("pk"))
    silent = EmergencyTold.objects.within(body).filter(emergency=OuterRef("pk"), answer=None)
    return Exists(found), Q(until__gt=at) | Q(account=None) | Exists(silent)


def _any_unfinished(body: str, at: datetime) -> QuerySet[Any]:
    return Emergency.objects.within(body).filter(*_unfinished(body, at)).values_list("pk")


_UNFINISHED = Question(_any_unfinished, body=CharField(), at=DateTimeField())


def course_of(row: Emergency) -> Course:
    told = list(row.told.all())
    return Course(
        worker=row.worker_id,
        since=row.since,
        until=row.until,
        found=bool(row.subjects.all()),
        ended=row.ending.ended_at if _has(row, "ending") else None,
        accounted=_has(row, "account"),
        told=frozenset(one.worker_id for one in told),
        answered=frozenset(one.worker_id for one in told if _has(one, "answer")),
        escalated=_has(row, "escalation"),
    )


def _rows(body: str) -> ScopedQuerySet[Emergency]:
    told = EmergencyTold.objects.within(body).select_related("worker", "answer").order_by("made_at", "pk")
    subjects = EmergencySubject.objects.within(body).order_by("kind", "subject")
    return (
        Emergency.objects.within(body)
        .select_related("worker", "duty__team__agency", "second__answer__worker", "ending", "account", "escalation")
        .prefetch_related(Prefetch("told", told), Prefetch("subjects", subjects))
    )


def _has(row: Any, name: str) -> bool:
    return getattr(row, name, None) is not None


def _line(viewer: Viewer, row: Any) -> EmergencyLine:
    course = course_of(row)
    second = getattr(row, "second", None)
    said = getattr(second, "answer", None)
    return EmergencyLine(
        emergency=row.pk,
        worker=row.worker_id,
        name=row.worker.name,
        hat=row.duty.name,
        team=row.duty.team.name,
        reason=EmergencyReason(row.reason),
        words=row.words,
        since=row.since,
        until=row.until,
        ended=course.ended,
        state=standing(course, viewer.at),
        escalated=row.escalation.made_at if _has(row, "escalation") else None,
        account=row.account.words if course.accounted else "",
        account_at=row.account.made_at if course.accounted else None,
        second_words=second.words if second else "",
        second_name=said.worker.name if said else "",
        second_agreed=said.agreed if said else None,
        second_said=said.words if said else "",
        answers=tuple(_answers(row.told.all())),
        subjects=tuple(Ref(one.kind, one.subject) for one in row.subjects.all()),
        told_me=viewer.worker in course.told,
        answered_me=viewer.worker in course.answered,
    )


def _answers(told: Iterable[Any]) -> Iterable[AnswerLine]:
    for one in told:
        said = getattr(one, "answer", None)
        yield AnswerLine(
            name=one.worker.name,
            told_at=one.made_at,
            verdict=EmergencyVerdict(said.verdict) if said else None,
            words=said.words if said else "",
            at=said.made_at if said else None,
        )
