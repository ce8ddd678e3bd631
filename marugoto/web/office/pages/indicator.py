"""One indicator: its value with n, what it says and does not say, where it differs, and the decision it could change."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.queries.directory import districts
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE, INDICATORS, Divided, Indicator
from marugoto.evaluation.queries.division import divided
from marugoto.evaluation.queries.figure import attainment_of, figures, spread_of
from marugoto.evaluation.queries.measure import held
from marugoto.evaluation.rules.figures import ENOUGH, Share
from marugoto.kernel.era import say_day, say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import (
    DIRECTIONS,
    THINKERS,
    course_of,
    field_names,
    half_a_year_before,
    indicator_card_of,
    said_as,
    where_of,
)
from marugoto.web.shell.doors import Page, see

NAMES_OF = {
    Divided.DISTRICT: gettext_lazy("圏域ごと"),
    Divided.FIELD: gettext_lazy("分野ごと"),
    Divided.ROUTE: gettext_lazy("どの分野から、どの分野へ"),
}
MOST_ROWS = 12


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, indicator: str) -> Page:
    one = BY_CODE.get(indicator)
    if one is None:
        raise Http404
    today = local_day(viewer.at)
    before = half_a_year_before(today)
    beside = [BY_CODE[code] for code in one.beside]
    found = figures(viewer, days=[today, before], indicators=[one, *beside], remembered=True)
    share = found.shares[one.code, today]
    values = {
        "indicator": one,
        "share": share,
        "sentence": _sentence(one, share),
        "now": indicator_card_of(one, _("いま(%(day)sまで)") % {"day": say_day(today)}, share),
        "before": indicator_card_of(
            one, _("半年前(%(day)sまで)") % {"day": say_day(before)}, found.shares[one.code, before]
        ),
        "in_a_row": _in_a_row(viewer, one),
        "beside": [
            indicator_card_of(
                other, other.name, found.shares[other.code, today], url=reverse("office:indicator", args=[other.code])
            )
            for other in beside
        ],
        "divided": _divided(viewer, one),
        "course": course_of(held(viewer).get(one.code, []), one),
        "direction": DIRECTIONS[one.direction],
        "today": say_era(today),
        "as_of": say_moment(found.as_of),
        "others": [
            {"name": other.name, "url": reverse("office:indicator", args=[other.code]), "current": other is one}
            for other in INDICATORS
        ],
    }
    return Page("office/indicator.html", values)


def _sentence(one: Indicator, share: Share) -> str:
    if not share.n:
        return _("「%(name)s」は、まだ数えるものがありません。") % {"name": one.name}
    return _("この1年の「%(name)s」は、%(said)sです。") % {"name": one.name, "said": said_as(one, share)}


def _in_a_row(viewer: Viewer, one: Indicator) -> list[str]:
    """What a share does not tell: the middle, how far most go, and the T of the goals."""
    today = local_day(viewer.at)
    spread, attained = spread_of(viewer, one, last=today), attainment_of(viewer, one, last=today)
    if spread is not None and spread.n:
        values = {"n": spread.n, "unit": one.row_unit, "middle": spread.middle, "most": spread.most}
        said = [
            _("%(n)d件をならべると、真ん中は%(middle)d%(unit)sです。") % values
            if spread.middle is not None
            else _("%(n)d件をならべると、真ん中のものにはまだありません。") % values
        ]
        if spread.n >= ENOUGH and spread.most is not None:
            said.append(_("10件のうち9件は、%(most)d%(unit)sまでです。") % values)
        if spread.without:
            said.append(_("まだないものが%(without)d件あります(列のいちばん後ろ)。") % {"without": spread.without})
        return said
    if attained is not None and attained[1] is not None:
        words = _("%(count)d世帯のGASの点(T)の真ん中は%(t)dです(変わらないが50)。")
        return [words % {"count": attained[0], "t": attained[1]}]
    return []


def _divided(viewer: Viewer, one: Indicator) -> dict[str, Any] | None:
    """Where it differs: the places with most cases first. The rest is only counted."""
    found = divided(viewer, one, last=local_day(viewer.at))
    if not found or one.division is None:
        return None
    names = (
        {district.code: district.name for district in districts(viewer)}
        if one.division.by is Divided.DISTRICT
        else field_names()
    )
    rows = sorted(found.items(), key=lambda item: (-item[1].n, item[0]))
    counted = [{"where": where_of(key, names), "said": said_as(one, share)} for key, share in rows if share.n]
    return {
        "title": NAMES_OF[one.division.by],
        "rows": counted[:MOST_ROWS],
        "rest": max(len(counted) - MOST_ROWS, 0),
    }
