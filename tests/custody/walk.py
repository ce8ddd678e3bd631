"""A walk through the verbs of custody, with the model worked out step by step."""

from typing import Any
from uuid import uuid4

from marugoto.custody.actions import ball as ball_actions
from marugoto.custody.actions import care, due, people, settlement
from marugoto.custody.actions import offer as offers
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
from tests.custody.machine import Model, World
from tests.custody.town import TEAMS, Town

PERSONS = [person for _, _, team in TEAMS.values() for person, _ in team]
TOWER = "森 由美"
KEEPERS = ("原 一郎", "高木 修")  # may end duties and teams, and stay

# What a step may be: verb → (how often, the choices of its words). "holder" and "asked" are the ones whose turn it is.
_WHICH, _TEAMS = [0, 1, 2, 3], list(TEAMS)
_TURN: dict[str, list[Any]] = {  # mostly the one whose turn it is
    who: [*[who] * 9, "holder", "asked", TOWER, *PERSONS] for who in ("holder", "asked", TOWER)
}
_HOLDER, _ASKED, _TOWER = ({"which": _WHICH, "who": who} for who in _TURN.values())
STEPS: dict[str, tuple[int, dict[str, list[Any]]]] = {
    "place": (2, {"holder": _TEAMS}),
    "offer": (6, _HOLDER | {"to": _TEAMS}),
    "withdraw": (2, _HOLDER),
    "assign": (3, _HOLDER | {"to": ["colleague"] * 5 + PERSONS}),
    "settle": (3, _HOLDER),
    "reopen": (5, _TOWER),
    "catch": (5, _ASKED),
    "decline": (3, _ASKED | {"instead": [None, "学校"], "words": ["", "年明けなら"]}),
    "touch": (3, _HOLDER | {"kind": list(TouchKind)}),
    "accompany": (2, _HOLDER | {"joins": _TEAMS}),
    "rescue": (2, _TOWER | {"days": list(range(10))}),
    "end_rescue": (2, _TOWER),
    "call_stuck": (3, _HOLDER),
    "answer_stuck": (3, _TOWER | {"outcome": [StuckOutcome.SELF, StuckOutcome.JOINT]}),
    "time_passes": (2, {"days": [1, 2, 3, 4]}),
    "end_duty": (1, {"who": PERSONS, "keeper": [*KEEPERS, "田中 美咲"]}),
    "end_team": (1, {"name": _TEAMS}),
}
VERBS = [verb for verb, (often, _) in STEPS.items() for _ in range(often)]


