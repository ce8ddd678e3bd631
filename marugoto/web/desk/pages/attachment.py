"""Attachments: the list of a household, one of them as a file, and back out of one that was added by mistake."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import assessment as assessments
from marugoto.casework.queries import attachment as attachments
from marugoto.casework.queries import journal as journals
from marugoto.disclosure.actions.attachment import take_back
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.labels import PAPER_KINDS
from marugoto.disclosure.queries.attachment import AttachmentLine, matter_of, whole
from marugoto.disclosure.queries.consent import person_of
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST
from marugoto.people.queries.household import line
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.kept_file import saved
from marugoto.web.ui.parts import PaperFace

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    """On screen and on paper: what is attached to the records of this household."""
    found = attachments.of_case(viewer, case, page=read_page(request.GET.get("page", "1")))
    if found is None:
        raise Http404
    home = line(viewer, found.household)
    values = {
        "case": case,
        "name": home.name if home else _("世帯 %(number)s") % {"number": found.number},
        "papers": paper_faces(found.rows),
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // attachments.PAGE), 1),
        "removed": found.removed,
    }
    return Page("desk/attachments.html", values)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, attachment: UUID) -> HttpResponse:
    found = whole(viewer, attachment)
    if found is None:
        raise Http404
    row, content = found
    return saved(content, PaperKind(row.kind), row.name)


@act(*CASEWORK)
def remove(request: HttpRequest, viewer: Viewer, at: datetime, attachment: UUID) -> HttpResponse:
    matter = matter_of(viewer, attachment)
    take_back(by=viewer, at=at, attachment=attachment)
    messages.success(request, _("添付を外しました。外したことだけが残っています。"))
    if matter and journals.get(viewer, matter):
        return redirect("desk:journal_entry", entry=matter)
    case = assessments.case_of(viewer, matter) if matter else None
    if case is not None:
        return redirect("desk:assessment", case=case)
    person = person_of(viewer, matter) if matter else None
    if person is not None:
        return redirect("desk:person", person=person)
    return redirect("desk:consultation", consultation=matter)


def paper_faces(papers: Iterable[AttachmentLine]) -> list[PaperFace]:
    return [
        PaperFace(
            name=one.name,
            url=reverse("desk:attachment", args=[one.attachment]),
            kind=str(PAPER_KINDS[one.kind]),
            size=_say_size(one.size),
            who=one.writer,
            when=f"{say_day(one.at.astimezone(JST).date())} {one.at.astimezone(JST):%H:%M}",
            remove_url=reverse("desk:attachment_remove", args=[one.attachment]) if one.mine else "",
        )
        for one in papers
    ]


def _say_size(size: int) -> str:
    return f"{size / 1_000_000:.1f}MB" if size >= 1_000_000 else f"{max(1, round(size / 1_000))}KB"
