"""Open one household in an emergency: found by the name and the birthday in full, whoever keeps it and however it is shut."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.audit import write_look
from marugoto.disclosure.actions.emergency import begin, open_found
from marugoto.disclosure.codes import EmergencyReason
from marugoto.disclosure.models import Concern, Emergency, Folder
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.people.access import HOUSEHOLD, household_ref, person_ref
from marugoto.people.actions.about import people_of, same_records
from marugoto.people.queries.behind import records_behind
from marugoto.people.queries.person import digest
from marugoto.people.rules.pointer import read_question

PAGE = "people:emergency"


@acting
def open_in_emergency(
    *, by: Viewer, at: datetime, name: str, birth: date | None, reason: EmergencyReason, words: str
) -> Emergency:
    """For an hour, to the viewer's duty alone. What is guarded waits for a second person.

    Also where nobody is found the row is kept and the look is written: the door must keep the transaction (answer with a redirect).
    """
    question = read_question(name, birth, "")
    tries = next_number(by.body, f"emergency {local_day(at):%y%m%d} {by.worker.hex[:20]}")
    row = begin(by=by, at=at, reason=reason, words=words, tries=tries)
    eyes = by.at_moment(at)
    found = set(records_behind(eyes, question))
    persons = same_records(by, *found) if found else set()
    homes = _homes(by, persons, local_day(at))
    living = persons.union(*(people_of(by, home, local_day(at)) for home in homes))
    folders = _folders(by, living, homes) if living else {}
    subjects = [*(person_ref(one) for one in found), *(household_ref(one) for one in homes)]
    open_found(by=by, at=at, emergency=row, subjects=subjects, folders=folders.values())
    eyes.sight.searched = digest(f"{question.name}|{question.birth}|")
    for folder in folders.values():
        if folder.subject in found or folder.subject in homes:
            eyes.sight.shows(folder.pk, "pointer")
    write_look(by=eyes, at=at, page=PAGE, matter=str(row.pk), outcome="emergency" if found else "nothing")
    return row


def _homes(by: Viewer, persons: set[UUID], day: date) -> set[UUID]:
    """Where they live on that day; kept beside the walls, so that a hidden membership is found too."""
    rows = Concern.objects.within(by.body).filter(subject__in=persons, folder__subject_kind=HOUSEHOLD)
    return set(rows.exclude(until__lte=day).values_list("folder__subject", flat=True))


def _folders(by: Viewer, persons: set[UUID], homes: set[UUID]) -> dict[UUID, Folder]:
    """Their own, those of the households, and whatever speaks of them: cases, needs, consultations. Not what speaks of a household
    that one of them has left: it goes on without him, and those who live there are not the ones in danger."""
    own = Folder.objects.within(by.body).filter(subject__in=persons | homes)
    about = Concern.objects.within(by.body).filter(subject__in=persons | homes).exclude(folder__subject_kind=HOUSEHOLD)
    return {folder.pk: folder for folder in (*own, *(row.folder for row in about.select_related("folder")))}
