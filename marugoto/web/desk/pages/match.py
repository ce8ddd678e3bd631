"""つなぎ先: the wish, the places that fit with their reasons, and what became of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import called, community_teams
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import get as get_need
from marugoto.community.actions.provision import use_for_somebody
from marugoto.community.actions.unmet_need import file_unmet_need
from marugoto.community.codes import Interest, Lack
from marugoto.community.labels import INTERESTS, LACKS
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.anew import note_shown
from marugoto.participation.actions.match import ask_host, look_at_stay, move_match, visit
from marugoto.participation.actions.wish import hear_wish
from marugoto.participation.codes import Gate, Grade, MatchState, VisitFeeling, VisitKind
from marugoto.participation.labels import (
    GATES,
    GOOD_ENDS,
    HOST_SAYS,
    MATCH_STATES,
    STILL_THERE,
    VISIT_FEELINGS,
    VISIT_KINDS,
    WHY_NOT,
)
from marugoto.participation.queries.match import (
    Heard,
    MatchLine,
    fitting,
    matches_of,
    places_to_weigh,
    questions,
    wish_of,
)
from marugoto.participation.rules.index import Index
from marugoto.participation.rules.offered import Fit
from marugoto.participation.rules.stay import STAYING, may_look
from marugoto.web.desk.at_hand import LACKS_OF
from marugoto.web.desk.forms.match import MatchMoveForm, StayForm, VisitForm, WishForm, initial_of
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.provisions import provisions_for

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
SHOWN = 8
MOST_REASONS = 4  # of what speaks for a place; what to know before is shown whole


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, need: UUID) -> Page:
    return _page(viewer, need)


@act(*CASEWORK)
def wish(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    form = WishForm(request.POST, areas=area_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            hear_wish(by=viewer, at=at, need=need, **form.told())
            _note_shown(viewer, at, need)
            messages.success(request, _("願いを残しました。合う場所を並べ直しました。"))
            return redirect("desk:match", need=need)
    return _page(viewer, need, form=form, status=422)


@act(*CASEWORK)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> HttpResponse:
    """Ask the host without a name; the reasons shown are kept with it."""
    place = read_id(request.POST.get("place", ""))
    if place is None:
        raise Http404
    fit = next((fit for fit in fitting(viewer, need).fits if fit.place.key == str(place)), None)
    reasons = [reason.sentence for reason in fit.reasons] if fit else []
    ask_host(by=viewer, at=at, need=need, place=place, reasons=reasons)
    messages.success(request, _("名前を出さずに聞くことにしました。返事が来たら、ここに書いてください。"))
    return redirect("desk:match", need=need)


@act(*CASEWORK)
def move(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID, match: UUID) -> Page | HttpResponse:
    form = MatchMoveForm(request.POST, auto_id=_move_ids(match))
    if form.is_valid():
        with form_errors(form):
            move_match(by=viewer, at=at, match=match, **form.told())
            messages.success(request, _("つなぎ先とのやりとりを残しました。"))
            return redirect("desk:match", need=need)
    return _page(viewer, need, moves={match: form}, status=422)


@act(*CASEWORK)
def go(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID, match: UUID) -> Page | HttpResponse:
    form = VisitForm(request.POST, prefix=match.hex)
    if form.is_valid():
        said = dict(form.cleaned_data)
        kind, feeling = VisitKind(said.pop("kind")), VisitFeeling(said.pop("feeling"))
        with form_errors(form):
            visit(by=viewer, at=at, match=match, kind=kind, feeling=feeling, **said)
            messages.success(request, _("訪問を残しました。"))
            return redirect("desk:match", need=need)
    return _page(viewer, need, visits={match: form}, status=422)


@act(*CASEWORK)
def look(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID, match: UUID) -> Page | HttpResponse:
    """Whether it lasts, 90 and 180 days after."""
    form = StayForm(request.POST, prefix=f"stay-{match.hex}")
    if form.is_valid():
        with form_errors(form):
            look_at_stay(by=viewer, at=at, match=match, **form.told())
            messages.success(request, _("続いているかを残しました。"))
            return redirect("desk:match", need=need)
    return _page(viewer, need, stays={match: form}, status=422)


@act(*CASEWORK)
def nothing_fits(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> HttpResponse:
    """An honest answer: it goes to those who develop places, as a theme and a district, without anybody's name."""
    row = get_need(viewer, need)
    teams = community_teams(viewer)
    if row is None or not teams:
        raise Http404
    heard = wish_of(viewer, need)
    interest = next(iter(sorted(heard[1])), "") if heard else ""
    said, to = request.POST.get("lack", ""), request.POST.get("team", "")
    file_unmet_need(
        by=viewer,
        at=at,
        theme=row.theme,
        team=next((team.pk for team in teams if str(team.pk) == to), teams[0].pk),
        interest=interest,
        area=(heard[0].area if heard else "") or row.ball.area,
        lack=Lack(said) if said in set(Lack) else Lack.PLACE,
        waiting=row.ball_id,
    )
    _note_shown(viewer, at, need)
    messages.success(
        request,
        _(
            "名前を出さずに、地域づくりの係に届けました。場所ができるか、いまある場所が変わって合うようになると、きょうの画面に知らせが来ます。"
        ),
    )
    return redirect("desk:match", need=need)


