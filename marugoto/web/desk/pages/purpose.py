"""目的外の提供の決定: what waits for a decision, what we asked for, and the journal of all decisions; decide, take back."""

from collections import Counter
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.purpose import take_back_purpose
from marugoto.disclosure.actions.purpose import decide_purpose
from marugoto.disclosure.codes import PurposeState
from marugoto.disclosure.queries import purpose as purposes
from marugoto.disclosure.queries.purpose import PAGE, PurposeLine
from marugoto.disclosure.rules.purpose import NOBODY_ELSE
from marugoto.people.access import PERSON
from marugoto.people.queries.person import faces
from marugoto.web.desk.forms.purpose import PurposeDecisionForm, PurposeEndForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.purposes import said

GIVERS = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF, Role.COMMUNITY, Role.CLERK)
READERS = (*GIVERS, Role.MAYOR, Role.PRIVACY)
DECIDERS = (Role.CHIEF, Role.MAYOR)
KINDS = {
    "notice": gettext_lazy("気づき"),
    "consultation": gettext_lazy("相談"),
    "case": gettext_lazy("世帯の支援"),
    "need": gettext_lazy("必要"),
    "household": gettext_lazy("世帯"),
}


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = purposes.journal(viewer, page=read_page(request.GET.get("page", "1")))
    waiting = [one for one in purposes.waiting(viewer) if one.may_decide]
    values = {
        "waiting": [said(one) for one in waiting],
        "own": [said(one) for one in purposes.own(viewer)],
        "rows": [said(one) for one in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // PAGE), 1),
        "decides": viewer.has(*DECIDERS) and not viewer.contracted,
        "reads_all": viewer.has(*purposes.JOURNAL) and not viewer.contracted,
        "sentence": _("あなたの決定を待っているものが%(count)d件あります。") % {"count": len(waiting)}
        if waiting
        else _("目的外の提供は、渡す人とは別の人が決めてから、記録を伝えます。"),
    }
    return Page("desk/purposes.html", values)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, purpose: UUID) -> Page:
    return _page(viewer, purpose)


@act(*DECIDERS)
def decide(request: HttpRequest, viewer: Viewer, at: datetime, purpose: UUID) -> Page | HttpResponse:
    _known(viewer, purpose)
    form = PurposeDecisionForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        with form_errors(form):
            decide_purpose(
                by=viewer,
                at=at,
                request=purpose,
                agreed=form.agrees,
                words=kept["said"],
                until=kept["agreed_until"],
            )
            messages.success(request, _("決めました。求めた人の「きょう」に出ます。決定は、いつまでも残ります。"))
            return redirect("desk:purpose", purpose=purpose)
    return _page(viewer, purpose, decision=form)


@act(*GIVERS, Role.MAYOR)
def end(request: HttpRequest, viewer: Viewer, at: datetime, purpose: UUID) -> Page | HttpResponse:
    _known(viewer, purpose)
    form = PurposeEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            take_back_purpose(by=viewer, at=at, request=purpose, reason=form.cleaned_data["ended_why"])
            messages.success(request, _("取り消しました。開いていた記録があれば、いま閉じました。"))
            return redirect("desk:purpose", purpose=purpose)
    return _page(viewer, purpose, ending=form)


def _known(viewer: Viewer, purpose: UUID) -> PurposeLine:
    line = purposes.get(viewer, purpose)
    if line is None:
        raise Http404
    return line


def _page(viewer: Viewer, purpose: UUID, **sent: forms.Form) -> Page:
    line = _known(viewer, purpose)
    asked, agreed = line.state is PurposeState.ASKED, line.state is PurposeState.AGREED
    ball = line.draft.get("ball", "")
    values: dict[str, Any] = {
        "row": said(line),
        "about": _about(viewer, line),
        "deciders": purposes.deciders(viewer, line.team) if asked and not line.may_decide else [],
        "asked": asked,
        "mine": line.team == viewer.team,
        "nobody_else": NOBODY_ELSE,
        "go_on": f"{reverse('desk:offer_new', args=[ball])}?asked={purpose}"
        if ball and line.team == viewer.team
        else "",
        "agreed": agreed,
        "refused": line.state is PurposeState.REFUSED,
        "decision": PurposeDecisionForm(initial={"agreed_until": line.until}) if asked and line.may_decide else None,
        "ending": PurposeEndForm() if (line.mine and asked) or (agreed and (line.mine or line.may_decide)) else None,
        **sent,
    }
    return Page("desk/purpose.html", values, status=422 if sent else 200)


def _about(viewer: Viewer, line: PurposeLine) -> list[str]:
    """The names that are open to the viewer; of the others how many there are, so that whoever decides asks by telephone."""
    persons = {one.id for one in line.subjects if one.kind == PERSON}
    known = faces(viewer, persons)
    names = [face.called for face in known.values()]
    hidden = len(persons) - len(known)
    if hidden:
        names.append(_("あなたに開いていない方 %(count)d人(求めた人に電話で聞いてください)") % {"count": hidden})
    others = Counter(one.kind for one in line.subjects if one.kind != PERSON)
    return names + [
        _("%(kind)s %(count)d件") % {"kind": KINDS.get(kind, kind), "count": count} for kind, count in others.items()
    ]
