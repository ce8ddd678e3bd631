"""地域の力: where there are fewer people to carry it, what there is of places and of those who carry them, and what nobody knows.

Nothing is counted here of what was told: the page reads what was counted last, and says up to when. Who wants hands stands in the list of
places as it is now.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.queries.coverage import Hands, hands
from marugoto.evaluation.indicators.strength import CODE
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.strength import Course, Strength, strength
from marugoto.evaluation.rules.figures import Share
from marugoto.web.office.pages.words import THINKERS, counted_of
from marugoto.web.office.papers.words import OURS
from marugoto.web.shell.doors import Page, see

READ_THE_TOWN = (Role.PLANNER, Role.CHIEF, Role.COORDINATOR)
NOBODY = Course(Strength(), Strength())
NOT_ASKED = Hands(0, 0)


@dataclass(frozen=True)
class Row:
    """One district; `fewer`: it had more places a year ago."""

    name: str
    places: str
    fewer: bool
    fresh: str
    wanted: str
    hosted: str
    helpers: str
    grown: str


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    kept, asked = latest(viewer, codes=[CODE]), hands(viewer)
    known = kept.has_tables(CODE)
    found = strength(viewer, today=kept.today, counts=kept.counts) if known else {}
    rows = _rows(viewer, found, asked) if known else []
    values: dict[str, Any] = {
        "sentence": _sentence(found.values()) if known else _("地域の力は、まだ数えていません。"),
        "counted": counted_of(kept, back="strength", known=known),
        "known": known,
        "rows": rows,
        "fewer": [row.name for row in rows if row.fewer],
        "unasked": _unasked(found, asked),
        "to_town": viewer.has(*READ_THE_TOWN),
        "ours": OURS,
    }
    return Page("office/strength.html", values)


def _rows(viewer: Viewer, found: Mapping[str, Course], asked: Mapping[str, Hands]) -> list[Row]:
    names = dict(standing(viewer.body).districts)
    names |= {area: _gone(area) for area in sorted({*found, *asked} - {*names, ""})}
    names |= {area: _("圏域の分からないもの") for area in ("",) if area in found}
    return [_row(name, found.get(area, NOBODY), asked.get(area, NOT_ASKED)) for area, name in names.items()]


def _gone(area: str) -> str:
    """A district that is in the directory no more, or was never: what was told of it counts, so it stands in a row."""
    return _("いまの一覧にない圏域(%(code)s)") % {"code": area}


def _row(name: str, course: Course, asked: Hands) -> Row:
    now, then = course.now, course.then
    return Row(
        name=name,
        places=_beside(_("%(n)dか所"), now.places.n, then.places.n),
        fewer=now.places.n < then.places.n,
        fresh=_of(now.places, _("%(n)dか所中%(k)dか所")),
        wanted=_of(Share(asked.asked, asked.wanted), _("聞いた%(n)dか所中%(k)dか所")),
        hosted=_of(now.hosted, _("%(n)d回中%(k)d回")),
        helpers=_beside(_("%(n)d人"), now.helpers, then.helpers),
        grown=_beside(_("%(n)d人"), now.grown, then.grown),
    )


def _beside(words: str, now: int, then: int) -> str:
    return _("%(now)s(前の年 %(then)s)") % {"now": words % {"n": now}, "then": words % {"n": then}}


def _of(share: Share, words: str) -> str:
    """Of nothing that was asked nobody knows anything: that is no zero."""
    return words % {"n": share.n, "k": share.k} if share.n else _("わからない")


def _unasked(found: Mapping[str, Course], asked: Mapping[str, Hands]) -> int:
    """Of how many places nobody knows whether they want hands."""
    return max(sum(one.now.places.n for one in found.values()) - sum(one.asked for one in asked.values()), 0)


def _sentence(found: Iterable[Course]) -> str:
    courses = list(found)
    now, then = sum(one.now.places.n for one in courses), sum(one.then.places.n for one in courses)
    if not now and not then:
        return _("地域の場所は、まだ一つも載っていません。")
    helpers = sum(one.now.helpers for one in courses)
    if not then:
        words = _(
            "載っている場所は%(now)dか所です。1年前は、まだ一つも載せていませんでした。この1年に担い手になった人は%(helpers)d人です。"
        )
        return words % {"now": now, "helpers": helpers}
    moved = _("減りました") if now < then else _("増えました") if now > then else _("変わりません")
    said = {"then": then, "now": now, "moved": moved, "helpers": helpers}
    return (
        _(
            "載っている場所は、1年前の%(then)dか所から%(now)dか所に%(moved)s。この1年に担い手になった人は%(helpers)d人です。"
        )
        if now != then
        else _("載っている場所は%(now)dか所で、1年前と%(moved)s。この1年に担い手になった人は%(helpers)d人です。")
    ) % said
