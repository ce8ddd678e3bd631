"""整備の基準: where the town stands, in sentences, with the rows behind every figure."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.ball import faces
from marugoto.evaluation.indicators import BY_CODE as INDICATORS
from marugoto.evaluation.queries.figure import behind, share_of, verdict_of
from marugoto.evaluation.rules.figures import said
from marugoto.evaluation.standards import BY_CODE as CRITERIA
from marugoto.evaluation.standards import CRITERIA as ALL_CRITERIA
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.matters import matters_of, theme_words

THINKERS = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)
PAGE = 50
HALF_A_YEAR = timedelta(days=182)


@see(*THINKERS)
def standard(request: HttpRequest, viewer: Viewer) -> Page:
    today = local_day(viewer.at)
    criteria = [_criterion(viewer, criterion, today) for criterion in ALL_CRITERIA]
    indicators = [_indicator(viewer, indicator, today) for indicator in INDICATORS.values()]
    first = criteria[0]
    values = {"criteria": criteria, "indicators": indicators, "day": say_era(today), "sentence": first["now"].next_step}
    return Page("office/standard.html", values)


@see(*THINKERS)
def rows_behind(request: HttpRequest, viewer: Viewer, kind: str, code: str) -> Page:
    """The matters a figure counted, as ball faces; a name stands only where this reader may open the matter."""
    measure, name = _measured(kind, code)
    rows = behind(viewer, measure, last=local_day(viewer.at))
    page = read_page(request.GET.get("page", "1"))
    shown = rows[(page - 1) * PAGE : page * PAGE]
    balls = faces(viewer, matters=[row.matter for row in shown])
    lines = matters_of(viewer, balls.values())
    values = {
        "name": name,
        "rows": [_row(row, balls, lines) for row in shown],
        "count": len(rows),
        "counted": sum(row.ended for row in rows),
        "done": sum(row.fulfilled and row.ended for row in rows),
        "page": page,
        "pages": max(-(-len(rows) // PAGE), 1),
    }
    return Page("office/behind.html", values)


def _criterion(viewer: Viewer, criterion: Any, today: date) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "now": verdict_of(viewer, criterion, last=today),
        "before": verdict_of(viewer, criterion, last=today - HALF_A_YEAR),
    }


def _indicator(viewer: Viewer, indicator: Any, today: date) -> dict[str, Any]:
    return {"indicator": indicator, "now": said(share_of(viewer, indicator, last=today))}


def _measured(kind: str, code: str) -> tuple[Any, str]:
    if kind == "indicators" and code in INDICATORS:
        return INDICATORS[code].measure, INDICATORS[code].name
    if kind == "criteria" and code in CRITERIA:
        return next(iter(CRITERIA[code].evidence.values())).measure, CRITERIA[code].name
    raise Http404


def _row(row: Any, balls: Any, lines: Any) -> dict[str, Any]:
    ball = balls.get(row.matter)
    return {
        "day": say_day(row.day),
        "fulfilled": row.fulfilled,
        "words": _("守れた") if row.fulfilled else _("守れなかった") if row.ended else _("まだ期限の前"),
        "ended": row.ended,
        "line": lines.get(row.matter),
        "chip": chip_of(ball) if ball else None,
        "theme": theme_words(ball.theme) if ball else "",
    }
