"""引きつぎ: what one person has in charge goes to others of the team, each ball with a note; and the pack that is printed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.actions.absence import come_back, say_away
from marugoto.agencies.codes import Role
from marugoto.agencies.queries import absence as absences
from marugoto.agencies.queries.absence import Away
from marugoto.agencies.viewer import Viewer
from marugoto.casework.labels import METHODS
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import plan as plans
from marugoto.custody.actions.succession import succeed
from marugoto.custody.labels import MATTER_KINDS
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.succession import charged_with, notes
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries.home import home_of
from marugoto.web.desk.forms.succession import AwayForm, SuccessionForm
from marugoto.web.desk.pages.household import cautions_among
from marugoto.web.shell.balls import chip_of, clock_of, how_many
from marugoto.web.shell.choices import colleague_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.figure import drawn
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.matters import MatterLine, matters_of

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
ENTRIES, HOUSEHOLDS = 12, 30  # on paper: as much as one reads before the first visit


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    """Of oneself, or of another one of the team (`?duty=`), also of somebody who has left."""
    return _page(viewer, _whose(viewer, request.GET.get("duty", "")), None)


@act(*CASEWORK)
def hand(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    whose = _whose(viewer, request.POST.get("duty", ""))
    faces = _ours(viewer, whose)
    form = _form(viewer, whose, faces, matters_of(viewer, faces), request)
    if form.is_valid():
        with form_errors(form):
            done = succeed(by=viewer, at=at, balls=form.chosen(), to=UUID(form.cleaned_data["to"]))
            messages.success(request, _("%(count)sを引きつぎました。") % {"count": how_many(done)})
            return redirect(f"{reverse('desk:succession')}?duty={whose}")
    return _page(viewer, whose, form, status=422)


@act(*CASEWORK)
def away(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """Some days off: the balls stay where they are, and somebody of the team has them on the day's page."""
    whose = _whose(viewer, request.POST.get("duty", ""))
    form = AwayForm(request.POST, people=_others(viewer, whose))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            say_away(
                by=viewer, at=at, duty=whose, deputy=UUID(said["deputy"]), since=said["since"], until=said["until"]
            )
            messages.success(request, _("休みのあいだの代わりを決めました。代わりの人の「きょう」に並びます。"))
            return redirect(f"{reverse('desk:succession')}?duty={whose}")
    return _page(viewer, whose, None, status=422, leave=form)


@act(*CASEWORK)
def back(request: HttpRequest, viewer: Viewer, at: datetime, absence: UUID) -> HttpResponse:
    row = come_back(by=viewer, at=at, absence=absence)
    messages.success(request, _("きょうから戻ったことにしました。"))
    return redirect(f"{reverse('desk:succession')}?duty={row.duty_id}")


@see(*CASEWORK)
def pack(request: HttpRequest, viewer: Viewer) -> Page:
    """On paper: for each household the diagram, what happened, what was promised, what comes next, and the notes."""
    whose = _whose(viewer, request.GET.get("duty", ""))
    faces = _ours(viewer, whose)
    lines = matters_of(viewer, faces)
    said = notes(viewer, [face.ball for face in faces])
    cases_of = (lines[face.matter].case for face in faces)
    wanted = list(dict.fromkeys(case for case in cases_of if case is not None))
    homes = [_home(viewer, case) for case in wanted[:HOUSEHOLDS]]
    values = {
        "whose": dict(colleague_choices(viewer)).get(str(whose), ""),
        "today": say_day(local_day(viewer.at)),
        "rows": [_row(face, lines[face.matter], said.get(face.ball, [])) for face in faces],
        "homes": [home for home in homes if home],
        "left_out": max(0, len(wanted) - HOUSEHOLDS),
    }
    return Page("desk/pack.html", values)


def _page(
    viewer: Viewer, whose: UUID, form: SuccessionForm | None, status: int = 200, leave: AwayForm | None = None
) -> Page:
    faces = _ours(viewer, whose)
    lines = matters_of(viewer, faces)
    said = notes(viewer, [face.ball for face in faces])
    form = form or _form(viewer, whose, faces, lines)
    people = colleague_choices(viewer)
    rows = [_row(face, lines[face.matter], said.get(face.ball, [])) | {"pair": form.pair(face.ball)} for face in faces]
    values = {
        "rows": rows,
        "form": form,
        "whose": whose,
        "mine": whose == viewer.duty,
        "people": people,
        "count": how_many(len(rows)),
        "leave": leave or AwayForm(people=[one for one in people if one[0] != str(whose)]),
        "away": [_away(one) for one in absences.of_team(viewer)],
    }
    return Page("desk/succession.html", values, status=status)


def _away(one: Away) -> dict[str, Any]:
    return {"away": one, "since": say_day(one.since), "until": say_day(one.until)}


def _others(viewer: Viewer, whose: UUID) -> list[tuple[str, str]]:
    return [one for one in colleague_choices(viewer) if one[0] != str(whose)]


def _whose(viewer: Viewer, words: str) -> UUID:
    """Only of one's own team."""
    found = read_id(words) or viewer.duty
    if found != viewer.duty and not any(str(found) == duty for duty, _name in colleague_choices(viewer)):
        raise Http404
    return found


def _ours(viewer: Viewer, whose: UUID) -> list[BallFace]:
    return [face for face in charged_with(viewer, whose) if face.holder.id == viewer.team]


def _form(
    viewer: Viewer,
    whose: UUID,
    faces: list[BallFace],
    lines: dict[UUID, MatterLine],
    request: HttpRequest | None = None,
) -> SuccessionForm:
    known: dict[str, Any] = {
        "people": sorted(colleague_choices(viewer), key=lambda one: one[0] == str(whose)),
        "balls": [(face.ball, f"{lines[face.matter].name} {lines[face.matter].title}") for face in faces],
    }
    return SuccessionForm(request.POST, **known) if request else SuccessionForm(**known)


def _row(face: BallFace, line: MatterLine, said: list[Any]) -> dict[str, Any]:
    return {
        "face": face,
        "line": line,
        "kind": MATTER_KINDS[face.matter_kind],
        "chip": chip_of(face, own=face.holder.id),
        "clock": clock_of(face),
        "notes": [{"note": note, "day": say_day(local_day(note.at))} for note in said],
    }


def _home(viewer: Viewer, case: UUID) -> dict[str, Any] | None:
    """One household as the next person needs it before the first visit."""
    found = cases.get(viewer, case)
    if found is None:
        return None
    whole = home_of(viewer, found.household, phones=False)
    plan = plans.current(viewer, case)
    entries = journals.of_case(viewer, case)
    return {
        "name": whole.page.name if whole else _("世帯 %(number)s") % {"number": found.number},
        "figure": drawn(whole, found) if whole else None,
        "cautions": cautions_among(viewer, entries),
        "needs": [line for line in found.needs if line.ball.settled_at is None],
        "promises": [
            (say_day(one.promise_on) if one.promise_on else "", one.promise) for one in entries if one.promise
        ],
        "steps": [(say_day(step.until) if step.until else "", step) for step in plan.steps if not step.done_on]
        if plan
        else [],
        "review_on": say_day(plan.review_on) if plan else "",
        "entries": [
            (say_day(local_day(one.happened_at)), METHODS[one.method], one)
            for one in entries[:ENTRIES]
            if not one.struck
        ],
    }
