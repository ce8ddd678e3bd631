"""One clock for the whole town: whoever's moment comes first goes on, so that what is told is told in the order of time."""

import heapq
from collections.abc import Callable, Generator
from datetime import datetime
from itertools import count

Steps = Generator[datetime]  # a life that acts, and then says at what moment it goes on


class Clock:
    """Runs up to `ends`, exclusive; a life whose next moment lies beyond it stays as it is."""

    def __init__(self, begins: datetime, ends: datetime) -> None:
        self.now, self.ends = begins, ends
        self._waiting: list[tuple[datetime, int, Steps]] = []
        self._turn = count()

    def begin(self, at: datetime, steps: Steps) -> None:
        """Let a life begin at a moment that is not past."""
        heapq.heappush(self._waiting, (max(at, self.now), next(self._turn), steps))

    def run(self, tick: Callable[[datetime], None]) -> None:
        """Until nothing is left to happen; `tick` is called before each step."""
        while self._waiting:
            at, _, steps = heapq.heappop(self._waiting)
            if at >= self.ends:
                steps.close()
                continue
            self.now = at
            tick(at)
            following = next(steps, None)
            if following is not None:
                self.begin(following, steps)
