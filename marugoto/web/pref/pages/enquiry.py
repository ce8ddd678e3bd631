"""市町村からの相談: who asked and why now, what the prefecture advised, who advises, and what came of it. Numbers and words of towns, no person."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.enquiry import advise
from marugoto.community.queries import enquiry as enquiries
from marugoto.community.queries.provision import own_provisions
from marugoto.kernel.jst import local_day
from marugoto.web.pref.forms.enquiry import AdviceForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.enquiries import EnquiryFace, face_of
from marugoto.web.shell.provisions import face_of as provision_face


@see(Role.PREFECTURE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    today = local_day(viewer.at)
    rows = [face_of(one, today) for one in enquiries.enquiries_here(viewer)]
    values = {
        "waiting": [row for row in rows if not row.advised],
        "advised": [row for row in rows if row.advised],
        "sentence": _sentence(rows),
        "triggers": Counter(row.trigger for row in rows).most_common(),
        "no_reasons": sum(row.no_reason for row in rows),
        "fruits": Counter(row.fruit or _("まだ書かれていない") for row in rows if row.advised).most_common(),
    }
    return Page("pref/enquiries.html", values)


@see(Role.PREFECTURE)
def show(request: HttpRequest, viewer: Viewer, enquiry: UUID) -> Page:
    return _page(viewer, enquiry, AdviceForm())


@act(Role.PREFECTURE)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, enquiry: UUID) -> Page | HttpResponse:
    form = AdviceForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            advise(by=viewer, at=at, enquiry=enquiry, **form.told())
            messages.success(request, _("返事を届けました。どうなったかは、町が書くとここに載ります。"))
            return redirect("pref:enquiries")
    return _page(viewer, enquiry, form, status=422)


def _sentence(rows: list[EnquiryFace]) -> str:
    waiting = sum(not row.advised for row in rows)
    if waiting:
        return _("県の返事を待っている相談が%(n)d件あります。") % {"n": waiting}
    if rows:
        return _("届いた相談%(n)d件に、すべて返事をしています。") % {"n": len(rows)}
    return _("市町村からの相談は、まだ届いていません。")


def _page(viewer: Viewer, enquiry: UUID, form: AdviceForm, status: int = 200) -> Page:
    found, today = enquiries.get(viewer, enquiry), local_day(viewer.at)
    if found is None or found.row.prefecture != viewer.body:
        raise Http404
    offers = [provision_face(row, today) for row in own_provisions(viewer) if row.ended_id is None]
    values = {"row": face_of(found, today), "form": form, "offers": offers}
    return Page("pref/enquiry.html", values, status=status)
