"""Folders that speak of persons and are nobody's own: what shuts a person shuts them too.

A case speaks of a household and whoever lives there, a need or a consultation of one person. Which folders speak of whom is kept
beside them (`Concern`), so that a restriction reaches the journal and the plan, also those written after it began.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.restriction import Face, in_force, spread
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Concern, Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.people.access import HOUSEHOLD, PERSON
from marugoto.people.labels import WORK_SHUT
from marugoto.people.models import Alias, AliasEnding, Household

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
    """The subject's folder, born as shut as those of whom it speaks.

    Raises `Refused` where that shuts it to the viewer: what is written must be seen by the one who writes it.
    """
    folder = open_folder(by=by, at=at, subject=subject, part=part, basis=basis, origin=origin)
    speak_of(by, at, folder, subjects={*persons, *households})
    if not Folder.objects.within(by.body).filter(Open(by.at_moment(at), "pk"), pk=folder.pk).exists():
        no(str(WORK_SHUT), "この世帯を受け持つ係に伝えてください。").require()
    return folder


def speak_of(by: Viewer, at: datetime, folder: Folder, *, subjects: Collection[UUID]) -> None:
    """From now on the folder speaks of these persons and households too; whatever shuts them shuts it."""
    hold_still(by, subjects)
    rows = [Concern(body=by.body, made_at=at, folder=folder, subject=one) for one in sorted(subjects)]
    Concern.objects.within(by.body).bulk_create(rows, ignore_conflicts=True)
    whom = of_whom(by, folder)
    hold_still(by, whom)
    spread(by, at, reaching(in_force(by, at, whom, REACHING), Part(folder.part)), [folder])


def speak_likewise(by: Viewer, at: datetime, folder: Folder, matter: UUID) -> None:
    """The folder speaks of those of whom the matter speaks: words said in passing about a need, a consultation, a case."""
    known = list(Folder.objects.within(by.body).filter(subject=matter).values_list("pk", flat=True))
    subjects = Concern.objects.within(by.body).filter(folder__in=known).values_list("subject", flat=True)
    speak_of(by, at, folder, subjects=set(subjects))


def hold_still(by: Viewer, subjects: Iterable[UUID]) -> None:
    """Until the end of the transaction nobody else shuts these, or writes of them: neither could then pass the other by."""
    rows = Folder.objects.within(by.body).filter(subject__in=set(subjects), subject_kind__in=(PERSON, HOUSEHOLD))
    hold(rows.order_by("pk"))


def hold_records(by: Viewer, *persons: UUID) -> set[UUID]:
    """`same_records`, held still; read again under the hold, as another hand may just have linked one more to them."""
    records = same_records(by, *persons)
    hold_still(by, records)
    while not (now := same_records(by, *persons)) <= records:
        records = now
        hold_still(by, records)
    return now


def lives_in(by: Viewer, at: datetime, household: Household, person: UUID, *, until: date | None = None) -> None:
    """Keep that the person lives in the household, or until when, where also those find it who see only one of them."""
    Concern.objects.within(by.body).update_or_create(
        body=by.body,
        folder_id=household.folder_id,
        subject=person,
        defaults={"until": until},
        create_defaults={"until": until, "made_at": at},
    )
    if until is None:
        _shut_against_likewise(by, at, household.pk, person)


def _shut_against_likewise(by: Viewer, at: datetime, household: UUID, person: UUID) -> None:
    """A worker who must not see the household must not see whoever comes to live there."""
    faces = [face for face in in_force(by, at, [household], (Part.BASIC,)) if face.against is not None]
    if faces:
        own = Folder.objects.within(by.body).filter(subject=person).order_by("made_at", "pk")
        spread(by, at, {replace(face, part=part) for face in faces for part in Part}, own)


def people_of(by: Viewer, household: UUID, day: date) -> set[UUID]:
    """Everybody who lives there on that day, also such as the viewer does not see. Never to be shown."""
    return _living(by, [household], day)


def reaching(faces: Iterable[Face], part: Part) -> set[Face]:
    """What of this reaches a folder that only speaks of the person, written for that folder's part."""
    return {replace(face, part=part) for face in faces if face.part in REACHING}


def of_whom(by: Viewer, folder: Folder) -> set[UUID]:
    """Every record of every person the folder speaks of, also such as the viewer does not see. Never to be shown."""
    subjects = set(Concern.objects.within(by.body).filter(folder=folder).values_list("subject", flat=True))
    people = subjects | _living(by, subjects, local_day(folder.made_at))
    return same_records(by, *people)


def folders_about(by: Viewer, persons: Iterable[UUID]) -> list[Folder]:
    """Folders, nobody's own, that speak of these persons: by themselves, or of a household in which they lived since."""
    people = set(persons)
    lived = dict[UUID, date | None]()
    for row in Concern.objects.within(by.body).filter(subject__in=people, folder__subject_kind=HOUSEHOLD):
        home, before = row.folder.subject, lived.get(row.folder.subject, row.until)
        lived[home] = None if before is None or row.until is None else max(before, row.until)
    rows = Concern.objects.within(by.body).filter(subject__in=people | lived.keys()).select_related("folder")
    found = {
        row.folder.pk: row.folder
        for row in rows.exclude(folder__subject_kind=HOUSEHOLD).order_by("made_at", "pk")
        if row.subject in people or _since(lived[row.subject], row.folder)
    }
    return list(found.values())


def _living(by: Viewer, households: Iterable[UUID], day: date) -> set[UUID]:
    # Two steps by index: joined, PostgreSQL went through the concerns of the whole body where it did not know how many there are.
    own = Folder.objects.within(by.body).filter(subject__in=list(households), subject_kind=HOUSEHOLD, part=Part.BASIC)
    rows = Concern.objects.within(by.body).filter(folder__in=list(own.values_list("pk", flat=True)))
    return set(rows.exclude(until__lte=day).values_list("subject", flat=True))


def same_records(by: Viewer, *persons: UUID) -> set[UUID]:
    """These records and all that are linked to them, also such as the viewer does not see. Never to be shown."""
    return set[UUID]().union(*records_of_each(by, persons).values())


def records_of_each(by: Viewer, persons: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """By person all records of the same person, that one among them; as `same_records`, read for all of them together."""
    found = {person: {person} for person in persons}
    known, ahead = set(found), set(found)
    ended = AliasEnding.objects.within(by.body).values("alias_id")
    while ahead:
        links = Alias.objects.within(by.body).filter(Q(one__in=ahead) | Q(other__in=ahead)).exclude(pk__in=ended)
        ahead = set()
        for pair in links.values_list("one_id", "other_id"):
            same = found.get(pair[0], {pair[0]}) | found.get(pair[1], {pair[1]})
            found |= dict.fromkeys(same, same)
            ahead |= same - known
        known |= ahead
    return {person: found[person] for person in persons}


def _since(until: date | None, folder: Folder) -> bool:
    return until is None or until > local_day(folder.made_at)
