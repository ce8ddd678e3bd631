"""One after another: whoever keeps an answer of a person, and whoever opens something on an answer, wait for each other."""

from collections.abc import Collection
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import hold


def one_after_another(by: Viewer, persons: Collection[UUID]) -> None:
    """Until the end of the transaction nobody else answers for these persons, nor opens anything on their answers."""
    hold(Folder.objects.within(by.body).filter(subject__in=set(persons), part=Part.BASIC).order_by("pk"))
