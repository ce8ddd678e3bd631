"""Conferences: the list, calling one, and its stages."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.need import case_heads
from marugoto.conferences.actions import conference as verbs
from marugoto.conferences.kinds import KINDS, Kind
from marugoto.conferences.labels import STAGES
from marugoto.conferences.queries import conference as conferences
from marugoto.disclosure.queries.council import running_on
from marugoto.disclosure.rules.basis import CALLED, may_use, usable
from marugoto.kernel.era import say_day, say_near
from marugoto.kernel.jst import JST, local_day
from marugoto.web.meeting.forms.conference import ConferenceForm
from marugoto.web.meeting.porch import tell_porch
from marugoto.web.meeting.sheet import sheet
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """The coming ones first; `case` carries a household to be put on an agenda."""
    coming = request.GET.get("when", "coming") != "past"
    carried, today = _carried(viewer, request.GET.get("case", "")), local_day(viewer.at)
    number = read_page(request.GET.get("page", "1"))
    found = conferences.list_conferences(viewer, page=number, coming=coming, nameless=carried is None)
    rows = [
        {"line": line, "when": said_time(line.begins_at, today), "stage": STAGES[line.stage]} for line in found.rows
    ]
    values = {
        "rows": rows,
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // conferences.PAGE), 1),
        "coming": coming,
        "carried": carried,
        "case": carried["case"] if carried else None,
    }
    return Page("meeting/conferences.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    initial = {"begins": time(13, 30), "ends": time(14, 30)}
    form = ConferenceForm(kinds=_kinds(viewer, request.GET), councils=_councils(viewer), initial=initial)
    return _new_page(request, viewer, form)


@act(*CASEWORK)
def convene(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ConferenceForm(request.POST, kinds=_kinds(viewer, request.POST), councils=_councils(viewer))
    if form.is_valid():
        with form_errors(form):
            made = verbs.convene(by=viewer, at=at, **form.said())
            messages.success(request, _("会議を呼びかけました。次は議題と席です。"))
            return redirect(_with_case("meeting:conference", made.pk, request.POST.get("case", "")))
    return _new_page(request, viewer, form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, conference: UUID) -> Page:
    return sheet(viewer, conference, case=request.GET.get("case", ""))


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> HttpResponse:
    verbs.open_conference(by=viewer, at=at, conference=hosted(viewer, conference))
    messages.success(request, _("会議を始めました。出欠をつけると、決定が書けます。"))
    return redirect("meeting:conference", conference=conference)


@act(*CASEWORK)
def close(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> HttpResponse:
    verbs.close_conference(by=viewer, at=at, conference=hosted(viewer, conference))
    tell_porch(viewer, at)
    messages.success(request, _("会議を終えました。決まったことは、もうそれぞれの「きょう」にあります。"))
    return redirect("meeting:conference", conference=conference)


@act(*CASEWORK)
def call_off(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> HttpResponse:
    verbs.call_off(by=viewer, at=at, conference=hosted(viewer, conference))
    tell_porch(viewer, at)
    messages.success(request, _("会議を取りやめました。席の人が読めた資料は、いま閉じました。"))
    return redirect("meeting:conferences")


def said_time(at: datetime, today: date | None = None) -> str:
    """11月24日(火) 13:30; where `today` is given and the year could be mistaken, with its year."""
    local = at.astimezone(JST)
    day = say_near(local.date(), today) if today else say_day(local.date())
    return f"{day} {local:%H:%M}"


def _with_case(route: str, conference: UUID, case: str) -> str:
    address = reverse(route, args=[conference])
    return f"{address}?case={read_id(case)}#agenda" if read_id(case) else address


def _carried(viewer: Viewer, sent: str) -> dict[str, Any] | None:
    """The household that is to be put on an agenda, by its name; None where there is none, or none for these eyes."""
    case = read_id(sent)
    head = case_heads(viewer, [case]).get(case) if case else None
    if head is None:
        return None
    name = head.household or _("世帯 %(number)s") % {"number": cases.number_of(viewer, head.case)}
    return {"case": head.case, "name": name}


def hosted(viewer: Viewer, conference: UUID) -> Any:
    """Stages are brought on by the host's team."""
    found = conferences.get(viewer, conference)
    if found is None or found.conference.host_id != viewer.team:
        raise Http404
    return found.conference


def _kinds(viewer: Viewer, sent: Mapping[str, str]) -> list[tuple[str, str]]:
    """Where a household is carried along, only those that speak of households."""
    own, allowed = profile(viewer.body, local_day(viewer.at)), _allowed(viewer)
    about_somebody = read_id(sent.get("case", "")) is not None
    return [
        (kind.code.value, f"{_called(kind, own)} — {kind.says}")
        for kind in KINDS
        if _may(viewer, kind, allowed) and not (about_somebody and kind.of_topics)
    ]


def _councils(viewer: Viewer) -> list[tuple[str, str]]:
    """The bodies that are entered and run today; whether they run on the day of the conference is asked when it is called."""
    return [(str(one.council), f"{one.name}({one.sort.article})") for one in running_on(viewer, local_day(viewer.at))]


def _called(kind: Kind, own: Mapping[str, str]) -> str:
    """As the body calls it, where it has one ground and a name of its own."""
    name = own.get(f"{CALLED}{kind.bases[0]}", "") if len(kind.bases) == 1 else ""
    return f"{name}({kind.name})" if name else kind.name


def _may(viewer: Viewer, kind: Kind, allowed: set[Any]) -> bool:
    """A table that speaks of nobody needs no basis, but the body may have to run what it belongs to."""
    known = profile(viewer.body, local_day(viewer.at))
    return (kind.of_topics or bool(set(kind.bases) & allowed)) and (not kind.needs or known.get(kind.needs) == "yes")


def _allowed(viewer: Viewer) -> set[Any]:
    day = local_day(viewer.at)
    return {basis.code for basis in usable(profile=profile(viewer.body, day), day=day)}


def _new_page(request: HttpRequest, viewer: Viewer, form: ConferenceForm, status: int = 200) -> Page:
    """What cannot be held here stands below, with the lawful way instead."""
    day, allowed = local_day(viewer.at), _allowed(viewer)
    own = profile(viewer.body, day)
    refused = []
    for kind in KINDS:
        if not _may(viewer, kind, allowed):
            why, instead = _missing(kind, own, day)
            refused.append({"kind": kind, "why": why, "instead": instead})
    carried = _carried(viewer, request.GET.get("case", "") or request.POST.get("case", ""))
    values = {"form": form, "refused": refused, "carried": carried, "case": carried["case"] if carried else None}
    return Page("meeting/conference_new.html", values, status=status)


def _missing(kind: Kind, own: Mapping[str, str], day: date) -> tuple[str, str]:
    """Why it cannot be held here, and what is lawful instead."""
    answers = [may_use(basis, profile=own, day=day) for basis in kind.bases]
    missing = next((one for one in answers if not one), None)
    return (missing.reason, missing.way_on) if missing is not None else kind.without
