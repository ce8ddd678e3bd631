"""Two hands on one ball at once, on two connections of their own; afterwards the ball must be explainable."""

import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations_with_replacement
from queue import SimpleQueue
from random import Random
from typing import Any
from unittest import mock

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, connections
from django.db.models import F

from marugoto.agencies.models import DutyEnding, TeamEnding
from marugoto.custody.actions import hand
from marugoto.custody.models import Asking, Ball, Bid, Offer
from marugoto.custody.queries.check import faults
from marugoto.ground.transaction import looking
from marugoto.kernel.decision import Refused
from proofs._verbs import BODY, START, VERBS, Place, Scene, set_scene

PAIRS = list(combinations_with_replacement(VERBS, 2))
MEETING_SECONDS = 0.15  # how long a hand waits for the other, so that both have looked before either moves
HANDS = 2


@dataclass
class Tally:
    """What came out: per verb how often done and refused, and everything that must not be."""

    pairs: int = 0
    met: int = 0  # both hands had looked before either moved
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    traces: list[str] = field(default_factory=list)  # anything but a sentence
    broken: list[str] = field(default_factory=list)  # a ball that can not be explained

    @property
    def clean(self) -> bool:
        return not self.traces and not self.broken


@dataclass(frozen=True)
class Answer:
    verb: str
    done: bool
    sentence: str = ""
    trace: str = ""


class Meeting:
    """Both hands look before either moves, wherever the database lets them: the worst case, every time.

    A hand that has looked waits here until the other has looked too, was refused, or is held up by the first one's locks.
    """

    def __init__(self) -> None:
        self.line = threading.Barrier(HANDS)
        self.came: set[int] = set()
        self.met = 0

    def begin(self) -> None:
        """Called while both hands rest."""
        self.line.reset()
        self.came.clear()

    def looked(self) -> None:
        """A hand is about to move for the first time."""
        if threading.get_ident() in self.came or threading.current_thread() is threading.main_thread():
            return
        self.came.add(threading.get_ident())
        try:
            if self.line.wait(MEETING_SECONDS) == 0:
                self.met += 1
        except threading.BrokenBarrierError:
            return

    def over(self) -> None:
        """A hand is done: nobody need wait for it."""
        self.line.abort()


class Hand(threading.Thread):
    """One worker with a database connection of its own."""

    def __init__(self, start_line: threading.Barrier, meeting: Meeting) -> None:
        super().__init__(daemon=True)
        self.start_line, self.meeting = start_line, meeting
        self.orders: SimpleQueue[tuple[str, Scene] | None] = SimpleQueue()
        self.answers: SimpleQueue[Answer] = SimpleQueue()
        self.start()

    def run(self) -> None:
        while (order := self.orders.get()) is not None:
            verb, scene = order
            self.start_line.wait()
            answer = press(verb, scene)
            self.meeting.over()
            self.answers.put(answer)
        connections.close_all()


def press(verb: str, scene: Scene) -> Answer:
    try:
        VERBS[verb].press(scene)
    except Refused as refused:
        return Answer(verb, done=False, sentence=refused.sentence)
    except ObjectDoesNotExist:
        return Answer(verb, done=False, sentence="この用件には、それがありません。")  # what the door answers with 404
    except Exception:  # noqa: BLE001 — the whole point is to see what else can come out
        return Answer(verb, done=False, trace=traceback.format_exc(limit=6))
    return Answer(verb, done=True)


def race(
    here: Place, pairs: int, *, seed: int, blind: bool = False, beat: Callable[[int], None] | None = None
) -> Tally:
    """Run the pairs in turn over all combinations of verbs; `blind` plants the fault: no comparison before the set."""
    tally, dice, meeting = Tally(), Random(seed), Meeting()
    line = threading.Barrier(HANDS)
    hands = [Hand(line, meeting) for _ in range(HANDS)]
    with arranged(meeting), planted(blind):
        for number in range(pairs):
            pair = PAIRS[number % len(PAIRS)] if number < len(PAIRS) else dice.choice(PAIRS)
            scene = set_scene(here, pair, START + timedelta(minutes=number % 400))
            meeting.begin()
            _one(tally, here, hands, scene, pair if dice.random() < 0.5 else pair[::-1])
            if beat and number % 500 == 499:
                beat(number + 1)
    for one in hands:
        one.orders.put(None)
        one.join()
    tally.met = meeting.met
    return tally


def _one(tally: Tally, here: Place, hands: list[Hand], scene: Scene, pair: tuple[str, ...]) -> None:
    for one, verb in zip(hands, pair, strict=True):
        one.orders.put((verb, scene))
    tally.pairs += 1
    for answer in [one.answers.get() for one in hands]:
        (tally.done if answer.done else tally.refused)[answer.verb] += 1
        if answer.trace:
            tally.traces.append(f"{pair}: {answer.trace}")
        elif not answer.done:
            tally.sentences[answer.sentence] += 1
            if not answer.sentence.endswith("。"):
                tally.traces.append(f"{pair}: {answer.sentence}")
    tally.broken += [f"{pair}: {fault}" for fault in explain(here, scene)]


def explain(here: Place, scene: Scene) -> list[str]:
    """Why the ball can not be as it is; empty when its history, its facts and the directory agree."""
    viewer = here.viewer("tower", scene.at)
    return faults(viewer, [scene.ball]) + _astray(viewer, scene)


@looking
def _astray(viewer: Any, scene: Scene) -> list[str]:
    """Balls and offers with those who are no more."""
    row = Ball.objects.within(BODY).get(pk=scene.ball)
    found = []
    if row.settlement_id is None:
        if TeamEnding.objects.within(BODY).filter(team=row.holder_id).exists():
            found.append("閉じた係がボールを持っています。")
        if DutyEnding.objects.within(BODY).filter(duty=row.in_charge_id).exists():
            found.append("終わった役割が担当になっています。")
    ended = TeamEnding.objects.within(BODY).values("team")
    if Offer.objects.within(BODY).filter(ball=row, ended=None, to__in=ended).exists():
        found.append("閉じた係の返事を待っています。")
    if Asking.objects.within(BODY).filter(ball=row, ended=None, due__isnull=False).exclude(to=row.holder_id).exists():
        found.append("もう持っていない係が、指示を受けたままです。")
    if Bid.objects.within(BODY).filter(ball=row, ended=None).exclude(to=row.holder_id).exists():
        found.append("もう持っていない係に、受け持ちたいと申し出たままです。")
    return found


@contextmanager
def arranged(meeting: Meeting) -> Iterator[None]:
    """On SQLite the second hand can not even look before the first is done, so there nothing is arranged."""
    if connection.vendor == "sqlite":
        yield
        return
    free = hand.compare_and_set

    def late(ball: Ball, changes: dict[str, Any]) -> int:
        meeting.looked()
        return free(ball, changes)

    with mock.patch.object(hand, "compare_and_set", late):
        yield


@contextmanager
def planted(blind: bool) -> Iterator[None]:
    """The control: set without comparing. A harness that does not notice this would notice nothing."""
    if not blind:
        yield
        return
    late = hand.compare_and_set

    def set_only(ball: Ball, changes: dict[str, Any]) -> int:
        with mock.patch.object(ball, "version", F("version")):
            return late(ball, changes)

    with mock.patch.object(hand, "compare_and_set", set_only):
        yield
