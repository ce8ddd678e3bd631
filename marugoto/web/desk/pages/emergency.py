"""急ぎで開く: one household for an hour, with a second person what is guarded; then the account, and the answers of those told."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import newest_of_households
from marugoto.disclosure.actions import emergency as emergencies
from marugoto.disclosure.codes import EmergencyReason, EmergencyState
from marugoto.disclosure.labels import EMERGENCY_STATES
from marugoto.disclosure.queries import emergency as opened
from marugoto.disclosure.queries.emergency import EmergencyLine
from marugoto.disclosure.rules.emergency import SECONDS
from marugoto.kernel.era import say_moment
from marugoto.people.access import HOUSEHOLD, PERSON
from marugoto.people.actions.emergency import open_in_emergency
from marugoto.people.queries.household import by_ids
from marugoto.people.queries.person import faces
from marugoto.web.desk.forms.emergency import (
    AccountForm,
    EmergencyForm,
    SecondAnswerForm,
    SecondForm,
    VerdictForm,
)
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.emergencies import said

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
WATCHING = (*CASEWORK, Role.PRIVACY, Role.MAYOR)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index_page(viewer, EmergencyForm())


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """Answered with a redirect also where nobody is found: who tried is kept."""
    form = EmergencyForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = open_in_emergency(
                by=viewer,
                at=at,
                name=said["name"],
                birth=said["birth"],
                reason=EmergencyReason(said["reason"]),
                words=said["words"],
            )
            return redirect("desk:emergency", emergency=row.pk)
    return _index_page(viewer, form, status=422)


@see(*WATCHING)
def show(request: HttpRequest, viewer: Viewer, emergency: UUID) -> Page:
    return _page(viewer, emergency)


@act(*CASEWORK)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, emergency: UUID) -> Page | HttpResponse:
    form = SecondForm(request.POST)

    def done() -> str:
        emergencies.ask_second(by=viewer, at=at, emergency=emergency, words=form.cleaned_data["second_words"])
        return _("もう一人に頼みました。電話でも声をかけてください。")

    return _sent(request, viewer, emergency, form, done, "ask")


@act(*SECONDS)
def second(request: HttpRequest, viewer: Viewer, at: datetime, emergency: UUID) -> Page | HttpResponse:
    form = SecondAnswerForm(request.POST)

    def done() -> str:
        agreed, words = form.cleaned_data["agreed"] == "yes", form.cleaned_data["agreed_words"]
        emergencies.answer_second(by=viewer, at=at, emergency=emergency, agreed=agreed, words=words)
        return _("もう一人として返事をしました。")

    return _sent(request, viewer, emergency, form, done, "second")


@act(*CASEWORK)
def account(request: HttpRequest, viewer: Viewer, at: datetime, emergency: UUID) -> Page | HttpResponse:
    form = AccountForm(request.POST)

    def done() -> str:
        emergencies.account(by=viewer, at=at, emergency=emergency, words=form.cleaned_data["account"])
        return _("説明を残しました。知らせを受けた人が読んで、答えます。")

    return _sent(request, viewer, emergency, form, done, "account")


@act(*WATCHING)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, emergency: UUID) -> Page | HttpResponse:
    form = VerdictForm(request.POST)

    def done() -> str:
        words = form.cleaned_data["verdict_words"]
        emergencies.answer(by=viewer, at=at, emergency=emergency, verdict=form.fit(), words=words)
        return _("答えを残しました。")

    return _sent(request, viewer, emergency, form, done, "answer")


@act(*WATCHING)
def end(request: HttpRequest, viewer: Viewer, at: datetime, emergency: UUID) -> HttpResponse:
    _known(viewer, emergency)
    emergencies.end_emergency(by=viewer, at=at, emergency=emergency)
    messages.success(request, _("閉じました。いまから見えません。"))
    return redirect("desk:emergency", emergency=emergency)


def _sent(
    request: HttpRequest, viewer: Viewer, emergency: UUID, form: forms.Form, done: Callable[[], str], name: str
) -> Page | HttpResponse:
    _known(viewer, emergency)
    if form.is_valid():
        with form_errors(form):
            messages.success(request, done())
            return redirect("desk:emergency", emergency=emergency)
    return _page(viewer, emergency, **{name: form})


def _known(viewer: Viewer, emergency: UUID) -> EmergencyLine:
    line = opened.get(viewer, emergency)
    if line is None:
        raise Http404
    return line


def _index_page(viewer: Viewer, form: EmergencyForm, status: int = 200) -> Page:
    """Whether the worker may is asked when the form is sent."""
    return Page("desk/emergencies.html", {"form": form, "lines": [said(one) for one in opened.own(viewer)]}, status)


def _page(viewer: Viewer, emergency: UUID, **sent: forms.Form) -> Page:
    line = _known(viewer, emergency)
    own, running = line.worker == viewer.worker, line.state is EmergencyState.OPEN
    values = {
        "row": said(line),
        "sentence": _sentence(line),
        "own": own,
        "running": running,
        "found": _found(viewer, line) if own and running else [],
        **_forms(viewer, line),
        **sent,
        "may_end": running and (own or line.told_me),
    }
    return Page("desk/emergency.html", values, status=422 if sent else 200)


def _forms(viewer: Viewer, line: EmergencyLine) -> dict[str, forms.Form | None]:
    """What this reader can still do; a form that came back stands there anyhow."""
    own, running = line.worker == viewer.worker, line.state is EmergencyState.OPEN
    may_second = viewer.has(*SECONDS) and not viewer.contracted and not own
    waits = running and line.second_words != "" and line.second_agreed is None
    return {
        "ask": SecondForm() if own and running and not line.second_words else None,
        "second": SecondAnswerForm() if may_second and waits else None,
        "account": AccountForm() if own and line.subjects and not line.account else None,
        "answer": VerdictForm() if line.told_me and not line.answered_me else None,
    }


def _found(viewer: Viewer, line: EmergencyLine) -> list[tuple[str, str]]:
    """What stands open now, by name and address; what is guarded or shut is not there."""
    homes = {one.id for one in line.subjects if one.kind == HOUSEHOLD}
    cases = newest_of_households(viewer, homes)
    names = by_ids(viewer, homes)
    found = [
        (
            names[home].name if home in names else _("世帯 %(number)s") % {"number": number},
            reverse("desk:household", args=[case]),
        )
        for home, (case, number) in cases.items()
    ]
    known = faces(viewer, {one.id for one in line.subjects if one.kind == PERSON})
    return found + [(face.called, reverse("desk:person", args=[face.person])) for face in known.values()]


def _sentence(line: EmergencyLine) -> str:
    if line.state is EmergencyState.OPEN:
        return _("%(until)sまで、一つの世帯が開いています。") % {"until": say_moment(line.until)}
    return str(EMERGENCY_STATES[line.state]) + "。"
