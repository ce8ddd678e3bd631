"""研修: who came, counted by kind, and what came of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.training import follow_training, hold_training
from marugoto.community.codes import Attendee, TrainingFruit, TrainingKind
from marugoto.community.labels import ATTENDEES, TRAINING_FRUITS, TRAINING_KINDS
from marugoto.community.queries import field_task as tasks
from marugoto.community.queries import place as places
from marugoto.community.queries import training as trainings
from marugoto.community.queries.training import Register
from marugoto.kernel.era import say_day, say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page
from marugoto.web.town.audience import READERS, REPLIERS, room_of
from marugoto.web.town.forms.training import FruitForm, TrainingForm
from marugoto.web.town.pages.field_task import task_line
from marugoto.web.town.words import time_words
from marugoto.web.ui.parts import Filter, Tone

FRUIT_TONES: dict[TrainingFruit, Tone] = {
    TrainingFruit.HELPERS: "done",
    TrainingFruit.PLACE_STARTED: "done",
    TrainingFruit.NOTHING_YET: "",
}


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    kind = request.GET.get("kind", "")
    kind = kind if kind in set(TrainingKind) else ""
    found = trainings.register(viewer, kind=kind, page=read_page(request.GET.get("page", "1")))
    followed = tasks.of_trainings(viewer, {row.pk for row in found.rows})
    choices = [("", _("すべて")), *((str(k), str(v)) for k, v in TRAINING_KINDS.items())]
    values = {
        "found": found,
        "sentence": _sentence(found, kind),
        "rows": [_line(viewer, row, followed.get(row.pk, [])) for row in found.rows],
        "sieved": bool(kind),
        "filters": [Filter("kind", _("だれの研修"), choices, kind)],
        **room_of(viewer, "trainings"),
    }
    return Page("town/trainings.html", values)


@see(*REPLIERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    form = TrainingForm(initial={"day": local_day(viewer.at)}, **_choices(viewer))
    return Page("town/training_new.html", {"form": form, **room_of(viewer, "trainings")})


@act(*REPLIERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = TrainingForm(request.POST, **_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            made = hold_training(by=viewer, at=at, **form.values())
            messages.success(request, _("研修を残しました。90日後に、そのあとを聞く宿題が出ます。"))
            return redirect("town:training", training=made.pk)
    return Page("town/training_new.html", {"form": form, **room_of(viewer, "trainings")}, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, training: UUID) -> Page:
    return _page(viewer, training)


@act(*REPLIERS)
def follow(request: HttpRequest, viewer: Viewer, at: datetime, training: UUID) -> Page | HttpResponse:
    form = FruitForm(request.POST, places=places.name_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            follow_training(by=viewer, at=at, training=training, **form.values())
            messages.success(request, _("そのあとを残しました。"))
            return redirect("town:training", training=training)
    return _page(viewer, training, form, status=422)


def _page(viewer: Viewer, training: UUID, form: FruitForm | None = None, status: int = 200) -> Page:
    row = trainings.get(viewer, training)
    if row is None:
        raise Http404
    writes = viewer.has(*REPLIERS)
    if writes and form is None:
        form = FruitForm(places=places.name_choices(viewer))
    values = {
        **_line(viewer, row, tasks.of_trainings(viewer, {training}).get(training, [])),
        "workers": [(one.worker.worker.name, one.worker.team.name) for one in row.workers.all()],
        "form": form if writes else None,
        **room_of(viewer, "trainings"),
    }
    return Page("town/training.html", values, status=status)


def _sentence(found: Register, kind: str) -> str:
    if not found.count:
        return _("研修の記録は、まだありません。")
    said = TRAINING_KINDS[TrainingKind(kind)] if kind else _("研修")
    return _("%(said)sの記録が%(n)d件あります。") % {"said": said, "n": found.count}


def _line(viewer: Viewer, row: Any, followed: list[Any]) -> dict[str, Any]:
    heads = [(str(ATTENDEES[Attendee(one.kind)]), one.number) for one in row.attendances.all()]
    people = sum(number for _kind, number in heads) + len(row.workers.all())
    asked = [task_line(viewer, one) for one in followed]
    return {
        "course": row,
        "day": say_whole_day(row.day),
        "kind": TRAINING_KINDS[TrainingKind(row.kind)],
        "minutes": time_words(row.minutes) if row.minutes else "",
        "heads": heads,
        "people": people,
        "fruits": [_fruit(one) for one in row.results.all()],
        "asked": asked,
        "waits": next((one for one in asked if not one["end"]), None),
    }


def _fruit(one: Any) -> dict[str, Any]:
    return {
        "row": one,
        "fruit": TRAINING_FRUITS[TrainingFruit(one.fruit)],
        "tone": FRUIT_TONES[TrainingFruit(one.fruit)],
        "day": say_day(local_day(one.made_at)),
        "who": one.writer or _("仕組み"),
    }


def _choices(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    workers = directory.duties_at_the_table(viewer)
    return {
        "districts": [(str(one.pk), one.name) for one in directory.districts(viewer)],
        "places": places.name_choices(viewer),
        "workers": [(str(one.pk), f"{one.team.name} {one.worker.name}({one.name})") for one in workers],
    }
