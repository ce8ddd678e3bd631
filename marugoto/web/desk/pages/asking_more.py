"""聞き返す: the team that is asked wants to know more before it answers; whoever asked it tells."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions import asking_more as verbs
from marugoto.custody.queries import offer as offers
from marugoto.web.desk.forms.asking_more import AskMoreForm, ReplyForm
from marugoto.web.desk.pages.ball import HOLDERS, answer_page, ball_page, found_ball
from marugoto.web.shell.doors import Page, act, form_errors


@act(*HOLDERS)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> Page | HttpResponse:
    form = AskMoreForm(request.POST, auto_id="id_more_%s")
    page = answer_page(viewer, offer, more=form, status=422)
    if form.is_valid():
        with form_errors(form):
            verbs.ask_more(by=viewer, at=at, offer=offer, words=form.cleaned_data["words"])
            messages.success(request, _("聞き返しました。ボールは渡した係のままで、返事の期限をのばしました。"))
            return redirect("desk:offer", offer=offer)
    return page


@act(*HOLDERS)
def reply(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> Page | HttpResponse:
    found = offers.get(viewer, offer)
    if found is None:
        raise Http404
    form = ReplyForm(request.POST, auto_id="id_reply_%s")
    if form.is_valid():
        with form_errors(form):
            verbs.reply(by=viewer, at=at, offer=offer, words=form.cleaned_data["words"])
            messages.success(request, _("答えを届けました。ボールは渡した係のままです。"))
            return redirect("desk:ball", ball=found.ball)
    return ball_page(viewer, found_ball(viewer, found.ball), status=422, reply=form)
