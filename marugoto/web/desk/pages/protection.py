"""支援措置: who goes on seeing a person, why, since when; begun and ended by hand, and shown to those who are listed only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.protection import protect_person
from marugoto.disclosure.labels import PARTS
from marugoto.disclosure.rules.renewal import Stage, renewable_from, stage
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.actions.party import name_party, take_party_back
from marugoto.people.actions.protection import renew, unprotect
from marugoto.people.queries.party import appearing, parties_of
from marugoto.people.queries.person import faces
from marugoto.people.queries.protection import (
    ListedWorker,
    Renewed,
    Standing,
    listed_of,
    renewals_of,
    standing_on,
)
from marugoto.web.desk.forms.protection import LiftForm, PartyEndForm, PartyForm, ProtectionForm, RenewalForm
from marugoto.web.desk.life import line_of
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, person: UUID) -> Page:
    return _page(viewer, person)


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = ProtectionForm(request.POST, **_workers(viewer))
    page = _page(viewer, person, begin=form)
    if form.is_valid():
        said = form.cleaned_data
        listed = form.listed() | {viewer.worker}
        with form_errors(form):
            protect_person(
                by=viewer,
                at=at,
                person=person,
                listed=listed,
                reason=said["reason"],
                due=said["due"],
                parts=form.parts(),
            )
            messages.success(request, _("閉じました。選んだ人のほかには、いまから見えません。"))
            return redirect("desk:protection", person=person)
    return page


@act(*CASEWORK)
def renewal(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = RenewalForm(request.POST)
    page = _page(viewer, person, renewal=form)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            renew(
                by=viewer,
                at=at,
                person=person,
                measure=said["measure"],
                until=said["until"],
                reason=said["renewal_reason"],
            )
            messages.success(request, _("%(day)sまで延ばしました。") % {"day": say_era(said["until"])})
            return redirect("desk:protection", person=person)
    return page


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = LiftForm(request.POST)
    page = _page(viewer, person, lift=form)
    if form.is_valid():
        with form_errors(form):
            unprotect(by=viewer, at=at, person=person, reason=form.cleaned_data["lift_reason"])
            messages.success(request, _("制限を解きました。まえから見られた係には、また見えます。"))
            return redirect("desk:protection", person=person)
    return page


@act(*CASEWORK)
def name(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    """相手方 is written down."""
    form = PartyForm(request.POST)
    page = _page(viewer, person, party=form)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            name_party(
                by=viewer,
                at=at,
                person=person,
                name=said["party_name"],
                birth=said["party_birth"],
                tie=said["party_tie"],
            )
            messages.success(request, _("相手方を書きました。その名前の記録が町にあると、名簿の人にだけ知らせます。"))
            return redirect("desk:protection", person=person)
    return page


@act(*CASEWORK)
def unname(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    form = PartyEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            take_party_back(by=viewer, at=at, party=form.cleaned_data["party"])
            messages.success(request, _("相手方を消しました。"))
            return redirect("desk:protection", person=person)
    return _page(viewer, person, unparty=form)


def _parties(viewer: Viewer, person: UUID) -> list[dict[str, Any]]:
    found = parties_of(viewer, person)
    known = appearing(viewer, found) if found else {}
    return [
        {
            "party": one,
            "birth": say_era(one.birth) if one.birth else "",
            "here": len(known[one.party].here) if one.party in known else 0,
            "offices": known[one.party].offices if one.party in known else (),
        }
        for one in found
    ]


def _page(viewer: Viewer, person: UUID, **sent: Any) -> Page:
    face = faces(viewer, [person]).get(person)
    if face is None:
        raise Http404
    found = standing_on(viewer, [person])
    listed = listed_of(viewer, [one.restrictions[0] for one in found])
    renewals = renewals_of(viewer, [one.restrictions[0] for one in found]) if found else {}
    today = local_day(viewer.at)
    sent_for = sent["renewal"].data.get("measure") if "renewal" in sent else ""
    values = {
        "face": face,
        "line": line_of(face),
        "rows": [
            _row(one, listed.get(one.restrictions[0], []), today)
            | {
                "renewals": [_renewed(line) for line in renewals.get(one.restrictions[0], [])],
                "renewal": sent.get("renewal")
                if sent_for == str(one.restrictions[0])
                else RenewalForm(initial={"measure": one.restrictions[0]}),
            }
            for one in found
        ],
        "lost": sent.get("renewal") if sent_for not in {str(one.restrictions[0]) for one in found} else None,
        "parties": _parties(viewer, person) if found else [],
        "party_form": sent.get("party") or PartyForm(),
        "unparty": sent.get("unparty"),
        "begin": sent.get("begin") or ProtectionForm(**_workers(viewer)),
        "lift": sent.get("lift") or LiftForm(),
        "open": "begin" in sent,
    }
    return Page("desk/protection.html", values, status=422 if sent else 200)


def _workers(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    """Everybody of the house by name, once each, without the reader."""
    found: dict[UUID, tuple[bool, str]] = {}
    for duty in duties_at_the_table(viewer):
        ours = duty.team_id == viewer.team or found.get(duty.worker_id, (False, ""))[0]
        found[duty.worker_id] = (ours, f"{duty.worker.name}({duty.team.agency.short})")
    found.pop(viewer.worker, None)
    said = [(str(worker), name, ours) for worker, (ours, name) in found.items()]
    return {
        "colleagues": [(worker, name) for worker, name, ours in said if ours],
        "others": [(worker, name) for worker, name, ours in said if not ours],
    }


def _renewed(one: Renewed) -> dict[str, str]:
    return {"at": say_era(local_day(one.at)), "due": say_era(one.due), "reason": one.reason}


def _row(one: Standing, listed: list[ListedWorker], today: Any) -> dict[str, Any]:
    return {
        "reason": one.reason,
        "since": say_era(local_day(one.since)),
        "due": say_era(one.due) if one.due else "",
        "over": one.due is not None and stage(one.due, today) is Stage.OVER,
        "soon": one.due is not None and stage(one.due, today) is Stage.SOON,
        "from": say_era(renewable_from(one.due)) if one.due else "",
        "parts": "、".join(str(PARTS[part]) for part in sorted(one.parts)),
        "listed": "、".join(worker.name for worker in listed),
    }
