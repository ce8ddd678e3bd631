"""協力のお願い: what a division or a group asks of us; one team holds it, and an answer is due."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.member import answer_cooperation, ask_cooperation
from marugoto.community.labels import COOPERATION_SAID
from marugoto.community.queries import lack_sheet
from marugoto.community.queries import member as members
from marugoto.community.queries.member import is_own
from marugoto.community.rules.member import may_answer_cooperation
from marugoto.custody.queries import ball as balls
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import BESIDE, READERS, room_of
from marugoto.web.town.forms.member import CooperationAnswerForm, CooperationForm
from marugoto.web.town.pages.member import member_page
from marugoto.web.town.sheet_words import line_words
from marugoto.web.town.words import plain_day


@act(*BESIDE)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, standing: UUID) -> Page | HttpResponse:
    form = CooperationForm(request.POST, teams=team_choices(viewer))
    if form.is_valid():
        said = dict(form.cleaned_data)
        with form_errors(form):
            made = ask_cooperation(by=viewer, at=at, member=standing, to=UUID(said.pop("to")), **said)
            messages.success(request, _("お願いを届けました。返事の期限までに、持ち手の係が答えます。"))
            return redirect("town:cooperation", cooperation=made.pk)
    return member_page(viewer, standing, cooperation_form=form, status=422)


@see(*BESIDE)
def show(request: HttpRequest, viewer: Viewer, cooperation: UUID) -> Page:
    return _page(viewer, cooperation, CooperationAnswerForm())


@act(*BESIDE)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, cooperation: UUID) -> Page | HttpResponse:
    form = CooperationAnswerForm(request.POST)
    page = _page(viewer, cooperation, form, status=422)
    if form.is_valid():
        with form_errors(form):
            words = form.cleaned_data["words"]
            answer_cooperation(by=viewer, at=at, cooperation=cooperation, said=form.code(), words=words)
            messages.success(request, _("返事をしました。お願いした課・団体に知らせました。"))
            return redirect("town:cooperation", cooperation=cooperation)
    return page


def _page(viewer: Viewer, cooperation: UUID, form: CooperationAnswerForm, status: int = 200) -> Page:
    row = members.cooperation(viewer, cooperation)
    if row is None:
        raise Http404
    face = balls.faces(viewer, matters=[cooperation])[cooperation]
    holds, answered = face.holder.id == viewer.team, getattr(row, "answer", None)
    if not (holds or is_own(viewer, row.member) or viewer.has(*READERS)):
        raise Http404
    today, sheet = local_day(viewer.at), lack_sheet.sheet_of(viewer, cooperation)
    values = {
        "sheet": {"number": sheet.number, "day": say_era(local_day(sheet.made_at))} if sheet else None,
        "lines": line_words(viewer, sheet) if sheet else [],
        "row": row,
        "answer": answered,
        "said": COOPERATION_SAID[answered.said] if answered else "",
        "chip": chip_of(face),
        "asked": plain_day(local_day(row.made_at), today),
        "due": plain_day(row.answer_by, today),
        "late": answered is None and row.answer_by < today,
        "may": may_answer_cooperation(holds=holds, answered=answered is not None, words="-"),
        "form": form,
        **room_of(viewer, "members" if viewer.has(*READERS) else "light"),
    }
    return Page("town/cooperation.html", values, status=status)
