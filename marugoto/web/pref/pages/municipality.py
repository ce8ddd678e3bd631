"""The municipalities of the prefecture: one row each, whether they run the multilayered programme or not."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import municipalities_of
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see


@see(Role.PREFECTURE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    rows = municipalities_of(viewer.body, local_day(viewer.at))
    sentence = _("県内の%(count)dつの市町村です。数字だけを見ます。人の記録は見えません。") % {"count": len(rows)}
    return Page("pref/municipalities.html", {"rows": rows, "sentence": sentence})
