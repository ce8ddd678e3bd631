"""A further folder of a person; it is born as shut as the person is."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.restriction import in_force, spread
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder, Restriction
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.people.access import person_ref
from marugoto.people.labels import PART_SHUT

# Whose restrictions a new folder takes over: those of the name, and where the contact is shut the protected address too.
LIKE = {Part.SHELTER: (Part.BASIC, Part.CONTACT)}


@acting
def open_part(*, by: Viewer, at: datetime, person: UUID, part: Part) -> Folder:
    """The person's folder of this part; made at the first call, with the restrictions in force on the person.

    Raises `Refused` where it is not open to the viewer: what is written must be seen by the one who writes it.
    """
    folder = open_folder(by=by, at=at, subject=person_ref(person), part=part)
    if not Restriction.objects.within(by.body).filter(folder=folder).exists():
        faces = in_force(by, at, [person], LIKE.get(part, (Part.BASIC,)))
        spread(by, at, {replace(face, part=part) for face in faces}, [folder])
    if not Folder.objects.within(by.body).filter(Open(by.at_moment(at), "pk"), pk=folder.pk).exists():
        no(str(PART_SHUT), "この方の記録を持つ係に伝えてください。").require()
    return folder
