"""相手の表: for each division of the prefecture, whom it calls in each municipality; where nobody is named yet, the table says so."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions import tie, untie
from marugoto.agencies.codes import FirstCall
from marugoto.agencies.labels import FIRST_CALLS
from marugoto.agencies.queries.counterpart import Division, divisions, former, inner_choices, prefecture_of
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.forms.counterpart import CounterpartEndForm, CounterpartForm
from marugoto.web.shell.ids import read_id

Chosen = tuple[UUID | None, str]  # a division and a municipality


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Open to everybody in the house: offices and telephones, no resident."""
    outer, town = read_id(request.GET.get("outer", "")), request.GET.get("town", "")[:6]
    return _page(viewer, chosen=(outer, town) if outer and town else None)


@act()
def enter(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    chosen = read_id(request.POST.get("outer", "")), request.POST.get("town", "")[:6]
    form = CounterpartForm(request.POST, teams=_teams(viewer, chosen[1]))
    if form.is_valid():
        said, inner = form.cleaned_data, read_id(form.cleaned_data["inner"])
        with form_errors(form):
            if inner is not None:
                tie(
                    by=viewer,
                    at=at,
                    outer=said["outer"],
                    inner=inner,
                    first_call=FirstCall(said["first_call"]),
                    about=said["about"],
                    since=said["since"],
                )
                messages.success(request, _("相手の係を入れました。県と市町村のどちらからも見えます。"))
                return redirect("shell:counterparts")
    return _page(viewer, chosen=chosen, form=form, status=422)


@act()
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = CounterpartEndForm(request.POST, ties=_endable(_table(viewer)))
    if form.is_valid():
        wanted = read_id(form.cleaned_data["counterpart"])
        with form_errors(form):
            if wanted is not None:
                untie(by=viewer, at=at, counterpart=wanted, reason=form.cleaned_data["reason"])
                messages.success(request, _("きょうから、相手ではなくなりました。前のものは下に残ります。"))
                return redirect("shell:counterparts")
    return _page(viewer, ending=form, status=422)


def _table(viewer: Viewer) -> list[Division]:
    prefecture = prefecture_of(viewer)
    return divisions(viewer, prefecture.pk)[1] if prefecture else []


def _page(
    viewer: Viewer,
    *,
    chosen: Chosen | None = None,
    form: CounterpartForm | None = None,
    ending: CounterpartEndForm | None = None,
    status: int = 200,
) -> Page:
    prefecture = prefecture_of(viewer)
    towns, columns = divisions(viewer, prefecture.pk) if prefecture else ([], [])
    gone = former(viewer, prefecture.pk) if prefecture else []
    endable = _endable(columns)
    cell = _chosen(columns, chosen)
    values: dict[str, Any] = {
        "today": say_era(local_day(viewer.at)),
        "prefecture": prefecture.name if prefecture else "",
        "sentence": _sentence(prefecture.name if prefecture else "", columns),
        "columns": columns,
        "rows": [
            {
                "name": town.name,
                "own": town.code == viewer.body,
                "missing": sum(not one.cells[place].ties for one in columns),
                "cells": [_cell(one, place) for one in columns],
            }
            for place, town in enumerate(towns)
        ],
        "former": [
            {"town": town, "said": said, "tie": one, "since": say_era(one.since), "until": say_era(one.until)}
            for town, said, one in gone
            if one.until
        ],
        "cell": cell,
        "form": form or (_fresh(viewer, chosen) if cell and chosen else None),
        "ending": ending or (CounterpartEndForm(ties=endable) if endable else None),
    }
    return Page("shell/counterparts.html", values, status=status)


def _fresh(viewer: Viewer, chosen: Chosen) -> CounterpartForm:
    outer, town = chosen
    known = {"outer": outer, "town": town, "since": local_day(viewer.at), "first_call": FirstCall.EITHER}
    return CounterpartForm(initial=known, teams=_teams(viewer, town))


def _chosen(columns: list[Division], chosen: Chosen | None) -> dict[str, str] | None:
    """The cell that was pressed, where the viewer may say who it is."""
    if chosen is None:
        return None
    for one in columns:
        for cell in one.cells:
            if (one.team, cell.town) == chosen and cell.may:
                return {"said": one.said, "town": cell.town_name}
    return None


def _cell(division: Division, place: int) -> dict[str, Any]:
    cell = division.cells[place]
    ties = [
        {
            "tie": one,
            "first": FIRST_CALLS[one.first_call],
            "since": say_day(one.since),
        }
        for one in cell.ties
    ]
    return {"column": division.said, "outer": division.team, "town": cell.town, "ties": ties, "may": cell.may}


def _endable(columns: list[Division]) -> list[tuple[str, str]]:
    return [
        (str(one.id), f"{cell.town_name} {one.team} — {column.said}")
        for column in columns
        for cell in column.cells
        if cell.may
        for one in cell.ties
    ]


def _sentence(prefecture: str, columns: list[Division]) -> str:
    if not columns:
        return _("県の係が入っていません。相手の表は、県と市町村が同じ設置にあるときに使えます。")
    cells = sum(len(one.cells) for one in columns)
    missing = sum(one.missing for one in columns)
    if not missing:
        return _("%(prefecture)sの%(count)dの係は、どの市町村にも相手の係があります。") % {
            "prefecture": prefecture,
            "count": len(columns),
        }
    return _("%(cells)d組のうち%(missing)d組は、まだ相手の係が決まっていません。") % {
        "cells": cells,
        "missing": missing,
    }


def _teams(viewer: Viewer, town: str) -> list[tuple[str, str]]:
    return [(str(one.team), one.said) for one in inner_choices(viewer, town)] if town else []
