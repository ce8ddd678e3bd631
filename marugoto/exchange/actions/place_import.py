"""Bring a list of places in: prepare (read, clean, preview), then confirm (what was shown, all or none, a receipt).

An import never confirms a place: that somebody asked there and it is still open is a fact of its own.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Count, F

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_list import change_places, create_places
from marugoto.exchange.events import ImportConfirmed
from marugoto.exchange.models import Import, ImportRow, Origin, Receipt, Upload
from marugoto.exchange.queries.place_import import look_again, look_ahead
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.place_row import LABELS, PlaceRow
from marugoto.exchange.rules.plan import RowPlan, Verdict
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce

AT_ONCE = 1_000  # rows in one stroke
LONGEST_FILE_NAME = 200


def prepare(*, by: Viewer, at: datetime, upload: bytes, file_name: str, municipality: str = "") -> Import:
    """Read the file and keep the preview; nothing of the town changes. Raises `Refused` when the file cannot be read.

    `municipality` is where the places are to go (団体コード); it can only be the viewer's own.
    """
    may_import(by.roles).require()
    if municipality and municipality != by.body:
        raise Refused("ほかの自治体の場所は取り込めません。", "その自治体の担当として入り直してください。")
    reading = read_file(upload)  # outside the transaction: a large file would keep everybody else from writing
    return _keep(by=by, at=at, upload=upload, file_name=file_name, reading=reading)


@acting
def confirm(*, by: Viewer, at: datetime, prepared: UUID) -> Receipt:
    """Do what the preview said, all of it or none; pressed again, it answers the same receipt. Refused when the town has moved on.

    Carried out from the rows of the preview, in strokes of a thousand: a file of tens of thousands of rows is one deed of seconds.
    """
    may_import(by.roles).require()
    Body.objects.select_for_update(no_key=True).filter(
        code=by.body
    ).first()  # one import of a body at a time, or both make the place
    brought = Import.objects.within(by.body).filter(pk=prepared).first()
    if brought is None:
        raise Refused("その取り込みは見つかりません。", "取り込みの一覧から選び直してください。")
    done = Receipt.objects.within(by.body).filter(of=brought).first()
    if done is not None:
        return done
    _refuse_stale(by, brought)
    ImportRow.objects.within(by.body).filter(of=brought, verdict=Verdict.NEW).update(place=F("id"))
    for rows in _strokes(by, brought):
        create_places(by=by, at=at, places={row.pk: row.values for row in rows if row.verdict == Verdict.NEW})
        change_places(by=by, at=at, places=_wanted(rows))
        _remember(by, at, brought, rows)
    return _receipt(by, at, brought)


@acting
def _keep(*, by: Viewer, at: datetime, upload: bytes, file_name: str, reading: Reading) -> Import:
    known, planned = look_ahead(by, reading)
    brought = Import.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        file_name=_plain(file_name),
        layout=reading.layout.code,
        encoding=reading.encoding.value,
        row_count=reading.rows,
        notes=list(planned.notes),
        absent=list(planned.absent),
    )
    digest = hashlib.sha256(upload).hexdigest()
    Upload.objects.create(body=by.body, made_at=at, of=brought, content=upload, sha256=digest)
    written = {known_place.ref: dict(known_place.imported) for known_place in known.values()}
    numbered = enumerate(planned.rows, 1)
    while stroke := list(islice(numbered, AT_ONCE)):
        ImportRow.objects.bulk_create(_row(brought, number, row, written) for number, row in stroke)
    return brought


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


def _refuse_stale(by: Viewer, brought: Import) -> None:
    """What was shown is what will be done: if a place was changed since, the preview must be looked at again."""
    shown = [row for rows in _strokes(by, brought) for row in rows if row.verdict != Verdict.REFUSED]
    told = [PlaceRow(lines=tuple(row.lines), keys=tuple(row.keys), **_fields(row.values)) for row in shown]
    planned = look_again(by, brought.layout, told)
    now = {
        row.lines: (row.verdict, row.ref, [(one.field, one.was, one.becomes) for one in row.changes]) for row in planned
    }
    for row in shown:
        ref = str(row.place) if row.place else ""
        if now[tuple(row.lines)] != (row.verdict, ref, [tuple(change) for change in row.changes]):
            raise Refused(
                "下見のあとで、場所の記録が変わりました。",
                "同じファイルをもう一度選んで、下見からやり直してください。",
            )


def _fields(values: Mapping[str, str]) -> dict[str, Any]:
    return {name: values.get(name, "") for name in LABELS}


def _strokes(by: Viewer, brought: Import) -> Iterator[list[ImportRow]]:
    """In the order of the file."""
    rows = ImportRow.objects.within(by.body).filter(of=brought).order_by("number").defer("source", "notes")
    first = 0
    while stroke := list(rows.filter(number__gt=first)[:AT_ONCE]):
        yield stroke
        first = stroke[-1].number


def _wanted(rows: Iterable[ImportRow]) -> dict[UUID, dict[str, str]]:
    changed = {row.place: row.changes for row in rows if row.verdict == Verdict.CHANGED}
    return {place: {field: new for field, _, new in changes} for place, changes in changed.items() if place}


def _remember(by: Viewer, at: datetime, brought: Import, rows: Iterable[ImportRow]) -> None:
    """Which place each key of the source means from now on. A blank of the file leaves what an earlier file said."""
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


def _receipt(by: Viewer, at: datetime, brought: Import) -> Receipt:
    rows = ImportRow.objects.within(by.body).filter(of=brought)
    times = dict(rows.values_list("verdict").annotate(times=Count("pk")).order_by())
    counts = {
        "made": times.get(Verdict.NEW, 0),
        "changed": times.get(Verdict.CHANGED, 0),
        "unchanged": times.get(Verdict.SAME, 0),
        "refused": times.get(Verdict.REFUSED, 0),
    }
    receipt = Receipt.objects.create(body=by.body, made_at=at, of=brought, by=by.duty, **counts)
    announce(ImportConfirmed(source=brought.pk, **counts), by=by, at=at)
    return receipt


def _plain(file_name: str) -> str:
    """A name to show, never a path to write to."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable())
    return shown[-LONGEST_FILE_NAME:] or "upload.csv"
