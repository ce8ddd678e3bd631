"""圏域の形: hand a file of boundaries over, see what the map would be and what is wrong with which row, say yes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.boundary import leave_shapes, use_shapes
from marugoto.community.queries import boundary as boundaries
from marugoto.community.queries.boundary import Brought
from marugoto.community.rules.boundary import DRAWERS, missing
from marugoto.exchange.actions.boundary import prepare
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_moment
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.town.audience import room_of
from marugoto.web.town.forms.boundary import BoundaryForm

SHOWN = 200  # rows of one preview


@see(*DRAWERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, BoundaryForm())


@act(*DRAWERS)
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """A file that cannot be read is answered on this page, and nothing of it is kept."""
    form = BoundaryForm.sent(request)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = prepare(
                by=viewer,
                at=at,
                upload=file.read(),
                file_name=file.name or "",
                credit=form.cleaned_data["credit"],
            )
        except Refused as refused:
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        else:
            return redirect("town:boundary", boundary=made.pk)
    return _index(viewer, form, status=422)


@see(*DRAWERS)
def show(request: HttpRequest, viewer: Viewer, boundary: UUID) -> Page:
    return _preview(viewer, boundary)


@act(*DRAWERS)
def use(request: HttpRequest, viewer: Viewer, at: datetime, boundary: UUID) -> Page | HttpResponse:
    page = _preview(viewer, boundary)
    try:
        use_shapes(by=viewer, at=at, boundary=boundary)
    except Refused as refused:
        return Page(page.template, page.values | {"refused": refused}, status=409)
    messages.success(request, _("地図を、この形で描きます。"))
    return redirect("town:coverage")


@act(*DRAWERS)
def leave(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    leave_shapes(by=viewer, at=at)
    messages.success(request, _("地図を、六角形に戻しました。形は残っているので、いつでも使えます。"))
    return redirect("town:boundaries")


def _index(viewer: Viewer, form: BoundaryForm, status: int = 200) -> Page:
    rows = boundaries.brought(viewer)
    running = next((one for one in rows if one.used), None)
    said = _("圏域の地図は、%(file)sの形で描いています。") % {"file": running.file.file_name} if running else ""
    values = {
        "form": form,
        "rows": [_line(one) for one in rows],
        "running": running,
        "sentence": said or _("圏域の地図は、まだほんとうの形ではありません。"),
        "districts": "・".join(standing(viewer.body).districts.values()),
        **room_of(viewer, "coverage"),
    }
    return Page("town/boundaries.html", values, status=status)


def _preview(viewer: Viewer, boundary: UUID) -> Page:
    found = boundaries.get(viewer, boundary)
    if found is None:
        raise Http404
    drawing = boundaries.drawing_of(viewer, found.file)
    names = standing(viewer.body).districts
    matched = found.matched
    values: dict[str, Any] = {
        **_line(found),
        "file": found.file,
        "used": found.used,
        "rows": [{"one": one, "district": names.get(one.district, "")} for one in matched[:SHOWN]],
        "unshown": max(len(matched) - SHOWN, 0),
        "missing": "・".join(missing(matched, names)),
        "tiles": [
            {"name": names.get(one.district, ""), "path": one.path, "x": one.x, "y": one.y, "pattern": "some"}
            | {"count": None}
            for one in drawing.shapes
        ],
        "shaped": True,
        "width": drawing.width,
        "height": drawing.height,
        "sentence": _sentence(found, len(drawing.shapes), len(names)),
        **room_of(viewer, "coverage"),
    }
    return Page("town/boundary.html", values)


def _line(one: Brought) -> dict[str, Any]:
    faults = sum(bool(row.fault) for row in one.matched)
    return {
        "brought": one,
        "count": len(one.file.rows),
        "faults": faults,
        "when": say_moment(one.file.made_at),
    }


def _sentence(found: Brought, drawn: int, districts: int) -> str:
    if not drawn:
        return _("このファイルからは、圏域を一つも描けません。")
    if drawn < districts:
        return _("%(districts)dつの圏域のうち、%(drawn)dつを描けます。") % {"districts": districts, "drawn": drawn}
    return _("%(districts)dつの圏域を、すべて描けます。") % {"districts": districts}
