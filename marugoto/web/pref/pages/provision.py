"""県の支援メニュー: written once, read by every municipality; which of them use it comes back as names of towns and whole numbers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import municipalities_of
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.provision import change_provision, end_provision, offer_provision
from marugoto.community.codes import GroundKind
from marugoto.community.queries import provision as provisions
from marugoto.community.queries.provision import Provided, Uptakes
from marugoto.evaluation.rules.suppression import few_of
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.pref.forms.provision import ProvisionEndForm, ProvisionForm, initial_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.provisions import face_of

FEW = few_of(None)  # of the smallest municipality: what is hidden there is hidden everywhere


@see(Role.PREFECTURE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer)


@act(Role.PREFECTURE)
def offer(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ProvisionForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            offer_provision(by=viewer, at=at, **form.told())
            messages.success(request, _("すべての市町村に見えるようになりました。"))
            return redirect("pref:provisions")
    return _index(viewer, form, status=422)


@see(Role.PREFECTURE)
def show(request: HttpRequest, viewer: Viewer, provision: UUID) -> Page:
    return _page(viewer, provision)


@act(Role.PREFECTURE)
def change(request: HttpRequest, viewer: Viewer, at: datetime, provision: UUID) -> Page | HttpResponse:
    form = ProvisionForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            change_provision(by=viewer, at=at, provision=provision, **form.told())
            messages.success(request, _("書き直しました。市町村にも、いまの内容で見えています。"))
            return redirect("pref:provision", provision=provision)
    return _page(viewer, provision, form=form, status=422)


@act(Role.PREFECTURE)
def end(request: HttpRequest, viewer: Viewer, at: datetime, provision: UUID) -> Page | HttpResponse:
    form = ProvisionEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            end_provision(by=viewer, at=at, provision=provision, reason=form.cleaned_data["reason"])
            messages.success(request, _("おわりにしました。市町村の画面からは消え、ここに記録が残ります。"))
            return redirect("pref:provisions")
    return _page(viewer, provision, end_form=form, status=422)


def uses_words(uses: int) -> str:
    """How often it was used for somebody; a small number is nobody's to know, nor of today's page less yesterday's the one between them:
    it is told in steps."""
    if not uses:
        return _("人のために使われたことは、まだありません")
    if uses < FEW:
        return _("人のために使われました(%(few)d回より少ないため、数は伏せています)") % {"few": FEW}
    return _("人のために%(uses)d回以上使われました") % {"uses": uses // FEW * FEW}


def _index(viewer: Viewer, form: ProvisionForm | None = None, status: int = 200) -> Page:
    today, told = local_day(viewer.at), provisions.uptakes(viewer)
    rows = [_row(row, told, viewer) for row in provisions.own_provisions(viewer)]
    running = [row for row in rows if not row["ended"] and not row["over"]]
    values: dict[str, Any] = {
        "rows": running,
        "gone": [row for row in rows if row not in running],
        "towns": len(municipalities_of(viewer.body, today)),
        "few": FEW,
        "form": form or ProvisionForm(initial={"since": today, "ground": GroundKind.ORDER}),
    }
    return Page("pref/provisions.html", values, status=status)


def _row(row: Provided, told: Mapping[UUID, Uptakes], viewer: Viewer) -> dict[str, Any]:
    found, today = told.get(row.pk, Uptakes()), local_day(viewer.at)
    ended = row.ended
    return {
        "face": face_of(row, today),
        "towns": found.towns,
        "uses": uses_words(found.uses),
        "over": row.until is not None and row.until <= today,
        "ended": f"{say_day(ended.day)} {ended.reason}" if ended else "",
    }


def _page(
    viewer: Viewer,
    provision: UUID,
    *,
    form: ProvisionForm | None = None,
    end_form: ProvisionEndForm | None = None,
    status: int = 200,
) -> Page:
    row = provisions.get(viewer, provision)
    if row is None:
        raise Http404
    values = {
        **_row(row, provisions.uptakes(viewer), viewer),
        "provision": row,
        "form": form or ProvisionForm(initial=initial_of(row)),
        "end_form": end_form or ProvisionEndForm(),
        "few": FEW,
    }
    return Page("pref/provision.html", values, status=status)
