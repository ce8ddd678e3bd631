"""確かめの間隔: after how many months each kind of place is asked again; ours until the body says otherwise, from a day on and why."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions.profile import say_profile
from marugoto.agencies.codes import KEEPS_HOUSE, Role
from marugoto.agencies.queries.profile import ProfileLine, profile_book
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import PlaceKind
from marugoto.community.labels import PLACE_KINDS
from marugoto.community.rules.check import MONTHS, PROFILE
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.check_months import CheckMonthsForm
from marugoto.web.shell.doors import Page, act, form_errors, see

READERS = (*KEEPS_HOUSE, Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER)


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, CheckMonthsForm(initial={"since": local_day(viewer.at)}))


@act(*KEEPS_HOUSE)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = CheckMonthsForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = say_profile(
                by=viewer,
                at=at,
                name=PROFILE + said["kind"],
                value=str(said["months"]),
                since=said["since"],
                source=said["reason"],
            )
            words = _("「%(kind)s」の間隔を、%(day)sから%(months)sか月にします。")
            kind = PLACE_KINDS[PlaceKind(said["kind"])]
            messages.success(request, words % {"kind": kind, "day": say_day(row.since), "months": row.value})
            return redirect("office:check_months")
    return _page(viewer, form, status=422)


def _page(viewer: Viewer, form: CheckMonthsForm, status: int = 200) -> Page:
    today = local_day(viewer.at)
    book = [line for line in profile_book(viewer) if line.name.startswith(PROFILE)]
    now = {line.name: line for line in book if line.runs(today)}
    values = {
        "sentence": _sentence(len(now)),
        "now": [_now(kind, months, now.get(PROFILE + kind)) for kind, months in MONTHS.items()],
        "coming": [_row(line) for line in book if line.since > today],
        "former": [_row(line) for line in book if _is_over(line, today)],
        "keeps": viewer.keeps_house,
        "form": form,
    }
    return Page("office/check_months.html", values, status=status)


def _sentence(own: int) -> str:
    if own:
        return _("%(n)d種類の場所を確かめる間隔を、この自治体で決めています。") % {"n": own}
    return _("場所を確かめる間隔は、どれもわたしたちの案のままです。")


def _now(kind: PlaceKind, usual: int, line: ProfileLine | None) -> dict[str, Any]:
    if line is not None:
        return _row(line) | {"usual": _months(usual) if line.value != str(usual) else ""}
    return {"kind": PLACE_KINDS[kind], "months": _months(usual), "ours": True}


def _row(line: ProfileLine) -> dict[str, Any]:
    kind = line.name.removeprefix(PROFILE)
    return {
        "kind": PLACE_KINDS[PlaceKind(kind)] if kind in set(PlaceKind) else kind,
        "months": _months(line.value),
        "since": say_era(line.since),
        "who": line.by_name or _("はじめの設定"),
        "reason": line.source,
    }


def _months(value: int | str) -> str:
    return _("%(months)sか月") % {"months": value}


def _is_over(line: ProfileLine, today: date) -> bool:
    return line.until is not None and line.until <= today
