"""Consent: what each person answered about each team; "not yet asked" is the normal state."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.consent import hear_answer
from marugoto.disclosure.codes import ConsentForm, ConsentState
from marugoto.disclosure.labels import CONSENT_STATES, PARTS
from marugoto.disclosure.queries.consent import answers
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.people.queries.folder import basic_folder
from marugoto.web.desk.forms.household import ConsentAnswerForm
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _page(viewer, case)


@act(*CASEWORK)
def record(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID, person: UUID) -> Page | HttpResponse:
    folder = basic_folder(viewer, person)
    if folder is None:
        raise Http404
    form = ConsentAnswerForm(request.POST, teams=team_choices(viewer, without_own=True), prefix=person.hex)
    if form.is_valid():
        said = form.cleaned_data
        state = ConsentState(said["state"])
        with form_errors(form):
            heard = hear_answer(
                by=viewer,
                at=at,
                folder=folder,
                person=person,
                state=state,
                receiver=UUID(said["receiver"]),
                parts=form.chosen() if state in {ConsentState.GIVEN, ConsentState.PARTLY} else (),
                form=ConsentForm(said["form"]),
                answered_on=said["answered_on"],
                until=said["until"],
                note=said["note"],
            )
            if heard.closed:
                messages.success(request, _("答えを残しました。伝えてあった記録は閉じ、相手の係に知らせました。"))
            else:
                messages.success(request, _("答えを残しました。"))
            return redirect("desk:consents", case=case)
    return _page(viewer, case, {person: form}, status=422)


def _page(viewer: Viewer, case: UUID, forms: dict[UUID, ConsentAnswerForm] | None = None, status: int = 200) -> Page:
    found = cases.get(viewer, case)
    home = households.get(viewer, found.household) if found else None
    if found is None or home is None:
        raise Http404
    teams = team_choices(viewer, without_own=True)
    persons = [member.face.person for member in home.members]
    kept = answers(viewer, persons)
    rows: list[dict[str, Any]] = []
    for member in home.members:
        person = member.face.person
        blank = ConsentAnswerForm(teams=teams, prefix=person.hex, initial={"answered_on": local_day(viewer.at)})
        rows.append(
            {
                "called": member.face.called,
                "person": person,
                "answers": [_said(answer) for answer in kept if answer.person == person],
                "form": (forms or {}).get(person, blank),
                "open": person in (forms or {}),
            }
        )
    return Page("desk/consents.html", {"case": found, "home": home, "rows": rows}, status=status)


def _said(answer: Any) -> dict[str, str]:
    return {
        "team": answer.receiver_name,
        "state": str(CONSENT_STATES[answer.state]),
        "parts": "、".join(str(PARTS[part]) for part in answer.parts),
        "day": say_day(answer.answered_on) if answer.answered_on else "",
        "until": _("%(day)sまで") % {"day": say_day(answer.until)} if answer.until else "",
        "note": answer.note,
    }
