"""機関を閉じる: every team of it on one day, or none; first what it still holds goes to others."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.people import end_agency
from marugoto.custody.labels import MATTER_KINDS
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.succession import TeamLine, held_by_agency, staff
from marugoto.kernel.era import say_day
from marugoto.web.office.pages.staff import EndForm
from marugoto.web.shell.balls import chip_of, how_many
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.matters import theme_words

MOST = 100


@see(*KEEPS_HOUSE)
def show(request: HttpRequest, viewer: Viewer, team: UUID) -> Page:
    """The agency of that team."""
    return _page(viewer, _of(viewer, team), EndForm())


@act(*KEEPS_HOUSE)
def close(request: HttpRequest, viewer: Viewer, at: datetime, team: UUID) -> Page | HttpResponse:
    """Refused, with its name, while a team of it holds a ball or is the last resort."""
    teams, form = _of(viewer, team), EndForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            ended = end_agency(by=viewer, at=at, agency=teams[0].agency, day=said["day"], reason=said["reason"])
            words = {"agency": teams[0].agency_name, "day": say_day(said["day"]), "teams": len(ended)}
            messages.success(request, _("%(agency)sの係%(teams)dを、%(day)sから閉じることにしました。") % words)
            return redirect("office:staff")
    return _page(viewer, teams, form, status=422)


def _of(viewer: Viewer, team: UUID) -> list[TeamLine]:
    """All teams of its agency that stand."""
    lines = staff(viewer)
    own = next((one for one in lines if one.team == team), None)
    if own is None:
        raise Http404
    return [one for one in lines if one.agency == own.agency]


def _page(viewer: Viewer, teams: list[TeamLine], form: EndForm, status: int = 200) -> Page:
    balls = sum(one.balls for one in teams)
    faces = held_by_agency(viewer, teams[0].agency, most=MOST) if balls else []
    values: dict[str, Any] = {
        "agency": teams[0].agency_name,
        "sentence": _sentence(teams, balls),
        "teams": teams,
        "balls": balls,
        "rows": [_row(face) for face in faces],
        "beyond": balls - len(faces),
        "line": teams[0],
        "resort": any(one.last_resort for one in teams),
        "form": form,
    }
    return Page("office/agency.html", values, status=status)


def _sentence(teams: list[TeamLine], balls: int) -> str:
    words = {"agency": teams[0].agency_name, "balls": how_many(balls), "teams": len(teams)}
    if balls:
        return _("%(agency)sは、まだボールを%(balls)s持っています。先に、次の持ち手へ渡します。") % words
    return _("%(agency)sの持つボールはありません。係%(teams)dを、いっしょに閉じられます。") % words


def _row(face: BallFace) -> dict[str, Any]:
    return {
        "number": face.number,
        "kind": MATTER_KINDS[face.matter_kind],
        "theme": theme_words(face.theme),
        "chip": chip_of(face),
        "to": face.offered_to.said if face.offered_to else "",
    }
