"""The clock of `bin/bench desk`: a server in processes of its own, somebody who signed in, and what each operation costs."""

import re
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benches._browser import REDIRECTS, Answer, Asks, Browser, Request, forms_of, sign_in
from marugoto.web.shell.management.children import Children, wait_until_answering

WARM, TIMES, COUNTED = 4, 25, 4
# A page is looked at so often before the clock starts: PostgreSQL plans a statement five times anew on each connection before it keeps
# the plan, and a worker of the server has four. A town's day begins so once.
WARM_LOOKS = 32
TOO_SLOW_MS = 10_000  # nobody waits so long: it is asked once, and never again
LINK = re.compile(r'href="([^"]+)"')
CELL_SECONDS, FEWEST = 6.0, 5  # a cell that is slow ends early, but not with fewer than these


@dataclass(frozen=True)
class Walk:
    """One operation: who does it, and the pages in turn. `post` names the form of the page that is then filled and sent.

    A page is one address, or several that a browser fetches one after the other before the reader sees anything. With `link`, the
    form is not on the page itself but behind the first of its links that begins so and was not followed yet.
    """

    name: str
    username: str
    password: str
    pages: tuple[str | tuple[str, ...], ...]
    post: str = ""
    fill: Mapping[str, str] = field(default_factory=dict)
    link: str = ""


class NothingLeft(Exception):
    """Nothing waits on the page that could still be opened."""


@dataclass
class Cell:
    """What one walk took: milliseconds of each request by round, and what came back."""

    rounds: list[list[float]] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    kib: float = 0.0
    queries: float | None = None
    database_ms: float | None = None
    turn: int = 0
    followed: set[str] = field(default_factory=set)
    too_slow: bool = False
    wrong: str = ""  # what the first wrong answer said

    def figures(self, walk: Walk) -> dict[str, Any]:
        """As it is kept. The figures are medians over the rounds; `max` is the slowest of all."""
        taken = [sorted(one) for one in self.rounds if one]
        return {
            "who": walk.username,
            "method": "POST" if walk.post else "GET",
            "requests": sum(len(one) for one in taken),
            "p50_ms": _middle(taken, 0.5),
            "p95_ms": _middle(taken, 0.95),
            "max_ms": round(max((one[-1] for one in taken), default=0.0), 1),
            "queries": self.queries,
            "database_ms": self.database_ms,
            "kib": round(self.kib, 1),
            "right": bool(taken) and not self.wrong,
            "statuses": {str(status): times for status, times in sorted(self.statuses.items())},
            **({"wrong": self.wrong} if self.wrong else {}),
            "rounds_ms": [[round(one, 1) for one in times] for times in self.rounds],
        }


class Counter:
    """How many statements PostgreSQL ran in one database, and how long: counted by PostgreSQL itself, the same for everybody."""

    WANTED = "SELECT coalesce(sum(calls), 0), coalesce(sum(total_exec_time), 0) FROM pg_stat_statements"

    def __init__(self, owner_url: str) -> None:
        import psycopg

        self.name = urlsplit(owner_url).path.strip("/")
        self.connection = psycopg.connect(owner_url, autocommit=True)
        self.connection.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")

    def reset(self) -> None:
        self.connection.execute("SELECT pg_stat_statements_reset()")

    def read(self) -> tuple[int, float]:
        """BEGIN, COMMIT and SET are not counted (track_utility is off), and neither are we."""
        mine = "query NOT LIKE '%pg_stat_statements%'"
        where = f" WHERE dbid = (SELECT oid FROM pg_database WHERE datname = %s) AND {mine.replace('%', '%%')}"
        row = self.connection.execute(self.WANTED + where, [self.name]).fetchone()
        assert row is not None
        return int(row[0]), float(row[1])


@contextmanager
def served(command: list[str], environment: Mapping[str, str], port: int) -> Iterator[int]:
    """The server answers until the block ends; gives its process, the root of all its others."""
    children = Children()
    try:
        children.start("server", command, environment)
        if not wait_until_answering(f"http://127.0.0.1:{port}/", children):
            raise RuntimeError(f"{' '.join(command)} does not answer")
        yield children.running["server"].pid
    finally:
        children.end_all()


def measure(
    walks: list[Walk],
    *,
    ask: Callable[[Walk], Asks],
    rounds: int,
    times: int = TIMES,
    counter: Counter | None = None,
    after: Callable[[], None] = lambda: None,
    say: Callable[[str], None] = lambda words: None,
) -> dict[str, dict[str, Any]]:
    """Every walk once per round, the rounds one after the other; then the statements of each are counted apart.

    `ask` gives the browser of somebody already signed in; `after` runs after every walk (memory is read there).
    """
    cells = {walk.name: Cell() for walk in walks}
    for number in range(rounds):
        for walk in walks:
            first = min(WARM, times) if walk.post else min(WARM_LOOKS, 2 * times)
            _round(cells[walk.name], walk, ask(walk), warm=1 if number else first, times=times)
            after()
            say(f"round {number + 1}: {walk.name}: {_middle([sorted(cells[walk.name].rounds[-1])], 0.5)} ms")
    for walk in [walk for walk in walks if counter and not cells[walk.name].too_slow]:
        assert counter is not None
        _count(cells[walk.name], walk, ask(walk), counter)
    return {walk.name: cells[walk.name].figures(walk) for walk in walks}


