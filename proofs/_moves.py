"""What a writer of the storm does next with a ball: the verbs, who presses them, and which fact each must leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import as_viewer
from marugoto.custody.actions import asking, care, settlement, succession
from marugoto.custody.actions import offer as offers
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.people import assign
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
from marugoto.custody.models import Ball
from marugoto.custody.queries.now import FACES_OF_MATTERS
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from proofs._verbs import BODY

# What each verb leaves in the ledger about each of its matters; "kind code" where the kind alone also tells of by-products.
FACTS: Mapping[str, tuple[str, ...]] = {
    "place": ("ball.placed",),
    "offer": ("ball.offered",),
    "catch": ("ball.caught",),
    "decline": ("ball.declined",),
    "withdraw": ("ball.withdrawn",),
    "hand_over": ("ball.offered", "ball.caught"),
    "assign": ("ball.assigned",),
    "hand_on_all": ("ball.assigned",),
    "touch": ("ball.touched",),
    "call": ("stuck.called",),
    "answer": ("stuck.answered self",),
    "ask": ("holder.asked",),
    "ask_back": ("asking.ended withdrawn",),
    "ask_answer": ("asking.ended answered",),
    "accompany": ("companion.joined",),
    "part": ("companion.left",),
    "rescue": ("rescue.begun",),
    "end_rescue": ("rescue.ended",),
    "settle": ("ball.settled",),
    "reopen": ("ball.reopened",),
}
SHARED = frozenset(FACTS) - {"hand_over"}  # what it leaves depends on what another did meanwhile: not on a shared ball
WITH_CODE = ("stuck.answered", "asking.ended")
FREE = {"offer": 32, "touch": 24, "assign": 8, "call": 6, "ask": 6, "settle": 5, "hand_over": 4, "hand_on_all": 3} | {
    "accompany": 4,
    "rescue": 3,
}
OFFERED = {"catch": 48, "decline": 24, "withdraw": 18, "touch": 10}
WRONG = ("catch", "decline", "reopen", "answer", "end_rescue", "ask_back", "offer", "settle")
WRONG_SHARE = 0.02  # pressed where it makes no sense: it must be refused, and stay refused when it is repeated
TOGETHER = 4  # balls handed on in one stroke


@dataclass(frozen=True)
class Order:
    """One press: under its key, by one duty; everything needed to press it again is in its line."""

    key: UUID
    verb: str
    duty: UUID
    words: tuple[str, ...]  # ids, as the verb takes them
    matters: tuple[UUID, ...]

    def line(self) -> str:
        return f"{self.key} {self.verb} {self.duty} {','.join(self.words)} {','.join(map(str, self.matters))}"


def read_order(line: str) -> Order:
    key, verb, duty, words, matters = line.split(" ")
    return Order(UUID(key), verb, UUID(duty), tuple(words.split(",")), tuple(map(UUID, matters.split(","))))


@dataclass
class Crowd:
    """The teams between which balls go, and the two that stand beside them."""

    teams: list[list[Duty]]
    tower: Duty
    companion: Duty
    by_duty: dict[UUID, Duty] = field(default_factory=dict)
    by_team: dict[UUID, list[Duty]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for duty in [*(duty for team in self.teams for duty in team), self.tower, self.companion]:
            self.by_duty[duty.pk] = duty
            self.by_team.setdefault(duty.team_id, []).append(duty)


@dataclass
class Seen:
    """A ball as its writer last saw it."""

    matter: UUID
    ball: UUID
    holder: UUID
    in_charge: UUID
    offer: UUID | None = None
    to: UUID | None = None
    stuck: UUID | None = None
    rescued: bool = False
    settled: bool = False
    asked: bool = False
    companion: UUID | None = None


def see(matters: list[UUID], at: datetime) -> dict[UUID, Seen]:
    """How these stand now; a matter without a ball is left out."""
    found: dict[UUID, Seen] = _see(system_viewer(BODY, at), matters)
    return found


@looking
def _see(viewer: Any, matters: list[UUID]) -> dict[UUID, Seen]:
    rows = FACES_OF_MATTERS.ask(body=BODY, day=local_day(viewer.at), matters=matters) if matters else []
    return {row.matter: _seen(row) for row in rows}


def _seen(row: Any) -> Seen:
    return Seen(
        row.matter,
        row.pk,
        row.holder,
        row.in_charge,
        offer=row.open_offer__id,
        to=row.open_offer__to,
        stuck=row.open_stuck__id,
        rescued=row.open_rescue__id is not None,
        settled=row.settlement is not None,
        asked=row.asked_by is not None,
    )


def place_order(crowd: Crowd, matter: UUID, dice: Random) -> Order:
    duty = dice.choice(dice.choice(crowd.teams))
    return Order(uuid4(), "place", duty.pk, ("-",), (matter,))


def choose(crowd: Crowd, seen: Seen, beside: list[Seen], dice: Random, allowed: frozenset[str] | None = None) -> Order:
    """The next press on this ball; `beside`: other balls of the writer, for what goes with several."""
    verb = dice.choice(WRONG) if dice.random() < WRONG_SHARE else _sensible(seen, dice)
    if allowed is not None and verb not in allowed:
        verb = "touch"
    if verb == "hand_on_all":
        return _together(crowd, seen, beside, dice)
    duty, words = _press(crowd, seen, verb, dice)
    return Order(uuid4(), verb, duty.pk, words, (seen.matter,))


def _sensible(seen: Seen, dice: Random) -> str:
    if seen.settled:
        return "reopen"
    if seen.stuck and dice.random() < 0.5:
        return "answer"
    if seen.asked and dice.random() < 0.4:
        return dice.choice(["ask_back", "ask_answer"])
    if seen.offer:
        return _weighed(OFFERED, dice)
    if seen.rescued:
        return dice.choice(["end_rescue", "touch"])
    if seen.companion and dice.random() < 0.5:
        return "part"
    return _weighed({verb: weight for verb, weight in FREE.items() if not (verb == "call" and seen.stuck)}, dice)


def _weighed(weights: Mapping[str, int], dice: Random) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def _press(crowd: Crowd, seen: Seen, verb: str, dice: Random) -> tuple[Duty, tuple[str, ...]]:
    """Who presses it, and the ids it is pressed with."""
    holder = crowd.by_team.get(seen.holder, [crowd.tower])
    others = [team for team in crowd.teams if team[0].team_id != seen.holder]
    asked = crowd.by_team[seen.to] if seen.to in crowd.by_team else dice.choice(others)
    there = dice.choice(others)
    ball, offer = str(seen.ball), str(seen.offer or seen.matter)
    colleague = next((duty for duty in holder if duty.pk != seen.in_charge), holder[0])
    table: dict[str, tuple[Duty, tuple[str, ...]]] = {
        "offer": (holder[0], (ball, str(there[0].team_id))),
        "catch": (dice.choice(asked), (offer,)),
        "decline": (asked[0], (offer,)),
        "withdraw": (holder[0], (offer,)),
        "hand_over": (crowd.tower, (ball, str(there[0].team_id), str(there[1].pk))),
        "assign": (holder[0], (ball, str(colleague.pk))),
        "answer": (crowd.tower, (str(seen.stuck or seen.matter),)),
        "accompany": (holder[0], (ball, str(crowd.companion.team_id))),
        "part": (holder[0], (str(seen.companion or seen.matter),)),
    }
    by = crowd.tower if verb in {"ask", "ask_back", "rescue", "end_rescue", "reopen"} else dice.choice(holder)
    return table.get(verb, (by, (ball,)))


def _together(crowd: Crowd, seen: Seen, beside: list[Seen], dice: Random) -> Order:
    """Several balls of one person to a colleague, all or none."""
    holder = crowd.by_team.get(seen.holder, [crowd.tower])
    to = next((duty for duty in holder if duty.pk != seen.in_charge), holder[0])
    same = [one for one in beside if (one.holder, one.in_charge) == (seen.holder, seen.in_charge) and not one.settled]
    chosen = [seen, *[one for one in same if one.matter != seen.matter][: TOGETHER - 1]]
    words = (str(to.pk), *(str(one.ball) for one in chosen))
    return Order(uuid4(), "hand_on_all", dice.choice(holder).pk, words, tuple(one.matter for one in chosen))


Act = Callable[[Any, datetime, list[UUID]], Any]


def _placed(by: Any, at: datetime, matter: UUID) -> Ball:
    need = Ref("need", matter)
    return place(
        by=by,
        at=at,
        matter=need,
        kind=MatterKind.NEED,
        theme="housing",
        urgency=Urgency.USUAL,
        in_charge=by.duty,
    )


ACTS: Mapping[str, Act] = {
    "offer": lambda by, at, ids: offers.offer(by=by, at=at, ball=ids[0], to=ids[1], reason=OfferReason.AREA),
    "catch": lambda by, at, ids: offers.catch(by=by, at=at, offer=ids[0]),
    "decline": lambda by, at, ids: offers.decline(
        by=by, at=at, offer=ids[0], reason=DeclineReason.NO_ROOM, words="年明けなら受けられます"
    ),
    "withdraw": lambda by, at, ids: offers.withdraw(by=by, at=at, offer=ids[0]),
    "hand_over": lambda by, at, ids: offers.hand_over(
        by=by, at=at, ball=ids[0], to=ids[1], in_charge=ids[2], due=local_day(at) + timedelta(days=9)
    ),
    "assign": lambda by, at, ids: assign(by=by, at=at, ball=ids[0], in_charge=ids[1]),
    "hand_on_all": lambda by, at, ids: succession.succeed(
        by=by, at=at, balls=[succession.Handed(ball) for ball in ids[1:]], to=ids[0]
    ),
    "touch": lambda by, at, ids: care.touch(by=by, at=at, ball=ids[0], kind=TouchKind.TALKED),
    "call": lambda by, at, ids: care.call_stuck(by=by, at=at, ball=ids[0]),
    "answer": lambda by, at, ids: care.answer_stuck(by=by, at=at, stuck=ids[0], outcome=StuckOutcome.SELF),
    "ask": lambda by, at, ids: asking.ask_holder(by=by, at=at, ball=ids[0]),
    "ask_back": lambda by, at, ids: asking.take_back_asking(by=by, at=at, ball=ids[0]),
    "ask_answer": lambda by, at, ids: asking.answer_asking(by=by, at=at, ball=ids[0], words="進んでいます"),
    "accompany": lambda by, at, ids: care.accompany(by=by, at=at, ball=ids[0], team=ids[1]),
    "part": lambda by, at, ids: care.end_companionship(by=by, at=at, companion=ids[0]),
    "rescue": lambda by, at, ids: care.rescue(by=by, at=at, ball=ids[0], until=local_day(at) + timedelta(days=9)),
    "end_rescue": lambda by, at, ids: care.end_rescue(by=by, at=at, ball=ids[0], learnt_code=LearntCode.NOT_YET),
    "settle": lambda by, at, ids: settlement.settle(by=by, at=at, ball=ids[0], outcome=Outcome.ACHIEVED),
    "reopen": lambda by, at, ids: settlement.reopen(by=by, at=at, ball=ids[0]),
}


def press(crowd: Crowd, order: Order, at: datetime) -> Any:
    """The product's own action, as the door calls it."""
    by = as_viewer(crowd.by_duty[order.duty], at)
    if order.verb == "place":
        return _placed(by, at, order.matters[0])
    return ACTS[order.verb](by, at, [UUID(word) for word in order.words])


GONE: Mapping[str, dict[str, Any]] = {
    "decline": {"offer": None, "to": None},
    "withdraw": {"offer": None, "to": None},
    "answer": {"stuck": None},
    "ask": {"asked": True},
    "ask_back": {"asked": False},
    "ask_answer": {"asked": False},
    "rescue": {"rescued": True},
    "end_rescue": {"rescued": False},
    "part": {"companion": None},
    "touch": {},
}
MADE: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "offer": lambda made: {"offer": made.pk, "to": made.to_id},
    "call": lambda made: {"stuck": made.pk},
    "accompany": lambda made: {"companion": made.pk},
    "assign": lambda made: {"in_charge": made.in_charge_id},
}


def after(seen: Seen, order: Order, made: Any) -> bool:
    """Note what came of it; False when the ball must be looked at anew."""
    changes = MADE[order.verb](made) if order.verb in MADE else GONE.get(order.verb)
    for name, value in (changes or {}).items():
        setattr(seen, name, value)
    return changes is not None
