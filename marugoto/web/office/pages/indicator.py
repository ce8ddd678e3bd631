"""One indicator: its value with n, what it says and does not say, and the decision it could change."""

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import BY_CODE, INDICATORS
from marugoto.evaluation.queries.figure import figures
from marugoto.evaluation.queries.measure import held
from marugoto.evaluation.rules.figures import said_of
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import DIRECTIONS, THINKERS, card_of, course_of, half_a_year_before
from marugoto.web.shell.doors import Page, see


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, indicator: str) -> Page:
    one = BY_CODE.get(indicator)
    if one is None:
        raise Http404
    today = local_day(viewer.at)
    before = half_a_year_before(today)
    found = figures(viewer, days=[today, before], indicators=[one])
    share = found.shares[one.code, today]
    said = said_of(share) if share.n else _("まだ判定できません")
    values = {
        "indicator": one,
        "share": share,
        "sentence": _("この1年の「%(name)s」は、%(said)sです。") % {"name": one.name, "said": said}
        if share.n
        else _("「%(name)s」は、まだ数えるものがありません。") % {"name": one.name},
        "now": card_of(_("いま(%(day)sまで)") % {"day": say_day(today)}, share),
        "before": card_of(_("半年前(%(day)sまで)") % {"day": say_day(before)}, found.shares[one.code, before]),
        "course": course_of(held(viewer).get(one.code, [])),
        "direction": DIRECTIONS[one.direction],
        "today": say_era(today),
        "others": [
            {"name": other.name, "url": reverse("office:indicator", args=[other.code]), "current": other is one}
            for other in INDICATORS
        ],
    }
    return Page("office/indicator.html", values)
