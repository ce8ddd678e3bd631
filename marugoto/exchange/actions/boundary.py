"""Bring the boundaries of districts in: read the file, and keep what the map would be as a preview."""

from datetime import datetime

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.boundary import keep_shapes
from marugoto.community.models import BoundaryFile
from marugoto.community.rules.boundary import Given, may_draw
from marugoto.exchange.rules.boundary_file import read_boundaries

LONGEST_FILE_NAME = 200


def prepare(*, by: Viewer, at: datetime, upload: bytes, file_name: str, credit: str = "") -> BoundaryFile:
    """Raises `Refused` when the file cannot be read; the file itself is not kept, only what is drawn of it."""
    may_draw(by.roles).require()
    found = read_boundaries(upload)  # outside the transaction: a large file would keep everybody else from writing
    rows = [Given(row.number, row.words, row.rings, row.fault) for row in found.rows]
    return keep_shapes(
        by=by,
        at=at,
        rows=rows,
        kind=found.kind,
        file_name=file_name[:LONGEST_FILE_NAME],
        credit=credit,
        notes=found.notes,
    )
