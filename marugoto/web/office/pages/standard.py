"""整備の基準: where the town stands, in sentences, and the next useful step."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.queries.measure import Held, held
from marugoto.evaluation.standards import CRITERIA, PLANNED, Criterion, Verdict
from marugoto.evaluation.standards.criterion import LEVELS, Mark
from marugoto.kernel.era import say_day, say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import THINKERS, course_of, half_a_year_before, indicator_card_of
from marugoto.web.shell.doors import Page, see
from marugoto.web.ui import parts


@see(*THINKERS)
def standard(request: HttpRequest, viewer: Viewer) -> Page:
    """Two queries, whatever the number of figures."""
    today = local_day(viewer.at)
    before = half_a_year_before(today)
    found = figures(viewer, days=[today, before], indicators=INDICATORS, criteria=CRITERIA, remembered=True)
    course = held(viewer)
    criteria = [
        _opened(one, found.verdicts[one.code, today], found.verdicts[one.code, before], course.get(one.code, []))
        for one in CRITERIA
    ]
    cards = [
        {
            "indicator": one,
            "now": indicator_card_of(
                one, one.name, found.shares[one.code, today], url=reverse("office:indicator", args=[one.code])
            ),
            "before": indicator_card_of(one, _("半年前"), found.shares[one.code, before]),
        }
        for one in INDICATORS
    ]
    values = {
        "criteria": criteria,
        "cards": cards,
        "today": say_era(today),
        "as_of": say_moment(found.as_of),
        "before": say_day(before),
        "sentence": _sentence(CRITERIA[0], found.verdicts[CRITERIA[0].code, today]),
        "not_yet": PLANNED - len(CRITERIA),
        "planned": PLANNED,
    }
    return Page("office/standard.html", values)


def _sentence(criterion: Criterion, verdict: Verdict) -> str:
    place = (
        _("「%(name)s」は、まだ判定できません。")
        if verdict.level is None
        else _("「%(name)s」は「%(level)d %(word)s」まで来ています。")
    )
    return place % {"name": criterion.name, "level": verdict.level or 0, "word": verdict.word} + verdict.next_step


def _opened(criterion: Criterion, now: Verdict, before: Verdict, course: list[Held]) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "now": now,
        "before": before,
        "marks": _marks(now.marks),
        "course": course_of(course),
        "levels": [value.level for value in course],
        "tests": [
            {"test": test, "word": LEVELS[test.level], "said": _said(test.met), "tone": _tone(test.met)}
            for test in now.answers
        ],
        "rows_url": _rows_url(criterion, now.look_at),
    }


def _rows_url(criterion: Criterion, piece: str) -> str:
    """To the rows the next step is about."""
    here = reverse("office:behind", args=["criteria", criterion.code])
    return here if piece in {"", next(iter(criterion.evidence))} else f"{here}?part={piece}"


def _said(met: bool | None) -> str:
    return _("まだ言えない") if met is None else _("満たす") if met else _("まだ")


def _tone(met: bool | None) -> parts.Tone:
    return "" if met is None else "done" if met else "soon"


def _marks(marks: tuple[Mark, ...]) -> list[parts.Mark]:
    """The nearest threshold says how many more; those behind it only their level, so that words never lie on each other."""
    ahead = [mark for mark in marks if mark.missing]
    said = []
    for place, mark in enumerate(ahead):
        words = _("%(level)d まで あと%(count)d件") % {"level": mark.level, "count": mark.missing}
        said.append(parts.Mark(mark.at, words if place == 0 else str(mark.level)))
    return said or [parts.Mark(mark.at, str(mark.level)) for mark in marks]
