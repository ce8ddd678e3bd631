"""Random towns print papers, tables, ways and looks back for years; whoever subtracts one from another finds no small number."""

import argparse
from typing import Any

from proofs._kept import keep
from proofs.entry import Outcome

TOWNS = 200
NOTES = [
    "Whoever attacks knows which number is the sum of which, and subtracts parts, tables, half-years and editions; the ways between fields "
    "from the figures of the town; tables of before and after from those in which they lie. The control prints the same towns with the small "
    "numbers alone hidden, and is broken.",
    "What leaves the house is found from the code: tests/evaluation/test_published_elsewhere.py fails when a page asks what may be told and "
    "is not named there.",
    "Not attacked: what is lacking by district (一枚), a number of the day it is printed on; of two days one after the other a difference "
    "of one can be read.",
]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", action="store_true", help="keep the result in proofs/results")


def run(args: argparse.Namespace) -> Outcome:
    """`--operations`: how many towns."""
    from tests.evaluation.published_elsewhere import attack_begun, attack_ways

    wanted = args.operations or TOWNS
    rows = [
        attack(args.seed, wanted, protected=protected)
        for attack in (_sheets_and_tables, attack_ways, attack_begun)
        for protected in (False, True)
    ]
    outcome: Outcome = {
        "ok": all(
            ours["small numbers found"] == 0 < control["small numbers found"]
            for control, ours in zip(rows[::2], rows[1::2], strict=True)
        ),
        "rows": rows,
        "notes": NOTES,
    }
    if args.write:
        keep("suppression", outcome)
    return outcome


def _sheets_and_tables(seed: int, towns: int, *, protected: bool) -> dict[str, Any]:
    from tests.evaluation.published_towns import attack

    found = attack(seed, towns, protected=protected)
    return {
        "printed": "sheets and tables",
        "hidden": found["hidden"],
        "towns": towns,
        "numbers told": found["numbers told in 50 towns"],
        "small numbers found": found["small numbers found"],
        "of these singletons": found["of these singletons"],
    }
