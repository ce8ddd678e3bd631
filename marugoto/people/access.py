"""Which folders the records of this package lie in.

("person", id): BASIC holds the person, the names, the memberships, the death, and the ties of which the person is an end;
CONTACT telephone numbers and addresses; SHELTER those that must stay protected. ("household", id) BASIC holds the household.
"""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import visible_folders
from marugoto.kernel.decision import no
from marugoto.kernel.ref import Ref
from marugoto.people.labels import CONTACT_SHUT

PERSON, HOUSEHOLD = "person", "household"


def person_ref(person: UUID) -> Ref:
    return Ref(PERSON, person)


def household_ref(household: UUID) -> Ref:
    return Ref(HOUSEHOLD, household)


def contact_folder(by: Viewer, at: datetime, person: UUID, part: Part) -> Folder:
    """The person's folder of contacts or of the protected address; made at the first call.

    Raises `Refused` where it is not open to the viewer: what is written must be seen by the one who writes it.
    """
    folder = open_folder(by=by, at=at, subject=person_ref(person), part=part)
    if not Folder.objects.within(by.body).filter(pk=folder.pk, pk__in=visible_folders(by.at_moment(at))).exists():
        no(str(CONTACT_SHUT), "この方の記録を持つ係に伝えてください。").require()
    return folder
