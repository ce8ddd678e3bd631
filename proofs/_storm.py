"""Many writers at once, killed by turns with the web server and the whole database: what was acknowledged stands, once."""

import gc
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

from django.db import connection, connections

from marugoto.agencies.codes import Role
from marugoto.web.shell.management.commandline import OWNER_URL
from proofs._account import Account, Journal
from proofs._moves import Crowd, Order
from proofs._server import Server
from proofs._verbs import Place, add_person, add_team
from proofs._web import DOORS, Hand, House, add_signing_person
from proofs._writer import AT_WORK, PAUSE, RUN, STOP, Board, Post, Send, Writer, once

REST_SECONDS, LOOK_SECONDS, SAY_SECONDS = 120, 0.05, 60
DOOM_SECONDS = (
    60  # until a doomed writer has done something more and is gone: on a busy machine one operation takes long
)
KINDS = ("writer", "database", "web server")


@dataclass(frozen=True)
class Plan:
    operations: int
    kills: int
    seed: int
    kinds: tuple[str, ...] = KINDS
    writers: int = 4
    teams: int = 16
    balls: int = 1_000  # of each writer
    web_share: float = 0.01
    minutes: float | None = None
    ignore_key: bool = False
    enough: Callable[[Account], bool] = lambda _: False  # a control ends when it has found what it looks for


@dataclass
class Storm:
    plan: Plan
    account: Account
    board: Board
    folder: Path
    posts: list[Post]
    house: House | None
    server: Server | None
    dice: Random
    pids: dict[int, int] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)
    processes: int = 0
    recoveries: list[float] = field(default_factory=list)
    stopped: bool = False
    began: float = 0.0
    seconds: float = 0.0

    # ---------------------------------------------------------------- the course of it

    def run(self) -> None:
        self.account.begin()
        self.began = said = time.monotonic()
        for post in self.posts:
            self._fork(post)
        while not self._over():
            time.sleep(LOOK_SECONDS)
            self.account.read()
            self._replace_ended()
            if self._due():
                self._kill()
                self.still()
            if time.monotonic() - said > SAY_SECONDS:
                said = time.monotonic()
                self.say()
        self.still()
        self.seconds = time.monotonic() - self.began
        self.board.mode = STOP
        for pid in self.pids.values():
            os.waitpid(pid, 0)
        self.pids.clear()
        self.account.check()
        self.account.explain(self.account.matters)

    @property
    def over_http(self) -> int:
        """Operations that were pressed at the web server."""
        pressed = self.account.journals[-1].ended if self.house is not None else Counter[str]()
        return sum(pressed[verb] for verb in DOORS)

    def _over(self) -> bool:
        plan = self.plan
        too_late = plan.minutes is not None and time.monotonic() - self.began > plan.minutes * 60
        all_done = self.board.total() >= plan.operations and self.killed.total() >= plan.kills
        return self.stopped or too_late or all_done or plan.enough(self.account)

    def _due(self) -> bool:
        """Kills are spread over the operations, or over the time if that is shorter."""
        plan, turn = self.plan, self.killed.total() + 1
        if turn > plan.kills:
            return False
        if self.board.total() >= plan.operations * turn / (plan.kills + 1):
            return True
        return plan.minutes is not None and time.monotonic() - self.began > plan.minutes * 60 * turn / (plan.kills + 1)

    def still(self) -> None:
        """Everybody ends what was begun, in doubt or not, and rests; then the account is made."""
        self.board.mode = PAUSE
        until = time.monotonic() + REST_SECONDS
        while any(self.board.state(post.seat) == AT_WORK for post in self.posts):
            self._replace_ended()
            if time.monotonic() > until:
                raise RuntimeError("a writer does not come to rest")
            time.sleep(0.005)
        connections.close_all()
        self.account.check()
        connections.close_all()
        self.board.mode = RUN
        for post in self.posts:
            self.board.say(post.seat, AT_WORK)

    def say(self) -> None:
        spent = time.monotonic() - self.began
        done, refused = self.account.done.total(), self.account.refused.total()
        wrong = len(self.account.lost) + len(self.account.twice) + len(self.account.broken)
        print(
            f"{spent:6.0f} s  {done + refused:,} operations ({(done + refused) / spent:.0f}/s): {done:,} done,"
            f" {refused:,} refused; {self.killed.total()} kills, {self.account.doubts.total()} in doubt; wrong: {wrong}",
            file=sys.stderr,
            flush=True,
        )
        for words in [*self.account.traces, *self.account.lost, *self.account.twice, *self.account.broken][:3]:
            print(f"          {words}", file=sys.stderr, flush=True)

    # ---------------------------------------------------------------- who dies

    def _kill(self) -> None:
        kind = self.plan.kinds[self.killed.total() % len(self.plan.kinds)]
        if kind == "writer":
            self._kill_writer()
        elif kind == "database" and self.server is not None:
            self.processes += self.server.kill()
            connections.close_all()
            self.recoveries.append(self.server.start())
        elif self.house is not None:
            time.sleep(self.dice.uniform(0, 0.2))
            self.house.kill_one(self.dice)
        self.killed[kind] += 1

    def _kill_writer(self) -> None:
        """At any moment, or by turns exactly between the commit and the word that it was done."""
        seats = [post.seat for post in self.posts if post.share == 1]
        seat = self.dice.choice(seats)
        pid = self.pids[seat]
        ended = False
        if self.killed["writer"] % 2:
            self.board.doom(seat, doomed=True)
            until = time.monotonic() + DOOM_SECONDS
            while not ended and time.monotonic() < until:
                ended = os.waitpid(pid, os.WNOHANG)[0] == pid
                time.sleep(0.002)
        if not ended:
            time.sleep(self.dice.uniform(0, 0.05))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self.board.doom(seat, doomed=False)
        self._fork(self.posts[seat])

    def _replace_ended(self) -> None:
        for seat, pid in list(self.pids.items()):
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                self.account.traces.append(f"writer {seat} ended by itself: see its words above")
                self._fork(self.posts[seat])
                self.stopped = True

    def _fork(self, post: Post) -> None:
        connections.close_all()  # two processes must not speak on one connection
        self.board.say(post.seat, AT_WORK)
        seed = self.dice.randrange(2**32)
        child = os.fork()
        if child:
            self.pids[post.seat] = child
            return
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            gc.freeze()  # what was there before it began is not looked through again and again
            Writer(post, seed).run()
            code = 0
        except BaseException:  # noqa: BLE001 — a child must never come back into its parent's story
            traceback.print_exc()
        finally:
            os._exit(code)

    def end(self) -> None:
        for pid in self.pids.values():
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self.pids.clear()
        if self.house is not None:
            self.house.end()


