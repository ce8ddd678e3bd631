"""指標の台帳: what each indicator of the plan has decided, how it stands, and which flags are raised. It ranks no person and no division."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.plan_indicator import bring_indicators, let_stand, type_value, write_indicator
from marugoto.evaluation.codes import Earning, Filling, IndicatorSort, Standing
from marugoto.evaluation.labels import EARNINGS, FILLINGS, FLAGS, SORTS, USES
from marugoto.evaluation.queries import indicator_ledger as ledger
from marugoto.evaluation.queries.indicator_ledger import Book, Line
from marugoto.evaluation.rules.figures import percent
from marugoto.evaluation.rules.flags import Raised
from marugoto.evaluation.rules.review import may_review
from marugoto.exchange.rules.indicator_list import read_indicators
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.plan import IndicatorForm, IndicatorListForm, StandForm, ValueForm
from marugoto.web.office.pages.review import WRITE
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui.parts import Tone

TONES: dict[Earning, Tone] = {
    Earning.EARNING: "done",
    Earning.LIVE: "",
    Earning.SEED: "field",
    Earning.IDLE: "soon",
    Earning.PARKED: "",
    Earning.RETIRED: "",
}
ORDER = list(TONES)


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer)


@act(*WRITE)
def add(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = IndicatorForm(request.POST, guards=_guards(viewer))
    if form.is_valid():
        with form_errors(form):
            made = write_indicator(by=viewer, at=at, said=form.written())
            messages.success(request, _("「%(name)s」を台帳に入れました。") % {"name": made.name})
            return redirect("office:plan_indicator", plan_indicator=made.pk)
    return _index(viewer, {"form": form}, status=422)


@act(*WRITE)
def bring(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = IndicatorListForm.sent(request)
    if form.is_valid():
        try:
            made = bring_indicators(by=viewer, at=at, said=read_indicators(form.cleaned_data["file"].read()))
        except Refused as refused:
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        else:
            messages.success(request, _("%(n)d本の指標を台帳に入れました。次は「しぼる」です。") % {"n": len(made)})
            return redirect("office:pruning")
    return _index(viewer, {"list_form": form}, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, plan_indicator: UUID) -> Page:
    return _page(viewer, plan_indicator)


@act(*WRITE)
def stand(request: HttpRequest, viewer: Viewer, at: datetime, plan_indicator: UUID) -> Page | HttpResponse:
    form = StandForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = let_stand(by=viewer, at=at, indicator=plan_indicator, **form.said())
            messages.success(request, _("「%(name)s」のあつかいを残しました。") % {"name": row.name})
            return redirect("office:plan_indicator", plan_indicator=plan_indicator)
    return _page(viewer, plan_indicator, {"stand_form": form}, status=422)


@act(*WRITE)
def back(request: HttpRequest, viewer: Viewer, at: datetime, plan_indicator: UUID) -> HttpResponse:
    """One press: a parked one is a seed again."""
    row = let_stand(by=viewer, at=at, indicator=plan_indicator, to=Standing.SEED)
    messages.success(request, _("「%(name)s」を種に戻しました。") % {"name": row.name})
    return redirect("office:ledger")


@act(*WRITE)
def value(request: HttpRequest, viewer: Viewer, at: datetime, plan_indicator: UUID) -> Page | HttpResponse:
    form = ValueForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            type_value(by=viewer, at=at, indicator=plan_indicator, **form.said())
            messages.success(request, _("値を残しました。"))
            return redirect("office:plan_indicator", plan_indicator=plan_indicator)
    return _page(viewer, plan_indicator, {"value_form": form}, status=422)


def line_words(line: Line) -> dict[str, Any]:
    row = line.row
    return {
        "row": row,
        "line": line,
        "stands": EARNINGS[line.earning],
        "tone": TONES[line.earning],
        "sort": SORTS[IndicatorSort(row.sort)],
        "filling": FILLINGS[Filling(row.filling)],
        "keep": number_words(line.keep),
        "uses": [f"{say_day(use.day)} {USES[use.kind]}" for use in line.uses],
        "last": say_era(line.last_use) if line.last_use else _("まだ使われていません"),
    }


def number_words(value: Fraction) -> str:
    """One decimal, rounded half up; whole numbers without it."""
    tenths = int(value * 10 + Fraction(1, 2))
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def flag_words(flags: Iterable[Raised]) -> list[dict[str, Any]]:
    return [{"code": one.flag.value, "name": FLAGS[one.flag], "words": one.words} for one in flags]


def _index(viewer: Viewer, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    book, writes = ledger.book(viewer), bool(may_review(viewer.roles))
    shown = sorted(book.lines, key=lambda one: (ORDER.index(one.earning), -one.keep, one.row.name))
    used = book.plan.utilisation
    values: dict[str, Any] = {
        "rows": [line_words(one) for one in shown if one.earning not in {Earning.PARKED, Earning.RETIRED}],
        "parked": [line_words(one) for one in shown if one.earning is Earning.PARKED],
        "retired": [line_words(one) for one in shown if one.earning is Earning.RETIRED],
        "flags": flag_words(book.flags),
        "live": book.live,
        "used": percent(used) if used is not None else None,
        "minutes": sum(one.minutes for one in book.plan.live),
        "changed": book.plan.means_changed,
        "targets": book.plan.targets_changed,
        "sentence": _sentence(book),
        "writes": writes,
    }
    if writes:
        guards = [(str(one.row.pk), one.row.name) for one in book.lines]
        values |= {"form": IndicatorForm(guards=guards), "list_form": IndicatorListForm()}
    return Page("office/ledger.html", values | (forms or {}), status=status)


def _sentence(book: Book) -> str:
    if not book.lines:
        return _("計画の指標は、まだ台帳に入っていません。")
    used = sum(one.used for one in book.plan.live)
    said = _("使っている指標%(live)d本のうち、この2年の見直しで役に立ったのは%(used)d本です。")
    return said % {"live": book.live, "used": used}


def _page(viewer: Viewer, indicator: UUID, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    found = ledger.get(viewer, indicator)
    if found is None:
        raise Http404
    row, writes = found.line.row, bool(may_review(viewer.roles))
    values: dict[str, Any] = {
        **line_words(found.line),
        "values": [{"one": one, "day": say_era(one.day)} for one in found.values],
        "steps": [
            {"one": one, "said": EARNINGS[Earning(one.standing)], "day": say_era(local_day(one.made_at))}
            for one in found.steps
        ],
        "sentence": _about(found.line),
        "writes": writes and found.line.earning is not Earning.RETIRED,
        "since": say_era(row.since),
    }
    if values["writes"]:
        known = {"to": row.standing, "decision": row.decision, "turning": row.turning}
        typed = row.filling == Filling.TYPED
        values |= {"stand_form": StandForm(initial=known), "value_form": ValueForm() if typed else None}
    return Page("office/plan_indicator.html", values | (forms or {}), status=status)


def _about(line: Line) -> str:
    if line.uses:
        said = _("「%(name)s」は、この2年の見直しで%(n)d回、決める材料になりました。")
        return said % {"name": line.row.name, "n": len(line.uses)}
    return _("「%(name)s」は、この2年、まだ何も決めていません。") % {"name": line.row.name}


def _guards(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in ledger.standing_rows(viewer)]
