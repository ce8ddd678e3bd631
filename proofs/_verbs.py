"""Every verb of custody as it is pressed in a race: who presses it, on what, and in which state it makes sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.actions import settle_agency, settle_body, settle_duty, settle_team, settle_worker
from marugoto.agencies.codes import Field, Role
from marugoto.agencies.models import Agency, Duty, Team
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import as_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions import asking, care, people, settlement
from marugoto.custody.actions import bid as bids
from marugoto.custody.actions import offer as offers
from marugoto.custody.actions.ball import place
from marugoto.custody.codes import (
    DeclineReason,
    LearntCode,
    MatterKind,
    OfferReason,
    Outcome,
    StuckOutcome,
    TouchKind,
    Urgency,
)
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref

BODY = "990019"
START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
MINUTE, MONTH = timedelta(minutes=1), timedelta(days=40)


@dataclass
class Place:
    """Holder, receiver, companion, control tower and last resort, each with two persons."""

    agency: Agency
    duties: dict[str, list[Duty]] = field(default_factory=dict)

    def team(self, name: str) -> UUID:
        return self.duties[name][0].team_id

    def viewer(self, name: str, at: datetime, which: int = 0) -> Viewer:
        return as_viewer(self.duties[name][which], at)


@dataclass
class Scene:
    """One ball just before two hands reach for it."""

    place: Place
    ball: UUID
    matter: UUID
    at: datetime
    holder: Duty
    receiver: Duty
    offer: UUID | None = None
    stuck: UUID | None = None
    companion: UUID | None = None


def settle_place() -> Place:
    by = system_viewer(BODY, START)
    settle_body(by=by, at=START, code=BODY, name="みなも市")
    agency = settle_agency(by=by, at=START, name="福祉総合相談課", field=Field.GENERAL, short="福祉")
    here = Place(agency)
    roles = {"tower": (Role.COORDINATOR, Role.CHIEF), "resort": (Role.COUNSELLOR, Role.OFFICE)}
    for name in ("holder", "receiver", "companion", "tower", "resort"):
        here.duties[name] = add_team(here, name, roles.get(name, (Role.COUNSELLOR, Role.COUNSELLOR)))
    return here


def add_team(here: Place, name: str, roles: tuple[Role, ...]) -> list[Duty]:
    by = system_viewer(BODY, START)
    team = settle_team(
        by=by,
        at=START,
        agency=here.agency,
        name=f"{name} {uuid4().hex[:6]}",
        last_resort=name == "resort",
        control_tower=name == "tower",
    )
    return [add_person(team, role) for role in roles]


def add_person(team: Team, role: Role, account: int | None = None) -> Duty:
    by = system_viewer(BODY, START)
    worker = settle_worker(by=by, at=START, name=f"職員{uuid4().hex[:4]}", kana="しょくいん", user_id=account)
    since = local_day(START) - timedelta(days=400)
    duty = settle_duty(by=by, at=START, worker=worker, team=team, name="係員", roles=[role], since=since)
    duty.worker, duty.team = worker, team
    return duty


def set_scene(here: Place, pair: tuple[str, str], at: datetime) -> Scene:
    """A ball in the state in which both verbs make sense, or the first where their states exclude each other."""
    holder, receiver = here.duties["holder"][0], here.duties["receiver"][0]
    if "end_duty" in pair:
        holder = add_person(holder.team, Role.COUNSELLOR)
    if "end_team" in pair:
        receiver = add_team(here, "receiver", (Role.COUNSELLOR,))[0]
    by = as_viewer(holder, at)
    ball = place(
        by=by,
        at=at,
        matter=Ref("need", uuid4()),
        kind=MatterKind.NEED,
        theme="housing",
        urgency=Urgency.USUAL,
        in_charge=holder.pk,
    )
    scene = Scene(here, ball.pk, ball.matter, at, holder, receiver)
    for state in states_of(pair):
        BEGIN[state](scene)
    return scene


def states_of(pair: tuple[str, str]) -> list[str]:
    one, other = (VERBS[verb].needs for verb in pair)
    if "free" in {one, other} and {one, other} & {"offered", "kept"}:
        other = ""
    if "settled" in {one, other}:
        other, one = "", "settled"
    return [state for state in dict.fromkeys((one, other)) if state in BEGIN]


def _offered(scene: Scene) -> None:
    by = as_viewer(scene.holder, scene.at)
    to, reason = scene.receiver.team_id, OfferReason.EXPERTISE
    scene.offer = offers.offer(by=by, at=scene.at, ball=scene.ball, to=to, reason=reason).pk


def _stuck(scene: Scene) -> None:
    scene.stuck = care.call_stuck(by=as_viewer(scene.holder, scene.at), at=scene.at, ball=scene.ball).pk


def _kept(scene: Scene) -> None:
    by, until = scene.place.viewer("tower", scene.at), local_day(scene.at) + timedelta(days=30)
    care.rescue(by=by, at=scene.at, ball=scene.ball, until=until)


def _joined(scene: Scene) -> None:
    by, team = as_viewer(scene.holder, scene.at), scene.place.team("companion")
    scene.companion = care.accompany(by=by, at=scene.at, ball=scene.ball, team=team).pk


def _settled(scene: Scene) -> None:
    by = as_viewer(scene.holder, scene.at)
    settlement.settle(by=by, at=scene.at, ball=scene.ball, outcome=Outcome.ACHIEVED)


BEGIN: Mapping[str, Callable[[Scene], None]] = {
    "offered": _offered,
    "stuck": _stuck,
    "kept": _kept,
    "joined": _joined,
    "settled": _settled,
}


@dataclass(frozen=True)
class Verb:
    """`needs` is the state in which it makes sense ("free": neither offered nor kept); `words` gives what it is called with."""

    action: Callable[..., Any]
    who: Callable[[Scene, datetime], Viewer]
    words: Callable[[Scene], dict[str, Any]]
    needs: str = ""
    after: timedelta = MINUTE

    def press(self, scene: Scene) -> Any:
        at = scene.at + self.after
        return self.action(by=self.who(scene, at), at=at, **self.words(scene))


def _holder(scene: Scene, at: datetime) -> Viewer:
    return as_viewer(scene.holder, at)


def _receiver(scene: Scene, at: datetime) -> Viewer:
    return as_viewer(scene.receiver, at)


def _tower(scene: Scene, at: datetime) -> Viewer:
    return scene.place.viewer("tower", at)


def _office(scene: Scene, at: datetime) -> Viewer:
    return scene.place.viewer("resort", at, which=1)


def _of_ball(scene: Scene) -> dict[str, Any]:
    return {"ball": scene.ball}


def _of_offer(scene: Scene) -> dict[str, Any]:
    return {"offer": scene.offer or uuid4()}


def _day(scene: Scene, days: int = 0) -> Any:
    return local_day(scene.at) + timedelta(days=days)


VERBS: Mapping[str, Verb] = {
    "offer": Verb(
        offers.offer,
        _holder,
        lambda scene: _of_ball(scene) | {"to": scene.receiver.team_id, "reason": OfferReason.AREA},
        needs="free",
    ),
    "catch": Verb(offers.catch, _receiver, _of_offer, needs="offered"),
    "decline": Verb(
        offers.decline,
        _receiver,
        lambda scene: _of_offer(scene) | {"reason": DeclineReason.NO_ROOM, "words": "年明けなら"},
        needs="offered",
    ),
    "withdraw": Verb(offers.withdraw, _holder, _of_offer, needs="offered"),
    "lapse": Verb(offers.lapse, lambda scene, at: system_viewer(BODY, at), _of_offer, needs="offered", after=MONTH),
    "hand_over": Verb(
        offers.hand_over,
        _tower,
        lambda scene: (
            _of_ball(scene) | {"to": scene.receiver.team_id, "in_charge": scene.receiver.pk, "due": _day(scene, 9)}
        ),
    ),
    "assign": Verb(
        people.assign,
        _holder,
        lambda scene: _of_ball(scene) | {"in_charge": scene.place.duties["holder"][1].pk},
    ),
    "end_duty": Verb(
        people.end_duty,
        _office,
        lambda scene: {"duty": scene.holder.pk, "day": _day(scene), "reason": "異動"},
    ),
    "end_team": Verb(
        people.end_team,
        _office,
        lambda scene: {"team": scene.receiver.team_id, "day": _day(scene), "reason": "見直し"},
    ),
    "accompany": Verb(care.accompany, _holder, lambda scene: _of_ball(scene) | {"team": scene.place.team("companion")}),
    "part": Verb(
        care.end_companionship, _holder, lambda scene: {"companion": scene.companion or uuid4()}, needs="joined"
    ),
    "rescue": Verb(care.rescue, _tower, lambda scene: _of_ball(scene) | {"until": _day(scene, 9)}),
    "end_rescue": Verb(
        care.end_rescue, _tower, lambda scene: _of_ball(scene) | {"learnt_code": LearntCode.NOT_YET}, needs="kept"
    ),
    "direct": Verb(
        asking.direct, _tower, lambda scene: _of_ball(scene) | {"words": "医療機関に電話を", "due": _day(scene, 9)}
    ),
    "bid": Verb(bids.ask_for, lambda scene, at: scene.place.viewer("companion", at), _of_ball),
    "touch": Verb(care.touch, _holder, lambda scene: _of_ball(scene) | {"kind": TouchKind.TALKED}),
    "call": Verb(care.call_stuck, _holder, _of_ball),
    "answer": Verb(
        care.answer_stuck,
        _tower,
        lambda scene: {"stuck": scene.stuck or uuid4(), "outcome": StuckOutcome.JOINT},
        needs="stuck",
    ),
    "settle": Verb(
        settlement.settle, _holder, lambda scene: _of_ball(scene) | {"outcome": Outcome.ACHIEVED}, needs="free"
    ),
    "reopen": Verb(settlement.reopen, _tower, _of_ball, needs="settled"),
}
