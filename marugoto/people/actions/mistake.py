"""Take a tie back that was written down by mistake: it stays in the book and is shown no more; it can be recorded anew."""

from datetime import datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce
from marugoto.people.actions.kinship import couple
from marugoto.people.actions.person import mine
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import TieKind
from marugoto.people.events import TieMistaken
from marugoto.people.models import Descent, TieMistake, UnionTurn
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.ties import may_take_turn_back


@acting
def never_descended(*, by: Viewer, at: datetime, descent: UUID) -> TieMistake:
    """They are not parent and child."""
    may_keep(by.roles).require()
    row = Descent.objects.open_to(by).filter(mistake=None).get(pk=descent)
    mine(by, row.parent_id)
    return _mistake(by, at, row.folder_id, row.child_id, TieKind.DESCENT, descent=row)


@acting
def never_united(*, by: Viewer, at: datetime, union: UUID) -> TieMistake:
    """They were never a couple."""
    may_keep(by.roles).require()
    row = couple(by, union)
    return _mistake(by, at, row.folder_id, row.one_id, TieKind.UNION, union=row)


@acting
def never_turned(*, by: Viewer, at: datetime, union: UUID, turn: UUID) -> TieMistake:
    """The latest turn of a couple was a mistake: they stand as before."""
    may_keep(by.roles).require()
    row = couple(by, union)
    turns = UnionTurn.objects.open_to(by).filter(union=row, mistake=None).order_by("-number")
    latest = turns[0]
    may_take_turn_back(turn, latest.pk, left=len(turns)).require()
    return _mistake(by, at, row.folder_id, row.one_id, TieKind.TURN, turn=latest)


def _mistake(by: Viewer, at: datetime, folder: UUID, person: UUID, kind: TieKind, **tie: Any) -> TieMistake:
    row = TieMistake.objects.create(body=by.body, made_at=at, folder_id=folder, by=by.duty, **tie)
    announce(TieMistaken(tie=kind), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
    return row
