"""Who is around the household: offices that hold, are asked, or go along; people close by; places. Drawn by the server from the record.

People close by are those whom somebody wrote down as such, who looks in on the household and is none of our teams, and of the family
that lives elsewhere those of whom it is marked how they stand to somebody here. How strong the tie is, is what the household says;
where it said nothing it is counted as with everybody: entries of the journal that name him, and rounds of looking in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Closeness
from marugoto.casework.labels import ACQUAINTANCE_KINDS
from marugoto.casework.queries.acquaintance import AcquaintanceLine, acquaintances_of
from marugoto.casework.queries.case import CasePage
from marugoto.custody.codes import TouchKind
from marugoto.custody.queries.ball import BallFace
from marugoto.custody.queries.face import TeamName, companions_of
from marugoto.custody.queries.step import steps_since
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import MatchState, VisitFeeling
from marugoto.participation.labels import LOOKERS, MATCH_STATES, VISIT_FEELINGS
from marugoto.participation.queries.around import PlaceTie, WatchTie, ties_around
from marugoto.people.codes import MarkKind
from marugoto.people.labels import FAMILY_ROLES, FEELINGS
from marugoto.people.queries.home import Home
from marugoto.people.rules.ecomap import DAYS, Around, Side, Tie, describe, draw, tie_of
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
AS_SAID = {
    Closeness.STRONG: Tie.STRONG,
    Closeness.ORDINARY: Tie.ORDINARY,
    Closeness.WEAK: Tie.WEAK,
    Closeness.TENSE: Tie.TENSE,
}
# Of several marks the first of these: what hurts is not hidden by what is good.
AS_MARKED = {
    MarkKind.STRAINED: Tie.TENSE,
    MarkKind.CLOSE: Tie.STRONG,
    MarkKind.BROKEN: Tie.WEAK,
    MarkKind.KEY_PERSON: Tie.ORDINARY,
    MarkKind.MAIN_CARER: Tie.ORDINARY,
    MarkKind.SECOND_CARER: Tie.ORDINARY,
}
TALKED = (TouchKind.MET, TouchKind.TALKED, TouchKind.WROTE)


def known_around(viewer: Viewer, case: UUID) -> list[AcquaintanceLine]:
    return acquaintances_of(viewer, case, viewer.at - timedelta(days=DAYS))


def around(
    viewer: Viewer,
    case: CasePage,
    name: str,
    *,
    home: Home | None,
    known: Sequence[AcquaintanceLine] | None = None,
) -> Drawing:
    """Three queries beside those that brought the case and its household, and one for whom is `known` where the page has not asked."""
    since = viewer.at - timedelta(days=DAYS)
    known = known_around(viewer, case.case) if known is None else known
    balls = [one for one in (case.ball, *(line.ball for line in case.needs)) if one.settled_at is None]
    steps = steps_since(viewer, {one.ball for one in balls}, since)
    beside = companions_of(viewer, [one.ball for one in balls])
    needs = [line.need for line in case.needs]
    here = home.figures.here if home else frozenset[UUID]()
    ties = ties_around(viewer, case=case.case, needs=needs, persons=here, since=local_day(since))
    people = [*_known(known, ties.watches), *(_relatives(home) if home else [])]
    found = [*_offices(viewer, case, balls, steps, beside), *people, *(_place(one) for one in ties.places)]
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


def _known(known: Sequence[AcquaintanceLine], watches: Sequence[WatchTie]) -> list[Around]:
    """Who is written down under the same name as one who looks in is one and the same, and stands there once."""
    named = {fold(one.name): one for one in watches if one.name}
    once = {named[fold(one.name)].watch for one in known if fold(one.name) in named}
    alone = [_looks_in(one) for one in watches if one.watch not in once]
    return [*(_acquaintance(one, named.get(fold(one.name))) for one in known), *alone]


def _acquaintance(one: AcquaintanceLine, watch: WatchTie | None) -> Around:
    met = one.met + (watch.seen if watch else 0)
    kind = str(ACQUAINTANCE_KINDS[one.kind])
    whose = _("%(kind)s(%(who)sさんの知り合い)") % {"kind": kind, "who": one.whose} if one.whose else kind
    notes = [whose, *([one.words.rstrip("。")] if one.words else []), *(_rounds(watch) if watch else [])]
    if one.closeness is None and not watch:
        notes.append(_("この%(days)d日に会った・話した%(n)d回") % {"days": DAYS, "n": met})
    tie = AS_SAID[one.closeness] if one.closeness else tie_of(met)
    return Around(name=one.name, side=Side.PERSON, tie=tie, notes=tuple(notes))


def _looks_in(one: WatchTie) -> Around:
    who = str(LOOKERS[one.looker])
    name = one.name or one.firm or who
    notes = [*([who] if name != who else []), *_rounds(one)]
    return Around(name=name, side=Side.PERSON, tie=tie_of(one.seen), notes=tuple(notes))


def _rounds(one: WatchTie) -> list[str]:
    every = _("%(n)d日ごとに見ている") % {"n": one.every_days}
    return [every, _("この%(days)d日に見た%(times)d回") % {"days": DAYS, "times": one.seen}]


def _relatives(home: Home) -> list[Around]:
    """Of the family that lives elsewhere those of whom something is marked; where several things are, what hurts goes before."""
    found = []
    for face in home.figures.persons:
        if face.person in home.figures.here or face.dead:
            continue
        marks = [one for one in home.figures.marks if face.person in {one.one, one.other}]
        marked = next((kind for kind in AS_MARKED if any(one.kind is kind for one in marks)), None)
        if marked is not None:
            roles = [kind for kind in FAMILY_ROLES if any(one.kind is kind for one in marks)]
            said = [marked] if marked in FEELINGS else roles
            notes = (_("別に暮らす家族"), *(str((FEELINGS | FAMILY_ROLES)[kind]) for kind in said))
            found.append(Around(name=face.called, side=Side.PERSON, tie=AS_MARKED[marked], notes=notes))
    return found
