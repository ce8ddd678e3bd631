"""もとの記録: the balls a figure looked at, and which of them were as they should be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.labels import MATTER_KINDS
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.face import BallFace
from marugoto.evaluation.indicators import BY_CODE as INDICATORS
from marugoto.evaluation.indicators import Surveyed
from marugoto.evaluation.measures import Measured
from marugoto.evaluation.queries.figure import Behind, behind
from marugoto.evaluation.standards import BY_CODE as CRITERIA
from marugoto.evaluation.standards import OURS
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.matters import MatterLine, matters_of, theme_words
from marugoto.web.ui.parts import Filter, Tone

PAGE = 50
DONE, LEFT, YOUNG = "done", "left", "young"


@dataclass(frozen=True)
class Figure:
    """What is looked behind: its name, its measure, and how its two sides are said."""

    name: str
    measure: Measured
    done: str
    left: str
    wanted: bool | None
    back: str


@see(*THINKERS)
def rows_behind(request: HttpRequest, viewer: Viewer, kind: str, code: str) -> Page | HttpResponse:
    """A name stands only where this reader may open the matter; every other row is the ball's face. Behind answers to a survey stands the
    survey."""
    asked = INDICATORS.get(code)
    if kind == "indicators" and isinstance(asked, Surveyed):
        return redirect(f"{reverse('office:surveys')}?question={asked.asks}")
    part = request.GET.get("part", "")
    figure = _figure(kind, code, part)
    found = behind(viewer, figure.measure, last=local_day(viewer.at))
    state = _filter(figure, found, request.GET.get("state", ""))
    chosen = [row for row in found if state.value in {"", _state(row)}]
    page = read_page(request.GET.get("page", "1"))
    shown = chosen[(page - 1) * PAGE : page * PAGE]
    balls = faces(viewer, matters=[row.matter for row in shown], companions=False)
    lines = matters_of(viewer, balls.values())
    values = {
        "figure": figure,
        "ours": OURS,
        "sentence": _sentence(figure, found),
        "filters": _filters(kind, code, part, state),
        "count_words": _("%(count)d件") % {"count": len(chosen)},
        "rows": [_row(figure, row, balls.get(row.matter), lines) for row in shown],
        "count": len(chosen),
        "any": bool(found),
        "page": page,
        "pages": max(-(-len(chosen) // PAGE), 1),
    }
    return Page("office/behind.html", values)


def _figure(kind: str, code: str, part: str) -> Figure:
    if kind == "indicators" and code in INDICATORS and not part:
        one = INDICATORS[code]
        back = reverse("office:indicator", args=[code])
        wanted = None if one.direction == "none" else one.direction == "up"
        return Figure(one.name, one.measure, one.done, one.left, wanted, back)
    if kind == "criteria" and code in CRITERIA and CRITERIA[code].evidence:
        evidence = CRITERIA[code].evidence
        piece = evidence.get(part or next(iter(evidence)))
        if piece is not None:
            return Figure(
                piece.name,
                piece.measure,
                piece.done,
                piece.left,
                piece.wanted,
                reverse("office:criterion", args=[code]),
            )
    raise Http404


def _filters(kind: str, code: str, part: str, state: Filter) -> list[Filter]:
    """The other numbers a criterion looks at stand beside; an indicator has only one."""
    if kind != "criteria":
        return [state]
    evidence = CRITERIA[code].evidence
    first = next(iter(evidence))
    choices = [("" if key == first else key, piece.name) for key, piece in evidence.items()]
    return [Filter(name="part", label=_("もとの数字"), choices=choices, value=part), state]


def _sentence(figure: Figure, found: list[Behind]) -> str:
    counted = sum(row.ended for row in found)
    done = sum(row.ended and row.fulfilled for row in found)
    young = len(found) - counted
    said = _("「%(name)s」は、数えた%(n)d件のうち%(k)d件です。") % {"name": figure.name, "n": counted, "k": done}
    return said + (_("ほかに、まだ期限の前のものが%(count)d件あります。") % {"count": young} if young else "")


def _state(row: Behind) -> str:
    return YOUNG if not row.ended else DONE if row.fulfilled else LEFT


def _filter(figure: Figure, found: list[Behind], state: str) -> Filter:
    """Only what occurs can be chosen, with its number."""
    words = _words(figure)
    counts = {which: sum(1 for row in found if _state(row) == which) for which in words}
    choices = [("", _("すべて %(count)d件") % {"count": len(found)})]
    choices += [(which, f"{words[which]} {count}件") for which, count in counts.items() if count]
    return Filter(name="state", label=_("どうだったか"), choices=choices, value=state if state in dict(choices) else "")


def _words(figure: Figure) -> dict[str, str]:
    return {DONE: figure.done, LEFT: figure.left, YOUNG: _("まだ期限の前")}


def _tone(figure: Figure, state: str) -> Tone:
    if figure.wanted is None or state == YOUNG:
        return ""
    if (state == DONE) is figure.wanted:
        return "done"
    return "late"


def _row(figure: Figure, row: Behind, ball: BallFace | None, lines: Mapping[UUID, MatterLine]) -> dict[str, Any]:
    state = _state(row)
    return {
        "day": say_day(row.day),
        "words": _words(figure)[state],
        "tone": _tone(figure, state),
        "line": lines.get(row.matter),
        "number": ball.number if ball else "",
        "kind": MATTER_KINDS[ball.matter_kind] if ball else "",
        "theme": theme_words(ball.theme) if ball else "",
        "chip": chip_of(ball) if ball else None,
    }
