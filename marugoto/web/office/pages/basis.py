"""根拠: which grounds of the law this body may use today, since when, why not; and what of that its own people change, from a day on."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions.profile import say_profile
from marugoto.agencies.codes import KEEPS_HOUSE, Role
from marugoto.agencies.labels import DIFFERENCES
from marugoto.agencies.queries.profile import ProfileLine, profile_book
from marugoto.agencies.rules.profile import SWITCHES, difference_of
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.rules.basis import BASES, Basis, called, may_use_entry
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.basis import DifferenceForm, LocalNameForm
from marugoto.web.shell.doors import Page, act, form_errors, see

READERS = (*KEEPS_HOUSE, Role.PLANNER, Role.PRIVACY, Role.MAYOR, Role.COORDINATOR, Role.COUNSELLOR)


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*KEEPS_HOUSE)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = DifferenceForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = say_profile(
                by=viewer,
                at=at,
                name=said["entry"],
                value=said["answer"],
                since=said["since"],
                source=said["source"],
            )
            messages.success(request, _("%(day)sから変えます。前の決まりも残ります。") % {"day": say_day(row.since)})
            return redirect("office:bases")
    return _page(viewer, form=form)


@act(*KEEPS_HOUSE)
def name(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = LocalNameForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = say_profile(
                by=viewer,
                at=at,
                name=said["basis"],
                value=said["name"],
                since=said["named_since"],
                source=said["named_source"],
            )
            messages.success(
                request, _("%(day)sから、この名で出ます。根拠の名も並べて出します。") % {"day": say_day(row.since)}
            )
            return redirect("office:bases")
    return _page(viewer, named=form)


def _page(viewer: Viewer, **sent: Any) -> Page:
    day, book = local_day(viewer.at), profile_book(viewer)
    now = {line.name: line for line in book if line.runs(day)}
    profile = {key: line.value for key, line in now.items()}
    rows = [_row(basis, now, profile, day) for basis in BASES]
    usable = len({row["code"] for row in rows if row["usable"]})
    known = [line for line in book if line.name in SWITCHES or line.name.startswith("called_")]
    today = {"since": day}
    values = {
        "rows": rows,
        "sentence": _("きょう、この自治体で使える根拠は%(count)dつです。") % {"count": usable},
        "entries": [_entry(line, day) for line in known],
        "keeps": viewer.keeps_house,
        "form": DifferenceForm(initial=today),
        "named": LocalNameForm(initial={"named_since": day}),
        **sent,
    }
    return Page("office/bases.html", values, status=422 if sent else 200)


def _row(basis: Basis, now: dict[str, ProfileLine], profile: dict[str, str], day: date) -> dict[str, Any]:
    answer = may_use_entry(basis, profile=profile, day=day)
    line = now.get(basis.needs)
    since = max(basis.since, line.since) if answer and line else basis.since
    return {
        "code": basis.code,
        "basis": basis,
        "name": called(basis.code, profile=profile),
        "usable": bool(answer),
        "why_not": answer.reason,
        "instead": answer.way_on,
        "since": say_era(since),
        "until": say_era(basis.until) if basis.until else "",
        "own_source": line.source if line else "",
    }


def _entry(line: ProfileLine, day: date) -> dict[str, Any]:
    switch = line.name in SWITCHES
    return {
        "what": DIFFERENCES[difference_of(line.name)],
        "value": (_("はい") if line.value == "yes" else _("いいえ")) if switch else line.value,
        "since": say_era(line.since),
        "until": say_era(line.until) if line.until else "",
        "runs": line.runs(day),
        "coming": line.since > day,
        "source": line.source,
        "who": line.by_name or _("はじめの設定"),
    }