@act(*CASEWORK)
def use_provision(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID, provision: UUID) -> HttpResponse:
    """What the prefecture provides is used for this need; of the need nothing goes along."""
    if get_need(viewer, need) is None:
        raise Http404
    row = use_for_somebody(by=viewer, at=at, provision=provision).provision
    messages.success(
        request,
        _("使うことを数えました。だれのことかは、県に届きません。次は電話です: %(contact)s") % {"contact": row.contact},
    )
    return redirect("desk:match", need=need)


def _page(
    viewer: Viewer,
    need: UUID,
    *,
    form: WishForm | None = None,
    moves: dict[UUID, MatchMoveForm] | None = None,
    visits: dict[UUID, VisitForm] | None = None,
    stays: dict[UUID, StayForm] | None = None,
    status: int = 200,
) -> Page:
    row = get_need(viewer, need)
    if row is None:
        raise Http404
    heard, linked, index = wish_of(viewer, need), matches_of(viewer, need), places_to_weigh(viewer)
    found, known = fitting(viewer, need, heard=heard, index=index), {str(line.place) for line in linked}
    words = _questions(viewer, need, linked, heard, index)
    form = form or WishForm(areas=area_choices(viewer), initial=initial_of(*heard) if heard else {})
    values: dict[str, Any] = {
        "need": row,
        "wish": heard[0] if heard else None,
        "interests": [*heard[0].topics.splitlines(), *(INTERESTS[Interest(one)] for one in sorted(heard[1]))]
        if heard
        else [],
        "form": form,
        "parts": form.parts(),
        "fits": [_shown(fit) for fit in found.fits if fit.place.key not in known][:SHOWN] if heard else [],
        "unsure": [_shown(fit) for fit in found.unsure if fit.place.key not in known][:SHOWN] if heard else [],
        "left_out": [one for one in found.left_out if one.gate not in {Gate.INTERESTS, Gate.TOPIC}] if heard else [],
        "shut": [(GATES[gate], number) for gate, number in found.shut.items()] if heard else [],
        "lacks": LACKS.items(),
        "makers": [(str(team.pk), called(team)) for team in community_teams(viewer)] if heard else [],
        "provisions": provisions_for(viewer, first=[LACKS_OF.get(row.theme, "")]),
        "not_a_place": LACKS_OF.get(row.theme, Lack.PLACE) != Lack.PLACE,
        "staying": next((line.place_name for line in linked if line.state in STAYING), ""),
        "links": [
            _link(line, viewer, moves or {}, visits or {}, stays or {}) | {"question": words.get(line.place, "")}
            for line in linked
        ],
    }
    return Page("desk/match.html", values, status=status)


def _note_shown(viewer: Viewer, at: datetime, need: UUID) -> None:
    """What the page shows is no news later."""
    fits = fitting(viewer, need).fits
    note_shown(by=viewer, at=at, need=need, places=[UUID(fit.place.key) for fit in fits])


def _questions(viewer: Viewer, need: UUID, linked: list[MatchLine], heard: Heard, index: Index) -> dict[UUID, str]:
    """What to say to each host who is asked."""
    asked = [line.place for line in linked if line.state is MatchState.ASKED]
    return questions(viewer, need, asked, heard=heard, index=index) if asked else {}


def _shown(fit: Fit) -> dict[str, Any]:
    """What speaks for it, and what to know before."""
    for_it = [reason for reason in fit.reasons if reason.grade is not Grade.KNOW]
    before = [reason for reason in fit.reasons if reason.grade is Grade.KNOW]
    return {"place": fit.place, "reasons": [*for_it[:MOST_REASONS], *before], "more": for_it[MOST_REASONS:]}


def _move_ids(match: UUID) -> str:
    """There is one such form for each place."""
    return f"move-{match}-%s"


def _link(
    line: MatchLine,
    viewer: Viewer,
    moves: dict[UUID, MatchMoveForm],
    visits: dict[UUID, VisitForm],
    stays: dict[UUID, StayForm],
) -> dict[str, Any]:
    first = not any(one.kind is VisitKind.FIRST for one in line.visits)
    blank = VisitForm(
        prefix=line.match.hex,
        initial={"day": local_day(viewer.at), "kind": VisitKind.FIRST if first else VisitKind.TRIAL},
    )
    return {
        "line": line,
        "state": MATCH_STATES[line.state],
        "why": WHY_NOT[line.why] if line.why else "",
        "good": GOOD_ENDS[line.good] if line.good else "",
        "since": say_day(line.since),
        "visits": [
            {"one": one, "day": say_day(one.day), "kind": VISIT_KINDS[one.kind], "feeling": VISIT_FEELINGS[one.feeling]}
            for one in line.visits
        ],
        "looks": [
            {"one": one, "day": say_day(one.day), "result": STILL_THERE[one.result], "host": HOST_SAYS[one.host]}
            for one in line.looks
        ],
        "due": {"after": line.due[0], "day": say_day(line.due[1])} if line.due else None,
        "stay": stays.get(line.match) or StayForm(prefix=f"stay-{line.match.hex}"),
        "may_look": bool(line.due) and bool(may_look(state=line.state, due=line.due, today=local_day(viewer.at))),
        "move": moves.get(line.match) or MatchMoveForm(auto_id=_move_ids(line.match)),
        "visit": visits.get(line.match, blank),
        "open": line.match in visits,
        "move_open": line.match in moves,
        "stay_open": line.match in stays,
    }
