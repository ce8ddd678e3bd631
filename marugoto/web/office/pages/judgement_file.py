"""Files beside a decision on 要否: put there, saved again, taken out."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import PaperKind
from marugoto.evaluation.actions.judgement_paper import add_papers, remove_paper
from marugoto.evaluation.queries import necessity
from marugoto.evaluation.queries.judgement_paper import decision_of, whole
from marugoto.evaluation.rules.thinking import WRITERS
from marugoto.web.office.forms.survey import JudgementPapersForm, PaperOutForm
from marugoto.web.office.pages.judgement import judgement_page
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.kept_file import saved


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, judgement_file: UUID) -> HttpResponse:
    found = whole(viewer, judgement_file)
    if found is None:
        raise Http404
    row, content = found
    return saved(content, PaperKind(row.kind), row.name)


@act(*WRITERS)
def add(request: HttpRequest, viewer: Viewer, at: datetime, judgement: UUID) -> Page | HttpResponse:
    if necessity.decision(viewer, judgement) is None:
        raise Http404
    form = JudgementPapersForm.sent(request)
    if form.is_valid():
        with form_errors(form):
            added = add_papers(by=viewer, at=at, decision=judgement, papers=form.files_sent())
            messages.success(request, _("%(count)dつの紙を付けました。") % {"count": len(added)})
            return redirect("office:judgement", judgement=judgement)
    return judgement_page(viewer, judgement, form=form, status=422)


@act(*WRITERS)
def remove(request: HttpRequest, viewer: Viewer, at: datetime, judgement_file: UUID) -> Page | HttpResponse:
    judgement = decision_of(viewer, judgement_file)
    if judgement is None:
        raise Http404
    form = PaperOutForm(request.POST, auto_id=f"out-{judgement_file.hex}-%s")
    if form.is_valid():
        with form_errors(form):
            remove_paper(by=viewer, at=at, paper=judgement_file, reason=form.cleaned_data["why"])
            messages.success(request, _("紙を外しました。付けていたことは残ります。"))
            return redirect("office:judgement", judgement=judgement)
    return judgement_page(viewer, judgement, out=(judgement_file, form), status=422)
