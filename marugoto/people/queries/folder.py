"""The folder in which something about a person is to be kept."""

from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import looking
from marugoto.people.models import Person


@looking
def basic_folder(viewer: Viewer, person: UUID) -> Folder | None:
    """Where the person's own record lies, if it is open to the viewer."""
    row = Person.objects.open_to(viewer).select_related("folder").filter(pk=person).first()
    return row.folder if row else None
