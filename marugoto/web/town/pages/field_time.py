"""地域に出た時間: by person and team, of a week and of its month, from what was written anyway."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.viewer import Viewer
from marugoto.community.labels import NOTE_KINDS
from marugoto.community.queries.field_time import spells
from marugoto.community.rules.field_time import DIALOGUE, TRAINING, Spell, Spent, month_of, spent, together, week_of
from marugoto.kernel.era import say_day, say_month
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.words import time_words

KINDS = {**{kind.value: words for kind, words in NOTE_KINDS.items()}, DIALOGUE: _("対話"), TRAINING: _("研修")}
WEEKS = 12


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    today = local_day(viewer.at)
    day = _day_of(request.GET.get("week", ""), today)
    (monday, next_monday), (first, next_first) = week_of(day), month_of(day)
    found = spells(viewer, min(monday, first), max(next_monday, next_first))
    weekly, monthly = spent(found, monday, next_monday), spent(found, first, next_first)
    names = names_of_duties({*weekly, *monthly})
    whole = together(monthly.values())
    values = {
        "sentence": _sentence(whole, say_month(first)),
        "week": _("%(since)sから%(until)s")
        % {"since": say_day(monday), "until": say_day(next_monday - timedelta(days=1))},
        "month": say_month(first),
        "kinds": _kinds(found, first, next_first),
        "teams": _teams(names, weekly, monthly, first),
        "whole": _figures(whole, together(weekly.values())),
        "unsaid": whole.unsaid,
        "before": (monday - timedelta(days=7)).isoformat(),
        "after": next_monday.isoformat() if next_monday <= today else "",
        **room_of(viewer, "notes"),
    }
    return Page("town/field_time.html", values)


def _day_of(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if today - timedelta(days=7 * 520) < day <= today else today


def _sentence(whole: Spent, month: str) -> str:
    if not whole.times:
        return _("%(month)sに地域に出た記録は、まだありません。") % {"month": month}
    said = {"month": month, "times": whole.times, "time": time_words(whole.minutes)}
    return _("%(month)sは%(times)d回、あわせて%(time)s、地域に出ました。") % said


def _kinds(found: list[Spell], since: date, until: date) -> list[dict[str, str]]:
    whole = together(spent(found, since, until).values())
    chosen = [(KINDS[kind], minutes) for kind, minutes in whole.kinds.items() if minutes and kind in KINDS]
    chosen.sort(key=lambda one: -one[1])
    return [{"kind": str(kind), "time": time_words(minutes)} for kind, minutes in chosen]


def _teams(
    names: Mapping[UUID, Hat], weekly: dict[UUID, Spent], monthly: dict[UUID, Spent], month: date
) -> list[dict[str, Any]]:
    """A team's line, then its people, the one with most time first."""
    members: dict[UUID, list[Hat]] = {}
    for duty in names.values():
        members.setdefault(duty.team_id, []).append(duty)
    return [
        {
            "name": f"{hats[0].team.agency.short} {hats[0].team.name}",
            **_figures(
                together(monthly.get(hat.pk, Spent()) for hat in hats),
                together(weekly.get(hat.pk, Spent()) for hat in hats),
            ),
            "people": [
                {
                    "name": hat.worker.name,
                    "hat": hat.name,
                    "url": f"{reverse('town:field_month', args=[hat.pk])}?month={month:%Y-%m}",
                    **_figures(monthly.get(hat.pk, Spent()), weekly.get(hat.pk, Spent())),
                }
                for hat in sorted(hats, key=lambda one: -monthly.get(one.pk, Spent()).minutes)
            ],
        }
        for hats in sorted(members.values(), key=lambda hats: hats[0].team.name)
    ]


def _figures(month: Spent, week: Spent) -> dict[str, str]:
    return {
        "week_times": str(week.times),
        "week_time": _time(week),
        "month_times": str(month.times),
        "month_time": _time(month),
    }


def _time(found: Spent) -> str:
    """Nothing written is not nought minutes."""
    if not found.times:
        return "—"
    if found.unsaid == found.times:
        return _("書かれていません")
    return time_words(found.minutes)
