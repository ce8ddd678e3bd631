"""The household and who is around it, as two pictures and in words: before a visit, at a conference, on paper. Who is close by and
no office is written here."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import acquaintance as close_by
from marugoto.casework.labels import ACQUAINTANCE_KINDS
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.acquaintance import AcquaintanceLine
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries.home import Home, home_of
from marugoto.people.rules.genogram import Notation
from marugoto.web.desk.forms.around import AcquaintanceForm, HowCloseForm
from marugoto.web.desk.pages.household import CASEWORK
from marugoto.web.shell.around import around, known_around
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.figure import NOTATIONS, drawn, read_notation
from marugoto.web.shell.ids import read_id


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _page(viewer, case, read_notation(request.GET.get("notation", "")))


@act(*CASEWORK)
def note(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    found = _case(viewer, case)
    form = AcquaintanceForm(request.POST, people=_people(home_of(viewer, found.household, phones=False)))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = close_by.note_acquaintance(
                by=viewer,
                at=at,
                case=case,
                kind=form.kind_of(),
                name=said["called"],
                closeness=form.close(),
                words=said["what"],
                person=read_id(said["whose"]) if said["whose"] else None,
            )
            way_back = reverse("desk:acquaintance_end", args=[case, row.pk])
            messages.success(request, _("つながりの図に描きました。"), extra_tags=way_back)
            return redirect("desk:around", case=case)
    return _page(viewer, case, noting=form)


@act(*CASEWORK)
def close(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, acquaintance: UUID) -> Page | HttpResponse:
    """How it stands with him now."""
    form = HowCloseForm(request.POST, prefix=acquaintance.hex)
    if form.is_valid():
        with form_errors(form):
            words = form.cleaned_data["what"]
            close_by.say_how_close(by=viewer, at=at, acquaintance=acquaintance, closeness=form.close(), words=words)
            messages.success(request, _("いまのつきあいを残しました。きのうまでの書き方も、記録に残っています。"))
            return redirect("desk:around", case=case)
    return _page(viewer, case, closer={acquaintance: form})


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, acquaintance: UUID) -> HttpResponse:
    close_by.end_acquaintance(by=viewer, at=at, acquaintance=acquaintance)
    way_back = reverse("desk:acquaintance_again", args=[case, acquaintance])
    messages.success(request, _("図から外しました。きょうまでのことは、記録に残っています。"), extra_tags=way_back)
    return redirect("desk:around", case=case)


@act(*CASEWORK)
def again(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, acquaintance: UUID) -> HttpResponse:
    close_by.take_up_again(by=viewer, at=at, acquaintance=acquaintance)
    messages.success(request, _("図に戻しました。"))
    return redirect("desk:around", case=case)


def _case(viewer: Viewer, case: UUID) -> cases.CasePage:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    return found


def _people(home: Home | None) -> list[tuple[str, str]]:
    return [(str(one.face.person), one.face.called) for one in home.page.members] if home else []


def _page(
    viewer: Viewer,
    case: UUID,
    notation: Notation = Notation.WELFARE,
    *,
    noting: AcquaintanceForm | None = None,
    closer: dict[UUID, HowCloseForm] | None = None,
) -> Page:
    found = _case(viewer, case)
    home, known = home_of(viewer, found.household, phones=False), known_around(viewer, case)
    name = home.page.name if home else _("世帯 %(number)s") % {"number": found.number}
    values = {
        "case": found,
        "name": name,
        "today": say_day(local_day(viewer.at)),
        "around": around(viewer, found, name, home=home, known=known),
        "close_by": [_row(one, (closer or {}).get(one.acquaintance)) for one in known],
        "noting": noting or AcquaintanceForm(people=_people(home)),
        "open": noting is not None,
        "lost": _lost(known, closer or {}),
        "family": drawn(home, found, notation) if home else None,
        "notations": [(code, NOTATIONS[code], code is notation) for code in Notation],
    }
    return Page("desk/around.html", values, status=422 if noting or closer else 200)


def _lost(known: Iterable[AcquaintanceLine], closer: Mapping[UUID, HowCloseForm]) -> HowCloseForm | None:
    """What was sent about somebody who is no longer in the picture: it says why above the page, as it has no place of its own."""
    shown = {one.acquaintance for one in known}
    return next((form for acquaintance, form in closer.items() if acquaintance not in shown), None)


def _row(one: AcquaintanceLine, sent: HowCloseForm | None) -> dict[str, Any]:
    initial = {"closeness": one.closeness or "", "what": one.words}
    return {
        "one": one,
        "kind": ACQUAINTANCE_KINDS[one.kind],
        "since": say_day(one.since),
        "form": sent or HowCloseForm(prefix=one.acquaintance.hex, initial=initial),
        "open": sent is not None,
    }
