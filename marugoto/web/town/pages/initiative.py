"""取り組みの前と後: what a body has begun, and what the house knows of equal spans before and after."""

import csv
import io
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme
from marugoto.community.labels import NOTE_THEMES
from marugoto.community.queries import member as members
from marugoto.community.queries import place as places
from marugoto.evaluation.actions.initiative import begin_initiative, change_initiative, end_initiative
from marugoto.evaluation.queries import initiative as initiatives
from marugoto.evaluation.queries.initiative import Compared, Whole
from marugoto.evaluation.rules.before_after import MONTHS, USUAL
from marugoto.evaluation.rules.initiative import WRITERS, may_write_initiative
from marugoto.exchange.rules.writing import guarded
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.before_after_words import cautions, row_words, sentence, spans_words, table_rows
from marugoto.web.town.forms.initiative import InitiativeEndForm, InitiativeForm
from marugoto.web.ui.figure import around


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    rows = initiatives.initiatives(viewer)
    running = sum(row.ended is None for row in rows)
    said = (
        _("続いている取り組みが%(n)dつあります。") % {"n": running}
        if running
        else _("取り組みは、まだ書かれていません。")
    )
    values = {
        "rows": [_line(row) for row in rows],
        "sentence": said,
        "writes": bool(may_write_initiative(viewer.roles)),
        **room_of(viewer, "initiatives"),
    }
    return Page("town/initiatives.html", values)


