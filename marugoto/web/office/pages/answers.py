"""想定問答を読む: each question of the assembly with its answer, as the paper has it, on the screen."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.papers import BACK, OUT
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.office.papers.answers import answers, when_and_what
from marugoto.web.office.papers.looked_back import latest
from marugoto.web.office.papers.material import for_inside, for_outside
from marugoto.web.office.papers.words import label_of
from marugoto.web.shell.doors import Page, see


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    halves = last_days(local_day(viewer.at), BACK)
    last = {one.isoformat(): one for one in halves}.get(request.GET.get("half", ""), halves[-1])
    out = request.GET.get("for") == OUT
    material = (
        for_outside(viewer, last=last, own_words=False) if out else for_inside(viewer, last=last, own_words=False)
    )
    if material is None:
        words = {
            "sentence": _("%(half)sの数は、まだ残されていないので、外に出す答えはつくれません。")
            % {"half": say_half_year(last)},
            "way_on": _("終わった半期の数は、毎日の仕事(marugoto measure)で一度だけ残します。"),
        }
        return Page("office/paper_not_made.html", words, status=409)
    found = answers(material, None if out else latest(viewer))
    values = {
        "half": say_half_year(last),
        "day": say_era(last),
        "counted": say_whole_moment(material.counted_at),
        "last": last.isoformat(),
        "outside": out,
        "answers": [{"one": one, "when": when_and_what(material, one)} for one in found],
        "label": label_of(material),
    }
    return Page("office/answers.html", values)