@contextmanager
def prepared(here: Place, plan: Plan) -> Iterator[Storm]:
    """Everybody in place; afterwards nobody is left."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="marugoto-storm-")))
        server = Server(os.environ[OWNER_URL]) if connection.vendor == "postgresql" else None
        board = Board()
        house = House() if server is not None and (plan.web_share or "web server" in plan.kinds) else None
        posts = _posts(here, plan, board, folder, house)
        ask, convert = (server.ask, lambda key: key) if server else (_ask_here, lambda key: key.hex)
        account = Account(ask, convert, [Journal(post.journal) for post in posts])
        storm = Storm(plan, account, board, folder, posts, house, server, Random(plan.seed))
        former = signal.signal(signal.SIGTERM, lambda *_: setattr(storm, "stopped", True))
        stack.callback(signal.signal, signal.SIGTERM, former)
        stack.callback(storm.end)
        if house is not None:
            house.start()
        yield storm


def run_storm(here: Place, plan: Plan) -> Storm:
    with prepared(here, plan) as storm:
        storm.run()
        return storm


def _posts(here: Place, plan: Plan, board: Board, folder: Path, house: House | None) -> list[Post]:
    crowd, run = _crowd(here, plan.teams), uuid4()
    common = [_matter(run, "common", number) for number in range(plan.balls // 20)]
    posts = []
    for seat in range(plan.writers):
        own = [_matter(run, seat, number) for number in range(plan.balls)] + (common if seat == 0 else [])
        others = common if seat else []
        send: Send = partial(once, crowd, ignore_key=plan.ignore_key)
        posts.append(Post(seat, board, crowd, own, others, frozenset(common), folder / f"journal-{seat}", send))
    if house is not None:
        seat = plan.writers
        own = [_matter(run, seat, number) for number in range(max(12, plan.balls // 20))]
        names: dict[UUID, str] = {}
        around = _signing_crowd(here, 3, names)
        pressed: Send = partial(_over_http, around, Hand(house.port, names))
        paper = folder / f"journal-{seat}"
        posts.append(
            Post(
                seat, board, around, own, [], frozenset(), paper, pressed, frozenset({*DOORS, "offer"}), plan.web_share
            )
        )
    return posts


def _over_http(crowd: Crowd, hand: Hand, order: Order) -> tuple[bool | None, Any]:
    """What begins on the page of the matter itself is done as the other writers do it; everything else is pressed."""
    return hand.send(order) if order.verb in DOORS else once(crowd, order)


def _crowd(here: Place, teams: int) -> Crowd:
    made = [add_team(here, "storm", (Role.COUNSELLOR,)) for _ in range(teams)]
    for team in made:
        team.append(add_person(team[0].team, Role.COUNSELLOR))
    return Crowd(made, here.duties["tower"][0], here.duties["companion"][0])


def _signing_crowd(here: Place, teams: int, names: dict[UUID, str]) -> Crowd:
    made = [add_team(here, "storm", (Role.COUNSELLOR,))[0].team for _ in range(teams)]
    signing = [[add_signing_person(team, Role.COUNSELLOR, names) for _ in range(2)] for team in made]
    tower = add_signing_person(here.duties["tower"][0].team, Role.COORDINATOR, names)
    return Crowd(signing, tower, here.duties["companion"][0])


def _matter(run: UUID, seat: int | str, number: int) -> UUID:
    return uuid5(NAMESPACE_OID, f"{run} {seat} {number}")


def _ask_here(sql: str, values: Any = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.fetchall() if cursor.description else []
