"""The municipalities of the prefecture: one row each, whether they run the multilayered programme or not; numbers, never a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import Municipality, municipalities_of
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import first_contact
from marugoto.evaluation.queries.published import Published, published
from marugoto.evaluation.rules.figures import Share, said_of
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.rules.suppression import Hidden, Told, few_of
from marugoto.evaluation.standards import LEVELS, ball_does_not_fall
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.pages.towns import visit

TOLD = Mapping[tuple[str, str], Sequence[Published]]


@dataclass(frozen=True)
class Row:
    """One municipality as its numbers say it; `visit` is why to go and talk, or empty."""

    town: Municipality
    population: str
    contact: str
    answered: str
    known: bool
    level: int | None
    word: str
    course: tuple[int | None, ...]
    course_words: str
    visit: str


@see(Role.PREFECTURE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    towns = municipalities_of(viewer.body, local_day(viewer.at))
    told = published(viewer)
    rows = [_row(town, told) for town in towns]
    latest = [figures[-1] for figures in told.values() if figures]
    anchor = max((figure.anchor for figure in latest), default=None)
    values: dict[str, Any] = {
        "rows": rows,
        "visits": [row for row in rows if row.visit],
        "multilayered": sum(town.multilayered for town in towns),
        "half_year": say_half_year(anchor) if anchor else "",
        "computed": say_day(local_day(max(figure.computed_at for figure in latest))) if latest else "",
        "sentence": _sentence(rows),
        "contact": first_contact,
        "falls": ball_does_not_fall,
    }
    return Page("pref/municipalities.html", values)


def _sentence(rows: Sequence[Row]) -> str:
    visits = sum(1 for row in rows if row.visit)
    known = sum(row.known for row in rows)
    if not known:
        return _("まだ市町村からの数字が届いていません。")
    if visits:
        return _("話を聞きに行きたい市町村が%(visits)dつあります。%(known)dつから数字が届いています。") % {
            "visits": visits,
            "known": known,
        }
    return _("%(known)dつの市町村から数字が届いています。下がったところはありません。") % {"known": known}


def _row(town: Municipality, told: TOLD) -> Row:
    contact = told.get((town.code, first_contact.code), ())
    falls = told.get((town.code, ball_does_not_fall.code), ())
    now = falls[-1] if falls else None
    level = now.told.level if now else None
    return Row(
        town=town,
        population=_("不明") if town.population is None else _("%(people)s人") % {"people": f"{town.population:,}"},
        contact=_said(contact[-1].told if contact else None, town.population),
        answered=_said(now.told if now else None, town.population),
        known=now is not None,
        level=level,
        word=_("判定不能") if level is None else LEVELS[level],
        course=tuple(figure.told.level for figure in falls),
        course_words=" → ".join(_level_words(figure) for figure in falls),
        visit=visit(falls),
    )


def _level_words(figure: Published) -> str:
    return f"{say_half_year(figure.anchor)} {'U' if figure.told.level is None else figure.told.level}"


def _said(told: Told | None, population: int | None) -> str:
    """What was told, or why it was not; a hidden number is never a dash or a zero."""
    if told is None:
        return _("まだ届いていません")
    few = few_of(population)
    if told.n is None and told.hidden is Hidden.BETWEEN:
        return _("引き算で少ない数がわかるので伏せています")
    if told.n is None:
        return _("少なすぎるため伏せています")
    if told.hidden is Hidden.BETWEEN:
        return _("%(n)d件(ほかは、引き算で少ない数がわかるので伏せています)") % {"n": told.n}
    if told.hidden is Hidden.FEW_LEFT:
        return _("%(n)d件中、守れなかったのは%(few)d件より少ない(割合は伏せています)") % {"n": told.n, "few": few}
    if told.k is None:
        return _("%(n)d件中、守れたのは%(few)d件より少ない(割合は伏せています)") % {"n": told.n, "few": few}
    return said_of(Share(told.n, told.k)) if told.n else _("この1年は1件もありません")
