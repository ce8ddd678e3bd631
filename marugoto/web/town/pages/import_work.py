"""A long list on its way: how far it has come, stop, and on to what became of it. Works by loading again; htmx does that by itself."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_work import STOPPABLE, stop
from marugoto.exchange.labels import STAGES
from marugoto.exchange.queries import place_import as imports
from marugoto.exchange.queries.import_work import Work
from marugoto.exchange.queries.place_import import Brought
from marugoto.exchange.rules.work import SLOW_AFTER, Stage
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.town.audience import IMPORTERS, room_of
from marugoto.web.town.pages.import_words import moment_words, stands_at, steps_of


@see(*IMPORTERS)
def show(request: HttpRequest, viewer: Viewer, prepared: UUID) -> Page | HttpResponse:
    brought = _found(viewer, prepared)
    if brought.running is None and not brought.unread:
        url = stands_at(brought)
        # An answer for a part of a page cannot lead on by itself.
        return HttpResponseClientRedirect(url) if getattr(request, "htmx", False) else redirect(url)
    values = {
        "brought": brought,
        "file": brought.file,
        "brought_at": moment_words(brought.file.made_at),
        "steps": steps_of(brought),
        "here_url": reverse("town:import_work", args=[prepared]),
        **(_progress(brought.running, viewer.at) if brought.running else _unread(brought)),
        **room_of(viewer, "import"),
    }
    return Page("town/import_work.html", values)


@act(*IMPORTERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, prepared: UUID) -> HttpResponse:
    _found(viewer, prepared)
    stop(by=viewer, at=at, prepared=prepared)
    return redirect("town:import_work", prepared=prepared)


def _found(viewer: Viewer, prepared: UUID) -> Brought:
    brought = imports.get(viewer, prepared)
    if brought is None:
        raise Http404
    return brought


def _progress(work: Work, at: datetime) -> dict[str, object]:
    stage = Stage(work.stage)
    stopping = work.stop_at is not None
    return {
        "work": work,
        "sentence": _("止めています。少し待ってください。") if stopping else STAGES[stage].sentence,
        "doing": STAGES[stage].doing,
        "unit": STAGES[stage].unit,
        "promise": STAGES[stage].promise,
        "reached": min(work.reached, work.whole),
        "stoppable": stage in STOPPABLE and not stopping,
        "slow": work.ended_at is None and (work.beat_at or work.made_at) < at - SLOW_AFTER,
    }


def _unread(brought: Brought) -> dict[str, object]:
    why = brought.work.sentence if brought.work else ""
    return {"sentence": _("このファイルからは、何も取り込んでいません。"), "why": why}
