"""つなぎの型: for the meeting on policy, what happens between fields. Counted, small numbers hidden, to be printed; never a name."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import DeclineReason
from marugoto.custody.labels import DECLINE_REASONS
from marugoto.evaluation.queries.pattern import Patterns, Route, patterns
from marugoto.evaluation.rules.figures import Share, percent
from marugoto.evaluation.rules.suppression import TINY, Hidden, part_of, parts_of
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, see


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    """Nine queries, whatever the number of offers."""
    # Whole months: of yesterday's page less today's nothing is learnt.
    last = local_day(viewer.at).replace(day=1) - timedelta(days=1)
    found = patterns(viewer, last=last)
    told = [route for route in found.routes if route.bounced.n >= found.few and not found.tiny]
    reasons = [] if found.tiny else _reasons(found)
    values: dict[str, Any] = {
        "sentence": _sentence(told, found),
        "rows": [_row(route, found.few) for route in told],
        "untold": len(found.routes) - len(told),
        "few": found.few,
        "tiny": found.tiny,
        "reasons": reasons,
        "reasons_untold": len({field for field, _reason in found.reasons}) - len(reasons),
        "columns": [DECLINE_REASONS[one] for one in DeclineReason],
        "last": say_era(last),
    }
    return Page("office/patterns.html", values)


def _sentence(told: list[Route], found: Patterns) -> str:
    """The route of which most was declined, where that may be said."""
    if found.tiny:
        return _("人口が%(tiny)s人に満たないまちでは、数から人がわかるおそれがあるので、つなぎの型は出しません。") % {
            "tiny": f"{TINY:,}"
        }
    if not found.routes:
        return _("この1年、渡そうとしたボールはまだありません。")
    open_now = [route for route in told if part_of(route.declined, found.few) is Hidden.NOTHING]
    said = [route for route in open_now if route.declined.k]
    if not said and open_now and len(open_now) == len(told):
        return _("この1年、表に出せる道すじで、断られたボールはありません。")
    if not said:
        return _("この1年、断られた数は、どの道すじでも少なくて言えません。")
    most = max(said, key=lambda route: (route.declined.k * 1000 // route.declined.n, route.declined.n))
    return _("この1年、断られた割合がいちばん高い道すじは%(route)sで、%(said)sです。") % {
        "route": _route(most),
        "said": _said(most.declined, found.few),
    }


def _row(route: Route, few: int) -> dict[str, Any]:
    return {
        "route": _route(route),
        "sender": route.sender,
        "receiver": route.to,
        "offered": _("%(count)d件") % {"count": route.bounced.n},
        "declined": _said(route.declined, few),
        "bounced": _said(route.bounced, few),
        "late": _said(route.late, few),
    }


def _said(share: Share, few: int) -> str:
    """k of n, or why not."""
    hidden = part_of(share, few)
    if hidden is Hidden.FEW or (hidden is Hidden.FEW_LEFT and 0 < share.k < few):
        return _("少ないので出しません")
    if hidden is Hidden.FEW_DONE:
        return _("%(few)d件未満") % {"few": few}
    if hidden is Hidden.FEW_LEFT:
        return _("ほとんど(残りが%(few)d件未満)") % {"few": few}
    if not share.n:
        return _("0件")
    if not share.k:
        return _("%(n)d件中0件") % {"n": share.n}
    ratio = share.ratio
    return _("%(n)d件中%(k)d件(%(percent)d%%)") % {
        "n": share.n,
        "k": share.k,
        "percent": percent(ratio) if ratio else 0,
    }


def _route(route: Route) -> str:
    return f"{_field(route.sender)} → {_field(route.to)}"


def _field(code: str) -> str:
    return str(FIELDS[Field(code)])


def _reasons(found: Patterns) -> list[dict[str, Any]]:
    """A row for each field that said no, where neither the routes nor a total, which may be summed up from them, give a hidden number away."""
    rows = []
    for field in sorted({field for field, _reason in found.reasons if found.declines_told(field)}, key=_field):
        counts = parts_of([found.reasons.get((field, one.value), 0) for one in DeclineReason], found.few)
        if counts is not None:
            rows.append({"field": _field(field), "counts": [_count(one) for one in counts]})
    return rows


def _count(count: int | None) -> str:
    return _("伏せ") if count is None else _("%(count)d件") % {"count": count}
