"""The minutes as a file: Word to go on editing, PDF/A to be sent. Made anew from the record each time; none is kept."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.queries import conference as conferences
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.exchange.rules.paper import Paper
from marugoto.kernel.decision import Refused
from marugoto.web.meeting.minutes_paper import minutes_paper
from marugoto.web.meeting.pages.conference import CASEWORK
from marugoto.web.shell.doors import Page, see


@see(*CASEWORK)
def to_edit(request: HttpRequest, viewer: Viewer, conference: UUID) -> HttpResponse:
    return _file(docx.written(_paper(viewer, conference)), docx.MEDIA, "minutes.docx")


@see(*CASEWORK)
def to_send(request: HttpRequest, viewer: Viewer, conference: UUID) -> Page | HttpResponse:
    try:
        made = pdf.written(_paper(viewer, conference), at=viewer.at)
    except Refused as refused:
        return Page("meeting/no_paper.html", {"refused": refused, "conference": conference}, status=409)
    return _file(made, pdf.MEDIA, "minutes.pdf")


def _paper(viewer: Viewer, conference: UUID) -> Paper:
    """The host writes the minutes, so the host's team takes them along; whoever sits reads them on the page."""
    found = conferences.get(viewer, conference)
    if found is None or found.conference.host_id != viewer.team or not any(item.open for item in found.items):
        raise Http404
    return minutes_paper(viewer, found)


def _file(made: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer
