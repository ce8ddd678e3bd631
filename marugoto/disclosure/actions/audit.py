"""Write the look before the answer leaves."""

from datetime import datetime

from django.db import transaction
from django.db.utils import DatabaseError

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.ground.context import entered


class NotWritten(RuntimeError):
    """The look could not be written: nothing may be shown."""


def write_look(*, by: Viewer, at: datetime, page: str, matter: str = "", outcome: str = "shown") -> Look | None:
    """One row for the answer, the folders of `by.sight`; None when nobody was shown. Raises `NotWritten`."""
    folders = by.sight.folders
    if not folders and not by.sight.searched:
        return None
    look = Look(
        body=by.body,
        made_at=at,
        worker=by.worker,
        duty=by.duty,
        purpose=by.purpose,
        page=page[:80],
        matter=matter[:80],
        searched=by.sight.searched,
        outcome=outcome,
        folders=[[str(folder), part] for folder, part in folders.items()],
    )
    book = Look.objects.db_manager().db
    try:
        of_its_own = not transaction.get_connection(using=book).in_atomic_block
        with transaction.atomic(using=book), entered(by, to_the_end=of_its_own):
            look.save(force_insert=True)
    except DatabaseError as trouble:
        raise NotWritten(str(trouble)) from trouble
    return look
