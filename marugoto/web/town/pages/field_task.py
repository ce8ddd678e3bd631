"""宿題: one of them, with who holds it, from what it follows, and what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_task import end_task, take_task
from marugoto.community.codes import FieldTaskEnd
from marugoto.community.labels import FIELD_TASK_ENDS
from marugoto.community.queries import field_task as tasks
from marugoto.community.rules.field_task import may_end, may_take
from marugoto.custody.queries.ball import faces
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import LEADERS, READERS, REPLIERS, room_of
from marugoto.web.town.forms.field_task import TakerForm, TaskEndForm
from marugoto.web.town.words import plain_day
from marugoto.web.ui.parts import ClockFace

SOON = 7  # days
GIVEN = gettext_lazy("宿題を渡しました。いま持っているのは一人だけです。")
ASKED = gettext_lazy("ほかの係に頼みました。相手が受け取るまで、いまの持ち手のままです。")


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, task: UUID) -> Page:
    return _page(viewer, task)


@act(*REPLIERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, task: UUID) -> Page | HttpResponse:
    form = TaskEndForm(request.POST, auto_id="end-%s")
    if form.is_valid():
        with form_errors(form):
            end_task(by=viewer, at=at, task=task, end=form.code(), words=form.cleaned_data["words"])
            messages.success(request, _("宿題を終わりにしました。もとの日誌や対話に、どうなったかが出ます。"))
            return redirect("town:field_task", task=task)
    return _page(viewer, task, end_form=form, status=422)


@act(*REPLIERS)
def give(request: HttpRequest, viewer: Viewer, at: datetime, task: UUID) -> Page | HttpResponse:
    form = TakerForm(request.POST, auto_id="taker-%s", holders=holder_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            now = take_task(by=viewer, at=at, task=task, holder=form.taker())
            messages.success(request, GIVEN if now else ASKED)
            return redirect("town:field_task", task=task)
    return _page(viewer, task, taker_form=form, status=422)


def holder_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The viewer first."""
    found = tasks.holders(viewer)
    found.sort(key=lambda duty: duty.pk != viewer.duty)
    return [(str(one.pk), f"{one.worker.name}({one.name})") for one in found]


def task_line(viewer: Viewer, row: Any) -> dict[str, Any]:
    """A task as every list shows it: what, who, until when or what became of it."""
    ending, today = getattr(row, "ending", None), local_day(viewer.at)
    return {
        "task": row,
        "clock": None if ending else _clock(row, viewer),
        "due": plain_day(row.due, today),
        "who": row.ball.in_charge.worker.name,
        "team": row.ball.holder.name,
        "left": row.left and ending is None,
        "mine": row.ball.in_charge_id == viewer.duty,
        "end": FIELD_TASK_ENDS[FieldTaskEnd(ending.end)] if ending else "",
        "end_words": ending.words if ending else "",
        "end_day": plain_day(local_day(ending.made_at), today) if ending else "",
        **source_of(row),
    }


def source_of(row: Any) -> dict[str, str]:
    """From what it follows, in words and with its page."""
    if row.note_id:
        said = _("%(day)sの日誌") % {"day": say_day(row.note.day)}
        return {"source": said, "source_url": reverse("town:field_note", args=[row.note_id]) if row.source_seen else ""}
    if row.dialogue_id:
        if not row.source_seen:
            return {"source": _("対話"), "source_url": ""}
        said = _("%(who)sとの対話") % {"who": row.dialogue.partner_name}
        return {"source": said, "source_url": reverse("town:dialogue", args=[row.dialogue_id])}
    return {"source": row.training.name, "source_url": reverse("town:training", args=[row.training_id])}


def _clock(row: Any, viewer: Viewer) -> ClockFace:
    days, title = (row.due - local_day(viewer.at)).days, say_day(row.due)
    if days < 0:
        return ClockFace(_("%(days)d日すぎ") % {"days": -days}, "late", title)
    if days == 0:
        return ClockFace(_("きょうまで"), "today", title)
    return ClockFace(_("あと%(days)d日") % {"days": days}, "soon" if days <= SOON else "plain", title)


def _page(
    viewer: Viewer,
    task: UUID,
    *,
    end_form: TaskEndForm | None = None,
    taker_form: TakerForm | None = None,
    status: int = 200,
) -> Page:
    row = tasks.get(viewer, task)
    if row is None:
        raise Http404
    line, theirs = task_line(viewer, row), row.ball.holder_id == viewer.team
    ended, asks_after, works = bool(line["end"]), tasks.still_asks(viewer, row), viewer.has(*REPLIERS)
    ending = may_end(FieldTaskEnd.DONE, "", theirs=theirs, ended=ended, asks_after=asks_after)
    values = {
        "line": line,
        "chip": chip_of(faces(viewer, [task])[task]),
        "oversees": viewer.has(*LEADERS) or theirs,
        "asks_after": asks_after,
        "may_end": ending if works else None,
        "may_take": may_take(held=False, theirs=theirs, ended=ended) if works else None,
        "end_form": end_form or TaskEndForm(auto_id="end-%s"),
        "taker_form": taker_form or TakerForm(auto_id="taker-%s", holders=holder_choices(viewer)),
        **room_of(viewer, "notes"),
    }
    return Page("town/field_task.html", values, status=status)
