"""調整役: half-year by half-year, whether the agencies have grown and the coordinator has become smaller; never without what it hides."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.asking import directions
from marugoto.custody.queries.health import health, seat
from marugoto.evaluation.actions.hours import LEADS, declare_hours
from marugoto.evaluation.indicators import brought_depth, came_back, without_tower
from marugoto.evaluation.queries.coordination import Coordination, HalfYear, coordination
from marugoto.evaluation.queries.division import divided_last
from marugoto.evaluation.queries.hours import HoursLine
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.rules.figures import Share, said_of
from marugoto.evaluation.rules.half_year import last_days, next_after, say_half_year
from marugoto.evaluation.rules.hours import BACK
from marugoto.evaluation.rules.trend import AHEAD, LEAST, Trend, trend
from marugoto.kernel.era import say_near
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.hours import HoursForm
from marugoto.web.office.pages.words import THINKERS, counted_of, field_names, where_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui.figure import bars


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, HoursForm(half_years=_half_years(viewer)))


@act(*LEADS)
def declare(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = HoursForm(request.POST, half_years=_half_years(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = declare_hours(
                by=viewer,
                at=at,
                last=date.fromisoformat(said["last"]),
                hours=said["hours"],
                reason=said["reason"],
            )
            words = {"half_year": say_half_year(row.last), "hours": row.hours}
            messages.success(request, _("%(half_year)sの調整の時間を%(hours)d時間と書きました。") % words)
            return redirect("office:coordination")
    return _page(viewer, form, status=422)


def _half_years(viewer: Viewer) -> list[tuple[str, str]]:
    """Over, the newest first."""
    return [(one.isoformat(), say_half_year(one)) for one in reversed(last_days(local_day(viewer.at), BACK))]


def _page(viewer: Viewer, form: HoursForm, status: int = 200) -> Page:
    kept = latest(viewer, codes=[one.code for one in (brought_depth, without_tower, came_back)])
    found = coordination(viewer, counts=kept.counts)
    depth, back, alone = (
        found.added(which) for which in (lambda one: one.brought, lambda one: one.back, lambda one: one.alone)
    )
    going = trend([one.hours for one in found.half_years])
    fields = divided_last(viewer, without_tower, kept) or {}
    values: dict[str, Any] = {
        "counted": counted_of(kept, back="coordination"),
        "sentence": _sentence(found, going, depth, back),
        "rows": [_row(one) for one in found.half_years] + ([_running(found.running)] if found.running else []),
        "months": _months(found),
        "hours_drawn": bars([(say_short(one.last), one.hours) for one in found.half_years]),
        "hours_said": "、".join(f"{say_half_year(one.last)} {_hours(one)}" for one in found.half_years),
        "ahead": _ahead(found, going),
        "to_zero": going is not None and len(going.ahead) < AHEAD,
        "guards": [
            {"indicator": brought_depth, "said": said_of(depth)},
            {"indicator": came_back, "said": said_of(back)},
        ],
        "alone": said_of(alone),
        "fields": [
            {"where": where_of(key, field_names()), "said": said_of(share)}
            for key, share in sorted(fields.items(), key=lambda item: (-item[1].n, item[0]))
        ],
        "said": [_said(line, local_day(viewer.at)) for line in found.said],
        "seat": seat(viewer),
        "health": health(viewer),
        "directed": directions(viewer),
        "may_declare": viewer.has(*LEADS),
        "form": form,
        "indicators": (without_tower, brought_depth, came_back),
    }
    return Page("office/coordination.html", values, status=status)


def _sentence(found: Coordination, going: Trend | None, depth: Share, back: Share) -> str:
    if not found.lately:
        return _("調整役の半期の記録は、まだありません。")
    if going is None:
        known = sum(one.hours is not None for one in found.half_years)
        words = _("調整役が小さくなってきたかは、まだ言えません。時間の書かれた半期が、あと%(count)d回分いります。")
        return words % {"count": LEAST - known}
    way = {
        "down": _("調整の時間は、半期ごとに減ってきています。"),
        "up": _("調整の時間は、半期ごとに増えてきています。"),
        "unsure": _("調整の時間が減っているかは、まだはっきりしません。"),
    }[going.word]
    return way + _guarded(_months(found), depth, back)


def _months(found: Coordination) -> str:
    """The months of which the sentence and the panel speak: those of the last rows of the table."""
    if not found.lately:
        return ""
    first, last = found.lately[0].last, found.lately[-1].last
    if found.running:
        return _("%(half_year)sからきょうまで") % {"half_year": say_half_year(first)}
    return _("%(first)sから%(last)sまで") % {"first": say_half_year(first), "last": say_half_year(last)}


def _guarded(months: str, depth: Share, back: Share) -> str:
    """The fall of hours or of what is brought is never said alone."""
    if not (depth.enough and back.enough):
        return _("「持ち込みの深さ」か「支援後に戻った世帯」が少なすぎて言えないので、機関が育ったからとは言えません。")
    return _("%(months)sに持ち込まれた世帯は%(depth)sが3種類以上、支援後に戻ったのは%(back)sです。") % {
        "months": months,
        "depth": said_of(depth),
        "back": said_of(back),
    }


def _row(one: HalfYear) -> dict[str, Any]:
    middle = one.depth.middle
    said = {"half_year": say_half_year(one.last), "hours": _hours(one), "people": _people(one)}
    if not one.recorded:
        return said | dict.fromkeys(("brought", "depth", "deep", "alone", "back"), _("記録の前"))
    return said | {
        "brought": _("%(count)d世帯") % {"count": one.brought.n},
        "depth": _("まだ言えません") if middle is None else _("%(count)d種類") % {"count": middle},
        "deep": said_of(one.brought),
        "alone": said_of(one.alone),
        "back": said_of(one.back) if one.back.n else _("まだ1年たっていません"),
    }


def _running(one: HalfYear) -> dict[str, Any]:
    """The half-year of today: it is not over, and nobody says its hours yet."""
    words = _("%(half_year)s(途中)") % {"half_year": say_half_year(one.last)}
    return _row(one) | {"half_year": words, "hours": _("終わってから書きます")}


def _hours(one: HalfYear) -> str:
    return _("書かれていません") if one.hours is None else _("%(hours)d時間") % {"hours": one.hours}


def _people(one: HalfYear) -> str:
    people = one.people
    return "" if people is None else _("%(people)s人分") % {"people": tenths(people)}


def tenths(value: Fraction) -> str:
    """One place behind the point, rounded half up."""
    whole = int(value * 10 + Fraction(1, 2))
    return f"{whole // 10}.{whole % 10}"


def _ahead(found: Coordination, going: Trend | None) -> list[dict[str, str]]:
    """The next half-years, each with its band in hours and in people; nothing where too little is known."""
    if going is None:
        return []
    last, full = found.half_years[-1].last, found.half_years[-1].full
    rows = []
    for least, middle, most in going.ahead:
        last = next_after(last)
        rows.append(
            {
                "half_year": say_half_year(last),
                "middle": _("%(hours)d時間") % {"hours": round(middle)},
                "band": _band(str(round(least)), str(round(most)), _("時間")),
                "people": _band(tenths(least / full), tenths(most / full), _("人分")) if full else "",
            }
        )
    return rows


def _band(least: str, most: str, unit: str) -> str:
    """One number where both ends are said alike."""
    if least == most:
        return _("ほぼ%(number)s%(unit)s") % {"number": least, "unit": unit}
    return _("%(least)sから%(most)s%(unit)s") % {"least": least, "most": most, "unit": unit}


def say_short(last: date) -> str:
    """「R8上」, for under a bar."""
    words = say_half_year(last)
    return words.replace("令和", "R").replace("年度", "").replace("半期", "")


def _said(line: HoursLine, today: date) -> dict[str, Any]:
    return {
        "half_year": say_half_year(line.last),
        "hours": _("%(hours)d時間") % {"hours": line.hours},
        "who": line.by_name or _("コマンドから"),
        "when": say_near(local_day(line.made_at), today),
        "reason": line.reason,
    }
