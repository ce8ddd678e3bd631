"""日をすぎたもの: in the whole town, whom nobody looked in on after the end, and which plans nobody looked at again."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.dates import Overdue, reviews_past
from marugoto.custody.queries.dates import looks_past
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_near
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.matters import MatterLine, matters_of, theme_words

TOWER = (Role.COORDINATOR, Role.CHIEF)
MOST = 100


@see(*TOWER)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    """A name stands only where this reader may open it; the longest waiting first."""
    count, faces = looks_past(viewer, most=MOST)
    lines = matters_of(viewer, faces)
    overdue = reviews_past(viewer)
    values: dict[str, Any] = {
        "sentence": _sentence(count, len(overdue)),
        "look_count": count,
        "looks": [_look(viewer, face, lines[face.matter]) for face in faces],
        "beyond": count - len(faces),
        "reviews": [_review(viewer, one) for one in overdue],
    }
    return Page("desk/past.html", values)


def _sentence(looks: int, reviews: int) -> str:
    if not looks and not reviews:
        return _("日をすぎた「様子を見る日」も、プランの見直しもありません。")
    said = []
    if looks:
        said.append(_("様子を見る日をすぎたものが%(looks)d件") % {"looks": looks})
    if reviews:
        said.append(_("見直しの日をすぎたプランが%(reviews)d件") % {"reviews": reviews})
    return _("%(what)sあります。") % {"what": _("、").join(said)}


def _look(viewer: Viewer, face: BallFace, line: MatterLine) -> dict[str, Any]:
    return {
        "line": line,
        "ball": face.ball,
        "theme": theme_words(face.theme),
        "who": f"{face.holder.said} {face.in_charge_name}",
        "day": say_near(face.look_on, local_day(viewer.at)) if face.look_on else "",
        "days": viewer.calendar.between(face.look_on, local_day(viewer.at)) if face.look_on else 0,
    }


def _review(viewer: Viewer, one: Overdue) -> dict[str, Any]:
    today = local_day(viewer.at)
    return {"one": one, "day": say_near(one.day, today), "days": viewer.calendar.between(one.day, today)}
