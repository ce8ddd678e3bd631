"""廃棄: what has run out, the list one person makes and another decides on, and the proof that stays. No name but of workers."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import body
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import JST
from marugoto.retention.actions.disposal import decide_disposal, propose_disposal, remove_item, undo_disposal
from marugoto.retention.codes import DisposalState, Obstacle
from marugoto.retention.labels import OBSTACLES, RECORDS, STATES
from marugoto.retention.queries import disposal as lists
from marugoto.retention.queries.disposal import DisposalLine, DisposalPage, ItemLine
from marugoto.web.office.forms.retention import DecideForm, RemoveForm, UndoForm
from marugoto.web.office.pages.retention import KEEPERS, only_who_leads
from marugoto.web.shell.doors import Page, act, form_errors, see

TONES = {
    DisposalState.PROPOSED: "soon",
    DisposalState.WAITING: "soon",
    DisposalState.READY: "late",
    DisposalState.DONE: "done",
    DisposalState.REFUSED: "",
    DisposalState.UNDONE: "",
}
BEFORE = {DisposalState.PROPOSED, DisposalState.WAITING}
HEADINGS = (
    "一覧",
    "行",
    "記録の種類",
    "番号",
    "終わった日",
    "期間が過ぎた日",
    "保存期間(年)",
    "決まりの版",
    "廃棄した日時",
    "行の数",
    "人の記録",
    "つくった人",
    "決めた人",
    "証拠の値",
)


@see(*KEEPERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    only_who_leads(viewer)
    due, rows = lists.due(viewer), lists.disposals(viewer)
    listed = lists.listed(viewer)
    waiting = sum(one.subject not in listed for one in due)
    values = {
        "sentence": _("保存期間の過ぎたものが%(count)d件、一覧を待っています。") % {"count": waiting}
        if waiting
        else _("保存期間が過ぎて、一覧を待っているものはありません。"),
        "waiting": waiting,
        "proposes": viewer.has(Role.PRIVACY),
        "rows": [_row(line) for line in rows],
        "destroyed": lists.has_book(viewer),
        "full": len(rows) == lists.PAGE,
    }
    return Page("office/disposals.html", values)


@act(Role.PRIVACY)
def propose(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    row = propose_disposal(by=viewer, at=at)
    messages.success(request, _("一覧をつくりました。もう一人(課長か個人情報の担当)に、確かめてもらってください。"))
    return redirect("office:disposal", disposal=row.pk)


@see(*KEEPERS)
def show(request: HttpRequest, viewer: Viewer, disposal: UUID) -> Page:
    return _page(viewer, disposal)


@act(*KEEPERS)
def take_off(request: HttpRequest, viewer: Viewer, at: datetime, disposal: UUID) -> Page | HttpResponse:
    found = _found(viewer, disposal)
    form = RemoveForm(request.POST, items=_choices(found.line))
    if form.is_valid():
        with form_errors(form):
            remove_item(by=viewer, at=at, item=form.which(), reason=form.cleaned_data["off"])
            messages.success(request, _("一覧から外しました。記録はそのまま残ります。"))
            return redirect("office:disposal", disposal=disposal)
    return _page(viewer, disposal, status=422, removing=form)


@act(*KEEPERS)
def decide(request: HttpRequest, viewer: Viewer, at: datetime, disposal: UUID) -> Page | HttpResponse:
    found, form = _found(viewer, disposal), DecideForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            agreed = form.says_yes()
            row = decide_disposal(
                by=viewer, at=at, disposal=found.line.disposal, agreed=agreed, words=form.cleaned_data["words"]
            )
            messages.success(
                request,
                _("決まりました。%(when)sを過ぎると廃棄します。それまでは取り消せます。")
                % {"when": _moment(row.ready_at)}
                if agreed
                else _("認めませんでした。何も廃棄されません。"),
            )
            return redirect("office:disposal", disposal=disposal)
    return _page(viewer, disposal, status=422, deciding=form)


@act(*KEEPERS)
def undo(request: HttpRequest, viewer: Viewer, at: datetime, disposal: UUID) -> Page | HttpResponse:
    found, form = _found(viewer, disposal), UndoForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            undo_disposal(by=viewer, at=at, disposal=found.line.disposal, reason=form.cleaned_data["why"])
            messages.success(request, _("取り消しました。何も廃棄されません。"))
            return redirect("office:disposal", disposal=disposal)
    return _page(viewer, disposal, status=422, undoing=form)


@see(*KEEPERS)
def book(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """廃棄簿 as a table for a spreadsheet: every line that was destroyed."""
    only_who_leads(viewer)
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(HEADINGS)
    for line in lists.destroyed(viewer):
        writer.writerows(_cells(line, item) for item in line.items if item.destroyed_at)
    answer = HttpResponse(table.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="marugoto-disposals.csv"'
    return answer


def _found(viewer: Viewer, disposal: UUID) -> DisposalPage:
    only_who_leads(viewer)
    found = lists.disposal(viewer, disposal)
    if found is None:
        raise Http404
    return found


def _page(viewer: Viewer, disposal: UUID, status: int = 200, **sent: Any) -> Page:
    found = _found(viewer, disposal)
    line = found.line
    own = line.proposer == viewer.worker
    values = {
        "line": line,
        "town": body(viewer.body).name,
        "sentence": _sentence(line),
        "state": STATES[line.state],
        "tone": TONES[line.state],
        "proposed": _moment(line.proposed_at),
        "decided": _moment(line.decided_at) if line.decided_at else "",
        "ready": _moment(line.ready_at) if line.ready_at else "",
        "items": [_item(item) for item in line.items],
        "passed": _passed(found),
        "proof": [_item(item) for item in line.items if item.destroyed_at],
        "own": own,
        "decides": "deciding" in sent or (line.state is DisposalState.PROPOSED and not own),
        "waits_for_another": line.state is DisposalState.PROPOSED and own,
        "removes": "removing" in sent or (line.state in BEFORE and bool(_choices(line))),
        "undoes": "undoing" in sent or (line.state in {*BEFORE, DisposalState.READY} and not line.course.done),
        "removing": RemoveForm(items=_choices(line)),
        "deciding": DecideForm(),
        "undoing": UndoForm(),
        **sent,
    }
    return Page("office/disposal.html", values, status=status)


def _sentence(line: DisposalLine) -> str:
    said = {"number": line.number, "left": line.course.left, "done": line.course.done}
    if line.state is DisposalState.DONE:
        return _("廃棄の一覧%(number)d号: %(done)d件を廃棄しました。") % said
    if line.state in {DisposalState.REFUSED, DisposalState.UNDONE}:
        return _("廃棄の一覧%(number)d号: 何も廃棄していません。") % said
    return _("廃棄の一覧%(number)d号: %(left)d件が載っています。") % said


def _row(line: DisposalLine) -> dict[str, Any]:
    return {
        "line": line,
        "when": _moment(line.proposed_at),
        "state": STATES[line.state],
        "tone": TONES[line.state],
        "items": len(line.items),
    }


def _item(item: ItemLine) -> dict[str, Any]:
    return {
        "line": item,
        "record": RECORDS[item.record],
        "number": item.number or _("番号なし"),
        "closed": say_era(item.closed_on),
        "over": say_era(item.over_on),
        "period": _("%(years)d年(第%(version)d版)") % {"years": item.years or 0, "version": item.version},
        "stayed": _said(item.stayed),
        "when": _moment(item.destroyed_at) if item.destroyed_at else "",
        "counts": sorted(item.counts.items()),
        "groups": [item.commitment[start : start + 8] for start in range(0, len(item.commitment), 8)],
    }


def _passed(found: DisposalPage) -> list[dict[str, str]]:
    return [
        {"record": str(RECORDS[record]), "number": number or _("番号なし"), "why": _said(why)}
        for record, number, why in found.passed
    ]


def _cells(line: DisposalLine, item: ItemLine) -> list[Any]:
    return [
        line.number,
        item.turn,
        RECORDS[item.record],
        item.number,
        item.closed_on.isoformat(),
        item.over_on.isoformat(),
        item.years,
        item.version,
        item.destroyed_at.astimezone(JST).strftime("%Y-%m-%d %H:%M") if item.destroyed_at else "",
        item.destroyed_rows,
        item.persons,
        line.proposed_by,
        line.decided_by,
        item.commitment,
    ]


def _choices(line: DisposalLine) -> list[tuple[str, str]]:
    return [(str(item.item), f"{item.turn} {RECORDS[item.record]} {item.number}") for item in line.items if item.waits]


def _said(why: Iterable[Obstacle]) -> str:
    return "、".join(str(OBSTACLES[one]) for one in why)


def _moment(at: datetime) -> str:
    here = at.astimezone(JST)
    return f"{say_era(here.date())} {here:%H:%M}"
