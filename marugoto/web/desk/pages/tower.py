"""司令塔: every open ball of the town, what asks for help first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.dates import standing
from marugoto.custody.actions import asking
from marugoto.custody.actions.care import answer_stuck
from marugoto.custody.codes import BallState, MatterKind, StuckOutcome, Urgency
from marugoto.custody.labels import BALL_STATES, MATTER_KINDS, URGENCIES
from marugoto.custody.queries import stuck
from marugoto.custody.queries.escalation import muted_now
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.tower import BOUNCES, Directed, TeamCount, all_open
from marugoto.custody.queries.tower import Page as Balls
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import call_clock_of, chip_of, clock_of, how_many
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.escalations import muted_words
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.shell.matters import matters_of, theme_words
from marugoto.web.shell.signed_in import own_duties
from marugoto.web.ui.parts import Filter

TOWER = (Role.COORDINATOR, Role.CHIEF)
ALL = ("", _("すべて"))
DIRECTED = [(Directed.OPEN, _("出ている")), (Directed.LATE, _("期限すぎ"))]
NARROWED_BY = ("state", "kind", "urgency", "area", "team", "theme", "often", "directed", "person")
HASTY = frozenset({Urgency.NOW, Urgency.SOON})
TEAMS_SHOWN = 5  # those where most is stuck or late; the others are folded


@see(*TOWER)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    """Names stand only where this reader may open them; every other row is its ball face, and is as useful."""
    chosen = {name: request.GET.get(name, "") for name in NARROWED_BY}
    found = all_open(
        viewer,
        state=_code(BallState, chosen["state"]),
        kind=_code(MatterKind, chosen["kind"]),
        urgency=_code(Urgency, chosen["urgency"]),
        area=chosen["area"],
        holder=read_id(chosen["team"]),
        theme=chosen["theme"] if chosen["theme"] in set(TroubleCode) else "",
        often=bool(chosen["often"]),
        directed=_code(Directed, chosen["directed"]),
        person=read_id(chosen["person"]),
        page=read_page(request.GET.get("page", "1")),
    )
    areas = area_choices(viewer)
    silenced, beside = muted_now(viewer), standing(viewer)
    hidden = frozenset().union(*(balls for _line, balls in silenced))
    values: dict[str, Any] = {
        "rows": _rows(viewer, found, dict(areas), hidden, own_duties(request)),
        "count": found.count,
        "count_words": _count_words(found, narrowed=any(chosen.values())),
        "page": found.number,
        "pages": found.last,
        "size": found.size,
        "sentence": _sentence(found),
        "filters": [*_filters(chosen, areas, found.teams), *_of_person(chosen["person"], found)],
        **_sections(found.teams, chosen),
        "looks_past": beside.looks,
        "reviews_past": beside.reviews,
        "everywhere": _address({**chosen, "team": ""}) if chosen["team"] else "",
        "directions": beside.directions,
        "muted": [muted_words(viewer, line, len(balls)) for line, balls in silenced],
        "may_unmute": viewer.keeps_house,
        "outcomes": [(StuckOutcome.SELF, _("自分でやってみる")), (StuckOutcome.JOINT, _("いっしょに動く"))],
    }
    return Page("desk/tower.html", values)


def _sections(teams: tuple[TeamCount, ...], chosen: dict[str, str]) -> dict[str, Any]:
    shown, folded = sections(teams)
    return {"teams": _teams(shown, chosen), "teams_rest": _teams(folded, chosen), "teams_more": len(folded)}


def sections(teams: tuple[TeamCount, ...]) -> tuple[list[TeamCount], list[TeamCount]]:
    """Never folded: where something is stuck or late, and whoever holds the largest share."""
    most = max((one.held for one in teams), default=0)
    grave, others = list[TeamCount](), list[TeamCount]()
    for one in teams:
        (grave if one.stuck or one.late or one.held == most else others).append(one)
    more = max(TEAMS_SHOWN - len(grave), 0)
    return grave + others[:more], others[more:]


def _rows(
    viewer: Viewer, found: Balls, areas: dict[str, str], muted: frozenset[UUID], own: frozenset[UUID]
) -> list[dict[str, Any]]:
    lines = matters_of(viewer, found.faces)
    words = stuck.said(viewer, {face.stuck for face in found.faces if face.stuck})
    return [
        {
            "face": face,
            "line": lines[face.matter],
            "chip": chip_of(face),
            "clock": call_clock_of(face) or clock_of(face),
            "kind": MATTER_KINDS[face.matter_kind],
            "theme": "" if lines[face.matter].shut else theme_words(face.theme),
            "stuck_with": words.get(face.stuck, "") if face.stuck else "",
            "hasty": URGENCIES[face.urgency] if face.urgency in HASTY else "",
            "area": areas.get(face.area, ""),
            "asks": _asks(viewer, face, own),
            "own": face.in_charge in own,
            "directed": say_day(face.asked_until) if face.asked_until else "",
            "directed_late": face.asked_until is not None and face.asked_until < local_day(viewer.at),
            "still": face.unattended_days if face.state is BallState.LATE else 0,
            "muted": face.ball in muted,
            "direct": face.state is BallState.LATE and face.asked_by is None and bool(_asks(viewer, face, own)),
            "often": face.passes if face.passes >= BOUNCES else 0,
        }
        for face in found.faces
    ]


@act(Role.COORDINATOR)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, stuck: UUID) -> HttpResponse:
    """The control tower's answer to a call: alone after all, or together."""
    outcome = StuckOutcome.JOINT if request.POST.get("outcome") == StuckOutcome.JOINT else StuckOutcome.SELF
    answer_stuck(by=viewer, at=at, stuck=stuck, outcome=outcome)
    messages.success(request, _("「困った」に答えました。ボールは持ち手のままです。"))
    return redirect("desk:tower")


