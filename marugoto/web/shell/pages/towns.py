"""What the prefecture's day begins with: which municipalities told something new, and where to go and talk. Never a person."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import municipalities_of
from marugoto.agencies.viewer import Viewer
from marugoto.community.queries.enquiry import waiting_here
from marugoto.evaluation.queries.published import Published, published
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.standards import LEVELS, ball_does_not_fall
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day


def towns(viewer: Viewer) -> dict[str, Any]:
    """In the order of the codes, no rank: four queries for any number of municipalities; how many wait for an answer is one of them."""
    told = published(viewer)
    rows = [
        _row(town.name, told.get((town.code, ball_does_not_fall.code), ()))
        for town in municipalities_of(viewer.body, local_day(viewer.at))
    ]
    return {
        "towns": rows,
        "towns_said": _said(rows),
        "falls": ball_does_not_fall,
        "enquiries": waiting_here(viewer),
    }


def visit(falls: Sequence[Published]) -> str:
    """Why to go and talk: a level that fell, or numbers that do not suffice. Not a rank, and not a reproach."""
    if not falls:
        return _("数字がまだ届いていません。始め方を聞きに行きます。")
    levels = [figure.told.level for figure in falls[-2:]]
    now, before = levels[-1], levels[0]
    if now is None:
        return _("数字では判定できません。事例を聞きに行きます。")
    if before is not None and now < before:
        return _("「ボールが落ちない」が%(before)dから%(now)dになりました。") % {"before": before, "now": now}
    if now <= 1:
        return _("受け渡しの割合からは、まだ言えません。事例を聞きに行きます。")
    return ""


def _row(name: str, falls: Sequence[Published]) -> dict[str, Any]:
    now = falls[-1] if falls else None
    level = now.told.level if now else None
    return {
        "name": name,
        "known": now is not None,
        "level": level,
        "word": _("判定不能") if level is None else LEVELS[level],
        "half_year": say_half_year(now.anchor) if now else "",
        "came": say_day(local_day(now.computed_at)) if now else "",
        "visit": visit(falls),
    }


def _said(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return ""
    known, visits = sum(row["known"] for row in rows), sum(bool(row["visit"]) for row in rows)
    said = _("%(count)dの市町村のうち%(known)dつから、数字が届いています。") % {"count": len(rows), "known": known}
    return said + (_("話を聞きに行きたいのは%(visits)dつです。") % {"visits": visits} if visits else "")
