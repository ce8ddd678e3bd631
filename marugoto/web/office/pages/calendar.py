"""開庁日: the year as this office counts it, its own closed and opened days, and the years to come."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.actions import close_day, take_back_day
from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries.calendar import OwnDay, own_days
from marugoto.agencies.rules.year import Month, closed_months, first_day, last_day, year_of
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.era import say_day, say_era, say_month
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.house import ClosedDayForm, TakeBackForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

YEARS_AHEAD, FIRST, LAST = 5, 2000, 2090


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, _year(request.GET.get("year", ""), viewer))


@act(*KEEPS_HOUSE)
def close(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ClosedDayForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        is_open = said["how"] == "open"
        with form_errors(form):
            close_day(by=viewer, at=at, day=said["day"], name=said["name"], is_open=is_open)
            words = _("%(day)sは開いています。") if is_open else _("%(day)sは閉庁日です。")
            messages.success(
                request,
                words % {"day": say_day(said["day"])}
                + _("期限は、これで数え直します。頼んである返事の日は変わりません。"),
            )
            return _to(said["day"])
    return _page(viewer, fiscal_year(local_day(at)), form=form, status=422)


@act(*KEEPS_HOUSE)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = TakeBackForm(request.POST, days=_changeable(viewer))
    if form.is_valid():
        wanted = read_id(form.cleaned_data["day"])
        with form_errors(form):
            if wanted is not None:
                row = take_back_day(by=viewer, at=at, closed_day=wanted, reason=form.cleaned_data["reason"])
                messages.success(request, _("%(day)sは、もとの決まりに戻りました。") % {"day": say_day(row.day)})
                return _to(row.day)
    return _page(viewer, fiscal_year(local_day(at)), back=form, status=422)


def _to(day: date) -> HttpResponse:
    return redirect(f"{reverse('office:calendar')}?year={fiscal_year(day)}")


def _year(asked: str, viewer: Viewer) -> int:
    now = fiscal_year(local_day(viewer.at))
    return int(asked) if asked.isdecimal() and len(asked) == 4 and FIRST <= int(asked) <= LAST else now


def _page(
    viewer: Viewer, year: int, *, form: ClosedDayForm | None = None, back: TakeBackForm | None = None, status: int = 200
) -> Page:
    now = fiscal_year(local_day(viewer.at))
    ahead = now + YEARS_AHEAD
    said = own_days(viewer, first=first_day(min(year, now)), last=last_day(max(year, ahead)))
    held = [one for one in said if one.taken_back_at is None]
    calendar = WorkingCalendar(
        frozenset(one.day for one in held if not one.is_open), frozenset(one.day for one in held if one.is_open)
    )
    months = closed_months(calendar, {one.day: one.name for one in held}, year)
    values: dict[str, Any] = {
        "year_words": _year_words(year),
        "months": [_month(month) for month in months],
        "own": [_own(one) for one in said if fiscal_year(one.day) == year],
        "years": [_preview(calendar, held, one, shown=one == year) for one in range(now, ahead + 1)],
        "before": year - 1 if year > FIRST else None,
        "after": year + 1 if year < LAST else None,
        "sentence": _sentence(year, months),
        "form": form or ClosedDayForm(),
        "back": back or TakeBackForm(days=_changeable(viewer, held)),
    }
    return Page("office/calendar.html", values, status=status)


def _sentence(year: int, months: list[Month]) -> str:
    own = sum(day.own for month in months for day in month.days)
    said = _("%(year)sの開庁日は%(open)d日です。") % {
        "year": _year_words(year),
        "open": sum(month.open_days for month in months),
    }
    if not own:
        return said + _("この自治体だけの日はありません。")
    return said + _("この自治体だけの日が%(own)d日あります。") % {"own": own}


def _year_words(year: int) -> str:
    return _("%(year)s年度") % {"year": say_era(first_day(year)).split("年")[0]}


def _month(month: Month) -> dict[str, Any]:
    return {
        "name": say_month(month.first),
        "open": _("%(days)d日") % {"days": month.open_days},
        "days": [
            {"said": say_day(day.day), "name": day.name, "own": day.own, "is_open": day.is_open} for day in month.days
        ],
    }


def _own(one: OwnDay) -> dict[str, Any]:
    return {
        "day": say_day(one.day),
        "name": one.name,
        "what": _("開ける") if one.is_open else _("閉める"),
        "who": one.by_name or _("はじめの用意"),
        "when": say_day(local_day(one.made_at)),
        "back": _("%(day)s %(who)s: %(why)s")
        % {
            "day": say_day(local_day(one.taken_back_at)),
            "who": one.taken_back_by or _("コマンドから"),
            "why": one.reason,
        }
        if one.taken_back_at
        else "",
    }


def _preview(calendar: WorkingCalendar, held: list[OwnDay], year: int, *, shown: bool) -> dict[str, Any]:
    mine = [one for one in held if fiscal_year(one.day) == year]
    return {
        "year": year,
        "words": _year_words(year),
        "open": _("%(days)d日") % {"days": year_of(calendar, year)},
        "own": "、".join(f"{say_day(one.day)}{one.name}" for one in mine),
        "shown": shown,
    }


def _changeable(viewer: Viewer, held: list[OwnDay] | None = None) -> list[tuple[str, str]]:
    """Days to come of which something was said."""
    today = local_day(viewer.at)
    if held is None:
        held = [one for one in own_days(viewer, first=today, last=last_day(LAST)) if one.taken_back_at is None]
    return [(str(one.id), f"{say_era(one.day)} {one.name}") for one in held if one.day >= today]
