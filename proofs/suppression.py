"""Random towns publish half-year papers, answers, tables and figures for years; whoever subtracts one from another finds no small number."""

import argparse

from proofs.entry import Outcome

TOWNS = 200
NOTE = (
    "Whoever attacks knows which number is the sum of which, and subtracts parts, tables, half-years and editions. The control prints the same "
    "towns with the small numbers alone hidden, and is broken."
)


def run(args: argparse.Namespace) -> Outcome:
    """`--operations`: how many towns."""
    from tests.evaluation.published_towns import attack

    wanted = args.operations or TOWNS
    rows = [attack(args.seed, wanted, protected=protected) for protected in (False, True)]
    control, ours = rows
    return {
        "ok": ours["small numbers found"] == 0 and control["small numbers found"] > 0,
        "rows": rows,
        "notes": [NOTE],
    }
