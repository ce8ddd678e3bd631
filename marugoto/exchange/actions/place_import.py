"""Bring a list of places in: prepare (read, clean, preview), then confirm (what was shown, all or none, a receipt).

An import never confirms a place: that somebody asked there and it is still open is a fact of its own. A list too long for one deed
is worked through beside everybody's work (`import_work`).
"""

import hashlib
from datetime import datetime
from itertools import islice
from uuid import UUID

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_rows import AT_ONCE, carry_out, keep_rows, moved_on, strokes, write_receipt
from marugoto.exchange.models import Import, Receipt, Upload
from marugoto.exchange.queries.place_import import look_ahead
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused

LONGEST_FILE_NAME = 200


def prepare(
    *,
    by: Viewer,
    at: datetime,
    upload: bytes,
    file_name: str,
    municipality: str = "",
    reading: Reading | None = None,
) -> Import:
    """Read the file and keep the preview; nothing of the town changes. Raises `Refused` when the file cannot be read.

    `municipality` is where the places are to go (団体コード); it can only be the viewer's own. `reading`: what was read already, by
    whoever is in a transaction: a large file would keep everybody else from writing.
    """
    may_bring(by, municipality)
    return _keep(by=by, at=at, upload=upload, file_name=file_name, reading=reading or read_file(upload))


def may_bring(by: Viewer, municipality: str) -> None:
    """Raises `Refused` for whoever may not, and for another municipality's places."""
    may_import(by.roles).require()
    if municipality and municipality != by.body:
        raise Refused("ほかの自治体の場所は取り込めません。", "その自治体の担当として入り直してください。")


@acting
def confirm(*, by: Viewer, at: datetime, prepared: UUID) -> Receipt:
    """Do what the preview said, all of it or none; pressed again, it answers the same receipt. Refused when the town has moved on."""
    may_import(by.roles).require()
    one_at_a_time(by)
    brought, done = found(by, prepared)
    if done is not None:
        return done
    if any(moved_on(by, brought, rows) for rows in strokes(by, brought.pk)):
        raise Refused(
            "下見のあとで、場所の記録が変わりました。", "同じファイルをもう一度選んで、下見からやり直してください。"
        )
    for rows in strokes(by, brought.pk):
        carry_out(by, at, brought, rows)
    return write_receipt(by, at, brought)


def one_at_a_time(by: Viewer) -> None:
    """One import or undo of a body at a time, or both would make the place."""
    Body.objects.select_for_update(no_key=True).filter(code=by.body).first()


def found(by: Viewer, prepared: UUID) -> tuple[Import, Receipt | None]:
    """What was prepared, and its receipt where somebody said yes. Refused for one that is not there."""
    brought = Import.objects.within(by.body).filter(pk=prepared).first()
    if brought is None or not brought.layout:
        raise Refused("その取り込みは見つかりません。", "取り込みの一覧から選び直してください。")
    return brought, Receipt.objects.within(by.body).filter(of=brought).first()


def keep_file(by: Viewer, at: datetime, upload: bytes, file_name: str, **said: object) -> Import:
    """`said`: what is known of it already."""
    brought = Import.objects.create(body=by.body, made_at=at, by=by.duty, file_name=_plain(file_name), **said)
    digest = hashlib.sha256(upload).hexdigest()
    Upload.objects.create(body=by.body, made_at=at, of=brought, content=upload, sha256=digest)
    return brought


@acting
def _keep(*, by: Viewer, at: datetime, upload: bytes, file_name: str, reading: Reading) -> Import:
    known, planned = look_ahead(by, reading)
    brought = keep_file(
        by,
        at,
        upload,
        file_name,
        layout=reading.layout.code,
        encoding=reading.encoding.value,
        row_count=reading.rows,
        notes=list(planned.notes),
        absent=list(planned.absent),
    )
    numbered = enumerate(planned.rows, 1)
    while stroke := list(islice(numbered, AT_ONCE)):
        keep_rows(brought, stroke, known)
    return brought


def _plain(file_name: str) -> str:
    """A name to show, never a path to write to."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable())
    return shown[-LONGEST_FILE_NAME:] or "upload.csv"
