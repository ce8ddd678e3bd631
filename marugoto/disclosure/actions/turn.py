"""One after another: whoever keeps an answer of a person, and whoever opens something on an answer, wait for each other."""

from collections.abc import Collection
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder


def one_after_another(by: Viewer, persons: Collection[UUID]) -> None:
    """Until the end of the transaction nobody else answers for these persons, nor opens anything on their answers."""
    # On SQLite this is a plain read: there every writer waits for the one before.
    rows = Folder.objects.within(by.body).filter(subject__in=set(persons), part=Part.BASIC)
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
