"""既存制度の棚おろし: what the body has already, against the three functions and the five parts of 重層, and what nothing answers for."""

import csv
import io
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.inventory import write_system
from marugoto.evaluation.labels import FULFILS, FUNCTIONS, PLACES, PROJECT_PARTS
from marugoto.evaluation.queries import inventory
from marugoto.evaluation.queries.inventory import Row, unanswered
from marugoto.evaluation.queries.necessity import tenths
from marugoto.evaluation.rules.thinking import WRITERS, Fulfils, may_think
from marugoto.evaluation.standards.usual_systems import BY_CODE, USUAL
from marugoto.exchange.rules.writing import guarded
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.inventory import SystemForm
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui import parts

TONES: dict[str, parts.Tone] = {Fulfils.WHOLE: "done", Fulfils.PART: "soon"}


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    rows = inventory.systems(viewer)
    known = {row.name for row in rows}
    values = {
        "rows": [_line(row) for row in rows],
        "functions": FUNCTIONS.values(),
        "parts": PROJECT_PARTS.values(),
        "sentence": _sentence(rows),
        "gaps": gap_sentences(rows) if rows else [],
        "usual": [one for one in USUAL if one.name not in known],
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)),
    }
    return Page("office/inventory.html", values)


@see(*THINKERS)
def table(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    rows = inventory.systems(viewer)
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    heads = (_("制度・事業"), _("担い手"), _("職員(人分)"), _("いつから"), *PLACES.values(), _("よりどころ"), _("版"))
    sheet.writerow([guarded(str(one)) for one in heads])
    for row in rows:
        said = _line(row)
        cells = [cell["words"] for cell in said["cells"]]
        whole = (row.name, row.runner, said["staff"], said["since"], *cells, row.evidence, str(row.edition))
        sheet.writerow([guarded(str(one)) for one in whole])
    for words in gap_sentences(rows):
        sheet.writerow([guarded(words)])
    answer = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="inventory.csv"'
    return answer


@see(*WRITERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    usual = BY_CODE.get(request.GET.get("of", ""))
    known = {"name": usual.name, "words": usual.does} | dict.fromkeys(usual.may, Fulfils.PART) if usual else {}
    return Page("office/system_new.html", {"form": SystemForm(initial=known), "usual": usual})


@act(*WRITERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = SystemForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            write_system(by=viewer, at=at, said=form.said())
            messages.success(request, _("棚おろしに加えました。"))
            return redirect("office:inventory")
    return Page("office/system_new.html", {"form": form}, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, system: UUID) -> Page:
    return _show(viewer, system)


@act(*WRITERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, system: UUID) -> Page | HttpResponse:
    form = SystemForm(request.POST, again=True)
    if form.is_valid():
        with form_errors(form):
            more = {"reason": form.cleaned_data["reason"], "gone": form.cleaned_data["gone"]}
            write_system(by=viewer, at=at, said=form.said(), line=system, **more)
            messages.success(request, _("直しました。前の版も、下に残ります。"))
            return redirect("office:system", system=system)
    return _show(viewer, system, form=form, status=422)


def _show(viewer: Viewer, system: UUID, *, form: SystemForm | None = None, status: int = 200) -> Page:
    editions = inventory.editions(viewer, system)
    if not editions:
        raise Http404
    row = editions[0]
    staff = None if row.staff is None else tenths(row.staff)
    known = {name: getattr(row, name) for name in ("name", "runner", "since", "words", "evidence")}
    values = {
        "row": row,
        "line": _line(row),
        "editions": [{"row": one, "line": _line(one), "day": say_era(local_day(one.made_at))} for one in editions],
        "form": form or SystemForm(initial=known | {"staff": staff} | row.fulfils, again=True),
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)) and not row.gone,
    }
    return Page("office/system.html", values, status=status)


def gap_sentences(rows: list[Row]) -> list[str]:
    """One for each place that nothing answers for whole."""
    found = []
    for place, partly in unanswered(rows).items():
        words = _("「%(name)s」を果たしていると言える制度は、まだありません。") % {"name": PLACES[place]}
        helped = _("一部は、%(names)sが担っています。") % {"names": "・".join(partly)}
        found.append(words + (helped if partly else _("担っている制度も、書かれていません。")))
    return found


def _sentence(rows: list[Row]) -> str:
    if not rows:
        return _("いまある制度は、まだ書き出されていません。")
    gaps, of = len(unanswered(rows)), len(PLACES)
    if not gaps:
        return _("%(of)dのはたらきのどれにも、果たしている制度があります。") % {"of": of}
    return _("%(of)dのはたらきのうち%(gaps)dつは、果たしていると言える制度がありません。") % {"of": of, "gaps": gaps}


def _line(row: Row) -> dict[str, Any]:
    return {
        "row": row,
        "staff": "" if row.staff is None else tenths(row.staff),
        "since": say_era(row.since) if row.since else "",
        "cells": [
            {"name": name, "words": FULFILS[Fulfils(far)] if far else "", "tone": TONES.get(far, "")}
            for name, far in ((name, row.fulfils.get(place, "")) for place, name in PLACES.items())
        ],
    }
