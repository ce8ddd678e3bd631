"""How figures are said in this room."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.evaluation.queries.measure import Held
from marugoto.evaluation.rules.figures import Share, percent, said_of
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.standards.criterion import LEVELS
from marugoto.web.ui.parts import IndicatorCard

THINKERS = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)
HALF_A_YEAR = timedelta(days=182)
DIRECTIONS = {
    "up": gettext_lazy("高いほどよい"),
    "down": gettext_lazy("低いほどよい"),
    "none": gettext_lazy("高い低いでよしあしを言わない"),
}


def card_of(name: str, share: Share, *, url: str = "", computed: str = "") -> IndicatorCard:
    """A percentage where there are enough cases; otherwise what is known, never a dash and never a zero."""
    ratio = share.ratio
    shown = ratio is not None and share.enough
    return IndicatorCard(
        name=name,
        value=str(percent(ratio)) if ratio is not None and shown else "",
        unit="%" if shown else "",
        of_words=_of(share),
        open_words=_("まだ期限の前 %(count)d件") % {"count": share.running} if share.running else "",
        computed=computed,
        instead="" if shown else _("少ないので割合は出しません") if share.n else _("判定不能"),
        url=url,
    )


def _of(share: Share) -> str:
    return _("%(n)d件中%(k)d件") % {"n": share.n, "k": share.k} if share.n else _("まだ1件もありません")


def course_of(held: Sequence[Held]) -> list[dict[str, Any]]:
    """The half-years held fast, oldest first, as rows of a table."""
    return [
        {
            "half_year": say_half_year(value.anchor),
            "said": said_of(value.share),
            "level": value.level,
            "word": _("判定不能") if value.level is None else LEVELS[value.level],
        }
        for value in held
    ]


def half_a_year_before(day: date) -> date:
    return day - HALF_A_YEAR
