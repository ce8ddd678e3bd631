"""きょう: what we hold, what waits for our answer, what we wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.account import waiting_for
from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.queries.recognition import to_meet
from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import plan as plans
from marugoto.custody.codes import BallState, MatterKind
from marugoto.custody.labels import MATTER_KINDS, URGENCIES
from marugoto.custody.queries.ball import (
    Table,
    TowerTable,
    begun_by_me,
    faces_of,
    of_the_day,
    on_our_table,
    on_the_towers_table,
)
from marugoto.custody.queries.face import BallFace, Lying, TeamName
from marugoto.custody.queries.tiding import unread
from marugoto.disclosure.queries.emergency import waiting
from marugoto.disclosure.queries.sign import asked_of
from marugoto.ground.actions import submission
from marugoto.intake.queries.notice import released
from marugoto.kernel.era import say_day, say_era, say_near
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of, clock_of, how_many
from marugoto.web.shell.disposals import told as disposals_told
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.emergencies import wanted
from marugoto.web.shell.frame import NAV, opens
from marugoto.web.shell.matters import WINDOW_ROLES, MatterLine, matters_of
from marugoto.web.shell.measures import wanted as measures_wanted
from marugoto.web.shell.pages.oversight import called_first, in_the_lists, oversight
from marugoto.web.shell.pages.tidings import SHOWN as TIDINGS
from marugoto.web.shell.pages.tidings import told_of
from marugoto.web.shell.pages.towns import towns
from marugoto.web.shell.purposes import wanted as purposes_wanted
from marugoto.web.shell.signed_in import SignedIn, signed_in
from marugoto.web.ui.parts import BallChip, ClockFace

Hats = Mapping[UUID, Hat]
SHOWN, MOST = 12, 500
ASKED_SHOWN, WAITING_SHOWN, LOOKS_SHOWN = 6, 5, 5  # the others are folded
FAR = 10_000  # open days: what has no day comes last
WORK_OF_TODAY = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF, Role.COMMUNITY, Role.CLERK, Role.PREFECTURE)
FIRST = (BallState.STUCK, BallState.LATE)


@dataclass(frozen=True)
class Row:
    """A ball in a list of the day."""

    ball: UUID
    offer: UUID | None
    clock: ClockFace | None
    chip: BallChip
    line: MatterLine
    sender: str
    stuck: bool
    waiting: bool
    directed: str = ""  # until when something is to be done that the control tower directed
    directed_late: bool = False
    listens: TeamName | None = None  # an agency without an account, to be called
    hat: UUID | None = None  # of the viewer's other hats, under which it is moved
    hat_name: str = ""
    hat_key: str = ""
    about: str = ""  # what may be known of it before it is taken; what is asked stands on its own page


@dataclass(frozen=True)
class Told:
    """A notice somebody at a window handed in: its number, day and holder, and what was released of the answer."""

    number: str
    day: str
    chip: BallChip
    back: str


@see()
def today(request: HttpRequest, viewer: Viewer) -> Page:
    who = signed_in(request)
    beside = who.beside if who else {}
    look = on_the_towers_table if viewer.has(Role.COORDINATOR) else on_our_table
    table = look(viewer, frozenset(beside))
    held = sorted(of_the_day(table.held), key=_pressing)
    only_mine = request.GET.get("whose") == "mine"
    acting = [face for face in held if not _awaits(face)]
    own = {viewer.duty, *(hat.pk for hat in beside.values())}
    chosen = [face for face in held if _mine(own, face)] if only_mine else held
    plans_waiting = plans.to_decide(viewer) if viewer.has(Role.CHIEF) else []
    at_a_window = viewer.roles <= WINDOW_ROLES
    values: dict[str, object] = {
        "day_words": say_era(local_day(viewer.at)),
        "sentence": _sentence(held, table, len(plans_waiting)),
        "count": len(acting),
        "mine": sum(_mine(own, face) for face in acting),
        "instead_of": _instead_of(viewer, held),
        "only_mine": only_mine,
        "told": _told(viewer) if at_a_window else [],
        "to_decide": plans_waiting,
        "emergencies": wanted(viewer, waiting(viewer)),
        "purposes": purposes_wanted(viewer),
        "measures": measures_wanted(viewer),
        "asked_looks": len(asked_of(viewer)),
        "disposed": disposals_told(viewer),
        "decides": viewer.has(Role.CHIEF, Role.MAYOR) and not viewer.contracted,
        "takes_in": viewer.has(Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF),
        "light": viewer.has(Role.CLERK),
        "elsewhere": _elsewhere(who) if who else [],
        "keeps_house": viewer.keeps_house and viewer.has(Role.CHIEF),  # the office has it in its bar
        "to_answer": _to_answer(viewer),
        "looks_after": viewer.has(Role.PREFECTURE),
        "at_a_window": at_a_window,
        "has_balls": bool(held or table.asked or table.looks),
        **(towns(viewer) if viewer.has(Role.PREFECTURE) else {}),
        **_lists(viewer, chosen, table, beside, shown=MOST if "all" in request.GET else SHOWN),
    }
    values["sentence"] = f"{values.get('towns_said', '')}{values['sentence']}"
    return Page("shell/today.html", values)


def _to_answer(viewer: Viewer) -> int:
    """Accounts that wait for the office as the second person: to be released, or to be met. A chief has plans to decide first."""
    if not viewer.keeps_house or viewer.has(Role.CHIEF):
        return 0
    return waiting_for(viewer) + to_meet(viewer)


def _lists(viewer: Viewer, held: list[Lying], table: Table, beside: Hats, *, shown: int) -> dict[str, object]:
    """All matters of the page are looked up at once."""
    told = viewer.has(Role.COUNSELLOR, Role.COORDINATOR) or not viewer.has(
        Role.CHIEF
    )  # a chief's day asks for plans instead
    hats = {team: hat.pk for team, hat in beside.items()}
    heard = unread(viewer, most=TIDINGS + 1, hats=hats) if told else []
    ours = [one for one in held if not _awaits(one)]
    away = [one for one in held if _awaits(one)][:MOST]
    overseen = in_the_lists(table) if isinstance(table, TowerTable) else []
    faces = faces_of(viewer, {one.ball for one in [*ours[:shown], *away, *table.asked, *table.looks, *overseen]})
    lines = matters_of(viewer, [*faces.values(), *heard])
    rows = [_row(viewer, faces[one.ball], lines, beside.get(one.holder)) for one in ours[:shown]]
    waiting = [_theirs(_row(viewer, faces[one.ball], lines, beside.get(one.holder))) for one in away]
    asked = [_row(viewer, faces[one.ball], lines, _asked_as(one, beside)) for one in table.asked]
    looks = _looks(viewer, [faces[one.ball] for one in table.looks], lines)
    return {
        "oversees": isinstance(table, TowerTable),
        **(
            oversight(viewer, table, faces, lines, {viewer.duty, *hats.values()})
            if isinstance(table, TowerTable)
            else {}
        ),
        "rows": rows,
        "looks": looks[:LOOKS_SHOWN],
        "looks_rest": looks[LOOKS_SHOWN:],
        "look_count": len(looks),
        "asked": asked[:ASKED_SHOWN],
        "asked_rest": asked[ASKED_SHOWN:],
        "asked_count": len(asked),
        "waiting_count": len(waiting),
        "waiting": waiting[:WAITING_SHOWN],
        "waiting_rest": waiting[WAITING_SHOWN:],
        "in_list": len(ours),
        "more": max(len(ours) - shown, 0),
        "tidings": told_of(viewer, heard[:TIDINGS], lines),
        "tidings_more": len(heard) > TIDINGS,
    }


def _looks(viewer: Viewer, looks: list[BallFace], lines: dict[UUID, MatterLine]) -> list[dict[str, object]]:
    """On whom somebody of ours looks in after the end of support: the day has come."""
    today = local_day(viewer.at)
    return [
        {
            "line": lines[face.matter],
            "due": say_near(face.look_on, today) if face.look_on else "",
            "late": face.look_on is not None and face.look_on < today,
            "ended": say_near(local_day(face.settled_at), today) if face.settled_at else "",
        }
        for face in looks
    ]


def _awaits(face: Lying) -> bool:
    """Another team's answer is awaited: in time, late, or while help is called for."""
    return face.offer is not None


