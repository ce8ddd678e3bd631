"""After the end of support: somebody looked in, or support goes on."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.after import look_in
from marugoto.casework.codes import LookInResult
from marugoto.casework.queries import after as afters
from marugoto.casework.queries import case as cases
from marugoto.casework.rules.case import may_resume
from marugoto.web.desk.forms.after import LookInForm, ResumeForm
from marugoto.web.desk.pages.household import household_page
from marugoto.web.shell.doors import Page, act, form_errors

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@act(*CASEWORK)
def looked(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    _require_ended(viewer, case)
    form = LookInForm(request.POST)
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        with form_errors(form):
            look_in(
                by=viewer,
                at=at,
                case=case,
                result=LookInResult(said["result"]),
                next_on=said["next_on"],
                words=said["words"],
            )
            messages.success(request, _("様子を残しました。"))
            return redirect("desk:household", case=case)
    return household_page(viewer, case, looked=form, status=422)


@act(*CASEWORK)
def resume(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    _require_ended(viewer, case)
    form = ResumeForm(request.POST, auto_id="id_resume_%s")
    if form.is_valid():
        with form_errors(form):
            look_in(by=viewer, at=at, case=case, result=LookInResult.NEEDED, words=form.cleaned_data["words"])
            messages.success(request, _("支援をもう一度始めました。世帯番号も記録も、前からの続きです。"))
            return redirect("desk:household", case=case)
    return household_page(viewer, case, resumed=form, status=422)


def _require_ended(viewer: Viewer, case: UUID) -> None:
    if cases.get(viewer, case) is None:
        raise Http404
    may_resume(ended=afters.of_case(viewer, case) is not None).require()
