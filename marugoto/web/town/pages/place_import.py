"""取り込み: hand a list over, see what it would do row by row, say yes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.community.queries import place as places
from marugoto.exchange.actions.import_work import begin_reading, begin_taking
from marugoto.exchange.actions.place_import import confirm, prepare
from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.labels import VERDICTS
from marugoto.exchange.queries import place_import as imports
from marugoto.exchange.queries.origin import names_many
from marugoto.exchange.queries.place_import import Brought
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.exchange.rules.work import SHORT_ROWS, is_short
from marugoto.exchange.rules.xlsx import is_workbook
from marugoto.kernel.decision import Refused
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.town.audience import IMPORTERS, room_of
from marugoto.web.town.forms.upload import UploadForm
from marugoto.web.town.pages.import_receipt import sentence_of
from marugoto.web.town.pages.import_words import (
    brought_line,
    count_words,
    layout_name,
    moment_words,
    row_line,
    steps_of,
)

PAGE, MOST_ABSENT = 50, 100


@see(*IMPORTERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, UploadForm())


@dataclass(frozen=True)
class Handed:
    """What was handed over. `reading`: None when it is long, and read afterwards."""

    form: UploadForm
    content: bytes = b""
    name: str = ""
    reading: Reading | None = None


def read_ahead(request: HttpRequest) -> Handed:
    """A short file is read while its sender waits, but not while everybody else does."""
    form = UploadForm.sent(request)
    if not form.is_valid():
        return Handed(form)
    file = form.cleaned_data["file"]
    content, name = file.read(), file.name or ""
    if not is_short(content, workbook=is_workbook(content)):
        return Handed(form, content, name)
    try:
        reading = read_file(content)
    except Refused as refused:
        form.add_error("file", f"{refused.sentence}{refused.way_on}")
        return Handed(form)
    return Handed(form, content, name, reading if len(reading.places) <= SHORT_ROWS else None)


@act(*IMPORTERS, ahead=read_ahead)
def send(request: HttpRequest, viewer: Viewer, at: datetime, ahead: Handed) -> Page | HttpResponse:
    """Keep the preview; a file that cannot be read is answered on this page, and nothing of it is kept."""
    if not ahead.form.is_valid():
        return _index(viewer, ahead.form, status=422)
    content, name, town = ahead.content, ahead.name, viewer.body
    if ahead.reading is None or names_many(viewer, ahead.reading.layout.code, SHORT_ROWS):
        begun = begin_reading(by=viewer, at=at, upload=content, file_name=name, municipality=town)
        return redirect("town:import_work", prepared=begun.pk)
    prepared = prepare(by=viewer, at=at, upload=content, file_name=name, municipality=town, reading=ahead.reading)
    return redirect("town:import_preview", prepared=prepared.pk)


@see(*IMPORTERS)
def preview(request: HttpRequest, viewer: Viewer, prepared: UUID) -> Page | HttpResponse:
    brought = _found(viewer, prepared)
    if not brought.file.layout:
        return redirect("town:import_work", prepared=prepared)
    verdict = request.GET.get("verdict", "")
    return _preview(viewer, brought, verdict=verdict, page=read_page(request.GET.get("page", "1")))


@act(*IMPORTERS)
def say_yes(request: HttpRequest, viewer: Viewer, at: datetime, prepared: UUID) -> Page | HttpResponse:
    """All of the preview or none of it; of a long one a stretch at a time, beside everybody's work."""
    brought = _found(viewer, prepared)
    if sum(brought.counts.values()) > SHORT_ROWS:
        begin_taking(by=viewer, at=at, prepared=prepared)
        return redirect("town:import_work", prepared=prepared)
    page = _preview(viewer, brought)
    try:
        receipt = confirm(by=viewer, at=at, prepared=prepared)
    except Refused as refused:
        page.values["refused"] = refused
        return Page(page.template, page.values, status=409)
    messages.success(request, _("%(told)s確かめたことにはなっていません。") % {"told": sentence_of(receipt)})
    return redirect("town:import_receipt", prepared=prepared)


def _index(viewer: Viewer, form: UploadForm, status: int = 200) -> Page:
    brought = imports.imports(viewer)
    names = names_of_duties({one.file.by for one in brought})
    values = {
        "form": form,
        "rows": [brought_line(one, names) for one in brought],
        "layouts": LAYOUTS,
        "waiting": sum(one.receipt is None and bool(one.file.layout) and one.running is None for one in brought),
        **room_of(viewer, "import"),
    }
    return Page("town/imports.html", values, status=status)


def _preview(viewer: Viewer, brought: Brought, verdict: str = "", page: int = 1) -> Page:
    chosen = Verdict(verdict) if verdict in set(Verdict) else None
    count = brought.counts[chosen] if chosen else sum(brought.counts.values())
    pages = max(1, -(-count // PAGE))
    page = min(page, pages)
    shown = imports.rows(viewer, brought.file.pk, chosen, (page - 1) * PAGE, PAGE)
    missing = {key for one in brought.file.absent[:MOST_ABSENT] if (key := read_id(str(one)))}
    values = {
        "brought": brought,
        "file": brought.file,
        "layout": layout_name(brought.file.layout),
        "sentence": count_words(brought),
        "brought_at": moment_words(brought.file.made_at),
        "steps": steps_of(brought),
        "rows": [row_line(row) for row in shown],
        "absent": sorted(places.by_ids(viewer, missing).values(), key=lambda place: place.name) if missing else [],
        "absent_count": len(brought.file.absent),
        "absent_left": max(len(brought.file.absent) - MOST_ABSENT, 0),
        "sieves": _sieves(brought, chosen),
        "count": count,
        "page": page,
        "pages": pages,
        "works": brought.counts[Verdict.NEW] + brought.counts[Verdict.CHANGED],
        **room_of(viewer, "import"),
    }
    return Page("town/import_preview.html", values)


def _found(viewer: Viewer, prepared: UUID) -> Brought:
    brought = imports.get(viewer, prepared)
    if brought is None:
        raise Http404
    return brought


def _sieves(brought: Brought, chosen: Verdict | None) -> list[tuple[str, str, int, bool]]:
    """Code, word, how many, whether it is the one shown."""
    every = ("", _("すべて"), sum(brought.counts.values()), chosen is None)
    return [every, *((one.value, str(VERDICTS[one]), brought.counts[one], one is chosen) for one in Verdict)]
