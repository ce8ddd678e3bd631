"""対話: who was heard, what was asked and said, and what became of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.dialogue import Beside, hold_dialogue
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.codes import NoteTheme, Partner
from marugoto.community.labels import NOTE_THEMES, PARTNERS
from marugoto.community.queries import dialogue as dialogues
from marugoto.community.queries import field_task as tasks
from marugoto.community.queries import place as places
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.queries.dialogue import Heard
from marugoto.community.rules.field_time import month_of
from marugoto.conferences.codes import KindCode
from marugoto.conferences.queries import topic as topics
from marugoto.custody.codes import MatterKind
from marugoto.custody.queries import tower
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page
from marugoto.web.town.audience import READERS, REPLIERS, room_of
from marugoto.web.town.forms.dialogue import DialogueForm
from marugoto.web.town.forms.field_task import TaskForm
from marugoto.web.town.pages.field_task import holder_choices, task_line
from marugoto.web.town.pages.unmet_need import title_of
from marugoto.web.town.words import months_back, read_month, time_words
from marugoto.web.ui.parts import Filter

MONTHS = 25


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    heard = heard_of(request.GET)
    log = dialogues.log(viewer, heard, page=read_page(request.GET.get("page", "1")))
    followed = tasks.of_dialogues(viewer, {row.pk for row in log.rows})
    values = {
        "log": log,
        "rows": [_line(viewer, row, followed.get(row.pk, [])) for row in log.rows],
        "sieved": heard != Heard(),
        "text": heard.text,
        "filters": _filters(viewer, heard, request.GET.get("month", "")),
        **room_of(viewer, "dialogues"),
    }
    return Page("town/dialogues.html", values)


@see(*READERS)
def became(request: HttpRequest, viewer: Viewer) -> Page:
    """By district: what was said, and what became of it. Made to be printed and taken along to where it was said."""
    heard = heard_of(request.GET)
    rows = dialogues.all_heard(viewer, heard)
    followed = tasks.of_dialogues(viewer, {row.pk for row in rows})
    lines = [_line(viewer, row, followed.get(row.pk, [])) for row in rows]
    values = {
        "districts": list(_by_district(lines)),
        "count": len(lines),
        "open": sum(not one["end"] for line in lines for one in line["tasks"]),
        "done": sum(bool(one["end"]) for line in lines for one in line["tasks"]),
        "without": sum(not line["tasks"] for line in lines),
        "filters": _filters(viewer, heard, request.GET.get("month", ""))[2:],
        **room_of(viewer, "dialogues"),
    }
    return Page("town/dialogues_became.html", values)


@see(*REPLIERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    initial = {
        "day": local_day(viewer.at),
        "unmet": request.GET.get("unmet", ""),
        "place": request.GET.get("place", ""),
    }
    form = DialogueForm(initial=initial, choices=_choices(viewer))
    return Page("town/dialogue_new.html", {"form": form, **room_of(viewer, "dialogues")})


@act(*REPLIERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = DialogueForm(request.POST, choices=_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            said = form.values()
            beside = Beside(said.pop("place"), said.pop("unmet"), said.pop("topic"))
            made = hold_dialogue(by=viewer, at=at, beside=beside, **said)
            messages.success(request, _("対話を残しました。続けることがあれば、宿題を置いてください。"))
            return redirect("town:dialogue", dialogue=made.pk)
    return Page("town/dialogue_new.html", {"form": form, **room_of(viewer, "dialogues")}, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, dialogue: UUID) -> Page:
    return _page(viewer, dialogue)


@act(*REPLIERS)
def follow(request: HttpRequest, viewer: Viewer, at: datetime, dialogue: UUID) -> Page | HttpResponse:
    form = TaskForm(request.POST, auto_id="task-%s", holders=holder_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            set_task(by=viewer, at=at, source=Source(dialogue=dialogue), **form.values())
            messages.success(request, _("宿題を置きました。どうなったかは、この対話に出ます。"))
            return redirect("town:dialogue", dialogue=dialogue)
    return _page(viewer, dialogue, task_form=form, status=422)


def heard_of(asked: QueryDict) -> Heard:
    """What the address asks for; what cannot be read sieves nothing."""
    partner, theme = asked.get("partner", ""), asked.get("theme", "")
    month = read_month(asked.get("month", ""))
    since, until = month_of(month) if month else (None, None)
    return Heard(
        partner=partner if partner in set(Partner) else "",
        theme=theme if theme in set(NoteTheme) else "",
        district=asked.get("district", "")[:20],
        text=asked.get("text", "").strip()[:100],
        since=since,
        until=until,
    )


def _page(viewer: Viewer, dialogue: UUID, task_form: TaskForm | None = None, status: int = 200) -> Page:
    row = dialogues.get(viewer, dialogue)
    if row is None:
        raise Http404
    topic = topics.topic(viewer, row.topic) if row.topic else None
    writes = viewer.has(*REPLIERS)
    if writes and task_form is None:
        task_form = TaskForm(auto_id="task-%s", holders=holder_choices(viewer))
    values = {
        **_line(viewer, row, tasks.of_source(viewer, dialogue=dialogue)),
        "topic": topic,
        "task_form": task_form if writes else None,
        **room_of(viewer, "dialogues"),
    }
    return Page("town/dialogue.html", values, status=status)


def _line(viewer: Viewer, row: Any, followed: list[Any]) -> dict[str, Any]:
    return {
        "dialogue": row,
        "day": say_whole_day(row.day),
        "partner": PARTNERS[Partner(row.partner)],
        "about": NOTE_THEMES[NoteTheme(row.theme)],
        "minutes": time_words(row.minutes) if row.minutes else "",
        "who": row.writer or _("仕組み"),
        "unmet": title_of(row.unmet) if row.unmet else "",
        "tasks": [task_line(viewer, one) for one in followed],
    }


def _by_district(lines: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in lines:
        district = line["dialogue"].district
        key = (district.code, district.name) if district else ("~", _("圏域を決めていない対話"))
        found.setdefault(key, []).append(line)
    for (_code, name), rows in sorted(found.items()):
        yield {"name": name, "rows": rows}


def _choices(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    open_now = tower.all_open(viewer, kind=MatterKind.RESOURCE_TASK)
    found = unmet_needs.in_list(viewer, {face.matter for face in open_now.faces})
    waiting = topics.waiting(viewer, KindCode.POLICY)
    return {
        "district": [(str(one.pk), one.name) for one in directory.districts(viewer)],
        "place": places.name_choices(viewer),
        "unmet": [(str(key), title_of(one.need)) for key, one in found.items()],
        "topic": [(str(one.topic), one.title) for one in waiting],
    }


def _filters(viewer: Viewer, heard: Heard, month: str) -> list[Filter]:
    everything = ("", _("すべて"))
    districts = [(one.code, one.name) for one in directory.districts(viewer)]
    return [
        Filter("partner", _("どこと"), [everything, *((str(k), str(v)) for k, v in PARTNERS.items())], heard.partner),
        Filter("theme", _("テーマ"), [everything, *((str(k), str(v)) for k, v in NOTE_THEMES.items())], heard.theme),
        Filter("district", _("圏域"), [everything, *districts], heard.district),
        Filter("month", _("月"), [everything, *months_back(local_day(viewer.at), MONTHS)], month),
    ]
