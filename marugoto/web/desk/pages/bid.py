"""持ちたいという申し出: a team says that it would hold a ball; the holder hands it on, or says why not."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions import bid as verbs
from marugoto.custody.queries.bid import ball_of
from marugoto.custody.queries.face import BallFace
from marugoto.web.desk.forms.bid import BidForm, BidRefusalForm
from marugoto.web.desk.pages.ball import HOLDERS, ball_page, found_ball
from marugoto.web.shell.doors import Page, act, form_errors


@act(*HOLDERS)
def ask_for(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    found = found_ball(viewer, ball)
    form = BidForm(request.POST, auto_id="id_bid_%s")
    if form.is_valid():
        with form_errors(form):
            verbs.ask_for(by=viewer, at=at, ball=ball, words=form.cleaned_data["words"])
            messages.success(request, _("申し出を届けました。ボールは、持ち手が渡すまで動きません。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, bid=form)


@act(*HOLDERS)
def refuse(request: HttpRequest, viewer: Viewer, at: datetime, bid: UUID) -> Page | HttpResponse:
    found = _found(viewer, bid)
    form = BidRefusalForm(request.POST, auto_id="id_bid_no_%s")
    if form.is_valid():
        with form_errors(form):
            verbs.refuse_bid(by=viewer, at=at, bid=bid, words=form.cleaned_data["words"])
            messages.success(request, _("わけを伝えました。ボールはあなたの係のままです。"))
            return redirect("desk:ball", ball=found.ball)
    return ball_page(viewer, found, status=422, bid_no=form)


@act(*HOLDERS)
def withdraw(request: HttpRequest, viewer: Viewer, at: datetime, bid: UUID) -> HttpResponse:
    found = _found(viewer, bid)
    verbs.withdraw_bid(by=viewer, at=at, bid=bid)
    messages.success(request, _("申し出を取り下げました。ボールは動いていません。"))
    return redirect("desk:ball", ball=found.ball)


def _found(viewer: Viewer, bid: UUID) -> BallFace:
    ball = ball_of(viewer, bid)
    if ball is None:
        raise Http404
    return found_ball(viewer, ball)