def _mine(own: set[UUID], face: Lying) -> bool:
    """In my charge, under whichever hat, or in that of somebody for whom I stand in."""
    return face.in_charge in own or face.stood_in_until is not None


def _instead_of(viewer: Viewer, held: list[Lying]) -> list[tuple[str, str]]:
    """For whom I stand in, and when they are back."""
    until = {one.in_charge: one.stood_in_until for one in held if one.stood_in_until}
    named = names_of_duties(set(until)) if until else {}
    away = {named[duty].worker.name: day for duty, day in until.items()}
    return [(name, say_day(until)) for name, until in sorted(away.items())]


def _elsewhere(who: SignedIn) -> list[tuple[str, str]]:
    """Where the work of somebody lies who holds no balls: label and address. Whoever takes consultations has it here."""
    if who.viewer.has(*WORK_OF_TODAY):
        return []
    return [(str(label), reverse(route)) for route, label, roles in NAV if roles and opens(who, route, roles)]


def _told(viewer: Viewer) -> list[Told]:
    """What became of the notices this worker handed in: that somebody has them, and what may be told back."""
    faces = begun_by_me(viewer, MatterKind.NOTICE)
    back = released(viewer, {face.matter for face in faces})
    return [
        Told(face.number, say_day(local_day(face.begun_at)), chip_of(face), back.get(face.matter, "")) for face in faces
    ]


