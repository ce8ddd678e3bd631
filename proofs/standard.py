"""Each threshold, constant, comparison and branch of the standard of establishment is bent; the golden cases must tell every one."""

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from proofs import _kept
from proofs.entry import Outcome

DATABASE = "sqlite"

# Bent so, nothing that can happen is judged otherwise; each with its reason.
EQUIVALENT: dict[str, str] = {
    "F2.5 2 Recorded.level = 2": "it is met by the same record as the test of level 2 before it",
}


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", action="store_true", help="keep the result in proofs/results")


def run(args: argparse.Namespace) -> Outcome:
    """`--operations`: only every so manieth mutant, so that all parts are tried in little time (1 tries all)."""
    from proofs import _bent_standard as bent

    every, tests = args.operations or 1, bent.checks()
    if bent.told_apart(tests):
        return {"ok": False, "notes": ["The true rules do not pass their own cases."]}
    rows, notes = list[dict[str, Any]](), list[str]()
    kinds = {
        "criteria": islice(bent.of_criteria(), 0, None, every),
        "constants": islice(bent.of_constants(), 0, None, every),
        "rules": bent.of_rules(every),
    }
    for kind, mutants in kinds.items():
        row, left = _tried(kind, mutants, tests)
        rows.append(row)
        notes += [f"Survived: {name}" for name in left]
    notes += [f"Equivalent: {name}: {why}" for name, why in EQUIVALENT.items()]
    notes.append(
        "Not bent: a least of 1 to 0 where n is k, for of no fact nothing is said; a level to one outside 1 to 3."
    )
    outcome: Outcome = {
        "ok": not any(row["survivors"] for row in rows),
        "rows": rows,
        "figures": {"mutants": sum(row["mutants"] for row in rows), "equivalent": len(EQUIVALENT)},
        "notes": notes,
    }
    if args.write:
        _kept.keep("standard", outcome)
    return outcome


def _tried(kind: str, mutants: Iterator[Any], tests: list[Any]) -> tuple[dict[str, Any], list[str]]:
    from proofs import _bent_standard as bent

    count, left = 0, list[str]()
    for name, change in mutants:
        if name in EQUIVALENT:
            continue
        count += 1
        with change():
            killed = bent.told_apart(tests)
        if not killed:
            left.append(name)
    print(f"{kind}: {count}, survivors {len(left)}", file=sys.stderr, flush=True)
    return {"bent": kind, "mutants": count, "survivors": len(left)}, left
