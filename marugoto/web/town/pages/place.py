"""One place: what is known, since when, by whose hand; confirm it, put it right, widen it, end it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import confirm_place, end_place, take_up_again, welcome_also, welcome_no_more
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import place as places
from marugoto.community.queries.place import PlacePage
from marugoto.community.rules.place import may_tend
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import READERS, TENDERS, room_of
from marugoto.web.town.forms.place import ConfirmForm, EndForm, NarrowForm, WidenForm
from marugoto.web.town.pages.place_story import (
    facts_of,
    history_of,
    marks_of,
    notes_of,
    sentence_of,
    welcomes_of,
    widened,
)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, place: UUID) -> Page:
    return _page(viewer, place)


@act(*TENDERS)
def confirm(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    form = ConfirmForm(request.POST)
    page = _page(viewer, place, confirm_form=form)
    if form.is_valid():
        with form_errors(form):
            confirm_place(by=viewer, at=at, place=place, how=form.code(), parts=form.asked())
            messages.success(request, _("確かめたことを残しました。内容は変えていません。"))
            return redirect("town:place", place=place)
    return page


@act(*TENDERS)
def widen(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    found = _found(viewer, place)
    form = WidenForm(request.POST, welcomed={code for code, _since in found.welcomes})
    page = _page(viewer, place, widen_form=form)
    if form.is_valid():
        with form_errors(form):
            welcome_also(by=viewer, at=at, place=place, welcome=form.code(), since=form.cleaned_data["since"])
            messages.success(request, _("迎える方を広げました。いつからかも残ります。"))
            return redirect("town:place", place=place)
    return page


@act(*TENDERS)
def narrow(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    found = _found(viewer, place)
    form = NarrowForm(request.POST, auto_id="narrow-%s", welcomed={code for code, _since in found.welcomes})
    page = _page(viewer, place, narrow_form=form)
    if form.is_valid():
        with form_errors(form):
            welcome_no_more(by=viewer, at=at, place=place, welcome=form.code(), until=form.cleaned_data["until"])
            messages.success(request, _("迎える方を狭めました。いつまで迎えていたかも残ります。"))
            return redirect("town:place", place=place)
    return page


@act(*TENDERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    form = EndForm(request.POST)
    page = _page(viewer, place, end_form=form)
    if form.is_valid():
        with form_errors(form):
            end_place(by=viewer, at=at, place=place, reason=form.code())
            messages.success(request, _("この場所をおわりにしました。記録は残り、また始められます。"))
            return redirect("town:place", place=place)
    return page


@act(*TENDERS)
def begin_again(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> HttpResponse:
    _found(viewer, place)
    take_up_again(by=viewer, at=at, place=place)
    messages.success(request, _("この場所をもう一度始めました。一覧に出ます。"))
    return redirect("town:place", place=place)


def _found(viewer: Viewer, place: UUID) -> PlacePage:
    found = places.get(viewer, place)
    if found is None:
        raise Http404
    return found


def _page(
    viewer: Viewer,
    place: UUID,
    *,
    confirm_form: ConfirmForm | None = None,
    widen_form: WidenForm | None = None,
    narrow_form: NarrowForm | None = None,
    end_form: EndForm | None = None,
) -> Page:
    """As it stands; with a form that was sent and is not good, 422."""
    found = _found(viewer, place)
    written = notes.of_place(viewer, place)
    names = names_of_duties(found.hands() | {note.by for note in written})
    welcomed = {code for code, _since in found.welcomes}
    values: dict[str, Any] = {
        "page": found,
        "place": found.place,
        "sentence": sentence_of(viewer, found, names),
        "facts": facts_of(found),
        "marks": marks_of(found),
        "widened": widened(found, local_day(viewer.at)),
        "welcomes": welcomes_of(viewer, found),
        "history": history_of(viewer, found, names),
        "notes": notes_of(viewer, written, names),
        "may_tend": may_tend(viewer.roles),
        "confirm_form": confirm_form or ConfirmForm(),
        "widen_form": widen_form or WidenForm(welcomed=welcomed),
        "narrow_form": narrow_form or NarrowForm(auto_id="narrow-%s", welcomed=welcomed),
        "end_form": end_form or EndForm(),
        **room_of(viewer, "places"),
    }
    sent = any((confirm_form, widen_form, narrow_form, end_form))
    return Page("town/place.html", values, status=422 if sent else 200)
