"""Telephone numbers and addresses, as far as their folders are open."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.people.models import Address, Phone
from marugoto.people.queries.face import AddressLine, Contact, PhoneLine

REACHING = (Part.CONTACT, Part.SHELTER)


@looking
def contacts(viewer: Viewer, persons: Iterable[UUID]) -> dict[UUID, Contact]:
    """Three queries for any number of persons. A person whose contacts are not open is not in the answer."""
    folders = Folder.objects.within(viewer.body).filter(Open(viewer, "pk"), subject__in=set(persons), part__in=REACHING)
    parts = {}
    found: dict[UUID, Contact] = {}
    owner = {}
    for folder in folders.order_by("part", "made_at", "pk"):  # what is kept secret comes last
        viewer.sight.shows(folder.pk, folder.part)
        parts[folder.pk], owner[folder.pk] = Part(folder.part), folder.subject
        found.setdefault(folder.subject, Contact())
    phones, addresses = _phones(viewer, parts), _addresses(viewer, parts)
    for person in found:
        mine = [folder for folder, subject in owner.items() if subject == person]
        found[person] = Contact(
            phones=tuple(line for folder in mine for line in phones.get(folder, ())),
            addresses=tuple(line for folder in mine for line in addresses.get(folder, ())),
        )
    return found


def _phones(viewer: Viewer, parts: dict[UUID, Part]) -> dict[UUID, list[PhoneLine]]:
    day = local_day(viewer.at)
    lines: dict[UUID, list[PhoneLine]] = {}
    rows = Phone.objects.open_to(viewer).filter(Q(until=None) | Q(until__gt=day), folder_id__in=list(parts))
    for row in rows.order_by("made_at", "pk"):
        line = PhoneLine(row.pk, row.number, row.note, parts[row.folder_id] is Part.SHELTER)
        lines.setdefault(row.folder_id, []).append(line)
    return lines


def _addresses(viewer: Viewer, parts: dict[UUID, Part]) -> dict[UUID, list[AddressLine]]:
    day = local_day(viewer.at)
    lines: dict[UUID, list[AddressLine]] = {}
    rows = Address.objects.open_to(viewer).filter(Q(until=None) | Q(until__gt=day), folder_id__in=list(parts))
    for row in rows.order_by("made_at", "pk"):
        guarded = parts[row.folder_id] is Part.SHELTER
        line = AddressLine(row.pk, row.text, row.postal, row.note, row.since, guarded)
        lines.setdefault(row.folder_id, []).append(line)
    return lines
