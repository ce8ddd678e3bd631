"""閲覧記録: who looked, when, under which hat, why."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.look import PAGE
from marugoto.disclosure.queries.look import looks as find_looks
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day, say_day, say_era
from marugoto.kernel.jst import JST, local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page


@see(Role.PRIVACY)
def looks(request: HttpRequest, viewer: Viewer) -> Page:
    today = local_day(viewer.at)
    trouble = ""
    since, until = today - timedelta(days=6), today
    try:
        since = read_day(request.GET["since"]) if request.GET.get("since") else since
        until = read_day(request.GET["until"]) if request.GET.get("until") else until
    except Refused as refused:
        trouble = f"{refused.sentence}{refused.way_on}"
    found = find_looks(viewer, since=since, until=until, page=read_page(request.GET.get("page", "1")))
    rows = [
        {"line": line, "when": f"{say_day(line.at.astimezone(JST).date())} {line.at.astimezone(JST):%H:%M}"}
        for line in found.rows
    ]
    values = {
        "rows": rows,
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // PAGE), 1),
        "since": say_era(since),
        "until": say_era(until),
        "trouble": trouble,
        "sentence": _("%(since)sから%(until)sまでに、%(count)d回見られています。")
        % {"since": say_day(since), "until": say_day(until), "count": found.count},
    }
    return Page("office/looks.html", values)
