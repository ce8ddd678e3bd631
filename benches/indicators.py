"""What the figures cost: all indicators of one city, again after 1,000 new facts, and of 1,741 bodies with DuckDB beside PostgreSQL and Polars."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
POSTGRES = "shared_buffers=1GB work_mem=32MB maintenance_work_mem=256MB max_wal_size=8GB random_page_cost=1.1"
CITY, NEW, TIMES = 100_000, 1_000, 20
SIZES = {"tiny": (5_000, 20_000, 60), "small": (20_000, 200_000, 240), "large": (CITY, 10_200_000, 1_741)}
FULL_S, NEW_MS, NATION_S, NATION_GB = 2.0, 200.0, 120.0, 4.0
PEER_GB = 16  # of address space
COPIES = 20
BODY = "100000"
RESULTS = Path(__file__).parent / "results"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--times", type=int, default=TIMES, help="how often the city's figures are counted")
    parser.add_argument(
        "--polars", help="a Python that has what benches/peers/polars.txt pins; without it Polars is left out"
    )
    parser.add_argument(
        "--most", type=float, default=30, help="minutes after which a peer is not waited for any longer"
    )
    parser.add_argument("--only", choices=("city", "nation"), help="one of the two alone, kept in a file of its own")
    parser.add_argument("--keep", action="store_true", help="keep the figures in benches/results/")


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: tiny, small (20,000 and 200,000 facts), large (100,000 of a city and a little over 10,000,000 of 1,741 bodies)."""
    from benches import _indicators
    from proofs import _kept
    from proofs._awake import awake

    city, nation, bodies = SIZES[args.size or "small"]
    with awake(), tempfile.TemporaryDirectory(prefix="marugoto-facts-") as folder:
        rows = _of_a_city(city, args) if args.only != "nation" else []
        rows += _of_a_nation(nation, bodies, Path(folder), args) if args.only != "city" else []
    measures = len(_indicators.asked())
    outcome: Outcome = {
        "ok": all(row["met"] is not False for row in rows),
        "rows": rows,
        "figures": {"measures of all indicators and criteria": measures, "windows of twelve months": 1},
        "notes": [
            "A table is a share, today or half a year before, a division, values in a row, or a longer time.",
            "The facts are made by chance from the kinds the measures ask for: denser than life. Bars are said for the large size.",
            f"After the last {NEW:,} new facts all tables are compared with what is counted from the first fact on.",
            "DuckDB counts in a process of its own; its memory is the largest that process had resident, Python included.",
        ],
    }
    if args.keep:
        name = "-".join(["indicators", args.size or "small", *([args.only] if args.only else [])])
        _kept.keep(name, outcome, folder=RESULTS)
    return outcome


def _of_a_city(size: int, args: argparse.Namespace) -> list[dict[str, Any]]:
    from benches import _indicators
    from proofs._facts import Postgres

    postgres, asked = Postgres(), _indicators.asked()
    told, *turns = _indicators.in_turn(args.seed, BODY, size, NEW, args.times + 1)
    postgres.deliver(told)
    postgres.settle()
    full = _timed(args.times, lambda: postgres.shares(BODY, asked))
    p95 = full[int(len(full) * 0.95) - 1]
    began = time.monotonic()
    tables = _indicators.keep(BODY)
    first = time.monotonic() - began
    again, moved = [], []
    for turn in turns:
        postgres.deliver(turn)
        began = time.monotonic()
        moved.append(_indicators.moved(BODY))
        again.append(time.monotonic() - began)
    again = sorted(again[1:])  # after the first the texts are made
    median, most, same = (
        again[len(again) // 2],
        again[int(len(again) * 0.95) - 1],
        _indicators.is_as_counted_whole(BODY),
    )
    return [
        _row(f"PostgreSQL, a city, {len(asked)} figures (p95)", size, 1, p95, None, met=p95 < FULL_S),
        _row(f"PostgreSQL, {tables} tables stand ready for the first time", size, 1, first, None, met=None),
        _row(
            f"PostgreSQL, {NEW:,} new facts, {min(moved)} or more tables moved and kept (median)",
            size,
            1,
            median,
            None,
            met=same and median * 1000 < NEW_MS,
        ),
        _row("the same (p95)", size, 1, most, None, met=None),
    ]


def _of_a_nation(size: int, bodies: int, folder: Path, args: argparse.Namespace) -> list[dict[str, Any]]:
    from benches import _indicators
    from proofs._facts import Postgres

    file = folder / "facts.parquet"
    began = time.monotonic()
    kept = _indicators.nation(args.seed, size, bodies, file)
    rows = [_row("DuckDB, writing the file", kept, bodies, time.monotonic() - began, None, met=None)]
    duck = _apart([sys.executable, "-m", "benches._indicators", str(file)])
    met = duck["seconds"] <= NATION_S and duck["gb"] <= NATION_GB
    rows.append(_row("DuckDB over Parquet, two cores", kept, duck["bodies"], duck["seconds"], duck["gb"], met=met))
    postgres = Postgres()
    began = time.monotonic()
    _indicators.into_postgres(file)
    postgres.settle()
    rows.append(_row("PostgreSQL, loading", kept, bodies, time.monotonic() - began, None, met=None))
    began = time.monotonic()
    found: dict[str, Any] = {}
    for body in duck["shares"]:
        if time.monotonic() - began > args.most * 60:
            break
        found[body] = [list(vars(one).values()) for one in postgres.shares(body, _indicators.asked())]
    same = all(duck["shares"][body] == shares for body, shares in found.items())
    what = f"PostgreSQL, body by body, {len(found):,} of them"
    rows.append(_row(what, kept, bodies, time.monotonic() - began, None, met=same and bool(found)))
    return rows + (_of_polars(args, file, kept, duck) if args.polars else [])


def _of_polars(args: argparse.Namespace, file: Path, kept: int, duck: dict[str, Any]) -> list[dict[str, Any]]:
    """It holds everything in memory: where that or the time does not reach, it is said, and nothing is compared."""
    from benches import _indicators

    counter = str(Path(__file__).parent / "peers" / "polars" / "count.py")
    began = time.monotonic()
    try:
        other = _apart([args.polars, counter, *_indicators.for_polars(file)], seconds=args.most * 60)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as broken:
        what = f"Polars, in memory: not done ({type(broken).__name__}, at most {PEER_GB} GB)"
        return [_row(what, kept, duck["bodies"], time.monotonic() - began, None, met=None)]
    same = _indicators.of_polars(other["shares"], duck["shares"]) == duck["shares"]
    what = f"Polars, in memory, {other['measures']} measures"
    return [_row(what, kept, duck["bodies"], other["seconds"], other["gb"], met=same and not other["unread"])]


def _apart(command: list[str], *, seconds: float | None = None) -> dict[str, Any]:
    limit = ["prlimit", f"--as={PEER_GB * 1024**3}"] if seconds else []
    said = subprocess.run([*limit, *command], check=True, capture_output=True, text=True, timeout=seconds).stdout
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def _timed(times: int, ask: Any) -> list[float]:
    ask()
    taken = []
    for _ in range(times):
        began = time.monotonic()
        ask()
        taken.append(time.monotonic() - began)
    return sorted(taken)


def _row(
    what: str, facts: int, bodies: int, seconds: float, memory: float | None, *, met: bool | None
) -> dict[str, Any]:
    return {
        "what": what,
        "facts": facts,
        "bodies": bodies,
        "seconds": round(seconds, 3),
        "GB": memory or "",
        "met": "" if met is None else met,
    }
