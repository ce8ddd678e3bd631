"""How long `bin/run` takes to be ready: the first time with an empty town, and again with the data kept."""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from proofs.entry import Outcome
from tests.serving import READY, served, two_free_ports

DATABASE = "sqlite"
WANTED_SECONDS = 5.0  # for a second start


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: how many second starts are measured (5)."""
    with tempfile.TemporaryDirectory() as home:
        first = _started(Path(home))
        again = [_started(Path(home)) for _ in range(int(args.size or 5))]
    middle = statistics.median(again)
    return {
        "ok": middle <= WANTED_SECONDS,
        "rows": [
            {"start": "first, without settling a town", "median_s": first, "ratio": round(first / middle, 1)},
            {"start": "again, with the data kept", "median_s": middle, "ratio": 1.0},
        ],
        "figures": {"starts": len(again), "slowest_s": max(again)},
        "notes": ["From the command to the first answer of house and porch, the start of Python included."],
    }


def _started(home: Path) -> float:
    began = time.monotonic()
    with served(home, two_free_ports()) as (said, _):
        taken = time.monotonic() - began
        if not READY.search(said[-1]):
            raise RuntimeError("".join(said))
    return round(taken, 2)
