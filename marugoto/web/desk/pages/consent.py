"""Consent: what each person answered about each team; "not yet asked" is the normal state."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import called, names_of_teams
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.consent import hear_answer
from marugoto.disclosure.codes import ConsentForm, ConsentState, ConsentText
from marugoto.disclosure.labels import CONSENT_FORMS, CONSENT_STATES, CONSENT_TEXTS, PARTS
from marugoto.disclosure.queries.attachment import of_matters
from marugoto.disclosure.queries.consent import GoneOut, answers, gone_out
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.disclosure.rules.consent_text import wording
from marugoto.kernel.era import say_day, say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.people.queries.folder import basic_folder
from marugoto.web.desk.forms.household import TELLABLE, ConsentAnswerForm
from marugoto.web.desk.pages.attachment import paper_faces
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
    form = ConsentAnswerForm.sent(request, teams=team_choices(viewer, without_own=True), prefix=person.hex)
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
                purpose=said["purpose"],
                shown=ConsentText(said["shown"]) if said["shown"] else None,
                papers=form.files_sent(),
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
    papers = of_matters(viewer, [one.consent for one in kept])
    out = gone_out(viewer, persons)
    rows: list[dict[str, Any]] = []
    for member in home.members:
        person = member.face.person
        blank = ConsentAnswerForm(teams=teams, prefix=person.hex, initial={"answered_on": local_day(viewer.at)})
        rows.append(
            {
                "called": member.face.called,
                "person": person,
                "answers": [
                    _said(answer) | {"papers": paper_faces(papers.get(answer.consent, ()))}
                    for answer in kept
                    if answer.person == person
                ],
                "gone_out": _gone_out([one for one in out if one.person == person]),
                "form": (forms or {}).get(person, blank),
                "open": person in (forms or {}),
            }
        )
    return Page("desk/consents.html", {"case": found, "home": home, "rows": rows}, status=status)


@see(*CASEWORK)
def paper(request: HttpRequest, viewer: Viewer, case: UUID, person: UUID) -> Page:
    """To be printed and signed: `text` chooses the wording, `to` the receiver, `parts` what is to be told; what is not chosen is left
    blank."""
    found = cases.get(viewer, case)
    home = households.get(viewer, found.household) if found else None
    face = next((one.face for one in home.members if one.face.person == person), None) if home else None
    if found is None or face is None:
        raise Http404
    text = ConsentText.EASY if request.GET.get("text") == ConsentText.EASY else ConsentText.NORMAL
    teams = team_choices(viewer, without_own=True)
    own = names_of_teams({viewer.team})[viewer.team]
    values = {
        "case": found,
        "called": face.called,
        "person": person,
        "words": wording(text),
        "text": text,
        "texts": [(one.value, CONSENT_TEXTS[one]) for one in ConsentText],
        "to": dict(teams).get(request.GET.get("to", ""), ""),
        "parts": [PARTS[part] for part in TELLABLE],
        "today": say_era(local_day(viewer.at)),
        "own": called(own),
        "phone": own.phone,
    }
    return Page("desk/consent_paper.html", values)


def _gone_out(rows: list[GoneOut]) -> list[dict[str, str]]:
    """One line for what was told to one team on one ground at one time."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for one in rows:
        until = _("%(when)sに閉じました") % {"when": say_moment(one.until)} if one.until else _("いまも読めます")
        key = (one.team_name, BY_CODE[one.basis].name, say_moment(one.since), until)
        words = str(PARTS[one.part]) if one.own else _("世帯・必要の%(part)s") % {"part": PARTS[one.part]}
        found.setdefault(key, []).append(words)
    return [
        {"team": team, "basis": basis, "since": since, "until": until, "parts": "、".join(dict.fromkeys(parts))}
        for (team, basis, since, until), parts in found.items()
    ]


def _said(answer: Any) -> dict[str, Any]:
    shown = {"text": CONSENT_TEXTS[answer.text], "edition": answer.edition} if answer.text else {}
    return {
        "text": _("%(text)s(%(edition)s版)") % shown if shown else "",
        "form": str(CONSENT_FORMS[answer.form]) if answer.form else "",
        "purpose": answer.purpose,
        "team": answer.receiver_name,
        "state": str(CONSENT_STATES[answer.state]),
        "parts": "、".join(str(PARTS[part]) for part in answer.parts),
        "day": say_day(answer.answered_on) if answer.answered_on else "",
        "until": _("%(day)sまで") % {"day": say_day(answer.until)} if answer.until else "",
        "note": answer.note,
    }
