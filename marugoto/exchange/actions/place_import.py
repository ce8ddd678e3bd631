"""Bring a list of places in: prepare (read, clean, preview), then confirm (one action per row, all or none, a receipt).

An import never confirms a place: that somebody asked there and it is still open is a fact of its own.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import change_place, create_place
from marugoto.exchange.events import ImportConfirmed
from marugoto.exchange.models import Import, ImportRow, Origin, Receipt, Upload
from marugoto.exchange.queries.place_import import look_ahead
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.plan import Preview, RowPlan, Verdict
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce

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


def confirm(*, by: Viewer, at: datetime, prepared: UUID) -> Receipt:
    """Do what the preview said, once; pressed again, it answers the same receipt. Refused when the town has moved on."""
    may_import(by.roles).require()
    reading = read_file(_content(by=by, prepared=prepared))
    return _confirm(by=by, at=at, prepared=prepared, reading=reading)


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
    rows = [_row(brought, number, row, written) for number, row in enumerate(planned.rows, 1)]
    ImportRow.objects.bulk_create(rows, batch_size=500)
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


@acting
def _content(*, by: Viewer, prepared: UUID) -> bytes:
    kept = Upload.objects.within(by.body).filter(of=prepared).first()
    if kept is None:
        raise Refused("その取り込みは見つかりません。", "取り込みの一覧から選び直してください。")
    return bytes(kept.content)


@acting
def _confirm(*, by: Viewer, at: datetime, prepared: UUID, reading: Reading) -> Receipt:
    Body.objects.select_for_update(no_key=True).get(
        code=by.body
    )  # one import of a body at a time, or both make the place
    brought = Import.objects.within(by.body).get(pk=prepared)
    done = Receipt.objects.within(by.body).filter(of=brought).first()
    if done is not None:
        return done
    _refuse_stale(by, brought, look_ahead(by, reading)[1])
    rows = list(ImportRow.objects.within(by.body).filter(of=brought).order_by("number"))
    for row in rows:
        _carry_out(by, at, row)
    _remember(by, at, brought, rows)
    return _receipt(by, at, brought, rows)


def _refuse_stale(by: Viewer, brought: Import, planned: Preview) -> None:
    """What was shown is what will be done: if a place was changed since, the preview must be looked at again."""
    kept = ImportRow.objects.within(by.body).filter(of=brought).order_by("number")
    shown = [(row.verdict, row.place, row.keys, [tuple(change) for change in row.changes]) for row in kept]
    now = [
        (
            row.verdict.value,
            UUID(row.ref) if row.ref else None,
            list(row.place.keys) if row.place else [],
            [(change.field, change.was, change.becomes) for change in row.changes],
        )
        for row in planned.rows
    ]
    if shown != now:
        raise Refused(
            "下見のあとで、場所の記録が変わりました。", "同じファイルをもう一度選んで、下見からやり直してください。"
        )


def _carry_out(by: Viewer, at: datetime, row: ImportRow) -> None:
    """One row, one action of the community."""
    if row.verdict == Verdict.NEW:
        row.place = create_place(by=by, at=at, values=row.values).pk
        row.save(update_fields=["place"])
    elif row.verdict == Verdict.CHANGED and row.place is not None:
        change_place(by=by, at=at, place=row.place, values={field: new for field, _, new in row.changes})


def _remember(by: Viewer, at: datetime, brought: Import, rows: Iterable[ImportRow]) -> None:
    """Which place each key of the source means from now on. A blank of the file leaves what an earlier file said."""
    for row in rows:
        if row.place is None:
            continue
        said = {field: value for field, value in row.values.items() if value}
        for key in row.keys:
            Origin.objects.within(by.body).update_or_create(
                body=by.body,
                key=key,
                defaults={"place": row.place, "values": row.before | said, "last": brought},
                create_defaults={"place": row.place, "values": row.before | said, "last": brought, "made_at": at},
            )


def _receipt(by: Viewer, at: datetime, brought: Import, rows: list[ImportRow]) -> Receipt:
    verdicts = [row.verdict for row in rows]
    made, changed = verdicts.count(Verdict.NEW), verdicts.count(Verdict.CHANGED)
    unchanged, refused = verdicts.count(Verdict.SAME), verdicts.count(Verdict.REFUSED)
    counts = {"made": made, "changed": changed, "unchanged": unchanged, "refused": refused}
    receipt = Receipt.objects.create(body=by.body, made_at=at, of=brought, by=by.duty, **counts)
    announce(ImportConfirmed(source=brought.pk, **counts), by=by, at=at)
    return receipt


def _plain(file_name: str) -> str:
    """A name to show, never a path to write to."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable())
    return shown[-LONGEST_FILE_NAME:] or "upload.csv"
