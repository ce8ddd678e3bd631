"""つなぎの型: for the meeting on policy, what happens between fields. Small numbers hidden, to be printed; never a name.

Nothing is counted here: the page reads what was counted last, and says up to when.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import DeclineReason
from marugoto.custody.labels import DECLINE_REASONS
from marugoto.evaluation.indicators.ways import CODE
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.pattern import Patterns, patterns
from marugoto.evaluation.rules.figures import percent
from marugoto.evaluation.rules.half_year import ending_before, say_half_year
from marugoto.evaluation.rules.route import Key, Said, WayTold
from marugoto.evaluation.rules.suppression import TINY, parts_of
from marugoto.kernel.era import say_era
from marugoto.web.office.pages.words import THINKERS, counted_of
from marugoto.web.shell.doors import Page, see


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    kept = latest(viewer, codes=[CODE])
    known = kept.has_tables(CODE)
    # Half-years, of which no two share a day: of one page less another nothing is learnt.
    last = ending_before(kept.today)
    found = patterns(viewer, last=last, counts=kept.counts)
    told = {key: way for key, way in found.ways.items() if way.offered is not None}
    reasons = [] if found.tiny else _reasons(found)
    values: dict[str, Any] = {
        "sentence": _sentence(told, found, say_half_year(last)) if known or found.tiny else _not_counted(),
        "counted": counted_of(kept, back="patterns", known=known),
        "known": known and not found.tiny,
        "rows": [_row(key, way) for key, way in told.items()],
        "untold": found.untold,
        "few": found.few,
        "tiny": found.tiny,
        "reasons": reasons,
        "reasons_untold": len({field for field, _reason in found.reasons}) - len(reasons),
        "columns": [DECLINE_REASONS[one] for one in DeclineReason],
        "half": say_half_year(last),
        "last": say_era(last),
    }
    return Page("office/patterns.html", values)


def _not_counted() -> str:
    return _("つなぎの型は、まだ数えていません。")


def _sentence(told: Mapping[Key, WayTold], found: Patterns, half: str) -> str:
    """The route of which most was declined, where that may be said."""
    if found.tiny:
        return _("人口が%(tiny)s人に満たないまちでは、数から人がわかるおそれがあるので、つなぎの型は出しません。") % {
            "tiny": f"{TINY:,}"
        }
    if not found.ways:
        return _("%(half)s、渡そうとしたボールはありません。") % {"half": half}
    open_now = {key: way.declined for key, way in told.items() if way.declined.k is not None}
    said = {key: share for key, share in open_now.items() if share.k}
    if not said and open_now and len(open_now) == len(told):
        return _("%(half)s、表に出せる道すじで、断られたボールはありません。") % {"half": half}
    if not said:
        return _("%(half)s、断られた数は、どの道すじでも少なくて言えません。") % {"half": half}
    most = max(said, key=lambda key: ((said[key].k or 0) * 1000 // (said[key].n or 1), said[key].n or 0))
    return _("%(half)s、断られた割合がいちばん高い道すじは%(route)sで、%(said)sです。") % {
        "half": half,
        "route": _route(most),
        "said": _said(said[most]),
    }


def _row(key: Key, way: WayTold) -> dict[str, Any]:
    return {
        "route": _route(key),
        "sender": key[0],
        "receiver": key[1],
        "offered": _("%(count)d件") % {"count": way.offered or 0},
        "declined": _said(way.declined),
        "bounced": _said(way.bounced),
        "late": _said(way.late),
    }


def _said(share: Said) -> str:
    """k of n, or that it is not told: not why, for whoever knows that it is few could go on from there."""
    if share.n is None:
        return _("伏せ")
    if not share.n:
        return _("0件")
    if share.k is None:
        return _("%(n)d件のうち伏せ") % {"n": share.n}
    if not share.k:
        return _("%(n)d件中0件") % {"n": share.n}
    return _("%(n)d件中%(k)d件(%(percent)d%%)") % {
        "n": share.n,
        "k": share.k,
        "percent": percent(Fraction(share.k, share.n)),
    }


def _route(key: Key) -> str:
    return f"{_field(key[0])} → {_field(key[1])}"


def _field(code: str) -> str:
    return str(FIELDS[Field(code)])


def _reasons(found: Patterns) -> list[dict[str, Any]]:
    """A row for each field that said no, where neither the routes nor a total, which may be summed up from them, give a hidden number away."""
    rows = []
    for field in sorted({field for field, _reason in found.reasons if found.declines_told(field)}, key=_field):
        counts = parts_of([found.reasons.get((field, one.value), 0) for one in DeclineReason], found.few)
        if counts is not None:
            told = _without_sum(counts) if 0 < found.declined_of_before(field) < found.few else counts
            rows.append({"field": _field(field), "counts": [_count(one) for one in told]})
    return rows


def _without_sum(counts: Sequence[int | None]) -> list[int | None]:
    """Less what the ways tell, the sum would be the few of before: so the least of them is hidden where none is."""
    least = min((count for count in counts if count), default=None)
    if None in counts or least is None:
        return list(counts)
    place = counts.index(least)
    return [*counts[:place], None, *counts[place + 1 :]]


def _count(count: int | None) -> str:
    return _("伏せ") if count is None else _("%(count)d件") % {"count": count}
