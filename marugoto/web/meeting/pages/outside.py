"""Somebody from outside: asked to one item, his number and word shown once, and his seat ended before its time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions import outside as verbs
from marugoto.conferences.labels import LETTERS, OUTSIDE_KINDS
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside as outsiders
from marugoto.conferences.queries.council import members_of
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.basis import ground_of
from marugoto.exchange.actions.porch_post import house_post
from marugoto.exchange.actions.table_post import invite, write_again
from marugoto.exchange.labels import LOST_LETTERS
from marugoto.exchange.porch.rules.number import say_number
from marugoto.exchange.post import TO_PORCH
from marugoto.exchange.queries.letter import letter_of
from marugoto.exchange.rules.letter import may_write_again
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.meeting.forms.outside import OutsideForm
from marugoto.web.meeting.pages.agenda import CASEWORK, hosted_item
from marugoto.web.meeting.porch import tell_porch
from marugoto.web.meeting.sheet import item_address, sheet
from marugoto.web.shell import shown_once
from marugoto.web.shell.doors import Page, act, form_errors, see

SLOT = "outside_word"


@act(*CASEWORK)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row = hosted_item(viewer, item)
    form = OutsideForm(
        request.POST,
        asks_consent=row.basis == BasisCode.CONSENT,
        members=_members(viewer, row),
        auto_id=f"outside-{item}-%s",
    )
    if form.is_valid():
        with form_errors(form):
            made = invite(by=viewer, at=at, item=row, stranger=form.stranger(), post=house_post(TO_PORCH))
            page = reverse("meeting:outside", args=[made.seat.pk])
            return shown_once.put(request, redirect(page), slot=SLOT, secret=made.word, page=page)
    return sheet(viewer, row.conference_id, forms={f"outside-{item}": form}, status=422)


def _members(viewer: Viewer, item: Any) -> list[tuple[UUID, str]]:
    """Where only members sit, whoever comes from outside says for which of them."""
    return members_of(viewer, item) if item.basis == BasisCode.CHILD_COUNCIL else []


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, outside: UUID) -> Page:
    """The word stands here once, for whoever asked; opened again, it is not there."""
    seat, words = _hosted(viewer, outside), outsiders.words_of(viewer, outside)
    if words is None:
        raise Http404
    viewer.sight.shows(words.folder_id)
    line = next(one for one in outsiders.of_items(viewer, [seat.item_id])[seat.item_id] if one.seat == outside)
    until = seat.opens_until.astimezone(JST)
    letter = None if line.pledged else letter_of(viewer, seat, house_post(TO_PORCH))
    values: dict[str, Any] = {
        "line": line,
        "kind": OUTSIDE_KINDS[line.kind],
        "basis": ground_of(viewer.body, BasisCode(seat.item.basis), local_day(seat.item.conference.begins_at)),
        "number": say_number(seat.number),
        "word": shown_once.take(request, slot=SLOT) or "",
        "until": f"{say_day(until.date())} {until:%H:%M}",
        "back": item_address(seat.item.conference_id, seat.item_id),
        "body": viewer.body,
        "lost": LOST_LETTERS.get(letter, "") if letter and not line.over else "",
        "again": bool(may_write_again(letter, over=line.over)) and letter is not None,
        "late": [
            {"what": LETTERS.get(what, what), "when": f"{say_day(local.date())} {local:%H:%M}"}
            for what, said_at in outsiders.late(viewer, outside)
            for local in (said_at.astimezone(JST),)
        ],
    }
    return Page("meeting/outside.html", values)


@act(*CASEWORK)
def letter(request: HttpRequest, viewer: Viewer, at: datetime, outside: UUID) -> HttpResponse:
    """It did not reach the porch: written once more."""
    seat = _hosted(viewer, outside)
    write_again(by=viewer, at=at, seat=seat, post=house_post(TO_PORCH))
    messages.success(request, _("手紙をもう一度出しました。番号と合言葉は、まえに伝えたものと同じです。"))
    return redirect("meeting:outside", outside=outside)


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, outside: UUID) -> HttpResponse:
    seat = _hosted(viewer, outside)
    verbs.end_outside(by=viewer, at=at, seat=seat)
    tell_porch(viewer, at)
    messages.success(request, _("外の席を閉じました。読んでもらう文は、まもなく軒先からも消えます。"))
    return redirect(item_address(seat.item.conference_id, seat.item_id))


def _hosted(viewer: Viewer, outside: UUID) -> Any:
    """Only the host's team asks and sends away."""
    seat = outsiders.seat(viewer, outside)
    if seat is None or conferences.get(viewer, seat.item.conference_id) is None:
        raise Http404
    if seat.item.conference.host_id != viewer.team:
        raise Http404
    return seat
