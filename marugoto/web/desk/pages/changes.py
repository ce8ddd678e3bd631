"""What changed about a household while I was away."""

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import duties_of_worker
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.case import CasePage
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import last_day_of
from marugoto.people.queries.household import line
from marugoto.web.desk.changes import changes
from marugoto.web.desk.pages.household import CASEWORK
from marugoto.web.shell.doors import Page, see
from marugoto.web.ui.parts import Filter

MINE = ""
SPANS = (7, 14, 31, 92)  # days
LENGTHS = {str(days): days for days in SPANS}
USUAL = 14


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    home = line(viewer, found.household)
    chosen = request.GET.get("span", MINE)
    since, never = _since(viewer, found, chosen)
    choices = [
        (MINE, _("わたしの最後の記録から")),
        *((str(days), _("%(days)d日前から") % {"days": days}) for days in SPANS),
    ]
    values = {
        "case": found,
        "name": home.name if home else _("世帯 %(number)s") % {"number": found.number},
        "since": say_day(since),
        "never": never,
        "filters": [Filter("span", _("いつから"), choices, chosen)],
        "entries": changes(viewer, found, since),
    }
    return Page("desk/changes.html", values)


def _since(viewer: Viewer, case: CasePage, chosen: str) -> tuple[date, bool]:
    """The day, and whether it stands in for a last record that there is not."""
    today = local_day(viewer.at)
    if chosen in LENGTHS:
        return today - timedelta(days=LENGTHS[chosen]), False
    matters = [case.case, *(line.need for line in case.needs)]
    last = last_day_of(viewer, duties_of_worker(viewer), matters, before=today.toordinal())
    return (date.fromordinal(last), False) if last else (today - timedelta(days=USUAL), True)