class Walk:
    """Verbs by anybody on anything, one after the other; each says beforehand whether it may be done."""

    def __init__(self, town: Town) -> None:
        self.town, self.world = town, World(town)
        self.place("総合")

    def step(self, verb: str, words: dict[str, Any]) -> None:
        getattr(self, verb)(**words)
        self.world.compare()

    # ------------------------------------------------------------ verbs of the holder

    def place(self, holder: str) -> None:
        world = self.world
        if len(world.balls) > 3 or holder in world.closed or not world.staff(holder):
            return
        who = world.staff(holder)[0]
        made = world.attempt(
            ball_actions.place,
            expected=True,
            by=world.by(who),
            matter=Ref("need", uuid4()),
            kind=MatterKind.NEED,
            theme="housing",
            urgency=Urgency.SOON,
            in_charge=self.town.people[who].pk,
        )
        world.balls.append(Model(made.pk, made.matter, holder, who))

    def offer(self, which: int, who: str, to: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        can = to not in world.closed and bool(world.staff(to)) and to != ball.holder
        may = not ball.settled and not ball.asked and self.carries(who, ball)
        made = world.attempt(
            offers.offer,
            expected=can and may,
            by=world.by(who),
            ball=ball.key,
            to=self.town.team(to),
            reason=OfferReason.EXPERTISE,
            words="お願いします",
        )
        if made:
            ball.asked, ball.offer, ball.due = to, made.pk, made.due

    def withdraw(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if ball.offer is None or who in world.gone:
            return
        may = bool(ball.asked) and self.carries(who, ball)
        if world.attempt(offers.withdraw, expected=may, by=world.by(who), offer=ball.offer):
            ball.asked = ""

    def assign(self, which: int, who: str, to: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        to = self.colleague(ball) if to == "colleague" else to
        in_team = to not in world.gone and world.team_of(to) == ball.holder
        new = to != ball.person or ball.inherited
        may = not ball.settled and world.team_of(who) == ball.holder and in_team and new
        if world.attempt(
            people.assign, expected=may, by=world.by(who), ball=ball.key, in_charge=self.town.people[to].pk
        ):
            ball.person, ball.inherited = to, False

    def settle(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        may = not ball.settled and world.team_of(who) == ball.holder and not ball.asked and not self.rescued(ball)
        if world.attempt(settlement.settle, expected=may, by=world.by(who), ball=ball.key, outcome=Outcome.ACHIEVED):
            ball.settled, ball.stuck, ball.companions, ball.inherited = True, None, set(), False

    def reopen(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        may = ball.settled and (who == TOWER or world.team_of(who) == ball.holder)
        if not world.attempt(settlement.reopen, expected=may, by=world.by(who), ball=ball.key):
            return
        ball.settled = False
        if ball.holder in world.closed or not world.staff(ball.holder):
            ball.holder = "受け皿"
        if ball.person not in world.staff(ball.holder):
            ball.person = self.head(ball.holder)

    # ------------------------------------------------------------ verbs of the one who is asked

    def catch(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if ball.offer is None or who in world.gone:
            return
        may = bool(ball.asked) and world.team_of(who) == ball.asked
        if world.attempt(offers.catch, expected=may, by=world.by(who), offer=ball.offer):
            ball.holder, ball.person, ball.asked, ball.stuck = ball.asked, who, "", None
            ball.inherited = False
            ball.companions.discard(ball.holder)

    def decline(self, which: int, who: str, instead: str | None, words: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if ball.offer is None or who in world.gone:
            return
        may = bool(ball.asked) and world.team_of(who) == ball.asked and bool(instead or words)
        if world.attempt(
            offers.decline,
            expected=may,
            by=world.by(who),
            offer=ball.offer,
            reason=DeclineReason.NO_ROOM,
            words=words,
            instead=self.town.team(instead) if instead else None,
        ):
            ball.asked = ""

    # ------------------------------------------------------------ around the ball

    def touch(self, which: int, who: str, kind: TouchKind) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who not in world.gone:
            world.attempt(care.touch, expected=not ball.settled, by=world.by(who), ball=ball.key, kind=kind)

    def accompany(self, which: int, who: str, joins: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        may = not ball.settled and (who == TOWER or self.carries(who, ball))
        can = joins not in world.closed and joins != ball.holder and joins not in ball.companions
        if world.attempt(
            care.accompany, expected=may and can, by=world.by(who), ball=ball.key, team=self.town.team(joins)
        ):
            ball.companions.add(joins)

    def rescue(self, which: int, who: str, days: int) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        until = local_day(world.now) + (local_day(world.now).resolution * days)
        may = not ball.settled and who == TOWER and not self.rescued(ball) and days > 0
        if world.attempt(care.rescue, expected=may, by=world.by(who), ball=ball.key, until=until):
            ball.rescued_until = until

    def end_rescue(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        may = self.rescued(ball) and world.team_of(who) == "司令塔"
        if world.attempt(
            care.end_rescue,
            expected=may,
            by=world.by(who),
            ball=ball.key,
            learnt_code=LearntCode.ASK_EARLIER,
            learnt_words="早く聞く",
        ):
            ball.rescued_until = None

    def call_stuck(self, which: int, who: str) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if who in world.gone:
            return
        stands = self.carries(who, ball) or who == TOWER or world.team_of(who) in ball.companions
        made = world.attempt(
            care.call_stuck,
            expected=not ball.settled and ball.stuck is None and stands,
            by=world.by(who),
            ball=ball.key,
        )
        if made:
            ball.stuck = made.pk

    def answer_stuck(self, which: int, who: str, outcome: StuckOutcome) -> None:
        world, ball = self.world, self.pick(which)
        who = self.named(who, ball)
        if ball.stuck is None or who in world.gone:
            return
        may = who == TOWER or (outcome is StuckOutcome.SELF and world.team_of(who) == ball.holder)
        stood = self.carries(TOWER, ball) or "司令塔" in ball.companions
        if world.attempt(care.answer_stuck, expected=may, by=world.by(who), stuck=ball.stuck, outcome=outcome):
            ball.stuck = None
            if outcome is StuckOutcome.JOINT and not stood:
                ball.companions.add("司令塔")

    # ------------------------------------------------------------ time, people and teams

    def time_passes(self, days: int) -> None:
        """The night's round: overdue offers lapse, acting ends by itself."""
        world = self.world
        world.tick(days=days)
        due.run_due(by=self.town.system(world.now), at=world.now)
        today = local_day(world.now)
        for ball in world.balls:
            if ball.due is not None and today > ball.due:
                ball.asked = ""

    def end_duty(self, who: str, keeper: str) -> None:
        world = self.world
        if keeper in world.gone or who in {TOWER, *KEEPERS}:
            return
        home = "" if who in world.gone else world.team_of(who)
        left = [one for one in world.staff(home) if one != who] if home else []
        may = keeper in KEEPERS and bool(home)
        if not world.attempt(
            people.end_duty,
            expected=may,
            by=world.by(keeper),
            duty=self.town.people[who].pk,
            day=local_day(world.now),
            reason="異動",
        ):
            return
        world.gone.add(who)
        for ball in world.balls:
            if ball.person == who and not ball.settled:
                self.inherit(ball, left)

    def end_team(self, name: str) -> None:
        world, keeper = self.world, KEEPERS[1]
        holds = any(ball.holder == name and not ball.settled for ball in world.balls)
        may = name not in {"受け皿", *world.closed} and not holds
        if name == "司令塔" or not world.attempt(
            people.end_team,
            expected=may,
            by=world.by(keeper),
            team=self.town.team(name),
            day=local_day(world.now),
            reason="組織の見直し",
        ):
            return
        world.closed.add(name)
        for ball in world.balls:
            ball.companions.discard(name)
            ball.asked = "" if ball.asked == name else ball.asked

    # ------------------------------------------------------------ what the model works out

    def pick(self, which: int) -> Model:
        return self.world.balls[which % len(self.world.balls)]

    def named(self, who: str, ball: Model) -> str:
        """A person: the one whose turn it is, where somebody's turn is asked for."""
        home = {"holder": ball.holder, "asked": ball.asked or ball.holder}.get(who)
        staff = self.world.staff(home) if home else [who]
        return staff[-1] if staff else TOWER

    def colleague(self, ball: Model) -> str:
        return next((one for one in self.world.staff(ball.holder) if one != ball.person), ball.person)

    def rescued(self, ball: Model) -> bool:
        return ball.rescued_until is not None and ball.rescued_until > local_day(self.world.now)

    def carries(self, who: str, ball: Model) -> bool:
        """Holds it, or acts beside the holder."""
        home = self.world.team_of(who)
        return home == ball.holder or (home == "司令塔" and self.rescued(ball))

    def head(self, name: str) -> str:
        return self.world.staff(name)[0]

    def inherit(self, ball: Model, left: list[str]) -> None:
        ball.inherited = True
        if left:
            ball.person = left[0]
            return
        ball.holder, ball.person, ball.asked = "受け皿", self.head("受け皿"), ""
        ball.companions.discard("受け皿")
