"""The journal: write, correct, take a misfiled entry out."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import journal
from marugoto.casework.codes import Method
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.journal import get
from marugoto.kernel.jst import JST, local_day
from marugoto.web.desk.forms.household import CorrectionForm, JournalForm
from marugoto.web.desk.pages.household import household_page
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
NOON = time(12, 0)


@act(*CASEWORK)
def write(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    form = JournalForm(request.POST, needs=[(str(line.need), f"{line.number} {line.title}") for line in found.needs])
    if form.is_valid():
        said = form.cleaned_data
        day = said["day"]
        happened = at if day in {None, local_day(at)} else datetime.combine(day, NOON, JST)
        with form_errors(form):
            journal.write(
                by=viewer,
                at=at,
                case=case,
                words=said["words"],
                need=read_id(said["need"]),
                method=Method(said["method"]),
                happened_at=happened,
                promise=said["promise"],
                promise_on=said["promise_on"],
            )
            messages.success(request, _("記録しました。"))
            return redirect("desk:household", case=case)
    return household_page(viewer, case, form=form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, entry: UUID) -> Page:
    return _page(viewer, entry, None)


@act(*CASEWORK)
def correct(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> Page | HttpResponse:
    form = CorrectionForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            made = journal.supersede(by=viewer, at=at, entry=entry, words=form.cleaned_data["words"])
            messages.success(request, _("直しました。前の文も、線を引いて残っています。"))
            return redirect("desk:household", case=made.case_id)
    return _page(viewer, entry, form, status=422)


@act(*CASEWORK)
def take_out(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> HttpResponse:
    stone = journal.take_out(by=viewer, at=at, entry=entry)
    messages.success(request, _("まちがえて入れた記録を外しました。外したことだけが残っています。"))
    return redirect("desk:household", case=stone.case_ref)


def _page(viewer: Viewer, entry: UUID, form: CorrectionForm | None, status: int = 200) -> Page:
    found = get(viewer, entry)
    if found is None or not found.mine:
        raise Http404
    return Page(
        "desk/journal_entry.html",
        {"entry": found, "form": form or CorrectionForm(initial={"words": found.words})},
        status=status,
    )
