"""The worker of long lists: beside the letters, a few seconds of each round, each list a stroke in turn.

Nobody waits behind another's long list for more than a stroke. What fails by the moment is tried again at once, and is no end of the
list: a round that took it for one left the rest for later; what breaks is given up after
some tries, with a sentence for whoever waits.
"""

import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import OperationalError
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import NOBODY, system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.import_reading import ReadingThrough
from marugoto.exchange.actions.import_taking import give_up_taking, take_back_stroke, take_stroke
from marugoto.exchange.actions.import_work import NotOurs, give_up, take_in_hand
from marugoto.exchange.models import ImportWork
from marugoto.exchange.queries.import_work import free_works, last_work
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.work import NOBODY_LEFT, Stage, is_free
from marugoto.kernel.decision import NotNow, Refused

SECONDS = 2.0  # of a round
BREATH = 0.03  # between two strokes: on the embedded database whoever waits to write asks again that often
MOST_TRIES = 5
MOST_WAITS = 20  # for another hand, one after the other, before the list waits for the next round
BROKEN = "この取り込みは、こちらの故障で続けられませんでした。記録（ログ）を管理者に見てもらってください。"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Task:
    body: str
    work: UUID
    duty: UUID


class Worker:
    """One process. What it has read of a file stays with it; what it wrote stands without it."""

    def __init__(self, now: Callable[[], datetime] = timezone.now) -> None:
        self.now = now
        self.hand = uuid4()
        self.files: dict[UUID, ReadingThrough] = {}
        self.tries: Counter[UUID] = Counter()
        self.waits: Counter[UUID] = Counter()

    def round(self, seconds: float = SECONDS) -> bool:
        """True when there is more to do at once."""
        until = time.monotonic() + seconds
        waiting = deque(self._waiting())
        while waiting:
            task = waiting.popleft()
            if self.tried(task):
                waiting.append(task)
            if time.monotonic() >= until:
                break
            time.sleep(BREATH)
        return bool(waiting)

    def _waiting(self) -> list[Task]:
        at = self.now()
        found = [(body.code, free_works(system_viewer(body.code, at), self.hand)) for body in directory.bodies()]
        rows = [
            (work.beat_at, Task(code, work.pk, work.by))
            for code, works in found
            for work in works
            if self.tries[work.pk] < MOST_TRIES or is_free(work.beat_at, at)
        ]
        return [task for _, task in sorted(rows, key=lambda row: (row[0] is not None, row[0] or at))]

    def tried(self, task: Task) -> bool:
        """True when it goes on at once: also where only another hand was in the way, for then nothing of this stroke stands."""
        goes_on = False
        try:
            goes_on = self._stroke(task)
            self.waits.pop(task.work, None)
        except NotOurs as another:
            log.info("%s: %s", task.work, another.sentence)
        except (NotNow, OperationalError) as busy:
            log.warning("%s: %s", task.work, busy)
            self.files.pop(task.work, None)  # it may have gone on reading; what was written did not
            self.waits[task.work] += 1
            return self.waits[task.work] % MOST_WAITS != 0
        if not goes_on:
            self.files.pop(task.work, None)
        return goes_on

    def _stroke(self, task: Task) -> bool:
        system = system_viewer(task.body, self.now())
        work = take_in_hand(by=system, at=self.now(), work=task.work, hand=self.hand)
        if work is None:
            return False
        try:
            goes_on = self._step(task, work)
        except (NotNow, OperationalError):
            raise
        except Refused as refused:
            self._give_up(system, work, f"{refused.sentence}{refused.way_on}")
        except Exception:
            log.exception("%s", task.work)
            self._broke(system, work)
        else:
            self.tries.pop(task.work, None)
            return goes_on
        return False

    def _step(self, task: Task, work: ImportWork) -> bool:
        at = self.now()
        by = _hand_of(task, work.stage, at)
        if work.stage == Stage.TAKING:
            return take_stroke(by=by, at=at, work=work)
        if work.stage == Stage.TAKING_BACK:
            return take_back_stroke(by=by, at=at, work=work)
        file = self.files.get(task.work)
        if file is None:
            file = self.files[task.work] = ReadingThrough(by, at, work)
        return file.step(by, at, work)

    def _broke(self, system: Viewer, work: ImportWork) -> None:
        self.tries[work.pk] += 1
        if self.tries[work.pk] >= MOST_TRIES and work.stage != Stage.TAKING_BACK:
            del self.tries[work.pk]
            self._give_up(system, work, BROKEN)

    def _give_up(self, system: Viewer, work: ImportWork, sentence: str) -> None:
        """What is being taken back is never given up: half of it back would help nobody."""
        giving = give_up_taking if work.stage == Stage.TAKING else give_up
        giving(by=system, at=self.now(), work=work, sentence=sentence)


def _hand_of(task: Task, stage: str, at: datetime) -> Viewer:
    """Whoever pressed: what is written bears that name. Raises `Refused` when the duty has ended meanwhile."""
    if task.duty == NOBODY:
        return system_viewer(task.body, at)
    by = viewer_of_duty(task.duty, at)
    if by is not None and by.body == task.body and may_import(by.roles):
        return by
    if stage == Stage.TAKING_BACK:
        return system_viewer(task.body, at)
    raise Refused(NOBODY_LEFT)


def carry_through(*, by: Viewer, prepared: UUID) -> ImportWork:
    """To the end, by this process or by whoever has it in hand: for the command line, which waits for it."""
    worker = Worker()
    while (work := last_work(by, prepared)) is None or work.ended_at is None:
        if work is None or not worker.tried(Task(by.body, work.pk, work.by)):
            time.sleep(BREATH)
    return work


_WORKERS: list[Worker] = []  # of this process


def import_round() -> bool:
    """A few seconds of what waits; True when there is more to do at once."""
    if not _WORKERS:
        _WORKERS.append(Worker())
    return _WORKERS[0].round()
