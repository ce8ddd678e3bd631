"""What is taken back is gone: from one second after its commit every request and every delivery answers as missing.

A grant, a consent and a seat each; pages, prints and files. And with a forged or missing context the application's own database user
reads not one row.
"""

import argparse
import sys
import time
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
SETTINGS = "marugoto.settings.testing"  # the cast signs in without a second key
TRIALS, HOMES, CONTROL, LATE = 10_000, 20, 60, 600.0


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--trials", type=int, default=TRIALS, help="requests after a withdrawal")
    parser.add_argument("--keep", action="store_true", help="keep the figures in proofs/results/")


def run(args: argparse.Namespace) -> Outcome:
    from proofs import _forged, _kept, _rights
    from tests.town import settle_town

    began, town = time.monotonic(), settle_town()
    homes, readers = _rights.settle_homes(town, HOMES), _rights.readers_of()
    late = _tried(town, homes[:2], readers, CONTROL, late=LATE)  # these two end late, and are asked no more
    tally = _tried(town, homes[2:], readers, args.trials)
    figures: dict[str, Any] = {
        "control, taken back too late: read": f"{len(late.read)} of {late.asked.total()} requests",
        **{f"{kind}: taken back": times for kind, times in sorted(tally.opened.items())},
        **{f"{kind}: requests from a second after": times for kind, times in sorted(tally.asked.items())},
        "requests from a second after a withdrawal": tally.asked.total(),
        "soonest after the commit in seconds": round(tally.soonest, 3),
        "read": len(tally.read),
        "rights that did not open before": len(tally.never_open),
    }
    ok = bool(late.read) and not tally.read and not tally.never_open and tally.asked.total() >= args.trials
    if args.database == "postgres":
        figures |= _forged.read(town("tanaka"))
        ok = ok and not figures["forged: rows read"]
        ok = ok and figures["forged: control, tables with rows under the genuine context"] > 10
    figures["minutes"] = round((time.monotonic() - began) / 60, 1)
    outcome: Outcome = {"ok": ok, "figures": figures, "notes": [*tally.read[:20], *sorted(set(tally.never_open))[:20]]}
    if args.keep:
        _kept.keep("withdrawal", outcome)
    return outcome


def _tried(town: Any, homes: list[Any], readers: list[Any], most: int, late: float = 0.0) -> Any:
    from proofs import _rights

    tally = _rights.Tally()
    for asked in _rights.trials(town, homes, readers, tally, late):
        print(f"{asked} requests, {len(tally.read)} read", file=sys.stderr, flush=True)
        if asked >= most and len(tally.opened) == len(_rights.WAYS):
            return tally
    raise AssertionError("unreachable: the trials do not end by themselves")
