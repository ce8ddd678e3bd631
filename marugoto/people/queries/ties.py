"""Couples, parents and children of whom both ends are visible: a tie with one hidden end is not there."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.codes import DescentKind, UnionKind, UnionState
from marugoto.people.models import Descent, UnionTurn
from marugoto.people.queries.face import DescentTie, Ties, UnionTie


@looking
def ties(viewer: Viewer, persons: Iterable[UUID], *, on: date | None = None) -> Ties:
    """Ties that touch at least one of the persons, as they stood on a day (today by default). Two queries."""
    ids = list(set(persons))
    day = on or local_day(viewer.at)
    return Ties(unions=_unions(viewer, ids, day), descents=_descents(viewer, ids))


def _unions(viewer: Viewer, ids: list[UUID], day: date) -> tuple[UnionTie, ...]:
    turns = (
        UnionTurn.objects.open_to(viewer)
        .filter(Q(union__one__in=ids) | Q(union__other__in=ids), Open(viewer, "union__other__folder_id"))
        .filter(mistake=None, union__mistake=None)
        .filter(Q(day=None) | Q(day__lte=day))
        .select_related("union")
        .order_by("union__made_at", "union_id", "number")
    )
    found: dict[UUID, UnionTie] = {}
    for turn in turns:
        viewer.sight.shows(turn.folder_id)
        first = found.get(turn.union_id)
        found[turn.union_id] = UnionTie(
            union=turn.union_id,
            turn=turn.pk,
            turns=first.turns + 1 if first else 1,
            one=turn.union.one_id,
            other=turn.union.other_id,
            kind=UnionKind(turn.union.kind),
            state=UnionState(turn.state),
            since=turn.day,
            united=first.united if first else turn.day,
        )
    return tuple(found.values())


def _descents(viewer: Viewer, ids: list[UUID]) -> tuple[DescentTie, ...]:
    rows = (
        Descent.objects.open_to(viewer)
        .filter(Q(parent__in=ids) | Q(child__in=ids), Open(viewer, "parent__folder_id"))
        .filter(mistake=None)
        .order_by("made_at", "pk")
    )
    lines = []
    for row in rows:
        viewer.sight.shows(row.folder_id)
        lines.append(DescentTie(row.pk, row.parent_id, row.child_id, DescentKind(row.kind)))
    return tuple(lines)
