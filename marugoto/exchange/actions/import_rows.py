"""The rows of an import, some hundreds at a time: kept as they were planned, looked at again, carried out, counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_list import change_places, create_places
from marugoto.exchange.events import ImportConfirmed
from marugoto.exchange.models import Import, ImportRow, Origin, Receipt
from marugoto.exchange.queries.place_import import look_again
from marugoto.exchange.rules.place_row import LABELS, PlaceRow
from marugoto.exchange.rules.plan import KnownPlace, RowPlan, Verdict
from marugoto.ledger.actions import announce

AT_ONCE = 500  # rows in one stroke
LEFT_OUT = ("source", "notes")  # of a row, what nothing here reads


def keep_rows(brought: Import, planned: Iterable[tuple[int, RowPlan]], known: Mapping[str, KnownPlace]) -> None:
    """Each under its number, with what the import before this one had written."""
    written = {place.ref: dict(place.imported) for place in known.values()}
    ImportRow.objects.bulk_create(_row(brought, number, row, written) for number, row in planned)


def strokes(by: Viewer, brought: UUID, rows: Q | None = None) -> Iterator[list[ImportRow]]:
    """In the order of the file."""
    first = 0
    while stroke := next_rows(by, brought, first, rows):
        yield stroke
        first = stroke[-1].number


def next_rows(by: Viewer, brought: UUID, reached: int, rows: Q | None = None) -> list[ImportRow]:
    chosen = ImportRow.objects.within(by.body).filter(rows or Q(), of=brought, number__gt=reached)
    return list(chosen.order_by("number").defer(*LEFT_OUT)[:AT_ONCE])


def moved_on(by: Viewer, brought: Import, rows: Sequence[ImportRow]) -> set[UUID]:
    """Which of these would do something else now than the preview showed."""
    shown = [row for row in rows if row.verdict != Verdict.REFUSED]
    told = [PlaceRow(lines=tuple(row.lines), keys=tuple(row.keys), **_fields(row.values)) for row in shown]
    now = {
        row.lines: (row.verdict, row.ref, [(one.field, one.was, one.becomes) for one in row.changes])
        for row in look_again(by, brought.layout, told)
    }
    return {row.pk for row in shown if now[tuple(row.lines)] != _shown(row)}


def carry_out(by: Viewer, at: datetime, brought: Import, rows: Sequence[ImportRow]) -> None:
    """The places, and which key of the source means which of them from now on."""
    new = [row for row in rows if row.verdict == Verdict.NEW]
    for row in new:
        row.place = row.pk
    ImportRow.objects.within(by.body).filter(pk__in=[row.pk for row in new]).update(place=F("id"))
    create_places(by=by, at=at, places={row.pk: row.values for row in new})
    change_places(by=by, at=at, places=_wanted(rows))
    _remember(by, at, brought, rows)


def write_receipt(by: Viewer, at: datetime, brought: Import) -> Receipt:
    rows = ImportRow.objects.within(by.body).filter(of=brought)
    done = dict(rows.filter(left="").values_list("verdict").annotate(times=Count("pk")).order_by())
    counts = {
        "made": done.get(Verdict.NEW, 0),
        "changed": done.get(Verdict.CHANGED, 0),
        "unchanged": done.get(Verdict.SAME, 0),
        "refused": done.get(Verdict.REFUSED, 0),
    }
    left = rows.exclude(left="").count()
    receipt = Receipt.objects.create(body=by.body, made_at=at, of=brought, by=by.duty, left=left, **counts)
    announce(ImportConfirmed(source=brought.pk, **counts), by=by, at=at)
    return receipt


def _row(brought: Import, number: int, row: RowPlan, written: dict[str, dict[str, str]]) -> ImportRow:
    place = row.place
    return ImportRow(
        body=brought.body,
        made_at=brought.made_at,
        of=brought,
        number=number,
        lines=list(row.lines),
        verdict=row.verdict.value,
        name=row.name,
        keys=list(place.keys) if place else [],
        place=UUID(row.ref) if row.ref else None,
        values=place.values() if place else {},
        changes=[[change.field, change.was, change.becomes] for change in row.changes],
        before=written.get(row.ref, {}),
        notes=[[note.field, note.sentence] for note in row.notes],
        reason=row.reason,
        source=[dict(cells) for cells in place.source] if place else [],
    )


def _shown(row: ImportRow) -> tuple[str, str, list[tuple[str, ...]]]:
    return row.verdict, str(row.place) if row.place else "", [tuple(change) for change in row.changes]


def _fields(values: Mapping[str, str]) -> dict[str, Any]:
    return {name: values.get(name, "") for name in LABELS}


def _wanted(rows: Iterable[ImportRow]) -> dict[UUID, dict[str, str]]:
    changed = {row.place: row.changes for row in rows if row.verdict == Verdict.CHANGED}
    return {place: {field: new for field, _, new in changes} for place, changes in changed.items() if place}


def _remember(by: Viewer, at: datetime, brought: Import, rows: Iterable[ImportRow]) -> None:
    """A blank of the file leaves what an earlier file said."""
    told = [
        Origin(
            body=by.body,
            made_at=at,
            key=key,
            place=row.place,
            values=row.before | {field: value for field, value in row.values.items() if value},
            last=brought,
        )
        for row in rows
        if row.place is not None
        for key in row.keys
    ]
    Origin.objects.within(by.body).bulk_create(
        told,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["body", "key"],
        update_fields=["place", "values", "last"],
    )
