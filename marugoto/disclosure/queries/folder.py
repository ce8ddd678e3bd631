"""Which folders are open to a viewer."""

import re
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.filter import VISIBLE_FOLDERS
from marugoto.ground.transaction import looking

_PLACES = re.compile(r"\{(\w+)\}")
_TEXT = _PLACES.sub("%s", VISIBLE_FOLDERS)
_ORDER = _PLACES.findall(VISIBLE_FOLDERS)


def visible_folders(viewer: Viewer) -> RawSQL:
    """A subquery of folder ids, for `folder_id__in`."""
    values = {
        "body": viewer.body,
        "team": _as_kept(viewer.team),
        "duty": _as_kept(viewer.duty),
        "worker": _as_kept(viewer.worker),
        "at": connection.ops.adapt_datetimefield_value(viewer.at),
    }
    return RawSQL(_TEXT, [values[name] for name in _ORDER])  # noqa: S611 — the text is a constant of this house


@looking
def open_parts(viewer: Viewer, subject: UUID) -> frozenset[Part]:
    """Which parts of the subject are open to the viewer; nothing of what lies in them is shown."""
    folders = Folder.objects.within(viewer.body).filter(subject=subject, pk__in=visible_folders(viewer))
    return frozenset(Part(part) for part in folders.values_list("part", flat=True))


def _as_kept(key: UUID) -> Any:
    return key if connection.features.has_native_uuid_field else key.hex
