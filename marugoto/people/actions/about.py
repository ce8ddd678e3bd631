"""Folders that speak of persons and are nobody's own: what shuts a person shuts them too.

A case speaks of a household and whoever lives there, a need or a consultation of one person. Which folders speak of whom is kept
beside them (`Concern`), so that a restriction reaches the journal and the plan, also those written after it began.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.restriction import Face, in_force, spread
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Concern, Folder
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.people.models import Alias, AliasEnding, Member

# An address that must stay secret is kept apart and shut by itself; whoever is shut as a person or in support is shut in words too.
REACHING = (Part.BASIC, Part.SUPPORT)


@acting
def open_about(
    *,
    by: Viewer,
    at: datetime,
    subject: Ref,
    part: Part,
    persons: Collection[UUID] = (),
    households: Collection[UUID] = (),
    basis: BasisCode = BasisCode.OWN_DUTY,
    origin: UUID | None = None,
) -> Folder:
    """The subject's folder, born as shut as those of whom it speaks."""
    folder = open_folder(by=by, at=at, subject=subject, part=part, basis=basis, origin=origin)
    speak_of(by, at, folder, persons=persons, households=households)
    return folder


def speak_of(
    by: Viewer, at: datetime, folder: Folder, *, persons: Collection[UUID] = (), households: Collection[UUID] = ()
) -> None:
    """From now on the folder speaks of these too; whatever shuts them shuts it."""
    for one in sorted({*persons, *households}):
        Concern.objects.within(by.body).get_or_create(
            body=by.body, folder=folder, subject=one, defaults={"made_at": at}
        )
    spread(by, at, reaching(in_force(by, at, of_whom(by, folder), REACHING), Part(folder.part)), [folder])


def reaching(faces: Iterable[Face], part: Part) -> set[Face]:
    """What of this reaches a folder that only speaks of the person, written for that folder's part."""
    return {replace(face, part=part) for face in faces if face.part in REACHING}


def of_whom(by: Viewer, folder: Folder) -> set[UUID]:
    """Every record of every person the folder speaks of, also such as the viewer does not see. Never to be shown."""
    subjects = set(Concern.objects.within(by.body).filter(folder=folder).values_list("subject", flat=True))
    day = local_day(folder.made_at)
    living = Member.objects.within(by.body).filter(household__in=subjects).exclude(until__lte=day)
    people = subjects | set(living.values_list("person_id", flat=True))
    return {record for person in people for record in same_records(by, person)}


def folders_about(by: Viewer, persons: Iterable[UUID]) -> list[Folder]:
    """Folders, nobody's own, that speak of these persons: by themselves, or of a household in which they lived since."""
    people = set(persons)
    homes = dict[UUID, list[Member]]()
    for row in Member.objects.within(by.body).filter(person__in=people):
        homes.setdefault(row.household_id, []).append(row)
    rows = Concern.objects.within(by.body).filter(subject__in=people | homes.keys()).select_related("folder")
    found = {
        row.folder.pk: row.folder
        for row in rows.order_by("made_at", "pk")
        if row.subject in people or any(_lived_since(one, row.folder) for one in homes[row.subject])
    }
    return list(found.values())


def same_records(by: Viewer, person: UUID) -> set[UUID]:
    """The person's record and all that are linked to it, also such as the viewer does not see. Never to be shown."""
    found, ahead = {person}, {person}
    ended = AliasEnding.objects.within(by.body).values("alias_id")
    while ahead:
        links = Alias.objects.within(by.body).filter(Q(one__in=ahead) | Q(other__in=ahead)).exclude(pk__in=ended)
        ends = {end for pair in links.values_list("one_id", "other_id") for end in pair}
        ahead = ends - found
        found |= ends
    return found


def _lived_since(member: Member, folder: Folder) -> bool:
    return member.until is None or member.until > local_day(folder.made_at)
