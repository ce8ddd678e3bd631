"""The household and who is around it, as two pictures and in words: before a visit, at a conference, on paper."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries.home import home_of
from marugoto.people.rules.genogram import Notation
from marugoto.web.desk.pages.household import CASEWORK
from marugoto.web.shell.around import around
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.figure import NOTATIONS, drawn, read_notation


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    notation = read_notation(request.GET.get("notation", ""))
    home = home_of(viewer, found.household, phones=False)
    name = home.page.name if home else _("世帯 %(number)s") % {"number": found.number}
    values = {
        "case": found,
        "name": name,
        "today": say_day(local_day(viewer.at)),
        "around": around(viewer, found, name),
        "family": drawn(home, found, notation) if home else None,
        "notations": [(code, NOTATIONS[code], code is notation) for code in Notation],
    }
    return Page("desk/around.html", values)
