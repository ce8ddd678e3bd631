"""Each threshold, constant, comparison and branch of the standard and of all rules of evaluation is bent; the golden cases tell every one."""

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from proofs._kept import keep
from proofs.entry import Outcome

DATABASE = "sqlite"
CRITERIA_ALIKE = {"F2.5 2 Recorded.level = 2": "it is met by the same record as the test of level 2 before it"}
NOT_BENT = "Not bent: a least of 1 to 0 where n is k, for of no fact nothing is said; a level to one outside 1 to 3."


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", action="store_true", help="keep the result in proofs/results")


def run(args: argparse.Namespace) -> Outcome:
    """`--operations`: only every so manieth mutant, so that all parts are tried in little time (1 tries all)."""
    from proofs import _bent_alike as alike
    from proofs import _bent_rules as rules
    from proofs import _bent_standard as bent

    every, tests = args.operations or 1, bent.checks()
    if bent.told_apart(tests):
        return {"ok": False, "notes": ["The true rules do not pass their own cases."]}
    bends = [
        ("criteria", lambda: _criteria(islice(bent.of_criteria(), 0, None, every), tests)),
        *(
            (rules.short(one), lambda one=one: rules.survivors(one, rules.golden_of(one), every))
            for one in rules.modules()
            if rules.short(one) not in alike.NOTHING_TO_BEND
        ),
    ]
    rows, notes = list[dict[str, Any]](), list[str]()
    for name, tried in bends:
        count, left = tried()
        rows.append({"bent": name, "mutants": count, "survivors": len(left)})
        notes += [f"Survived: {one}" for one in left]
        print(f"{name}: {count}, survivors {len(left)}", file=sys.stderr, flush=True)
    notes += [f"Equivalent: {name}: {why}" for name, why in (CRITERIA_ALIKE | alike.ALIKE).items()]
    notes += [f"Nothing to bend in {name}: {why}" for name, why in alike.NOTHING_TO_BEND.items()]
    outcome: Outcome = {
        "ok": not any(row["survivors"] for row in rows),
        "rows": rows,
        "figures": {
            "mutants": sum(row["mutants"] for row in rows),
            "modules": len(rows) - 1,
            "equivalent": len(CRITERIA_ALIKE) + len(alike.ALIKE),
        },
        "notes": [*notes, NOT_BENT],
    }
    if args.write:
        keep("standard", outcome)
    return outcome


def _criteria(mutants: Iterator[Any], tests: list[Any]) -> tuple[int, list[str]]:
    from proofs import _bent_standard as bent

    count, left = 0, list[str]()
    for name, change in mutants:
        if name in CRITERIA_ALIKE:
            continue
        count += 1
        with change():
            killed = bent.told_apart(tests)
        if not killed:
            left.append(name)
    return count, left
