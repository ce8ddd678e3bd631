"""Look at consultations."""

import unicodedata
from dataclasses import dataclass
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.attachment import AttachmentLine, of_matters
from marugoto.ground.transaction import looking
from marugoto.intake.codes import UrgentAnswer, UrgentCheck
from marugoto.intake.models import Consultation, ConsultationLine, ConsultationTrouble, ConsultationUrgent
from marugoto.intake.rules.troubles import trouble_set
from marugoto.people.rules.phone import digits_of
from marugoto.people.rules.search import SHORTEST_DIGITS

PAGE, MOST_WORDS, MOST_FOUND = 50, 10, 10


@dataclass(frozen=True)
class ConsultationPage:
    """A consultation with its boxes in the words of its own form."""

    consultation: Consultation
    troubles: tuple[str, ...]
    pressing: str
    urgent: tuple[tuple[UrgentCheck, UrgentAnswer], ...]
    lines: tuple[ConsultationLine, ...] = ()
    papers: tuple[AttachmentLine, ...] = ()


@dataclass(frozen=True)
class ConsultationList:
    rows: tuple[Consultation, ...]
    count: int
    page: int


@looking
def get(viewer: Viewer, consultation: UUID) -> ConsultationPage | None:
    rows = Consultation.objects.open_to(viewer).select_related("ball", "person", "receiver__worker", "receiver__team")
    row = rows.filter(pk=consultation).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    form = trouble_set(row.trouble_version)
    marks = list(ConsultationTrouble.objects.within(viewer.body).filter(consultation=row).order_by("code"))
    answers = ConsultationUrgent.objects.within(viewer.body).filter(consultation=row)
    urgent = tuple((UrgentCheck(answer.check_code), UrgentAnswer(answer.answer)) for answer in answers)
    pressing = next((form.label(mark.code) for mark in marks if mark.pressing), "")
    lines = ConsultationLine.objects.open_to(viewer).filter(consultation=row).select_related("by__worker")
    said = tuple(lines.order_by("made_at", "pk"))
    papers = of_matters(viewer, [row.pk]).get(row.pk, ())
    return ConsultationPage(row, tuple(form.label(mark.code) for mark in marks), pressing, urgent, said, papers)


@looking
def recent(viewer: Viewer, *, page: int = 1, running: bool | None = None, words: str = "") -> ConsultationList:
    """Newest first, fifty a page. `running`: only those not ended, or only those ended; `words` stand in what was told."""
    rows = Consultation.objects.open_to(viewer, first=True).select_related("ball", "receiver__worker")
    if running is not None:
        rows = rows.filter(ball__settlement__isnull=running)
    for word in words.split()[:MOST_WORDS]:
        rows = rows.filter(Q(caller__icontains=word) | Q(visitor__icontains=word) | Q(words__icontains=word))
    count = rows.count()
    first = (max(page, 1) - 1) * PAGE
    shown = tuple(rows.order_by("-day", "-made_at")[first : first + PAGE])
    for row in shown:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return ConsultationList(shown, count, max(page, 1))


@looking
def search(viewer: Viewer, text: str) -> list[Consultation]:
    """The latest in which caller or visitor bear these names, or whose telephone number ends so; one query, ten at most.

    Only what is open to the viewer is looked at. What was told is not searched here: names only, as everywhere in this search.
    """
    digits = digits_of(text)
    fits = Q(phone_digits__endswith=digits) if len(digits) >= SHORTEST_DIGITS else Q(pk__in=[])
    words = unicodedata.normalize("NFKC", text).split()[:MOST_WORDS]
    if words:
        fits |= reduce(and_, (Q(caller__icontains=word) | Q(visitor__icontains=word) for word in words))
    rows = Consultation.objects.open_to(viewer, first=True).select_related("ball").filter(fits)
    found = list(rows.order_by("-day", "-made_at", "pk")[:MOST_FOUND])
    for row in found:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return found


@looking
def person_of(viewer: Viewer, consultation: UUID) -> UUID | None:
    """Whom it is about, where that is known; nothing of it is shown."""
    return Consultation.objects.open_to(viewer).filter(pk=consultation).values_list("person", flat=True).first()
