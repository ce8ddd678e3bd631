"""One indicator: its value with n, what it says and does not say, where it differs, and the decision it could change."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.queries.directory import districts
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE, Divided, Indicator, Reading, Surveyed
from marugoto.evaluation.queries.division import Divisions, divided_last
from marugoto.evaluation.queries.latest import Latest, latest
from marugoto.evaluation.queries.measure import held
from marugoto.evaluation.rules.figures import ENOUGH, Share, percent, said_of
from marugoto.evaluation.rules.gap import gap
from marugoto.kernel.era import say_day, say_era
from marugoto.web.office.pages.survey_words import bar_of
from marugoto.web.office.pages.words import (
    DIRECTIONS,
    THINKERS,
    counted_of,
    course_of,
    field_names,
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
    beside = [BY_CODE[code] for code in one.beside]
    kept = latest(viewer, codes=[one.code, *one.beside])
    today, before = kept.today, kept.before
    share = kept.share(one, today)
    found = divided_last(viewer, one, kept)
    values = {
        "indicator": one,
        "bar": _bar(one, share),
        "surveyed": isinstance(one, Surveyed),
        "sentence": _gap(one, found) if one.reading is Reading.GAP else _sentence(one, share),
        "now": indicator_card_of(one, _("いま(%(day)sまで)") % {"day": say_day(today)}, share),
        "before": indicator_card_of(one, _("半年前(%(day)sまで)") % {"day": say_day(before)}, kept.share(one, before)),
        "in_a_row": _in_a_row(kept, one),
        "beside": [
            indicator_card_of(
                other, other.name, kept.share(other, today), url=reverse("office:indicator", args=[other.code])
            )
            for other in beside
        ],
        "divided": _divided(viewer, one, found),
        "course": course_of(held(viewer).get(one.code, []), one),
        "direction": DIRECTIONS[one.direction],
        "today": say_era(today),
        "counted": counted_of(kept, back=one.code),
        "older": _older(kept, one),
    }
    return Page("office/indicator.html", values)


def _sentence(one: Indicator, share: Share) -> str:
    if isinstance(one, Surveyed):
        return _("「%(name)s」は、%(said)sです。") % {"name": one.name, "said": said_as(one, share)}
    if not share.n:
        return _("「%(name)s」は、まだ数えるものがありません。") % {"name": one.name}
    return _("この1年の「%(name)s」は、%(said)sです。") % {"name": one.name, "said": said_as(one, share)}


def _bar(one: Indicator, share: Share) -> dict[str, Any] | None:
    if isinstance(one, Surveyed):
        return bar_of(one, share)
    shown = share.enough and one.reading is Reading.SHARE
    return {"done": share.k, "total": share.n, "unit": _("件")} if shown else None


def _gap(one: Indicator, found: Divisions | None) -> str:
    """The worst field beside all of them."""
    seen = gap(found or {})
    if seen is None:
        return _("「%(name)s」は、まだくらべられません(10件以上ある分野が2ついります)。") % {"name": one.name}
    return _("いちばん低い分野は%(where)s(%(worst)s)で、全体(%(whole)s)の%(ratio)d%%です。") % {
        "where": where_of(seen.part, field_names()),
        "worst": said_of(seen.worst),
        "whole": said_of(seen.whole),
        "ratio": percent(seen.ratio),
    }


def _older(kept: Latest, one: Indicator) -> str:
    """What another edition of the definition gave last, until it is counted by this one."""
    if one.code not in kept.older:
        return ""
    version, share = kept.older[one.code]
    return _("いまの決めごと(第%(now)d版)では、まだ数えていません。前の第%(then)s版では%(said)sでした。") % {
        "now": one.version,
        "then": version,
        "said": said_as(one, share),
    }


def _in_a_row(kept: Latest, one: Indicator) -> list[str]:
    """What a share does not tell: the middle, how far most go, and the T of the goals."""
    spread, attained = kept.spread(one), kept.attainment(one)
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


def _divided(viewer: Viewer, one: Indicator, found: Divisions | None) -> dict[str, Any] | None:
    """Where it differs: the places with most cases first. The rest is only counted."""
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
