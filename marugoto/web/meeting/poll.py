"""The days that were put to those who sit: what each said, one's own answers, and taking one."""

from collections.abc import Mapping
from datetime import time
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import DateSaid
from marugoto.conferences.queries import outside as outsiders
from marugoto.conferences.queries.conference import ConferencePage
from marugoto.conferences.queries.outside import DayLine, OutsideLine
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST
from marugoto.web.meeting.forms.outside import DayForm, DaysForm

SIGNS = {DateSaid.YES: "○", DateSaid.MAYBE: "△", DateSaid.NO: "×"}


def poll(
    viewer: Viewer,
    found: ConferencePage,
    outside: Mapping[UUID, list[OutsideLine]],
    forms: Mapping[str, Any],
    *,
    ours: bool,
) -> dict[str, Any] | None:
    """None once the conference has begun or is called off."""
    if found.opened or found.ended:
        return None
    days = outsiders.days(viewer, found.conference.pk)
    sits = {seat.duty: seat.name for item in found.items for seat in item.seats}
    comes = {one.seat: one.name for lines in outside.values() for one in lines}
    empty = DayForm(initial={"begins": time(13, 30), "ends": time(14, 30)}, auto_id="day-%s")
    return {
        "rows": [_row(viewer, one, found, sits, comes, ours=ours) for one in days],
        "ours": ours,
        "day_form": forms.get("day") or empty if ours else None,
        "own": days_form(viewer, days) if days and viewer.duty in sits else None,
    }


def days_form(viewer: Viewer, days: list[DayLine], data: Any = None) -> DaysForm:
    asked = [(str(one.option), said_hours(one), one.by_duty.get(viewer.duty, "")) for one in days]
    return DaysForm(data, days=asked, auto_id="days-%s")


def said_hours(one: DayLine) -> str:
    begins, ends = one.begins_at.astimezone(JST), one.ends_at.astimezone(JST)
    return f"{say_day(begins.date())} {begins:%H:%M}〜{ends:%H:%M}"


def _row(
    viewer: Viewer,
    one: DayLine,
    found: ConferencePage,
    sits: Mapping[UUID, str],
    comes: Mapping[UUID, str],
    *,
    ours: bool,
) -> dict[str, Any]:
    """The host counts every answer; a guest those of whom he may see at the table: no number tells who else is talked about."""
    answers = [one.by_duty.get(duty) for duty in sits] + [one.by_outside.get(seat) for seat in comes]
    count = one.count if ours else answers.count
    return {
        "option": one.option,
        "when": said_hours(one),
        "taken": one.begins_at == found.conference.begins_at,
        "past": one.begins_at < viewer.at,
        "yes": count(DateSaid.YES),
        "maybe": count(DateSaid.MAYBE),
        "no": count(DateSaid.NO),
        "signs": [
            (SIGNS[said], name) for said, name in zip(answers, [*sits.values(), *comes.values()], strict=True) if said
        ],
    }
