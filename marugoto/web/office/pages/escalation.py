"""知らせの段取り: who hears of a ball that does not move, after how many days; tried on today's balls before it is set."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.escalation import mute_route, set_steps
from marugoto.custody.codes import Alarm, Whom
from marugoto.custody.labels import ALARMS, MATTER_KINDS, URGENCIES, WHOMS
from marugoto.custody.queries.escalation import EscalationLine, Raised, among, escalation_book, muted_now, raised
from marugoto.custody.queries.limit import limits_of
from marugoto.custody.rules.escalation import OURS, Limits, Route, Setting, Steps, told_now
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.escalation import MuteForm, StepsForm
from marugoto.web.shell.balls import how_many
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.escalations import muted_words

SHOWN = 20
PREFIX = "mute"


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """With the fields of the form in the address: what it would do today. Nothing is written."""
    if "alarm" not in request.GET:
        return _page(viewer)
    tried = StepsForm(request.GET, agencies=_agencies(viewer))
    if not tried.may_be_tried():
        return _page(viewer, steps=tried)
    typed = {name: request.GET.get(name, "") for name in tried.fields}
    typed["since"] = typed["since"] or say_era(local_day(viewer.at))
    return _page(viewer, steps=StepsForm(initial=typed, agencies=_agencies(viewer)), tried=tried)


@act(*KEEPS_HOUSE)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = StepsForm(request.POST, agencies=_agencies(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            set_steps(
                by=viewer,
                at=at,
                route=form.route(),
                steps=form.steps(),
                since=said["since"],
                reason=said["reason"],
            )
            messages.success(request, _("知らせの段取りを%(day)sから変えます。") % {"day": say_day(said["since"])})
            return redirect("office:escalations")
    return _page(viewer, steps=form, status=422)


@act(*KEEPS_HOUSE)
def mute(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = MuteForm(request.POST, prefix=PREFIX, agencies=_agencies(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            mute_route(by=viewer, at=at, route=form.route(), until=said["until"], reason=said["reason"])
            messages.success(request, _muted_said(said["until"], today=local_day(at)))
            return redirect("office:escalations")
    return _page(viewer, mute=form, status=422)


def _muted_said(until: date, *, today: date) -> str:
    if until <= today:
        return _("きょうから、また知らせます。")
    words = _("%(day)sから、また知らせます。それまでも数には入り、司令塔の表に「知らせを止めている」と出ます。")
    return words % {"day": say_day(until)}


def _page(
    viewer: Viewer,
    *,
    steps: StepsForm | None = None,
    mute: MuteForm | None = None,
    tried: StepsForm | None = None,
    status: int = 200,
) -> Page:
    today, agencies = local_day(viewer.at), _agencies(viewer)
    lines = escalation_book(viewer)
    running, coming = _in_force(lines, today), [line for line in lines if line.setting.since > today]
    silenced = muted_now(viewer)
    values: dict[str, Any] = {
        "now": running,
        "coming": [_line(line) for line in coming],
        "muted": [muted_words(viewer, line, len(balls)) for line, balls in silenced],
        "may_unmute": True,
        "former": [_line(line) for line in lines],
        "sentence": _sentence(lines, len(silenced), today),
        "steps": steps or StepsForm(initial={"since": today, "sender": 0, "tower": 0}, agencies=agencies),
        "mute": mute or MuteForm(prefix=PREFIX, agencies=agencies),
        "trial": _trial(viewer, lines, tried) if tried is not None else None,
    }
    return Page("office/escalations.html", values, status=status)


def _sentence(lines: list[EscalationLine], silenced: int, today: date) -> str:
    """Who only silences a route has not set its steps."""
    own = any(line.setting.muted_until is None and line.setting.since <= today for line in lines)
    said = (
        _("知らせの段取りは、この自治体で決めたもので動いています。")
        if own
        else _("知らせの段取りは、このソフトのはじめのままです。")
    )
    return said + (_("%(count)sを止めています。") % {"count": how_many(silenced)} if silenced else "")


def _in_force(lines: list[EscalationLine], today: date) -> list[dict[str, Any]]:
    """For each alarm what holds for any ball, then what is narrower."""
    last: dict[Route, EscalationLine] = {}
    for line in sorted(lines, key=lambda one: one.setting.since):
        if line.setting.muted_until is None and line.setting.since <= today:
            last[line.setting.route] = line
    found = []
    for alarm in Alarm:
        general = last.pop(Route(alarm), None)
        found.append(_line(general) if general else _ours(alarm))
        found += [_line(line) for route, line in last.items() if route.alarm is alarm]
    return found


def _ours(alarm: Alarm) -> dict[str, Any]:
    steps = _steps(OURS[alarm])
    if alarm is Alarm.STUCK:
        steps = _("%(steps)s、課長 返事の日数をすぎた次の開庁日") % {"steps": steps}
    return {"route": ALARMS[alarm], "steps": steps, "since": _("はじめの段取り"), "who": ""}


def _line(line: EscalationLine) -> dict[str, Any]:
    setting = line.setting
    until = setting.muted_until
    return {
        "route": _route(setting.route, line.agency),
        "steps": _("%(day)sまで知らせない") % {"day": say_day(until)} if until else _steps(setting.steps),
        "since": say_era(setting.since),
        "who": line.by_name,
        "when": say_day(local_day(line.made_at)),
        "reason": line.reason,
    }


def _route(route: Route, agency: str) -> str:
    narrowed = [
        agency,
        str(MATTER_KINDS[route.kind]) if route.kind else "",
        str(URGENCIES[route.urgency]) if route.urgency else "",
    ]
    words = "・".join(word for word in narrowed if word)
    return f"{ALARMS[route.alarm]}({words})" if words else str(ALARMS[route.alarm])


def _steps(steps: Steps) -> str:
    after = {Whom.SENDER: steps.sender, Whom.TOWER: steps.tower, Whom.CHIEF: steps.chief}
    said = [
        _("%(whom)s %(days)d開庁日") % {"whom": WHOMS[whom], "days": days}
        if days
        else _("%(whom)s すぐ") % {"whom": WHOMS[whom]}
        for whom, days in after.items()
        if days is not None
    ]
    return "、".join(said) or _("表に出るだけ")


def _trial(viewer: Viewer, lines: list[EscalationLine], tried: StepsForm) -> dict[str, Any]:
    """What it would have done on the balls that are open today, beside what the present steps do."""
    today, route = local_day(viewer.at), tried.route()
    present = [line.setting for line in reversed(lines)]
    wanted = [*present, Setting(route, today, tried.steps())]
    found = among(raised(viewer), route)
    limits = limits_of(viewer.body, today)
    rows = [_tried(one, present, wanted, today, limits) for one in found]
    return {
        "rows": rows[:SHOWN],
        "more": max(0, len(rows) - SHOWN),
        "count": how_many(len(rows)) if rows else _("0"),
        "new": sum(row["changed"] for row in rows),
    }


def _tried(one: Raised, present: list[Setting], wanted: list[Setting], today: date, limits: Limits) -> dict[str, Any]:
    before = told_now(present, one.route, days=one.days, day=today, limits=limits)
    after = told_now(wanted, one.route, days=one.days, day=today, limits=limits)
    return {
        "number": one.face.number,
        "kind": MATTER_KINDS[one.face.matter_kind],
        "holder": one.face.holder.said,
        "days": one.days,
        "before": _people(before),
        "after": _people(after),
        "changed": before != after,
    }


def _people(found: Iterable[Whom]) -> str:
    return "、".join(str(WHOMS[whom]) for whom in found) or _("だれにも")


def _agencies(viewer: Viewer) -> list[tuple[str, str]]:
    return list({str(team.agency_id): team.agency.name for team in directory.teams(viewer)}.items())
