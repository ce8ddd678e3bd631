"""One writer of the storm, a process of its own: it writes down what it is about to do, does it, and writes down what came of it.

Its journal outlives it. What was begun there and not ended is in doubt; whoever writes next repeats it under the same key.
"""

import mmap
import os
import signal
import struct
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, connections, transaction
from django.utils import timezone

from marugoto.agencies.queries.viewer import as_viewer
from marugoto.ground.actions import submission
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from proofs._moves import SHARED, Crowd, Order, Seen, after, choose, place_order, press, read_order, see

RUN, PAUSE, STOP = 0, 1, 2
AT_WORK, RESTING, ENDED = 0, 1, 2
SEATS = 32
AGAIN_SHARE = 0.01  # pressed a second time although it was answered
COMMON_SHARE = 0.04  # on a ball that other writers move too
RETRY_SECONDS = 0.1


class Trouble(Exception):
    """No answer came: it may have been done, or not."""


class Board:
    """A page of memory that all processes share: what they are told, and how far they are."""

    def __init__(self) -> None:
        self.page = mmap.mmap(-1, 1024)

    @property
    def mode(self) -> int:
        return self.page[0]

    @mode.setter
    def mode(self, wanted: int) -> None:
        self.page[0] = wanted

    def say(self, seat: int, state: int) -> None:
        self.page[1 + seat] = state

    def state(self, seat: int) -> int:
        return self.page[1 + seat]

    def doom(self, seat: int, *, doomed: bool) -> None:
        """It is to die by its own hand between the next commit and the word that it was done."""
        self.page[64 + seat] = doomed

    def doomed(self, seat: int) -> bool:
        return bool(self.page[64 + seat])

    def count(self, seat: int) -> int:
        number: int = struct.unpack_from("<q", self.page, 128 + 8 * seat)[0]
        return number

    def one_more(self, seat: int) -> None:
        struct.pack_into("<q", self.page, 128 + 8 * seat, self.count(seat) + 1)

    def total(self) -> int:
        return sum(self.count(seat) for seat in range(SEATS))


Send = Callable[[Order], tuple[bool | None, Any]]


@dataclass(frozen=True)
class Post:
    """Where a writer sits, and what is its own. `send` answers (was it done before, what was made); over HTTP nobody says."""

    seat: int
    board: Board
    crowd: Crowd
    own: list[UUID]
    common: list[UUID]  # what others place and it moves too
    shared: frozenset[UUID]  # of all these, its own or not, the ones that several move
    journal: Path
    send: Send
    allowed: frozenset[str] | None = None
    share: float = 1.0  # of all operations; 1.0 means as fast as it can


def once(crowd: Crowd, order: Order, *, ignore_key: bool = False) -> tuple[bool, Any]:
    """As the act door does it: the key is taken and answered in the transaction of the deed. True when it had been done before."""
    duty, at = order.duty, timezone.now()
    try:
        if ignore_key:
            return False, press(crowd, order, at)
        if submission.answer_of(order.key, duty) is not None:
            return True, None
        with transaction.atomic(), entered(as_viewer(crowd.by_duty[duty], at)):
            submission.begin(key=order.key, sender=duty, route=f"/proof/{order.verb}/", at=at)
            made = press(crowd, order, at)
            submission.finish(key=order.key, status=302, location="/proof/")
    except (OperationalError, InterfaceError) as silence:
        raise Trouble from silence
    except IntegrityError:
        if submission.answer_of(order.key, duty) is None:
            raise
        return True, None
    return False, made


