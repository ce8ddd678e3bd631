"""利害関係の申出: what somebody must not see or handle, said by himself or entered by a head; from then on it is missing for him."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.conflict import declare_of_household, declare_of_person, end_conflict
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.case import newest_of_households
from marugoto.casework.rules.conflict import HEADS
from marugoto.disclosure.labels import CONFLICT_KINDS
from marugoto.disclosure.queries.conflict import ConflictLine, conflicts_here, own_conflicts
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.access import HOUSEHOLD
from marugoto.people.queries import household as households
from marugoto.people.queries.person import faces
from marugoto.web.desk.forms.conflict import ConflictEndForm, ConflictForm
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _list(viewer)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _page(viewer, *_of_case(viewer, case))


@see(*CASEWORK)
def new_of_person(request: HttpRequest, viewer: Viewer, person: UUID) -> Page:
    return _page(viewer, *_of_person(viewer, person))


@act(*CASEWORK)
def declare(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    name, back, send = _of_case(viewer, case)
    form = ConflictForm(request.POST, workers=_workers(viewer))
    if form.is_valid():
        with form_errors(form):
            declare_of_household(by=viewer, at=at, case=case, worker=form.whom(), kind=form.tie(), label=name)
            return _said(request, viewer, form.whom())
    return _page(viewer, name, back, send, form=form)


@act(*CASEWORK)
def declare_person(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    name, back, send = _of_person(viewer, person)
    form = ConflictForm(request.POST, workers=_workers(viewer))
    if form.is_valid():
        with form_errors(form):
            declare_of_person(by=viewer, at=at, person=person, worker=form.whom(), kind=form.tie(), label=name)
            return _said(request, viewer, form.whom())
    return _page(viewer, name, back, send, form=form)


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ConflictEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            end_conflict(
                by=viewer, at=at, conflict=form.cleaned_data["conflict"], reason=form.cleaned_data["end_reason"]
            )
            messages.success(request, _("申出を解きました。本人には、まえから見られた範囲がまた見えます。"))
            return redirect("desk:conflicts")
    return _list(viewer, end=form)


def _said(request: HttpRequest, viewer: Viewer, worker: UUID) -> HttpResponse:
    own = worker == viewer.worker
    messages.success(
        request,
        _("申し出ました。この記録は、いまからあなたには見えません。持っていたボールは、係の長に移りました。")
        if own
        else _("入れました。本人には、いまから見えません。持っていたボールは、係の長に移りました。"),
    )
    return redirect("desk:conflicts")


def _of_case(viewer: Viewer, case: UUID) -> tuple[str, str, str]:
    """How it is called, where one came from, and where the form goes."""
    found = cases.get(viewer, case)
    home = households.by_ids(viewer, {found.household}).get(found.household) if found else None
    if found is None:
        raise Http404
    name = home.name if home else _("世帯")
    return name, reverse("desk:household", args=[case]), reverse("desk:conflict_declare", args=[case])


def _of_person(viewer: Viewer, person: UUID) -> tuple[str, str, str]:
    face = faces(viewer, [person]).get(person)
    if face is None:
        raise Http404
    return face.called, reverse("desk:person", args=[person]), reverse("desk:conflict_person_declare", args=[person])


def _page(viewer: Viewer, name: str, back: str, send: str, form: ConflictForm | None = None) -> Page:
    values = {
        "name": name,
        "back": back,
        "send": send,
        "form": form or ConflictForm(workers=_workers(viewer), initial={"worker": str(viewer.worker)}),
    }
    return Page("desk/conflict_new.html", values, status=422 if form else 200)


def _workers(viewer: Viewer) -> list[tuple[str, str]]:
    """The reader, and for a head everybody of the house, once each."""
    found = {viewer.worker: _("わたし(%(name)s)") % {"name": viewer.name}}
    if viewer.has(*HEADS):
        for duty in duties_at_the_table(viewer):
            if viewer.contracted and duty.team.agency_id != viewer.agency:
                continue
            found.setdefault(duty.worker_id, f"{duty.worker.name}({duty.team.agency.short})")
    return [(str(worker), name) for worker, name in found.items()]


def _list(viewer: Viewer, end: ConflictEndForm | None = None) -> Page:
    heads = viewer.has(*HEADS)
    others = conflicts_here(viewer) if heads else []
    homes = {one.subject.id for one in others if one.subject.kind == HOUSEHOLD}
    names = {pk: home.name for pk, home in households.by_ids(viewer, homes).items()} if homes else {}
    newest = newest_of_households(viewer, homes) if homes else {}
    people = [one.subject.id for one in others if one.subject.kind != HOUSEHOLD]
    names |= {pk: face.called for pk, face in faces(viewer, people).items()} if people else {}
    values = {
        "own": [_row(one) for one in own_conflicts(viewer)],
        "heads": heads,
        "others": [
            _row(one)
            | {
                "about": names.get(one.subject.id, ""),
                "url": _url(one, newest, names),
                "end": end
                if end is not None and end.data.get("conflict") == str(one.conflict)
                else ConflictEndForm(initial={"conflict": one.conflict}, auto_id=f"end-{one.conflict}-%s"),
            }
            for one in others
        ],
        "end": end,
    }
    return Page("desk/conflicts.html", values, status=422 if end else 200)


def _url(one: ConflictLine, newest: dict[UUID, Any], names: dict[UUID, str]) -> str:
    if one.subject.id not in names:
        return ""
    if one.subject.kind != HOUSEHOLD:
        return reverse("desk:person", args=[one.subject.id])
    known = newest.get(one.subject.id)
    return reverse("desk:household", args=[known[0]]) if known else ""


def _row(one: ConflictLine) -> dict[str, Any]:
    return {
        "line": one,
        "since": say_era(local_day(one.made_at)),
        "kind": CONFLICT_KINDS[one.kind] if one.kind else "",
        "ended": say_era(local_day(one.ended_at)) if one.ended_at else "",
    }
