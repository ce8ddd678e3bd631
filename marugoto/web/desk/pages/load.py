"""だれに重なっているか: in the whole town who carries more than the bar, and where something is late; never by a number alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import BallState
from marugoto.custody.queries.load import AgencyLoad, LoadBook, PersonLoad, loads
from marugoto.custody.rules.load import Weight
from marugoto.kernel.jst import JST
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.parts import Filter

TOWER = (Role.COORDINATOR, Role.CHIEF)
MOST = 50  # people on the page; who needs help stands among the first
SAID = {
    Weight.HEAVY: (gettext_lazy("目安をこえ、期限すぎもあります"), "danger"),
    Weight.BEHIND: (gettext_lazy("期限すぎがあります"), "late"),
    Weight.FULL: (gettext_lazy("目安をこえています（期限は守られています）"), "soon"),
}
CALLED = {
    Weight.HEAVY: gettext_lazy("目安をこえ、「困った」を押しています"),
    Weight.BEHIND: gettext_lazy("「困った」を押しています"),
}


@see(*TOWER)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    found = loads(viewer)
    agency = read_id(request.GET.get("agency", ""))
    people = [one for one in found.people if agency is None or agency in one.agencies]
    values: dict[str, Any] = {
        "sentence": _sentence(found),
        "counted": _counted(found.as_of),
        "bar": found.bar,
        "keeps_house": viewer.keeps_house,
        "people": [_person(one) for one in people[:MOST]],
        "count": len(people),
        "beyond": max(len(people) - MOST, 0),
        "agencies": [_agency(one, agency) for one in found.agencies],
        "filters": [_filter(found, agency)],
    }
    return Page("desk/load.html", values)


def _sentence(found: LoadBook) -> str:
    heavy, behind, full = (found.count(one) for one in (Weight.HEAVY, Weight.BEHIND, Weight.FULL))
    if not found.people:
        return _("開いているボールはありません。")
    helped = _("期限すぎか「困った」のある人が%(people)d人います。") % {"people": behind} if behind else ""
    if found.bar is None:
        said = helped or _("期限すぎや「困った」のある人はいません。")
        return said + _("一人の目安は、まだ決めていません。")
    if heavy:
        words = _("目安（%(bar)d個）をこえ、期限すぎか「困った」もある人が%(people)d人います。")
        return words % {"bar": found.bar, "people": heavy}
    if full:
        words = _("目安（%(bar)d個）をこえる人が%(people)d人います。")
        return words % {"bar": found.bar, "people": full} + (helped or _("期限は守られています。"))
    return _("目安（%(bar)d個）をこえる人はいません。") % {"bar": found.bar} + helped


def _counted(as_of: datetime | None) -> str:
    """Where the balls are counted once in a minute: up to when."""
    if as_of is None:
        return ""
    there = as_of.astimezone(JST)
    words = _("%(hour)d時%(minute)d分の数です。開いているボールの多いまちでは、1分に1回だけ数えます。")
    return words % {"hour": there.hour, "minute": there.minute}


def _person(one: PersonLoad) -> dict[str, Any]:
    said, tone = SAID.get(one.weight, ("", ""))
    if one.load.stuck:
        said, tone = CALLED[one.weight], "danger"
    return {
        "one": one,
        "said": said,
        "tone": tone,
        "where": one.teams[0],
        "hats": len(one.teams) - 1,
        "all_url": _balls(one.worker),
        "late_url": _balls(one.worker, BallState.LATE),
        "stuck_url": _balls(one.worker, BallState.STUCK),
    }


def _balls(worker: UUID, state: BallState | None = None) -> str:
    """Of the control tower's list what this person has in charge."""
    chosen = {"person": str(worker)} | ({"state": state.value} if state else {})
    return f"{reverse('desk:tower')}?{urlencode(chosen)}"


def _agency(one: AgencyLoad, chosen: UUID | None) -> dict[str, Any]:
    each = f"{one.load.held / one.people:.1f}" if one.people else ""
    return {"one": one, "each": each, "chosen": one.agency == chosen}


def _filter(found: LoadBook, agency: UUID | None) -> Filter:
    names = sorted((one.name, str(one.agency)) for one in found.agencies)
    choices = [("", _("すべて")), *((code, name) for name, code in names)]
    return Filter("agency", _("機関"), choices, str(agency or ""))
