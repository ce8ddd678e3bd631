"""What became of the lists of disposal of late: told to the two who answer for each, when the round has gone over all of it."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.retention.codes import DisposalState
from marugoto.retention.queries.disposal import course_in, rows_with_items
from marugoto.retention.rules import disposal as rules

SECONDS = 60
TOLD_FOR = timedelta(days=7)
LOOKED_BACK = timedelta(days=30)  # to the hour from which it could be done

_known: dict[str, tuple[float, list["Finished"]]] = {}


@dataclass(frozen=True)
class Finished:
    """`stayed`: items that could not go when their hour came; `told_to`: who proposed it, and who decided."""

    disposal: UUID
    number: int
    at: datetime
    done: int
    stayed: int
    told_to: frozenset[UUID]


@looking
def finished_of_late(viewer: Viewer) -> list[Finished]:
    """The viewer's own, the newest first; of a body read once a minute, and shown nobody's record."""
    found = _known.get(viewer.body)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = _known[viewer.body] = (time.monotonic(), _read(viewer))
    return [one for one in found[1] if viewer.worker in one.told_to and viewer.at - one.at < TOLD_FOR]


def forget() -> None:
    """After a round, and between tests."""
    _known.clear()


def forget_with_commit() -> None:
    forget()
    transaction.on_commit(forget)


def _read(viewer: Viewer) -> list[Finished]:
    rows = rows_with_items(viewer.body).filter(
        undo=None, decision__agreed=True, decision__ready_at__gt=viewer.at - LOOKED_BACK
    )
    found = [_finished(row) for row in rows if rules.standing(course_in(row), viewer.at) is DisposalState.DONE]
    return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def _finished(row: Any) -> Finished | None:
    """None where everything was taken off before its hour: nothing was done, and whoever took it off knows."""
    gone = [item.destruction.made_at for item in row.items.all() if getattr(item, "destruction", None)]
    stayed = [item.stayed.made_at for item in row.items.all() if getattr(item, "stayed", None)]
    if not gone and not stayed:
        return None
    told_to = frozenset({row.worker_id, row.decision.worker_id})
    return Finished(row.pk, row.number, max(gone + stayed), len(gone), len(stayed), told_to)
