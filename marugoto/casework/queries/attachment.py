"""Everything that is attached to the records of one household, with what has left again."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Assessment, Case, CaseOrigin, JournalEntry, Misfiled
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Attachment, AttachmentRemoval
from marugoto.disclosure.queries.attachment import AttachmentLine, lines
from marugoto.ground.transaction import looking
from marugoto.intake.models import Consultation

PAGE = 50


@dataclass(frozen=True)
class AttachmentList:
    household: UUID
    number: str
    rows: tuple[AttachmentLine, ...]
    count: int
    page: int
    removed: int  # that were here once: counted, and nothing else of them is kept


@looking
def of_case(viewer: Viewer, case: UUID, *, page: int = 1) -> AttachmentList | None:
    """The newest first, fifty a page: of the journal, of assessments, and of the consultations it began with. None where the case is
    not open."""
    row = Case.objects.open_to(viewer).filter(pk=case).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    entries = JournalEntry.objects.open_to(viewer).filter(case=case).values("pk")
    known = CaseOrigin.objects.within(viewer.body).filter(case=case).values("consultation")
    heard = Consultation.objects.open_to(viewer).filter(pk__in=known).values("pk")
    sheets = Assessment.objects.open_to(viewer).filter(case=case).values("pk")
    of_this = Q(matter__in=entries) | Q(matter__in=heard) | Q(matter__in=sheets)
    rows = Attachment.objects.open_to(viewer).filter(of_this)
    count = rows.count()
    page = min(max(page, 1), max(-(-count // PAGE), 1))
    first = (page - 1) * PAGE
    shown = lines(viewer, rows.order_by("-made_at", "-pk")[first : first + PAGE])
    gone = Misfiled.objects.within(viewer.body).filter(case_ref=case).values("entry_ref")
    removed = AttachmentRemoval.objects.within(viewer.body).filter(of_this | Q(matter__in=gone)).count()
    return AttachmentList(row.household_id, row.number, tuple(shown), count, page, removed)
