"""The telephone answer of an agency without an account: written down by whoever heard it."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.outside import hear_answer
from marugoto.custody.codes import Means, OutsideSaid
from marugoto.custody.queries import offer as offers
from marugoto.custody.queries.ball import face
from marugoto.web.desk.forms.outside import HeardForm
from marugoto.web.desk.heard import outside_page
from marugoto.web.desk.pages.ball import HOLDERS
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors
from marugoto.web.shell.matters import matters_of

SAID = {
    OutsideSaid.TAKEN_ON: _("%(team)sが引き受けたことを残しました。ボールはあなたの側が持ったまま、見ていきます。"),
    OutsideSaid.DECLINED: _("%(team)sが受けられないことを、わけと一緒に残しました。"),
    OutsideSaid.ASKED_BACK: _("%(team)sが知りたいことを残しました。返事の期限をのばしました。"),
}


@act(*HOLDERS)
def hear(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> Page | HttpResponse:
    found = offers.get(viewer, offer)
    ball = face(viewer, found.ball) if found else None
    if found is None or ball is None:
        raise Http404
    form = HeardForm(request.POST, teams=team_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            heard = form.heard()
            hear_answer(
                by=viewer,
                at=at,
                offer=offer,
                heard=heard,
                means=Means(form.cleaned_data["means"]),
                instead=form.other(),
            )
            messages.success(request, SAID[heard.said] % {"team": found.to.said})
            return redirect(matters_of(viewer.at_moment(at), [ball])[ball.matter].url or reverse("shell:today"))
    return outside_page(viewer, found, ball, form, status=422)
