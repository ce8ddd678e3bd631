"""The cast: みなも市, 汐見市, 穂高沢町 and their prefecture, settled by the same actions as in the demo, before anything happens."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.demo.settle import Settled, settle_bodies
from marugoto.demo.town import BY_CODE, TOWN
from tests.remembered import Memory

MINAMO, SHIOMI, HOTAKAZAWA, AOMINE = "990019", "990027", "990035", "990001"
MONDAY = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # half past nine in Japan, on an opening day


@dataclass
class Town:
    """A settled town and its clock; `town("tanaka")` is the worker now, with nothing seen yet."""

    settled: Settled
    now: datetime = MONDAY
    body: str = MINAMO

    def __call__(self, worker: str, body: str = "") -> Viewer:
        return self.settled.viewer(body or self.body, worker, self.now)

    def of(self, team: str, body: str = "") -> Viewer:
        """Whoever heads that team."""
        for sketch in BY_CODE[body or self.body].workers:
            if any(hat.team == team for hat in sketch.hats):
                return self(sketch.key, body)
        raise LookupError(team)

    def team(self, key: str, body: str = "") -> UUID:
        return self.settled.teams[body or self.body, key]

    def later(self, *, days: int = 0, minutes: int = 1) -> datetime:
        """Let time pass and say what time it is."""
        self.now += timedelta(days=days, minutes=minutes)
        return self.now


SETTLED: Memory[Settled] = Memory()


def settle_town() -> Town:
    return Town(SETTLED.retell(lambda: settle_bodies(TOWN)))