def signed_in(port: int, address: str) -> Callable[[Walk], Asks]:
    """A browser for each account, signed in at its first use."""
    known: dict[str, Browser] = {}

    def of(walk: Walk) -> Asks:
        if walk.username not in known:
            known[walk.username] = Browser(port)
            sign_in(known[walk.username], address, walk.username, walk.password)
        return known[walk.username]

    return of


def memory_of(root: int) -> tuple[float, float, float]:
    """MiB of a process and all below it: resident, proportional, and the sum of the highest that each ever had."""
    resident = proportional = highest = 0
    for process in _below(root):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        except (OSError, ProcessLookupError):
            continue  # it ended between the two looks
        resident += _kib(rollup, "Rss")
        proportional += _kib(rollup, "Pss")
        highest += _kib(status, "VmHWM")
    return resident / 1024, proportional / 1024, highest / 1024


# ---------------------------------------------------------------- one walk


def _round(cell: Cell, walk: Walk, browser: Asks, *, warm: int, times: int) -> None:
    taken: list[float] = []
    cell.rounds.append(taken)
    if cell.too_slow:
        return
    with suppress(NothingLeft):
        began = time.perf_counter()
        for number in range(warm):
            if number >= WARM and time.perf_counter() - began > CELL_SECONDS:
                break
            first = _ask(cell, walk, browser)
            if first > TOO_SLOW_MS:
                taken.append(first)
                cell.too_slow = True
                return
        began = time.perf_counter()
        while len(taken) < times and (len(taken) < FEWEST or time.perf_counter() - began < CELL_SECONDS):
            taken.append(_ask(cell, walk, browser))


def _ask(cell: Cell, walk: Walk, browser: Asks) -> float:
    """Milliseconds from the first request to the last byte; a form is fetched before the clock starts."""
    return _timed(cell, browser, _prepared(cell, walk, browser))


def _prepared(cell: Cell, walk: Walk, browser: Asks) -> list[Request]:
    page = walk.pages[cell.turn % len(walk.pages)]
    cell.turn += 1
    addresses = (page,) if isinstance(page, str) else page
    if not walk.post:
        return [Request(one) for one in addresses]
    shown = _with_form(cell, walk, browser, addresses[0])
    fitting = [form for form in forms_of(shown.text) if form.method == "post" and form.action.endswith(walk.post)]
    if fitting:
        return [max(fitting, key=lambda form: sum(form.has(name) for name in walk.fill)).filled(walk.fill)]
    raise RuntimeError(f"{walk.name}: {addresses[0]} answered {shown.status} and has no form that goes to …{walk.post}")


def _with_form(cell: Cell, walk: Walk, browser: Asks, address: str) -> Answer:
    """A form can be sent once: in a very small town there are soon none left, but a few are spared to be counted."""
    if not walk.link and cell.turn > len(walk.pages):
        raise NothingLeft
    shown = browser.ask(Request(address))
    if not walk.link:
        return shown
    links = [found for found in LINK.findall(shown.text) if found.startswith(walk.link) and found not in cell.followed]
    if not links:
        raise NothingLeft
    cell.followed.add(links[0])
    return browser.ask(Request(links[0]))


def _timed(cell: Cell, browser: Asks, requests: list[Request]) -> float:
    began = time.perf_counter()
    answers: list[Answer] = [browser.ask(request) for request in requests]
    taken = (time.perf_counter() - began) * 1000
    for answer in answers:
        cell.statuses[answer.status] = cell.statuses.get(answer.status, 0) + 1
        if answer.status not in (REDIRECTS if requests[0].sent else {200}):
            cell.wrong = cell.wrong or f"{requests[0].address}: {_words(answer)}"
    cell.kib = max(cell.kib, sum(len(answer.body) for answer in answers) / 1024)
    return taken


def _words(answer: Answer) -> str:
    """What the middle of a page says, without its signs."""
    middle = answer.text.partition("<main")[2] or answer.text
    return " ".join(re.sub(r"<[^>]+>", " ", f"<main{middle}").split())[:600]


def _count(cell: Cell, walk: Walk, browser: Asks, counter: Counter) -> None:
    """Forms are fetched first, so that only the sending is counted."""
    prepared = []
    with suppress(NothingLeft):
        for _ in range(COUNTED):
            prepared.append(_prepared(cell, walk, browser))  # noqa: PERF401 — what was found before nothing was left is kept
    counter.reset()
    for requests in prepared:
        _timed(cell, browser, requests)
    calls, taken = counter.read()
    if prepared:
        cell.queries, cell.database_ms = round(calls / len(prepared), 1), round(taken / len(prepared), 1)


def _middle(rounds: list[list[float]], share: float) -> float:
    """The median over the rounds of that share within each, by nearest rank."""
    ranks = [one[max(0, -(-int(len(one) * share * 100) // 100) - 1)] for one in rounds if one]
    return round(statistics.median(ranks), 1) if ranks else 0.0


# ---------------------------------------------------------------- processes


def _below(root: int) -> list[int]:
    """The process itself and all its descendants."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(words[1]), []).append(int(path.parent.name))
    found, rest = [], [root]
    while rest:
        found.append(rest.pop())
        rest += parents.get(found[-1], [])
    return found


def _kib(text: str, name: str) -> int:
    line = next((line for line in text.splitlines() if line.startswith(f"{name}:")), f"{name}: 0")
    return int(line.split()[1])