def _pressing(face: Lying) -> tuple[bool, int]:
    """What is stuck or late first, then by how many open days are left."""
    return face.state not in FIRST, FAR if face.open_days_left is None else face.open_days_left


def _sentence(held: list[Lying], table: Table, plans_waiting: int) -> str:
    """Also what was handed on, as soon as its answer is late."""
    acting = [face for face in held if face.state is not BallState.OFFERED]
    first = called_first(table) if isinstance(table, TowerTable) else ""
    return first + _plans_first(plans_waiting) + sentence_of(acting, table.asked)


def _plans_first(waiting: int) -> str:
    """What only a chief can do stands first."""
    return _("決めるのを待っているプランが%(plans)sあります。") % {"plans": how_many(waiting)} if waiting else ""


def sentence_of(held: list[Lying], asked: list[Lying]) -> str:
    """How things stand and what is wanted, in one sentence."""
    late = sum(face.state is BallState.LATE for face in held)
    counted = (
        (_("期限を過ぎたボールが%(n)s"), late),
        (_("きょうまでに動くボールが%(n)s"), _due_today(held)),
        (_("きょうまでに返事をするボールが%(n)s"), _due_today(asked)),
    )
    pressing = [said % {"n": how_many(number)} for said, number in counted if number]
    if pressing:
        return _("%(what)sあります。") % {"what": "、".join(pressing)}
    if asked:
        return _("受け取ってほしいボールが%(asked)s届いています。") % {"asked": how_many(len(asked))}
    if held:
        return _("手元に%(held)sあります。どれも期限の前です。") % {"held": how_many(len(held))}
    return _("いま、手元にボールはありません。")


def _due_today(lying: list[Lying]) -> int:
    return sum(one.state is not BallState.LATE and one.open_days_left == 0 for one in lying)


def _asked_as(one: Lying, beside: Hats) -> Hat | None:
    return beside.get(one.offered_to) if one.offered_to else None


def _theirs(row: Row) -> Row:
    """The day is that of the other side's answer, not one of ours."""
    if row.clock is None:
        return row
    return replace(row, clock=replace(row.clock, words=_("相手の返事 %(clock)s") % {"clock": row.clock.words}))


def _row(viewer: Viewer, face: BallFace, lines: dict[UUID, MatterLine], hat: Hat | None) -> Row:
    return Row(
        ball=face.ball,
        offer=face.offer,
        clock=clock_of(face),
        chip=chip_of(face, own=viewer.team),
        line=lines[face.matter],
        sender=face.holder.said,
        stuck=face.stuck is not None,
        waiting=face.offer is not None,
        directed=say_day(face.asked_until) if face.asked_until else "",
        directed_late=face.asked_until is not None and face.asked_until < local_day(viewer.at),
        listens=face.offered_to if face.offered_to is not None and face.offered_to.outside else None,
        hat=hat.pk if hat else None,
        hat_name=f"{hat.name}({hat.team.name})" if hat else "",
        hat_key=submission.new_key(hat.pk) if hat else "",
        about=f"{MATTER_KINDS[face.matter_kind]}・{URGENCIES[face.urgency]}",
    )
