"""The telephones of every team, on paper for the day on which nothing else works."""

from typing import Any

from django.http import HttpRequest

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see

LINES = range(12)  # empty ones on the paper, to be filled in by hand


@see()
def phones(request: HttpRequest, viewer: Viewer) -> Page:
    """Every team that takes part today, by field; first the team that takes what nobody takes, and the control tower."""
    teams = directory.teams(viewer)
    fields: dict[str, list[dict[str, Any]]] = {}
    for team in teams:
        fields.setdefault(team.agency.field, []).append(_row(team))
    values: dict[str, Any] = {
        "today": say_era(local_day(viewer.at)),
        "first": [_row(team) for team in teams if team.last_resort or team.control_tower],
        "fields": [(FIELDS[field], fields[field]) for field in Field if field in fields],
        "count": len(teams),
        "missing": sum(not team.phone for team in teams),
        "lines": LINES,
    }
    return Page("shell/phones.html", values)


def _row(team: Any) -> dict[str, Any]:
    return {
        "said": directory.called(team),
        "phone": team.phone,
        "head": team.head.worker.name if team.head else "",
        "district": team.district.name if team.district else "",
        "no_account": not team.agency.has_accounts,
        "last_resort": team.last_resort,
        "control_tower": team.control_tower,
    }
