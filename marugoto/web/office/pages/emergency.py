"""急ぎの閲覧: all of them, for the privacy officer, with what became of each. Looking here is itself written down."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.emergency import PAGE, listed
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.emergencies import said
from marugoto.web.shell.ids import read_page


@see(Role.PRIVACY)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = listed(viewer, page=read_page(request.GET.get("page", "1")))
    values = {
        "rows": [said(line) for line in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // PAGE), 1),
        "sentence": _("急ぎで開かれたことが%(count)d回あります。") % {"count": found.count}
        if found.count
        else _("急ぎで開かれたことは、まだありません。"),
    }
    return Page("office/emergencies.html", values)
