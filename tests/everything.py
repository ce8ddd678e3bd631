"""What `bin/test` does: four rounds of pytest, on SQLite, on a PostgreSQL of our own, and twice in a browser on another: the
journeys, and each page looked over for whoever sees or moves with difficulty.

Two run at a time where the machine has two cores: a later round begins when one before it has ended. What it says is shown when
all before it have ended.

The last line printed is pytest's own closing line: of the last round, or of the first round that failed.
Only the standard library and pytest are needed here; `tests/conftest.py` decides which test belongs to which round.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from marugoto.ground.scratch_postgres import NoPostgres, find_programs, scratch_postgres
from tests.browser import NoBrowser, find_browser

ROUNDS = {
    "sqlite": "SQLite",
    "postgres": "PostgreSQL",
    "journeys": "PostgreSQL, journeys",
    "access": "PostgreSQL, access for all",
}
CHOICES = {"--sqlite": ["sqlite"], "--postgres": ["postgres", "journeys", "access"]}
AT_A_TIME = 2  # each keeps about one core busy
# As root: a network namespace of our own, in which only the loopback exists.
OFFLINE = [
    "unshare",
    "--net",
    "sh",
    "-c",
    'ip link set lo up && exec "$@"',
    "sh",
    sys.executable,
    "-m",
    "tests.everything",
]
RUNNING: list["subprocess.Popen[str]"] = []
NOTHING_COLLECTED = 5  # pytest's exit code when no test belongs to the round


@dataclass(frozen=True)
class Round:
    """How one run of pytest ended."""

    code: int
    closing: str


def main(words: list[str]) -> int:
    """Exit code of `bin/test`: 0 only if every round passed."""
    if "--offline" in words:
        return subprocess.run([*OFFLINE, *(word for word in words if word != "--offline")], check=False).returncode
    signal.signal(signal.SIGTERM, _end_all)
    rounds = [name for choice, names in CHOICES.items() if choice in words for name in names] or list(ROUNDS)
    rest = [word for word in words if word not in {"--one-by-one", *CHOICES}]
    try:
        _components(rounds, rest)
    except (NoPostgres, NoBrowser) as missing:
        print(missing, file=sys.stderr)
        return 1
    started = time.monotonic()
    ended = _rounds(rounds, rest, side_by_side="--one-by-one" not in words and (os.cpu_count() or 1) > 1)
    return _verdict(ended, time.monotonic() - started)


def _end_all(*_: object) -> None:
    """So that the rounds and their PostgreSQL end with us."""
    for process in RUNNING:
        process.terminate()
    sys.exit(143)


def _components(rounds: list[str], rest: list[str]) -> None:
    """Look for what is needed before anything runs; as root on Debian, install it."""
    if "postgres" in rounds:
        try:
            find_programs()
        except NoPostgres:
            _install("postgresql")
            find_programs()
    paths = [word for word in rest if word.startswith("tests")]
    if not paths or any("journeys" in path for path in paths):
        try:
            find_browser()
        except NoBrowser:
            _install("chromium", "fonts-noto-cjk", "fontconfig")
            find_browser()


def _install(*packages: str) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return  # the search that follows says what is missing
    print(f"apt-get install {' '.join(packages)} …", flush=True)
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", *words], env=environment, stdout=subprocess.DEVNULL, check=False)


@dataclass
class Voice:
    """Where a round speaks: at once while it has the word, else later."""

    has_the_word: bool
    waiting: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def say(self, line: str) -> None:
        with self.lock:
            if self.has_the_word:
                print(line, end="", flush=True)
            else:
                self.waiting.append(line)

    def have_the_word(self) -> None:
        with self.lock:
            print("".join(self.waiting), end="", flush=True)
            self.has_the_word = True


def _rounds(names: list[str], rest: list[str], *, side_by_side: bool) -> list[Round]:
    """As many rounds as names, in their order."""
    voices = {name: Voice(has_the_word=not side_by_side) for name in names}
    with ThreadPoolExecutor(AT_A_TIME if side_by_side else 1) as pool:
        runs = {
            name: pool.submit(_round, name, rest, voice.say, second=name != names[0]) for name, voice in voices.items()
        }
        for name, run in runs.items():
            if side_by_side:
                voices[name].have_the_word()
            run.result()
    return [run.result() for run in runs.values()]


def _round(name: str, rest: list[str], say: Callable[[str], None], *, second: bool) -> Round:
    say(f"\n──── {ROUNDS[name]} ────\n")
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"MARUGOTO_ROUND": name, "MARUGOTO_SECOND_ROUND": "1" if second else ""}
    with tempfile.TemporaryDirectory(prefix="marugoto-test-") as home:
        environment["MARUGOTO_HOME"] = home
        if name == "sqlite":
            return _pytest(rest, environment, say)
        with scratch_postgres() as url:
            return _pytest(rest, environment | {"DATABASE_URL": url, "MARUGOTO_TEST_POSTGRES": url}, say)


def _pytest(rest: list[str], environment: dict[str, str], say: Callable[[str], None]) -> Round:
    """Run pytest, show what it says as it says it, and remember its last line."""
    color = "yes" if sys.stdout.isatty() else "no"
    command = [sys.executable, "-m", "pytest", f"--color={color}", "--durations=8", "--durations-min=2", *rest]
    closing = ""
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=_top()) as process:
        RUNNING.append(process)
        assert process.stdout is not None  # for the type checker: PIPE was asked for
        for line in process.stdout:
            say(line)
            closing = line.rstrip("\n") or closing
    return Round(process.returncode, closing)


def _verdict(ended: list[Round], seconds: float) -> int:
    failed = [one for one in ended if one.code not in {0, NOTHING_COLLECTED}]
    ran = [one for one in ended if one.code != NOTHING_COLLECTED]
    decisive = (failed or ran[-1:] or ended)[0]
    if len(ended) > 1:
        print(f"\n{len(ended)} rounds, {len(failed)} failed, {seconds:.0f} s")
        print(decisive.closing)
    return decisive.code


def _top() -> Path:
    return Path(__file__).resolve().parents[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
