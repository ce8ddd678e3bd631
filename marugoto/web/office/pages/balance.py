"""3つの機能のつり合い: which kinds of work left a record in this half-year, function beside function; where one left none, its first step."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.labels import SYSTEM_FUNCTIONS
from marugoto.evaluation.rules.balance import DAYS, WORKS, Side, Trace, empty, leans, sides
from marugoto.evaluation.rules.suppression import few_of
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import counts_around
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, see

READ_THE_TOWN = (Role.PLANNER, Role.CHIEF, Role.COORDINATOR)  # the mayor reads the words without the way there


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    last = local_day(viewer.at).toordinal() + 1
    kinds = [work.event.kind for works in WORKS.values() for work in works]
    counts = counts_around(viewer, kinds, first=last - 2 * DAYS, start=last - DAYS, last=last)
    found, few = sides(counts), few_of(directory.body(viewer.body).population)
    values: dict[str, Any] = {
        "sides": [_side(side, few, leads=viewer.has(*READ_THE_TOWN)) for side in found],
        "sentence": _sentence(found),
        "few": few,
        "days": DAYS,
    }
    return Page("office/balance.html", values)


def _side(side: Side, few: int, *, leads: bool) -> dict[str, Any]:
    return {
        "name": SYSTEM_FUNCTIONS[side.function],
        "found": side.found,
        "of": len(side.traces),
        "rows": [_row(trace, few, leads=leads) for trace in side.traces],
    }


def _row(trace: Trace, few: int, *, leads: bool) -> dict[str, Any]:
    work = trace.work
    return {
        "name": work.name,
        "now": _said(trace.now, few),
        "before": _said(trace.before, few),
        "none": trace.now == 0,
        "step": work.first_step,
        "url": reverse(work.page) if work.page and leads else "",
    }


def _said(count: int, few: int) -> str:
    """A small number is not told; that there is something is."""
    if count == 0:
        return _("なし")
    return _("%(few)d件より少ない") % {"few": few} if count < few else _("%(n)d件") % {"n": count}


def _sentence(found: list[Side]) -> str:
    without = empty(found)
    if len(without) == len(found):
        return _("この半年、3つの機能のどれにも、まだ記録がありません。")
    if without:
        names = "」「".join(str(SYSTEM_FUNCTIONS[one]) for one in without)
        return _("この半年、「%(names)s」の記録がありません。") % {"names": names}
    side = leans(found)
    if side:
        return _("記録が「%(name)s」にかたよっています。") % {"name": SYSTEM_FUNCTIONS[side]}
    return _("3つの機能のどれにも、記録があります。")
