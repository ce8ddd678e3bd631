"""Every measure gives the same whole numbers in plain Python, SQLite, PostgreSQL and DuckDB, on a million facts with all their mishaps."""

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from proofs import _kept
from proofs.entry import Outcome

DATABASE = "postgres"
POSTGRES = "shared_buffers=256MB work_mem=16MB max_wal_size=2GB"
FACTS, FEWEST = 20_000, 300
EMPTY, DUCKDB = "999999", "DuckDB over Parquet"
NOTE = (
    "A body without a fact answers 0 of 0 everywhere. How many residents a body has is asked when a figure leaves it, not when it is "
    "counted; a body of none tells nothing (tests/evaluation/test_measure_table.py)."
)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", action="store_true", help="keep the result in proofs/results")


def run(args: argparse.Namespace) -> Outcome:
    """`--operations`: how many facts (1,000,000 for the figures that are kept), over bodies of very different sizes."""
    from proofs._facts import Lines, Postgres, Sqlite, row_of
    from tests.evaluation.engines import of_plain_python
    from tests.evaluation.test_oracle import every_measure
    from tests.evaluation.world import World

    measures, wanted = every_measure(), args.operations or FACTS
    spent = dict.fromkeys(("Python", "SQLite", "PostgreSQL", DUCKDB), 0.0)
    told = {"facts": 0, "corrections": 0, "delivered twice": 0, "on the last day of a year": 0}
    expected, found = dict[str, Any](), {"SQLite": dict[str, Any](), "PostgreSQL": dict[str, Any]()}
    with tempfile.TemporaryDirectory(prefix="marugoto-facts-") as folder:
        lines, postgres, sqlite, world = Lines(Path(folder) / "facts"), Postgres(), Sqlite(), World(args.seed, measures)
        for number, size in enumerate(_sizes(wanted, Random(args.seed))):
            body, asked = _body(number), _asked(measures, number)
            facts = world.body(body, size, calendars=1 + number % 2)
            for engine in (lines, postgres, sqlite):
                engine.deliver([row_of(fact) for fact in facts])
            _add(told, facts)
            print(f"{told['facts']:,} of {wanted:,} facts, {number + 1} bodies", file=sys.stderr, flush=True)
            expected[body] = _timed(spent, "Python", of_plain_python, facts, asked)
            found["SQLite"][body] = _timed(spent, "SQLite", sqlite.shares, body, asked)
        postgres.settle()
        for number, body in enumerate(expected):
            asked = _asked(measures, number)
            found["PostgreSQL"][body] = _timed(spent, "PostgreSQL", postgres.shares, body, asked)
        empty = [*postgres.shares(EMPTY, _asked(measures, 0)), *sqlite.shares(EMPTY, _asked(measures, 0))]
        found[DUCKDB] = _timed(spent, DUCKDB, _of_duckdb, lines.path, measures, list(expected))
    rows = [_compared(engine, expected, answers, spent[engine]) for engine, answers in found.items()]
    bodies = {"bodies": len(expected), "of two towns": len(expected) // 2, "measures": len(measures)}
    outcome: Outcome = {
        "ok": all(row["as it must be"] for row in rows) and not any(share.n or share.running for share in empty),
        "rows": rows,
        "figures": told | bodies | {"Python s": round(spent["Python"], 1)},
        "notes": [NOTE],
    }
    if args.write:
        _kept.keep("measures", outcome)
    return outcome


def _sizes(wanted: int, chance: Random) -> Iterator[int]:
    """A heavy tail: most bodies small, one holds up to a quarter."""
    while wanted > 0:
        size = min(
            max(int(chance.lognormvariate(math.log(wanted / 60 + FEWEST), 1.2)), FEWEST), wanted // 4 + FEWEST, wanted
        )
        yield size
        wanted -= size


def _body(number: int) -> str:
    return f"{100_000 + number:06d}"


def _asked(measures: list[Any], number: int) -> list[tuple[Any, Any]]:
    """Bodies take turns with the windows."""
    from tests.evaluation.world import windows

    seen = windows()[number % 3]
    return [(measure, seen) for measure in measures]


def _of_duckdb(lines: Path, measures: list[Any], bodies: list[str]) -> dict[str, Any]:
    from marugoto.evaluation.large import Facts, keep_lines

    keep_lines(lines, lines.with_suffix(".parquet"))
    found: dict[str, Any] = {}
    with Facts(lines.with_suffix(".parquet"), block=100_000) as facts:
        for turn in range(3):
            shares = facts.shares(_asked(measures, turn))
            found |= {body: shares[body] for number, body in enumerate(bodies) if number % 3 == turn}
    return found


def _add(told: dict[str, int], facts: list[Any]) -> None:
    once = {fact.uid: fact for fact in facts}
    told["facts"] += len(once)
    told["corrections"] += sum(1 for fact in once.values() if fact.corrects)
    told["delivered twice"] += len(facts) - len(once)
    told["on the last day of a year"] += sum(1 for fact in once.values() if _ends_a_year(fact.day))


def _ends_a_year(day: int) -> bool:
    return (date.fromordinal(day).month, date.fromordinal(day).day) == (3, 31)


def _timed(spent: dict[str, float], engine: str, ask: Any, *about: Any) -> Any:
    began = time.monotonic()
    answer = ask(*about)
    spent[engine] += time.monotonic() - began
    return answer


def _compared(engine: str, expected: dict[str, Any], answers: dict[str, Any], seconds: float) -> dict[str, Any]:
    pairs = [
        (one, other) for body, shares in expected.items() for one, other in zip(shares, answers[body], strict=True)
    ]
    return {
        "engine": engine,
        "figures": len(pairs),
        "not zero": sum(1 for one, _ in pairs if one.k),
        "otherwise than in Python": sum(1 for one, other in pairs if one != other),
        "as it must be": all(one == other for one, other in pairs) and len(answers) == len(expected),
        "seconds": round(seconds, 1),
    }
