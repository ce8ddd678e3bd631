"""Why a viewer may see what he sees: the grants in force, said in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, Q, QuerySet, UUIDField

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Grant, GrantEnding
from marugoto.disclosure.rules.basis import BY_CODE, Basis
from marugoto.ground.question import Among, Ids, Question
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Why:
    """One ground under which folders of these subjects are open: since when, and until when (None: no end is set)."""

    basis: Basis
    since: date
    until: date | None


@looking
def why_open(viewer: Viewer, subjects: Iterable[UUID]) -> list[Why]:
    """The grounds in force for the viewer, the widest first; one line per basis. One query."""
    who = {"body": viewer.body, "team": viewer.team, "duty": viewer.duty, "at": viewer.at}
    asked = list(subjects)
    rows = _IN_FORCE.ask(**who, subjects=asked) if asked else []
    found: dict[BasisCode, list[tuple[date, date | None]]] = {}
    for basis, since, until in rows:
        found.setdefault(BasisCode(basis), []).append((local_day(since), local_day(until) if until else None))
    order = list(BY_CODE)
    return [
        Why(BY_CODE[basis], min(since for since, _ in spans), _latest([until for _, until in spans]))
        for basis, spans in sorted(found.items(), key=lambda item: order.index(item[0]))
    ]


def _in_force(body: str, team: UUID, duty: UUID, at: datetime, subjects: Any) -> QuerySet[Any, Any]:
    ended = GrantEnding.objects.within(body).filter(ended_at__lte=at).values("grant_id")
    return (
        Grant.objects.within(body)
        .filter(Q(team=team) | Q(duty=duty), Among("folder__subject", subjects), since__lte=at)
        .filter(Q(until=None) | Q(until__gt=at))
        .exclude(pk__in=ended)
        .values_list("basis", "since", "until")
    )


_IN_FORCE: Question[Any] = Question(
    _in_force, body=CharField(), team=UUIDField(), duty=UUIDField(), at=DateTimeField(), subjects=Ids()
)


def _latest(days: list[date | None]) -> date | None:
    """The last day of several grants; one without an end has none."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
