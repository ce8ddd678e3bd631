"""指標: all forty, function by function: one line each, which opens to what it says, does not say, and could change."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import FORTY, Indicator, Reading, Suppression, Surveyed
from marugoto.evaluation.queries.latest import Latest, latest
from marugoto.evaluation.rules.thinking import may_think
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import fold
from marugoto.web.office.pages.survey_words import why_weak
from marugoto.web.office.pages.words import DIRECTIONS, THINKERS, counted_of, said_as
from marugoto.web.shell.doors import Page, see
from marugoto.web.ui.parts import Filter

GROUPS = {
    "community": (gettext_lazy("地域で支え合う"), ("地域で支え合う", "住民が支え合う")),
    "link": (gettext_lazy("住民と機関がつながる"), ("住民と機関がつながる", "地域と支援機関がつながる")),
    "agencies": (gettext_lazy("支援機関どうしが支え合う"), ("支援機関どうしが支え合う",)),
    "all": (gettext_lazy("三つの機能すべて"), ("三つの機能すべて",)),
}
STATES = {"counted": gettext_lazy("数えているもの"), "not_yet": gettext_lazy("まだ記録のないもの")}
SUPPRESSIONS = {
    Suppression.PERSONS: gettext_lazy("人の数です。外に出すとき、少ない数は伏せます。"),
    Suppression.OFFICES: gettext_lazy("係や場所の数です。外に出すとき、3に届かない数は伏せます。"),
    Suppression.NOTHING: gettext_lazy("人の数ではありません。いつも出せます。"),
    Suppression.SURVEY: gettext_lazy("調べた答えの数です。30人と、配った数の2割に届くときだけ、幅をつけて出します。"),
}


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """What was counted last: nothing is counted here, whatever the number of facts."""
    kept = latest(viewer)
    text, group, state = (request.GET.get(name, "")[:100] for name in ("text", "group", "state"))
    writes = bool(may_think(viewer.roles, contracted=viewer.contracted))
    shown = [one for one in FORTY if _fits(one, kept, fold(text), group, state)]
    values = {
        "sentence": _sentence(kept),
        "groups": [
            {
                "name": name,
                "slug": key,
                "rows": [_row(one, kept, writes=writes) for one in shown if one.function.split("・")[0] in those],
            }
            for key, (name, those) in GROUPS.items()
        ],
        "none": not shown,
        "text": text,
        "filters": [
            Filter(
                name="group",
                label=_("はたらき"),
                choices=[("", _("すべて")), *((key, str(name)) for key, (name, _those) in GROUPS.items())],
                value=group if group in GROUPS else "",
            ),
            Filter(
                name="state",
                label=_("記録"),
                choices=[("", _("すべて")), *((key, str(name)) for key, name in STATES.items())],
                value=state if state in STATES else "",
            ),
        ],
        "count": _("%(count)d件") % {"count": len(shown)},
        "counted": counted_of(kept, back="indicators"),
        "today": say_era(kept.today),
    }
    return Page("office/indicators.html", values)


def _sentence(kept: Latest) -> str:
    counted = sum(kept.share(one, kept.today).n > 0 and not _lacks(one, kept) for one in FORTY)
    missing = sum(_lacks(one, kept) for one in FORTY)
    return _("指標は%(all)d。記録から数が出ているのは%(counted)d、たずねないと分からないのは%(missing)dです。") % {
        "all": len(FORTY),
        "counted": counted,
        "missing": missing,
    }


def _lacks(one: Indicator, kept: Latest) -> bool:
    """Only those who are asked can say it, and nobody was asked of late, or too few answered."""
    return isinstance(one, Surveyed) and one.weak(kept.share(one, kept.today)) is not None


def _fits(one: Indicator, kept: Latest, words: str, group: str, state: str) -> bool:
    if group in GROUPS and one.function.split("・")[0] not in GROUPS[group][1]:
        return False
    if state in STATES and _lacks(one, kept) is not (state == "not_yet"):
        return False
    return not words or words in fold(" ".join((one.code, one.name, one.says, one.decision, one.function)))


def _row(one: Indicator, kept: Latest, *, writes: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "one": one,
        "direction": DIRECTIONS[one.direction],
        "suppression": SUPPRESSIONS[one.suppression],
        "said": _said(one, kept),
        "url": reverse("office:indicator", args=[one.code]),
    }
    if not isinstance(one, Surveyed):
        return row | {"rows_url": reverse("office:behind", args=["indicators", one.code])}
    of = f"?question={one.asks}"
    row["rows_url"] = reverse("office:surveys") + of
    if not _lacks(one, kept):
        return row
    share = kept.share(one, kept.today)
    why = why_weak(one, share) if share.n else one.why
    return row | {"why": why, "record": one.record, "survey_url": reverse("office:survey_new") + of if writes else ""}


def _said(one: Indicator, kept: Latest) -> str:
    share = kept.share(one, kept.today)
    if _lacks(one, kept):
        return _("判定不能(U)")
    if not share.n:
        return _("判定不能(U、まだ数えるものがない)") if kept.has(one) else _("まだ数えていない")
    return _("中で見ます") if one.reading is Reading.GAP else said_as(one, share)