@see(*WRITERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    return _new(viewer, InitiativeForm(initial={"since": local_day(viewer.at)}, **_choices(viewer)))


@act(*WRITERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = InitiativeForm(request.POST, **_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            made = begin_initiative(by=viewer, at=at, said=form.said())
            messages.success(request, _("取り組みを残しました。前と後の数は、いつでもここで見られます。"))
            return redirect("town:initiative", initiative=made.pk)
    return _new(viewer, form, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, initiative: UUID) -> Page:
    whole = _found(viewer, initiative)
    months = _months(request)
    found = initiatives.compared(viewer, whole, months=months)
    chosen = next((one for one in found.rows if one.figure.code == request.GET.get("of")), None)
    chosen = chosen or _telling(found)
    before, after = spans_words(found.spans)
    values: dict[str, Any] = {
        **_facts(whole),
        "months": months,
        "query": f"?months={months}",
        "spans": [(one, one == months) for one in MONTHS],
        "sentence": sentence(chosen, found),
        "rows": [row_words(one, found, whole) for one in found.rows],
        "chosen": row_words(chosen, found, whole),
        "drawn": around(chosen.months) if chosen.months and found.spans.begun else None,
        "cautions": cautions(found, whole),
        "before": before,
        "after": after,
        "begun": found.spans.begun,
        "writes": bool(may_write_initiative(viewer.roles)) and whole.row.ended is None,
        **room_of(viewer, "initiatives"),
    }
    return Page("town/initiative.html", values)


@see(*READERS)
def table(request: HttpRequest, viewer: Viewer, initiative: UUID) -> HttpResponse:
    whole = _found(viewer, initiative)
    found = initiatives.compared(viewer, whole, months=_months(request))
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow([guarded(one) for one in (whole.row.name, whole.row.runner, say_era(whole.row.since))])
    for line in table_rows([row_words(one, found, whole) for one in found.rows], found):
        sheet.writerow([guarded(cell) for cell in line])
    for said in (*cautions(found, whole), _proves_nothing()):
        sheet.writerow([guarded(said)])
    answer = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="before-after.csv"'
    return answer


@see(*WRITERS)
def edit(request: HttpRequest, viewer: Viewer, initiative: UUID) -> Page:
    return _edit(viewer, _found(viewer, initiative))


@act(*WRITERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, initiative: UUID) -> Page | HttpResponse:
    whole = _found(viewer, initiative)
    form = InitiativeForm(request.POST, again=True, **_choices(viewer, whole))
    if form.is_valid():
        with form_errors(form):
            said, reason = form.said(unseen=whole.unseen), form.cleaned_data["reason"]
            change_initiative(by=viewer, at=at, initiative=initiative, said=said, reason=reason)
            messages.success(request, _("直しました。直したことも、下に残ります。"))
            return redirect("town:initiative", initiative=initiative)
    return _edit(viewer, whole, form=form, status=422)


@act(*WRITERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, initiative: UUID) -> Page | HttpResponse:
    form = InitiativeEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            end_initiative(by=viewer, at=at, initiative=initiative, **form.values())
            messages.success(request, _("終えたことを残しました。数はこれからも見られます。"))
            return redirect("town:initiative", initiative=initiative)
    return _edit(viewer, _found(viewer, initiative), ending=form, status=422)


def _new(viewer: Viewer, form: InitiativeForm, status: int = 200) -> Page:
    return Page("town/initiative_new.html", {"form": form, **room_of(viewer, "initiatives")}, status=status)


def _edit(
    viewer: Viewer,
    whole: Whole,
    *,
    form: InitiativeForm | None = None,
    ending: InitiativeEndForm | None = None,
    status: int = 200,
) -> Page:
    row = whole.row
    known = {
        "name": row.name,
        "runner": row.runner,
        "since": row.since,
        "theme": row.theme,
        "words": row.words,
        "districts": [str(pk) for pk, _code, _name in whole.districts],
        "places": [str(pk) for pk, _name in whole.places],
        "undertakings": [str(pk) for pk, _name in whole.undertakings],
    }
    values = {
        "row": row,
        "form": form or InitiativeForm(initial=known, again=True, **_choices(viewer, whole)),
        "ending": ending or InitiativeEndForm(initial={"day": local_day(viewer.at)}),
        **room_of(viewer, "initiatives"),
    }
    return Page("town/initiative_edit.html", values, status=status)


def _found(viewer: Viewer, initiative: UUID) -> Whole:
    whole = initiatives.get(viewer, initiative)
    if whole is None:
        raise Http404
    return whole


def _months(request: HttpRequest) -> int:
    asked = request.GET.get("months", "")
    return int(asked) if asked in {str(one) for one in MONTHS} else USUAL


def _telling(found: Compared) -> Any:
    """The figure that differs most among those whose both sides may be told; without any, the first."""
    told = [one for one in found.rows if one.before is not None and one.after is not None]
    return max(told, key=lambda one: abs((one.after or 0) - (one.before or 0)), default=found.rows[0])


def _proves_nothing() -> str:
    return _(
        "前と後のちがいは、この取り組みのせいだとは言えません。季節、同じころに始まったほかのこと、書く人がふえたことでも変わります。"
    )


def _line(row: Any) -> dict[str, Any]:
    parts = list(row.parts.all())
    return {
        "row": row,
        "since": say_era(row.since),
        "theme": NOTE_THEMES[NoteTheme(row.theme)] if row.theme else "",
        "districts": "・".join(one.district.name for one in parts if one.district) or _("まち全体"),
        "ended": say_era(row.ended.day) if row.ended else "",
    }


def _facts(whole: Whole) -> dict[str, Any]:
    return {
        **_line(whole.row),
        "places": whole.places,
        "undertakings": whole.undertakings,
        "proves_nothing": _proves_nothing(),
        "changes": [{"one": one, "day": say_era(local_day(one.at))} for one in whole.changes],
    }


def _choices(viewer: Viewer, whole: Whole | None = None) -> dict[str, Any]:
    """What belongs to it stays to be chosen, also where it has ended meanwhile."""
    offered: dict[str, Any] = {
        "districts": [(str(one.pk), one.name) for one in directory.districts(viewer)],
        "places": places.name_choices(viewer),
        "undertakings": [(str(one.pk), f"{one.name}({one.member.name})") for one in members.undertakings(viewer)],
    }
    for name, own in (("places", whole.places), ("undertakings", whole.undertakings)) if whole else ():
        known = {key for key, _said in offered[name]}
        offered[name] = [*((str(pk), said) for pk, said in own if str(pk) not in known), *offered[name]]
    return offered
