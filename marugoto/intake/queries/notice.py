"""Look at notices."""

from dataclasses import dataclass
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.intake.models import Consultation, Notice, NoticeInformant, NoticeReply, ReleasedAnswer


@dataclass(frozen=True)
class NoticePage:
    """A notice as the viewer may see it; the informant only where his own folder is open."""

    notice: Notice
    reply: NoticeReply | None
    informant: NoticeInformant | None
    consultation: UUID | None


@looking
def get(viewer: Viewer, notice: UUID) -> NoticePage | None:
    row = Notice.objects.open_to(viewer).select_related("ball").filter(pk=notice).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    informant = NoticeInformant.objects.open_to(viewer).filter(notice=row).first()
    if informant is not None:
        viewer.sight.shows(informant.folder_id, Part.INFORMANT)
    taken_up = Consultation.objects.open_to(viewer).filter(notice=row).values_list("pk", flat=True).first()
    return NoticePage(row, NoticeReply.objects.open_to(viewer).filter(notice=row).first(), informant, taken_up)


@looking
def released(viewer: Viewer, notices: set[UUID]) -> dict[UUID, str]:
    """What may be told back of answered notices, by their id; nothing of what they said."""
    rows = ReleasedAnswer.objects.within(viewer.body).filter(notice_ref__in=notices)
    return {row.notice_ref: row.told_back for row in rows}
