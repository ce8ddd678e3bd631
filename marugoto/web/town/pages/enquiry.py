"""県に相談する: this town's own trouble, who advises on it, and what came of it. Never a person."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.counterpart import prefecture_of
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.enquiry import ask_prefecture, say_outcome
from marugoto.community.queries import enquiry as enquiries
from marugoto.community.rules.enquiry import ASKERS
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.enquiries import face_of
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.forms.enquiry import EnquiryForm, EnquiryOutcomeForm

WRITERS = tuple(role for role in Role if role in ASKERS)


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, EnquiryForm())


@act(*WRITERS)
def ask(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = EnquiryForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            ask_prefecture(by=viewer, at=at, **form.told())
            messages.success(request, _("県に届けました。返事は、このページに載ります。"))
            return redirect("town:enquiries")
    return _index(viewer, form, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, enquiry: UUID) -> Page:
    return _page(viewer, enquiry, EnquiryOutcomeForm())


@act(*WRITERS)
def outcome(request: HttpRequest, viewer: Viewer, at: datetime, enquiry: UUID) -> Page | HttpResponse:
    form = EnquiryOutcomeForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            say_outcome(by=viewer, at=at, enquiry=enquiry, **form.told())
            messages.success(request, _("そのあとを書きました。県の担当も読みます。"))
            return redirect("town:enquiry", enquiry=enquiry)
    return _page(viewer, enquiry, form, status=422)


def _index(viewer: Viewer, form: EnquiryForm, status: int = 200) -> Page:
    prefecture, today = prefecture_of(viewer), local_day(viewer.at)
    rows = [face_of(one, today) for one in enquiries.own_enquiries(viewer)]
    values = {
        "rows": rows,
        "waiting": sum(not row.advised for row in rows),
        "unsaid": sum(bool(row.advised) and not row.fruit for row in rows),
        "prefecture": prefecture.name if prefecture else "",
        "form": form,
        "writes": viewer.has(*WRITERS),
        **room_of(viewer, "provisions"),
    }
    return Page("town/enquiries.html", values, status=status)


def _page(viewer: Viewer, enquiry: UUID, form: EnquiryOutcomeForm, status: int = 200) -> Page:
    found = enquiries.get(viewer, enquiry)
    if found is None or found.row.body != viewer.body:
        raise Http404
    values = {
        "row": face_of(found, local_day(viewer.at)),
        "form": form,
        "writes": viewer.has(*WRITERS),
        "plans": viewer.has(Role.PLANNER, Role.CHIEF, Role.COORDINATOR),
        **room_of(viewer, "provisions"),
    }
    return Page("town/enquiry.html", values, status=status)