@act(*TOWER)
def ask(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> HttpResponse:
    """One press: whoever holds it is asked how it stands. It names nobody, and the ball stays where it is."""
    row = asking.ask_holder(by=viewer, at=at, ball=ball)
    messages.success(
        request,
        _("持っている係にたずねました。ボールはそのままです。返事は「お知らせ」に届きます。"),
        extra_tags=reverse("desk:asking_withdraw", args=[row.ball_id]),
    )
    return _back(request)


@act(*TOWER)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> HttpResponse:
    asking.take_back_asking(by=viewer, at=at, ball=ball)
    messages.success(request, _("たずねたことを取り消しました。ボールは動いていません。"))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the page it was pressed on, with its filters."""
    return redirect(request.META.get("HTTP_REFERER") or "desk:tower")


def _asks(viewer: Viewer, face: BallFace, own: frozenset[UUID]) -> str:
    """What a row offers: to ask, to take one's own question back, or to say that somebody asked."""
    if face.asked_by is not None:
        return "ours" if face.asked_by == viewer.team else "asked"
    return "" if face.holder.id == viewer.team or face.in_charge in own else "may"


def _teams(teams: Iterable[TeamCount], chosen: dict[str, str]) -> SafeString:
    """A line for each team, which leads to its balls alone. Drawn in one go: a city has a hundred."""
    said = [_("持っている"), _("困った"), _("期限すぎ"), _("返事がまだ")]
    cells = format_html_join("", '<td class="r brief" data-label="{}">{{}}</td>', ((word,) for word in said))
    line = f'<tr><th scope="row" class="who"><a href="{{}}"{{}}>{{}}</a></th>{cells}</tr>'
    current = SafeString(' aria-current="true"')
    drawn = (
        (
            _address({**chosen, "team": str(one.team.id)}),
            current if chosen["team"] == str(one.team.id) else "",
            one.team.said,
            *(one.held, one.stuck, one.late, one.asked),
        )
        for one in teams
    )
    return format_html_join("", line, drawn)


def _address(chosen: dict[str, str]) -> str:
    words = urlencode({name: value for name, value in chosen.items() if value})
    return f"{reverse('desk:tower')}?{words}" if words else reverse("desk:tower")


def _count_words(found: Balls, *, narrowed: bool) -> str:
    """Of a part it says so, and of how many it is one: nobody goes home with the number of a part."""
    if not narrowed:
        return how_many(found.count) if found.count else _("0個")
    return _("しぼった%(count)d個／%(open)d個") % {"count": found.count, "open": found.open}


def _sentence(found: Balls) -> str:
    """Of the whole town, whatever the list is narrowed to."""
    stuck, late = found.states.get(BallState.STUCK, 0), found.states.get(BallState.LATE, 0)
    if stuck and late:
        return _("「困った」が%(stuck)s、期限すぎが%(late)sあります。") % {
            "stuck": how_many(stuck),
            "late": how_many(late),
        }
    if stuck:
        return _("「困った」が%(stuck)sあります。期限すぎはありません。") % {"stuck": how_many(stuck)}
    if late:
        return _("期限を過ぎたボールが%(late)sあります。") % {"late": how_many(late)}
    if found.open:
        return _("開いているボールは%(count)s。すべてに持ち手がいます。") % {"count": how_many(found.open)}
    return _("開いているボールはありません。")


def _filters(chosen: dict[str, str], areas: list[tuple[str, str]], teams: tuple[TeamCount, ...]) -> list[Filter]:
    states = [(code, str(label)) for code, label in BALL_STATES.items() if code is not BallState.SETTLED]
    return [
        Filter("state", _("ようす"), [ALL, *states], chosen["state"]),
        Filter("kind", _("種類"), [ALL, *((code, str(label)) for code, label in MATTER_KINDS.items())], chosen["kind"]),
        Filter(
            "urgency",
            _("急ぎかた"),
            [ALL, *((code, str(label)) for code, label in URGENCIES.items())],
            chosen["urgency"],
        ),
        Filter("area", _("圏域"), [ALL, *areas], chosen["area"]),
        Filter("theme", _("テーマ"), [ALL, *((str(code), theme_words(code)) for code in TroubleCode)], chosen["theme"]),
        Filter("directed", _("指示"), [ALL, *DIRECTED], chosen["directed"]),
        Filter("often", _("渡された回数"), [ALL, ("1", _("3回以上"))], chosen["often"]),
        Filter("team", _("係"), [ALL, *((str(one.team.id), one.team.said) for one in teams)], chosen["team"]),
    ]


def _of_person(person: str, found: Balls) -> list[Filter]:
    """One comes here from the page of who carries how much; to choose among everybody would be a list of the whole town."""
    name = found.faces[0].in_charge_name if found.faces else _("選んだ人")
    return [Filter("person", _("担当"), [ALL, (person, name)], person)] if person else []


def _code(kind: Any, text: str) -> Any:
    """A code of that list, or None for anything else."""
    return kind(text) if text in set(kind) else None
