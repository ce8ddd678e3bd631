"""町ごとの手元: one worker with hats in several bodies sees the ball faces of all of them on one page, and no person.

The wall is the body: each part is asked under the hat worn there, and what is opened is opened under that hat. The page stands
beside the hats, not above them: nothing on it belongs to nobody's town.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.queries.viewer import Hat, as_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState
from marugoto.custody.labels import MATTER_KINDS, URGENCIES
from marugoto.custody.queries.ball import faces_of, on_our_table
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of, clock_of, how_many
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.matters import theme_words
from marugoto.web.shell.signed_in import signed_in

MOST = 100  # of one town; whoever has more goes to that town's own day


@see()
def show(request: HttpRequest, viewer: Viewer) -> Page:
    """One query for the table and one for the faces of each body: the wall stands between them."""
    who = signed_in(request)
    if who is None:
        raise Http404
    desks = [_desk(viewer, hats) for hats in who.towns.values()]
    values: dict[str, Any] = {
        "desks": desks,
        "sentence": _sentence(desks),
        "today": say_day(local_day(viewer.at)),
        "counterparts_url": reverse("shell:counterparts"),
    }
    return Page("shell/town_desks.html", values)


def _desk(viewer: Viewer, hats: Sequence[Hat]) -> dict[str, Any]:
    """What lies before one of the hats in that body. Its eyes are its own; nothing of it is kept in the page's."""
    here = replace(as_viewer(hats[0], viewer.at), sight=viewer.sight)
    teams = {hat.team_id: hat for hat in reversed(hats)}
    table = on_our_table(here, frozenset(teams))
    lying = [*table.asked, *table.held]
    faces = faces_of(here, {one.ball for one in lying[:MOST]})
    guest = hats[0].team.body != hats[0].body
    return {
        "name": standing(here.body).name,
        "hats": "、".join(f"{hat.name}({hat.team.name})" for hat in hats),
        "ground": "、".join(sorted({str(getattr(hat, "ground", "") or "") for hat in hats})) if guest else "",
        "guest": guest,
        "worn": viewer.body == here.body,
        "hat": hats[0].pk,
        "hat_name": _("この町の「きょう」"),
        "asked": len(table.asked),
        "late": sum(one.state is BallState.LATE for one in lying),
        "count": len(lying),
        "more": max(len(lying) - MOST, 0),
        "rows": [_row(faces[one.ball], teams, asked=one in table.asked) for one in lying[:MOST]],
    }


def _row(face: BallFace, teams: dict[UUID, Hat], *, asked: bool) -> dict[str, Any]:
    team = face.offered_to.id if asked and face.offered_to else face.holder.id
    hat = teams[team]
    where = reverse("desk:offer", args=[face.offer]) if asked and face.offer else reverse("desk:ball", args=[face.ball])
    return {
        "number": face.number,
        "kind": MATTER_KINDS[face.matter_kind],
        "theme": theme_words(face.theme),
        "urgency": URGENCIES[face.urgency],
        "since": say_day(local_day(face.offered_at if asked and face.offered_at else face.since)),
        "due": say_day(face.due) if face.due else "",
        "clock": clock_of(face),
        "chip": chip_of(face),
        "asked": asked,
        "hat": hat.pk,
        "hat_name": hat.name,
        "url": where if asked else f"{where}?open=1",
    }


def _sentence(desks: Sequence[dict[str, Any]]) -> str:
    if len(desks) == 1:
        return _("あなたの帽子は、%(town)sだけです。ほかの自治体の帽子ができると、ここに並びます。") % {
            "town": desks[0]["name"]
        }
    asked, late = sum(desk["asked"] for desk in desks), sum(desk["late"] for desk in desks)
    said = _("%(towns)dつの自治体で、ボールが%(count)sあります。") % {
        "towns": len(desks),
        "count": how_many(sum(desk["count"] for desk in desks)),
    }
    if asked:
        said += _("返事を待たれているのは%(asked)sです。") % {"asked": how_many(asked)}
    return said + (_("期限を過ぎたものが%(late)sあります。") % {"late": how_many(late)} if late else "")
