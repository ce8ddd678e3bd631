"""道筋ごとの返事の日数: on which route an offer has days of its own for its answer, who set them, when and why."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.limit import set_answer_limit
from marugoto.custody.labels import MATTER_KINDS, URGENCIES
from marugoto.custody.queries.limit import AnswerLine, answer_book, limits_of
from marugoto.custody.rules.limit import Way, ways_in_force
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.house import AnswerLimitForm
from marugoto.web.shell.doors import Page, act, form_errors, see


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, AnswerLimitForm(initial={"since": local_day(viewer.at)}, agencies=_agencies(viewer)))


@act(*KEEPS_HOUSE)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = AnswerLimitForm(request.POST, agencies=_agencies(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = set_answer_limit(
                by=viewer, at=at, way=form.way(), days=said["within"], since=said["since"], reason=said["reason"]
            )
            words = _("返事の日数を%(day)sから変えます。もう頼んである返事の期限は変わりません。")
            messages.success(request, words % {"day": say_day(row.since)})
            return redirect("office:limit_answers")
    return _page(viewer, form, status=422)


def _page(viewer: Viewer, form: AnswerLimitForm, status: int = 200) -> Page:
    lines, today = answer_book(viewer), local_day(viewer.at)
    now = _in_force(lines, viewer)
    usual = limits_of(viewer.body, today)
    values: dict[str, Any] = {
        "sentence": _("%(ways)dつの道筋に、返事の日数を別に決めています。") % {"ways": len(now)}
        if now
        else _("返事の日数は、どの道筋も急ぎかたのとおりです。"),
        "now": [_line(line) for line in now],
        "coming": [_line(line) for line in reversed(lines) if line.setting.since > today],
        "former": [_line(line) for line in lines if line.setting.since <= today and line not in now],
        "usual": [(URGENCIES[urgency], days.answer) for urgency, days in usual.items()],
        "form": form,
    }
    return Page("office/answer_limits.html", values, status=status)


def _in_force(lines: list[AnswerLine], viewer: Viewer) -> list[AnswerLine]:
    """The narrowest first, as they are used."""
    told = list(reversed(lines))
    today = local_day(viewer.at)
    begun = sorted((line for line in told if line.setting.since <= today), key=lambda line: line.setting.since)
    last = {line.setting.way: line for line in begun}
    ways = ways_in_force((line.setting for line in told), today)
    return [last[way] for way in sorted(ways, key=lambda way: way.narrowness, reverse=True)]


def _line(line: AnswerLine) -> dict[str, Any]:
    setting = line.setting
    return {
        "way": _way(setting.way, line.agency),
        "days": _("%(days)d開庁日") % {"days": setting.days} if setting.days else _("この道筋の決まりをやめる"),
        "since": say_era(setting.since),
        "who": line.by_name or _("コマンドから"),
        "when": say_day(local_day(line.made_at)),
        "reason": line.reason,
    }


def _way(way: Way, agency: str) -> str:
    said = [
        _("%(agency)sに渡すとき") % {"agency": agency} if agency else "",
        str(MATTER_KINDS[way.kind]) if way.kind else "",
        str(URGENCIES[way.urgency]) if way.urgency else "",
    ]
    return "・".join(word for word in said if word)


def _agencies(viewer: Viewer) -> list[tuple[str, str]]:
    return list({str(team.agency_id): team.agency.name for team in directory.teams(viewer)}.items())
