"""今週: what one means to do, what one holds, what was answered; for whoever leads, also what waits for an answer."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_plan import end_plan, plan_day
from marugoto.community.codes import FieldPlanEnd, ReplyKind
from marugoto.community.labels import REPLY_KINDS
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import field_plan as plans
from marugoto.community.queries import field_task as tasks
from marugoto.community.queries.field_note import Sieve
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.town.audience import LEADERS, REPLIERS, WALKERS, room_of
from marugoto.web.town.forms.field_task import FieldPlanForm
from marugoto.web.town.pages.field_note import note_line
from marugoto.web.town.pages.field_task import task_line
from marugoto.web.town.words import plain_day

LATELY = 14  # days for which an answer is shown
AHEAD = timedelta(days=15)  # up to and without
SHOWN = 10


@see(*REPLIERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    today = local_day(viewer.at)
    districts = directory.districts(viewer)
    form = FieldPlanForm(initial={"day": today}, districts=[(str(one.pk), one.name) for one in districts])
    return _page(viewer, form)


@act(*WALKERS)
def plan(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    districts = directory.districts(viewer)
    form = FieldPlanForm(request.POST, districts=[(str(one.pk), one.name) for one in districts])
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            plan_day(by=viewer, at=at, **(said | {"district": read_id(said["district"])}))
            messages.success(request, _("予定を書きました。"))
            return redirect("town:field_week")
    return _page(viewer, form, status=422)


@act(*WALKERS)
def drop(request: HttpRequest, viewer: Viewer, at: datetime, field_plan: UUID) -> HttpResponse:
    end_plan(by=viewer, at=at, plan=field_plan, end=FieldPlanEnd.DROPPED)
    messages.success(request, _("予定を取りやめました。"))
    return redirect("town:field_week")


def _page(viewer: Viewer, form: FieldPlanForm, status: int = 200) -> Page:
    today, leads = local_day(viewer.at), viewer.has(*LEADERS)
    meant = plans.open_plans(viewer, today + AHEAD)
    held = [task_line(viewer, one) for one in tasks.open_for(viewer)]
    waiting = notes.diary(viewer, Sieve(asks=True)) if leads else None
    answers = notes.answers_to(viewer, today - timedelta(days=LATELY)) if viewer.has(*WALKERS) else []
    values = {
        "sentence": _sentence(viewer, meant, held),
        "days": _days(viewer, [one for one in meant if one.by == viewer.duty], today),
        "others": [_plan_line(one, today) for one in meant if one.by != viewer.duty and one.day >= today],
        "held": held,
        "waiting": [note_line(one) for one in waiting.rows[:SHOWN]] if waiting else [],
        "waiting_count": waiting.count if waiting else 0,
        "all_tasks": [task_line(viewer, one) for one in tasks.open_of_all(viewer)] if leads else [],
        "answers": [_answer(one, today) for one in answers],
        "leads": leads,
        "form": form,
        **room_of(viewer, "notes"),
    }
    return Page("town/field_week.html", values, status=status)


def _sentence(viewer: Viewer, meant: Sequence[Any], held: Sequence[dict[str, Any]]) -> str:
    today = local_day(viewer.at)
    mine = sum(one.by == viewer.duty and one.day == today for one in meant)
    late = sum(one["task"].due <= today for one in held)
    said = _("きょう出向く予定は%(n)d件です。") % {"n": mine} if mine else _("きょう出向く予定は、ありません。")
    return said + (_("きょうまでの宿題が%(n)d件あります。") % {"n": late} if late else "")


def _days(viewer: Viewer, mine: Sequence[Any], today: date) -> list[dict[str, Any]]:
    """By day, what is past first."""
    found: dict[date, list[dict[str, Any]]] = {}
    for one in mine:
        found.setdefault(one.day, []).append(_plan_line(one, today))
    return [
        {"day": say_day(day), "past": day < today, "today": day == today, "plans": lines}
        for day, lines in found.items()
    ]


def _plan_line(one: Any, today: date) -> dict[str, Any]:
    return {
        "plan": one,
        "words": one.words,
        "day": plain_day(one.day, today),
        "where": one.place.name if one.place else (one.district.name if one.district else ""),
        "who": one.walker or "",
    }


def _answer(one: Any, today: date) -> dict[str, Any]:
    return {
        "note": one.note_id,
        "day": plain_day(one.note.day, today),
        "kind": REPLY_KINDS[ReplyKind(one.kind)],
        "words": one.words,
        "who": one.writer or "",
        "hat": one.writer_hat or "",
    }
