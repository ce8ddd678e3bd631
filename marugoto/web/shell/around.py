"""Who is around the household: offices that hold, are asked, or go along, and places; drawn by the server from the record."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import CasePage
from marugoto.custody.codes import TouchKind
from marugoto.custody.queries.ball import BallFace
from marugoto.custody.queries.face import TeamName, companions_of
from marugoto.custody.queries.step import steps_since
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import MatchState, VisitFeeling
from marugoto.participation.labels import MATCH_STATES, VISIT_FEELINGS
from marugoto.participation.queries.match import PlaceTie, ties_to_places
from marugoto.people.rules.ecomap import DAYS, Around, Side, describe, draw, tie_of
from marugoto.web.shell.figure import Drawing

# How a team takes part: it holds, is asked, acts for the holder, goes along.
OF_A_NEED = (
    gettext_lazy("持っている必要"),
    gettext_lazy("たのまれている必要"),
    gettext_lazy("代わりに動いている必要"),
    gettext_lazy("いっしょに動いている必要"),
)
OF_THE_CASE = (
    gettext_lazy("まとめ役"),
    gettext_lazy("まとめ役をたのまれている"),
    gettext_lazy("まとめ役の代わりに動いている"),
    gettext_lazy("まとめ役といっしょに動いている"),
)
TALKED = (TouchKind.MET, TouchKind.TALKED, TouchKind.WROTE)


def around(viewer: Viewer, case: CasePage, name: str) -> Drawing:
    """Four queries beside those that brought the case."""
    since = viewer.at - timedelta(days=DAYS)
    balls = [one for one in (case.ball, *(line.ball for line in case.needs)) if one.settled_at is None]
    steps = steps_since(viewer, {one.ball for one in balls}, since)
    beside = companions_of(viewer, [one.ball for one in balls])
    needs = [line.need for line in case.needs]
    places = ties_to_places(viewer, needs, local_day(since))
    found = [*_offices(viewer, case, balls, steps, beside), *(_place(one) for one in places)]
    svg = draw(name, found, title=_("%(name)sのまわり") % {"name": name})
    return Drawing(
        svg=mark_safe(svg),  # noqa: S308 — our own drawing, every word in it escaped by rules.drawing
        sentences=describe(name, found),
    )


class _Office:
    """What one team does here, in the order in which it is said."""

    def __init__(self, name: str) -> None:
        self.name, self.parts = name, dict[str, list[int]]()
        self.stuck, self.begun = False, False

    def takes_part(self, how: str, number: int | None, *, begun: bool, stuck: bool = False) -> None:
        self.parts.setdefault(how, []).extend([number] if number is not None else [])
        self.begun, self.stuck = self.begun or begun, self.stuck or stuck


def _offices(
    viewer: Viewer,
    case: CasePage,
    balls: Iterable[BallFace],
    steps: dict[UUID, Counter[TouchKind]],
    beside: Mapping[UUID, Sequence[TeamName]],
) -> list[Around]:
    numbers = {line.ball.ball: line.number for line in case.needs}
    offices: dict[UUID, _Office] = {}

    def office(team: TeamName) -> _Office:
        return offices.setdefault(team.id, _Office(team.said))

    for ball in balls:
        number = numbers.get(ball.ball)
        holds, asked, acts, goes_along = OF_THE_CASE if number is None else OF_A_NEED
        office(ball.holder).takes_part(str(holds), number, begun=True, stuck=ball.stuck is not None)
        if ball.offered_to:
            office(ball.offered_to).takes_part(str(asked), number, begun=False)
        if ball.kept_by:
            office(ball.kept_by).takes_part(str(acts), number, begun=True)
        for team in beside.get(ball.ball, ()):
            office(team).takes_part(str(goes_along), number, begun=True)
    return [_around(viewer, team, one, steps.get(team, Counter())) for team, one in offices.items()]


def _around(viewer: Viewer, team: UUID, office: _Office, steps: Counter[TouchKind]) -> Around:
    met = sum(steps[kind] for kind in TALKED)
    does = [f"{how} {'・'.join(map(str, numbers))}".strip() for how, numbers in office.parts.items()]
    trouble = [_("困っている")] if office.stuck else []
    return Around(
        name=office.name,
        side=Side.OFFICE,
        tie=tie_of(met, stuck=office.stuck, planned=not office.begun),
        notes=(*does, *trouble, _said(steps, met) if office.begun or met else _("返事を待っている")),
        own=team == viewer.team,
    )


def _said(steps: Counter[TouchKind], met: int) -> str:
    if not met:
        return _("この%(days)d日に会った・話した記録なし") % {"days": DAYS}
    words = {TouchKind.MET: _("会った"), TouchKind.TALKED: _("話した"), TouchKind.WROTE: _("書いた")}
    counted = "・".join(f"{words[kind]}{steps[kind]}" + _("回") for kind in TALKED if steps[kind])
    return _("この%(days)d日に%(counted)s") % {"days": DAYS, "counted": counted}


def _place(tie: PlaceTie) -> Around:
    begun = tie.state is MatchState.SETTLED or tie.visits > 0
    notes = [str(MATCH_STATES[tie.state])]
    if tie.visits:
        notes.append(_("この%(days)d日に行った%(times)d回") % {"days": DAYS, "times": tie.visits})
    if tie.last:
        notes.append(_("前回 %(feeling)s") % {"feeling": VISIT_FEELINGS[tie.last]})
    return Around(
        name=tie.name,
        side=Side.PLACE,
        tie=tie_of(tie.visits, stuck=tie.last is VisitFeeling.HARD, planned=not begun),
        notes=tuple(notes),
    )
