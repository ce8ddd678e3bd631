"""日数の決まり: the days of each urgency, who set them, when and why; what happens when a day has passed."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions.profile import say_profile
from marugoto.agencies.codes import KEEPS_HOUSE, Difference
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.queries.leaving import minutes_of
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.limit import set_limit
from marugoto.custody.labels import URGENCIES
from marugoto.custody.queries.limit import LimitLine, answer_settings, limit_book
from marugoto.custody.rules.limit import ways_in_force
from marugoto.custody.rules.load import BAR, bar_of
from marugoto.intake.rules.notice import DAYS, answer_days
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.house import IdleForm, LimitForm, LoadBarForm, NoticeDaysForm
from marugoto.web.shell.doors import Page, act, form_errors, see


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*KEEPS_HOUSE)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = LimitForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = set_limit(
                by=viewer,
                at=at,
                urgency=form.urgency_code(),
                days=form.days(),
                since=said["since"],
                reason=said["reason"],
            )
            messages.success(
                request,
                _("「%(urgency)s」の日数を%(day)sから変えます。もう頼んである返事の期限は変わりません。")
                % {"urgency": URGENCIES[form.urgency_code()], "day": say_day(row.since)},
            )
            return redirect("office:limits")
    return _page(viewer, form, status=422)


@act(*KEEPS_HOUSE)
def idle(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = IdleForm(request.POST)
    words = _("画面が閉じるまでの時間を、%(day)sから変えます。")
    done = _say(request, viewer, at, form, Difference.IDLE, ("minutes", "idle_since", "idle_source"), words)
    return done or _page(viewer, idle=form, status=422)


@act(*KEEPS_HOUSE)
def notice_days(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = NoticeDaysForm(request.POST)
    words = _("気づきに答える日数を、%(day)sから変えます。")
    done = _say(request, viewer, at, form, Difference.NOTICE_DAYS, ("days", "notice_since", "notice_source"), words)
    return done or _page(viewer, days=form, status=422)


@act(*KEEPS_HOUSE)
def load_bar(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = LoadBarForm(request.POST)
    words = _("一人の目安を、%(day)sから変えます。")
    done = _say(request, viewer, at, form, Difference.LOAD, ("bar", "load_since", "load_source"), words)
    return done or _page(viewer, bar=form, status=422)


def _say(
    request: HttpRequest,
    viewer: Viewer,
    at: datetime,
    form: Form,
    name: Difference,
    fields: tuple[str, str, str],
    words: str,
) -> HttpResponse | None:
    """One entry of the body's profile, from the fields with its value, first day and source; None where the form comes back."""
    if form.is_valid():
        value, since, source = (form.cleaned_data[field] for field in fields)
        with form_errors(form):
            row = say_profile(by=viewer, at=at, name=name, value=str(value), since=since, source=source)
            messages.success(request, words % {"day": say_day(row.since)})
            return redirect("office:limits")
    return None


def _page(
    viewer: Viewer,
    form: LimitForm | None = None,
    *,
    bar: LoadBarForm | None = None,
    idle: IdleForm | None = None,
    days: NoticeDaysForm | None = None,
    status: int = 200,
) -> Page:
    book = limit_book(viewer)
    today = local_day(viewer.at)
    values: dict[str, Any] = {
        "now": [_line(line) for line in book.now],
        "coming": [_line(line) for line in book.coming],
        "former": [_line(line) for line in book.former],
        "sentence": _sentence(book.now, len(book.coming)),
        "form": form or LimitForm(initial={"since": today}),
        "ways": len(ways_in_force(answer_settings(viewer.body), today)),
        "minutes": minutes_of(viewer),
        "notice_days": answer_days(says(viewer.body, DAYS, today)),
        "days": days or NoticeDaysForm(initial={"notice_since": today}),
        "bar_now": bar_of(says(viewer.body, BAR, today)),
        "bar": bar or LoadBarForm(initial={"load_since": today}),
        "idle": idle or IdleForm(initial={"minutes": minutes_of(viewer), "idle_since": today}),
    }
    return Page("office/limits.html", values, status=status)


def _sentence(now: tuple[LimitLine, ...], coming: int) -> str:
    own = sum(not line.ours for line in now)
    said = (
        _("%(own)dつの急ぎかたの日数を、この自治体で決めています。") % {"own": own}
        if own
        else _("日数は、どれもこのソフトのはじめの数のままです。")
    )
    return said + (_("これから変わるものが%(coming)dつあります。") % {"coming": coming} if coming else "")


def _line(line: LimitLine) -> dict[str, Any]:
    return {
        "urgency": URGENCIES[line.urgency],
        "answer": _("%(days)d開庁日") % {"days": line.days.answer},
        "unattended": _("%(days)d開庁日") % {"days": line.days.unattended},
        "since": say_era(line.since) if line.since else _("はじめの数"),
        "who": "" if line.ours else line.by_name or _("コマンドから"),
        "when": say_day(local_day(line.made_at)) if line.made_at else "",
        "reason": line.reason,
    }
