"""A world of balls with a model beside it: what every verb should do, said without the tables.

The model knows only who holds, who is asked, who stands beside and whether it is over. After each verb the tables are compared
with it; a verb that was refused must have left everything as it was.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from marugoto.agencies.models import DutyEnding, TeamEnding
from marugoto.custody.models import (
    Ball,
    Companion,
    HandOver,
    Holding,
    Offer,
    OfferEnding,
    Rescue,
    Settlement,
    Stuck,
    Tiding,
    Touch,
)
from marugoto.custody.queries.check import faults
from marugoto.disclosure.models import Grant
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.custody.town import BODY, NOW, Town
from tests.database import unwalled

KEPT = (
    Ball, Holding, Offer, OfferEnding, Companion, Rescue, Settlement, Stuck, Touch, Tiding, HandOver,
    Fact, Grant, DutyEnding, TeamEnding,
)  # fmt: skip


@dataclass
class Model:
    """One ball as it should be."""

    key: UUID
    matter: UUID
    holder: str
    person: str
    asked: str = ""
    offer: UUID | None = None
    due: date | None = None
    inherited: bool = False
    settled: bool = False
    stuck: UUID | None = None
    rescued_until: date | None = None
    companions: set[str] = field(default_factory=set)


@dataclass
class World:
    town: Town
    now: datetime = NOW
    balls: list[Model] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)  # persons whose duty ended
    closed: set[str] = field(default_factory=set)
    did: Counter[tuple[str, bool]] = field(default_factory=Counter)  # verb, went through → how often

    def staff(self, team: str) -> list[str]:
        """Persons of the team still there, the head first."""
        names = {duty.pk: name for name, duty in self.town.people.items() if not name.endswith("の長")}
        own = [name for key, name in names.items() if self.town.people[name].team_id == self.town.team(team)]
        return [name for name in own if name not in self.gone]

    def by(self, person: str) -> Any:
        return self.town.viewer(person, self.now)

    def team_of(self, person: str) -> str:
        team = self.town.people[person].team_id
        return next(name for name, row in self.town.teams.items() if row.pk == team)

    def tick(self, **time: int) -> None:
        self.now += timedelta(**(time or {"minutes": 1}))

    def attempt(self, verb: Callable[..., Any], *, expected: bool, **words: Any) -> Any:
        """Do it now. Whether it may be done must agree with the model; a refusal leaves no trace and speaks in a sentence."""
        self.tick()
        before = trace()
        done, sentence = _said(verb, at=self.now, **words)
        self.did[verb.__name__, not sentence] += 1
        assert expected is not bool(sentence), f"{verb.__name__}: {sentence or 'went through'}"
        if sentence:
            assert sentence.endswith("。")
            assert trace() == before, f"{verb.__name__} was refused and left a trace"
        return done

    def compare(self) -> None:
        """Tables, histories and facts against the model."""
        assert faults(self.by(self.staff("受け皿")[0])) == []
        with unwalled():
            rows = {row.pk: row for row in Ball.objects.within(BODY)}
            open_holdings = list(Holding.objects.within(BODY).filter(until=None).values_list("ball", "team"))
            open_offers = list(Offer.objects.within(BODY).filter(ended=None).values_list("ball", "to"))
        assert len(rows) == len(self.balls)
        live = [ball for ball in self.balls if not ball.settled]
        assert sorted(open_holdings) == sorted((ball.key, self.town.team(ball.holder)) for ball in live)
        assert sorted(open_offers) == sorted((ball.key, self.town.team(ball.asked)) for ball in live if ball.asked)
        for ball in self.balls:
            row = rows[ball.key]
            assert row.holder_id == self.town.team(ball.holder)
            assert row.in_charge_id == self.town.people[ball.person].pk
            assert (row.settlement_id is not None) == ball.settled
            assert ball.settled or ball.holder not in self.closed
            assert ball.settled or ball.person not in self.gone


def _said(verb: Callable[..., Any], **words: Any) -> tuple[Any, str]:
    """What was done, or the sentence of the refusal."""
    try:
        return verb(**words) or True, ""
    except Refused as refused:
        return None, refused.sentence


def trace() -> list[Any]:
    """How much is written, and every version: changes with any trace a verb could leave."""
    with unwalled():
        counts: list[Any] = [model.objects.everywhere("counting").count() for model in KEPT]
        balls = Ball.objects.everywhere("counting").order_by("pk")
        open_rows = [
            model.objects.everywhere("counting").filter(until=None).count() for model in (Holding, Companion, HandOver)
        ]
        return [*counts, *open_rows, *balls.values_list("pk", "version", "touched_at", "holder", "settlement")]
