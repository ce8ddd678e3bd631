"""目指す姿と手段: the outline of the plan as lines between aims, means and indicators; what hangs on nothing is named."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.plan import begin_means, cut_line, link_means, measure_aim, set_aim
from marugoto.evaluation.queries.plan import Outline, outline
from marugoto.evaluation.rules.review import may_review
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.plan import AimForm, LineForm, MeansForm
from marugoto.web.office.pages.review import WRITE
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*WRITE)
def aim(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = AimForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            set_aim(by=viewer, at=at, name=form.cleaned_data["aim_name"])
            messages.success(request, _("目指す姿を書きました。次は、手段と指標を結びます。"))
            return redirect("office:outline")
    return _page(viewer, {"aim_form": form}, status=422)


@act(*WRITE)
def means(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = MeansForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            begin_means(by=viewer, at=at, **form.cleaned_data)
            messages.success(request, _("手段を書きました。"))
            return redirect("office:outline")
    return _page(viewer, {"means_form": form}, status=422)


@act(*WRITE)
def link(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = _line_form(outline(viewer), request.POST)
    if form.is_valid():
        with form_errors(form):
            goal, kind, end = form.ends()
            if kind == "means":
                link_means(by=viewer, at=at, aim=goal, means=end, assumption=form.cleaned_data["assumption"])
            else:
                measure_aim(by=viewer, at=at, aim=goal, indicator=end)
            messages.success(request, _("線を引きました。"))
            return redirect("office:outline")
    return _page(viewer, {"line_form": form}, status=422)


@act(*WRITE)
def cut(request: HttpRequest, viewer: Viewer, at: datetime, line: UUID) -> HttpResponse:
    cut_line(by=viewer, at=at, line=line)
    messages.success(request, _("線を外しました。"))
    return redirect("office:outline")


def _page(viewer: Viewer, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    found, writes = outline(viewer), bool(may_review(viewer.roles))
    values: dict[str, Any] = {"found": found, "sentence": _sentence(found), "writes": writes}
    if writes:
        values |= {
            "aim_form": AimForm(),
            "means_form": MeansForm(initial={"since": local_day(viewer.at)}),
            "line_form": _line_form(found) if found.branches and (found.means or found.indicators) else None,
        }
    return Page("office/outline.html", values | (forms or {}), status=status)


def _line_form(found: Outline, sent: Any = None) -> LineForm:
    return LineForm(
        sent,
        aims=[(str(one.aim.pk), one.aim.name) for one in found.branches],
        means=[(str(one.pk), one.name) for one in found.means],
        indicators=[(str(one.pk), one.name) for one in found.indicators],
    )


def _sentence(found: Outline) -> str:
    if not found.branches:
        return _("目指す姿は、まだ書かれていません。")
    loose = len(found.loose_means) + len(found.loose_aims) + len(found.loose_indicators)
    if loose:
        return _("どこにも結ばれていないものが%(n)dつあります。") % {"n": loose}
    return _("目指す姿・手段・指標が、すべて線でつながっています。")
