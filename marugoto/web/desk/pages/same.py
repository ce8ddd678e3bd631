"""Two records of one person: the evidence beside each, the decision by hand, and the way back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.actions.alias import part_again, say_same
from marugoto.people.queries import household as households
from marugoto.people.queries.life import same_as
from marugoto.people.queries.likeness import AlikeLine, like_this
from marugoto.people.queries.person import faces, search
from marugoto.web.desk.life import line_of
from marugoto.web.shell.doors import Page, act, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
LONGEST, FOUND = 200, 10


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, person: UUID) -> Page:
    """Those who look alike by themselves, and those found by the words."""
    face = faces(viewer, [person]).get(person)
    if face is None:
        raise Http404
    words = request.GET.get("words", "").strip()[:LONGEST]
    among, refused = _looked_up(viewer, words)
    same = same_as(viewer, person)
    known = {one.face.person for one in same}
    lines = [line for line in like_this(viewer, person, among=among) if line.face.person not in known]
    homes = households.of_persons(viewer, [line.face.person for line in lines])
    values = {
        "face": face,
        "line": line_of(face),
        "words": words,
        "refused": refused,
        "same": [{"one": one, "line": line_of(one.face), "since": say_era(local_day(one.since))} for one in same],
        "rows": [_row(line, homes) for line in lines],
        "alike": sum(line.worth_a_look for line in lines),
    }
    return Page("desk/same.html", values)


@act(*CASEWORK)
def say(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, other: UUID) -> HttpResponse:
    alias = say_same(by=viewer, at=at, one=person, other=other)
    way_back = reverse("desk:part_again", args=[person, alias.pk])
    words = _("同じ方だと残しました。記録は一つにせず、二つのままです。制限があれば、両方にかかります。")
    messages.success(request, words, extra_tags=way_back)
    return redirect("desk:same", person=person)


@act(*CASEWORK)
def part(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, alias: UUID) -> HttpResponse:
    part_again(by=viewer, at=at, alias=alias)
    messages.success(request, _("別の方に戻しました。制限がついていれば、そのまま残っています。"))
    return redirect("desk:same", person=person)


def _looked_up(viewer: Viewer, words: str) -> tuple[list[UUID], str]:
    try:
        rows = search(viewer, words).rows if words else ()
    except Refused as trouble:
        return [], f"{trouble.sentence}{trouble.way_on}"
    return [row.face.person for row in rows[:FOUND]], ""


def _row(line: AlikeLine, homes: dict[UUID, list[Any]]) -> dict[str, Any]:
    return {
        "face": line.face,
        "line": line_of(line.face),
        "homes": "、".join(home.name for home in homes.get(line.face.person, [])),
        "words": line.words,
    }
