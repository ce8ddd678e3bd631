"""The receipt of an import, and what became of it when it was taken back."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_work import begin_taking_back
from marugoto.exchange.actions.place_undo import undo
from marugoto.exchange.queries import place_import as imports
from marugoto.exchange.queries.place_import import Brought, Paper
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.work import SHORT_ROWS
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.town.audience import IMPORTERS, room_of
from marugoto.web.town.pages.import_words import layout_name, moment_words, row_line, steps_of

SHOWN = 50


@see(*IMPORTERS)
def show(request: HttpRequest, viewer: Viewer, prepared: UUID) -> Page:
    brought, receipt = _found(viewer, prepared)
    values = {
        "receipt": receipt,
        "sentence": sentence_of(receipt),
        "refused_rows": [row_line(row) for row in imports.rows(viewer, prepared, Verdict.REFUSED, 0, SHOWN)],
        "refused_left": max(receipt.refused - SHOWN, 0),
        "left_rows": [(row_line(row), row.left) for row in imports.left_out(viewer, prepared, SHOWN)]
        if receipt.left
        else [],
        "left_left": max(receipt.left - SHOWN, 0),
        **_common(viewer, brought, receipt),
    }
    return Page("town/import_receipt.html", values)


@act(*IMPORTERS)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, prepared: UUID) -> HttpResponse:
    brought, _receipt = _found(viewer, prepared)
    if sum(brought.counts.values()) > SHORT_ROWS:
        begin_taking_back(by=viewer, at=at, prepared=prepared)
        return redirect("town:import_work", prepared=prepared)
    undo(by=viewer, at=at, prepared=prepared)
    return redirect("town:import_undone", prepared=prepared)


@see(*IMPORTERS)
def undone(request: HttpRequest, viewer: Viewer, prepared: UUID) -> Page | HttpResponse:
    brought, receipt = _found(viewer, prepared)
    if brought.undo is None:
        raise Http404
    if brought.running:
        return redirect("town:import_work", prepared=prepared)
    left, many = imports.left_standing(viewer, prepared)
    gone = receipt.made + receipt.changed - many
    said = {"gone": gone, "left": many}
    if left:
        sentence = _("%(gone)dか所を元に戻しました。%(left)dか所は、元に戻せないところがあります。") % said
    else:
        sentence = _("%(gone)dか所を、すべて元に戻しました。") % said
    values = {
        "sentence": sentence,
        "left": [(row_line(one.row), one.sentence) for one in left],
        "left_more": many - len(left),
        "undone_at": moment_words(brought.undo.made_at),
        **_common(viewer, brought, receipt),
    }
    return Page("town/import_undone.html", values)


def sentence_of(receipt: Paper) -> str:
    """What was written, what was put right, what was not taken."""
    counts = {"made": receipt.made, "changed": receipt.changed}
    if receipt.made and receipt.changed:
        told = _("%(made)dか所を新しく書き、%(changed)dか所を直しました。") % counts
    elif receipt.changed:
        told = _("%(changed)dか所を直しました。") % counts
    else:
        told = _("%(made)dか所を新しく書きました。") % counts
    if receipt.left:
        told += _("%(left)d行は、書かずに残しました。") % {"left": receipt.left}
    if receipt.refused:
        return told + _("%(refused)d行は取り込めませんでした。") % {"refused": receipt.refused}
    return told + _("取り込めなかった行はありません。")


def _found(viewer: Viewer, prepared: UUID) -> tuple[Brought, Paper]:
    brought = imports.get(viewer, prepared)
    if brought is None or brought.receipt is None:
        raise Http404
    return brought, brought.receipt


def _common(viewer: Viewer, brought: Brought, receipt: Paper) -> dict[str, object]:
    hands = names_of_duties({receipt.by, *([brought.undo.by] if brought.undo else [])})
    undone_by = hands.get(brought.undo.by) if brought.undo else None
    return {
        "brought": brought,
        "file": brought.file,
        "layout": layout_name(brought.file.layout),
        "receipt_at": moment_words(receipt.made_at),
        "receipt_by": hands[receipt.by].worker.name if receipt.by in hands else _("管理者の命令"),
        "undone_by": undone_by.worker.name if undone_by else _("管理者の命令"),
        "steps": steps_of(brought),
        **room_of(viewer, "import"),
    }