class Writer:
    def __init__(self, post: Post, seed: int) -> None:
        self.post, self.dice = post, Random(seed)
        self.paper = os.open(post.journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.parent = os.getppid()
        self.seen: dict[UUID, Seen] = {}
        self.unplaced: list[UUID] = []

    def run(self) -> None:
        doubtful = in_doubt(self.post.journal)
        if doubtful is not None:
            self._write("T", doubtful)
            self._through(doubtful)
            self.post.board.one_more(self.post.seat)
        self.seen = self._look(self.post.own)
        self.unplaced = [matter for matter in self.post.own if matter not in self.seen]
        while self._may_go_on():
            self._one()
        self.post.board.say(self.post.seat, ENDED)

    def _may_go_on(self) -> bool:
        """Rests while everybody is to rest; False when it is over, or nobody is there any more to tell."""
        board, seat = self.post.board, self.post.seat
        while board.mode == PAUSE and os.getppid() == self.parent:
            board.say(seat, RESTING)
            time.sleep(0.005)
        board.say(seat, AT_WORK)
        return board.mode != STOP and os.getppid() == self.parent

    def _one(self) -> None:
        post, dice = self.post, self.dice
        if self.unplaced:
            self._do(place_order(post.crowd, self.unplaced.pop(), dice), None)
        elif post.share < 1 and post.board.count(post.seat) - len(post.own) > post.share * post.board.total():
            time.sleep(0.01)
        elif post.common and dice.random() < COMMON_SHARE:
            self._among_others(dice.choice(post.common))
        else:
            seen = self.seen[dice.choice(post.own)]
            beside = [self.seen[dice.choice(post.own)] for _ in range(40)]
            allowed = SHARED if seen.matter in post.shared else post.allowed
            self._do(choose(post.crowd, seen, beside, dice, allowed), seen)

    def _among_others(self, matter: UUID) -> None:
        """A ball that somebody else may be moving just now."""
        found = self._look([matter])
        if matter in found:
            self._do(choose(self.post.crowd, found[matter], [], self.dice, SHARED), None)

    def _do(self, order: Order, seen: Seen | None) -> None:
        self._write("S", order, order.line())
        done, made = self._through(order)
        self.post.board.one_more(self.post.seat)
        if done and self.dice.random() < AGAIN_SHARE:
            self._again(order)
        sure = done and made is not None and seen is not None and after(seen, order, made)
        if not sure:
            self.seen |= {key: one for key, one in self._look(list(order.matters)).items() if key in self.post.own}

    def _through(self, order: Order) -> tuple[bool, Any]:
        """Until there is an answer, however often nobody answers; what was made, and whether it was done at all."""
        silent = False
        while os.getppid() == self.parent:
            try:
                before, made = self.post.send(order)
            except Trouble:
                if not silent:
                    self._write("T", order)
                silent = True
                connections.close_all()
                time.sleep(RETRY_SECONDS)
                continue
            except (Refused, ObjectDoesNotExist):
                self._write("R", order)
                return False, None
            except Exception:  # noqa: BLE001 — whatever else comes out is what the proof looks for
                self._write("E", order, repr(traceback.format_exc(limit=-6)))
                return False, None
            if self.post.board.doomed(self.post.seat):
                os.kill(os.getpid(), signal.SIGKILL)
            self._write("F" if before else "D", order)
            return True, made
        return False, None

    def _again(self, order: Order) -> None:
        """The same press once more, answered or not: it must be recognised."""
        try:
            before, _ = self.post.send(order)
        except (Trouble, Refused, ObjectDoesNotExist):
            connections.close_all()
            return
        self._write("W" if before is None else "A" if before else "X", order)

    def _look(self, matters: list[UUID]) -> dict[UUID, Seen]:
        while os.getppid() == self.parent:
            try:
                return see(matters, timezone.now())
            except DatabaseError:
                connections.close_all()
                time.sleep(RETRY_SECONDS)
        return {}

    def _write(self, sign: str, order: Order, more: str = "") -> None:
        words = more if sign == "S" else f"{order.key} {more}".rstrip()
        os.write(self.paper, f"{sign} {words}\n".encode())


def in_doubt(journal: Path) -> Order | None:
    """The order that was begun last, when nothing says how it ended."""
    if not journal.exists():
        return None
    with journal.open("rb") as paper:
        paper.seek(max(0, journal.stat().st_size - 20_000))
        lines = paper.read().decode().splitlines()
    for line in reversed(lines):
        if line[:2] in {"D ", "F ", "R ", "E "}:
            return None
        if line.startswith("S "):
            return read_order(line[2:])
    return None
