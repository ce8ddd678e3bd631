"""Write the look before the answer leaves."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.db.utils import DatabaseError

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.disclosure.rules.basis import BASES
from marugoto.ground.context import entered
from marugoto.ground.underway import underway

CROSSING = "shell:hat"  # the page on which a hat is put on


class NotWritten(RuntimeError):
    """The look could not be written: nothing may be shown."""


def write_look(*, by: Viewer, at: datetime, page: str, matter: str = "", outcome: str = "shown") -> Look | None:
    """One row for the answer, the folders of `by.sight`; None when nobody was shown. Raises `NotWritten`."""
    look = _look(by, at, page, matter, outcome)
    if look is None:
        return None
    book = Look.objects.db_manager().db
    try:
        of_its_own = not transaction.get_connection(using=book).in_atomic_block
        with transaction.atomic(using=book), entered(by, to_the_end=of_its_own):
            look.save(force_insert=True)
    except DatabaseError as trouble:
        raise NotWritten(str(trouble)) from trouble
    if not isinstance(look.folders, list):  # the database has put it together itself
        look.folders = [[str(folder), part] for folder, part in by.sight.folders.items()]
    return look


@contextmanager
def written_meanwhile(*, by: Viewer, at: datetime, page: str, matter: str = "") -> Iterator[None]:
    """As `write_look`, while the block draws the answer: it stands when the block ends. What the block itself shows comes into a
    look of its own. Raises `NotWritten`. PostgreSQL, outside of a transaction."""
    look, shown = _look(by, at, page, matter, "shown"), set(by.sight.folders)
    try:
        with underway(by, partial(look.save, force_insert=True)) if look else nullcontext():
            yield
    except DatabaseError as trouble:
        raise NotWritten(str(trouble)) from trouble
    if more := {folder: part for folder, part in by.sight.folders.items() if folder not in shown}:
        by.sight.folders = more
        write_look(by=by, at=at, page=page, matter=matter)


def _look(by: Viewer, at: datetime, page: str, matter: str, outcome: str) -> Look | None:
    folders = by.sight.folders
    if not folders and not by.sight.searched:
        return None
    return Look(
        body=by.body,
        made_at=at,
        worker=by.worker,
        duty=by.duty,
        purpose=by.purpose,
        page=page[:80],
        matter=matter[:80],
        searched=by.sight.searched,
        outcome=outcome,
        folders=_shown(by, folders),
    )


def write_crossing(*, by: Viewer, at: datetime) -> Look:
    """Somebody put on the hat of another body: from here on he sees that body's records and no other's. Raises `NotWritten`."""
    look = Look(
        body=by.body, made_at=at, worker=by.worker, duty=by.duty, purpose=by.purpose, page=CROSSING, outcome="hat"
    )
    book = Look.objects.db_manager().db
    try:
        with transaction.atomic(using=book), entered(by):
            look.save(force_insert=True)
    except DatabaseError as trouble:
        raise NotWritten(str(trouble)) from trouble
    return look


# The basis on which each folder is open to the viewer at that moment, the widest first; the moment is his, as in the filter.
WITH_BASES = """(
SELECT coalesce(jsonb_agg(jsonb_build_array(f.id, f.part, coalesce((
    SELECT g.basis FROM disclosure_grant g
    WHERE g.folder_id = f.id AND g.body = %s AND (g.team_id = %s OR g.duty_id = %s)
      AND g.since <= %s AND (g.until IS NULL OR g.until > %s)
      AND NOT EXISTS (SELECT 1 FROM disclosure_grantending e WHERE e.grant_id = g.id AND e.ended_at <= %s)
    ORDER BY array_position(%s::text[], g.basis::text) LIMIT 1), '')) ORDER BY f.place), '[]'::jsonb)
FROM unnest(%s::uuid[], %s::text[]) WITH ORDINALITY AS f(id, part, place))"""


def _shown(by: Viewer, folders: dict[UUID, str]) -> Any:
    """[folder, part, basis] of each, within the statement that writes the look.

    On SQLite the grants lie in another file, and the page would cost a question more: there the basis is left empty, and whoever
    reads the look finds it by the grants as they were in force at its moment.
    """
    if not folders:
        return []
    if connection.vendor != "postgresql":
        return [[str(folder), part, ""] for folder, part in folders.items()]
    order = [basis.code.value for basis in BASES]
    who = [by.body, by.team, by.duty, by.at, by.at, by.at]
    return RawSQL(WITH_BASES, [*who, order, list(folders), list(folders.values())], output_field=JSONField())  # noqa: S611
