"""Whoever edits, deletes or swaps a sealed row is found and the row is named; a chain made anew fails against the checkpoint outside."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from proofs.entry import Outcome

DATABASE = "postgres"
ROWS, OPERATIONS = 20_000, 1_000
TAIL_SECONDS = 90
BODY = "992014"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=ROWS, help="rows of each book before the checkpoint")
    parser.add_argument(
        "--tail-seconds",
        type=int,
        default=TAIL_SECONDS,
        help="how long to watch a running courier seal what is written",
    )
    parser.add_argument("--keep", action="store_true", help="keep the figures in proofs/results/")


def run(args: argparse.Namespace) -> Outcome:
    from proofs import _kept, _tampered

    dice, at = Random(args.seed), datetime(2026, 11, 25, tzinfo=UTC)
    with tempfile.TemporaryDirectory(prefix="marugoto-witness-") as place:
        world = _tampered.World(BODY, dice, Path(place))
        world.settle(args.rows, at)
        rows = [world.untouched(), world.unsealed_table(at)]
        rows.append(world.tampered(args.operations or OPERATIONS))
        rows += [world.rewritten(outside=False), world.rewritten(outside=True), world.cut_off()]
        rows += world.blinded()
        figures: dict[str, Any] = {"rows sealed before the checkpoint": world.covered, "seals": world.seals()}
        figures |= world.figures
        figures |= _tail(world, args.tail_seconds)
    watched = figures["looks written beside a running courier"] > 0 or not args.tail_seconds
    ok = all(row["as it must be"] for row in rows) and watched and figures["unsealed tail, longest (s)"] <= 60
    outcome: Outcome = {"ok": ok, "rows": rows, "figures": figures, "notes": NOTES}
    if args.keep:
        _kept.keep("tamper", outcome)
    return outcome


NOTES = [
    "Every tampering is plain SQL under the account that owns the tables; the verifier is the one file, run by itself on an export.",
    "What was written after the last seal (the unsealed tail, at most 60 s) is covered by nothing: a change there is not found.",
    "A row that is written anew as the application would write it is a new row: no seal tells who wrote it.",
    "A chain made anew from the first seal on is found by the checkpoint outside alone; without one it is not found.",
]


def _tail(world: Any, seconds: int) -> dict[str, Any]:
    """A real courier seals while looks are written; how long the one that waited longest was without a seal."""
    command = [sys.executable, "-m", "marugoto.web.shell.management.commandline", "courier"]
    with tempfile.TemporaryFile() as told, subprocess.Popen(command, env=dict(os.environ), stderr=told) as courier:
        try:
            began, written = time.monotonic(), dict[bytes, float]()
            until = began + seconds
            longest, gone = 0.0, 0
            while time.monotonic() < until:
                if time.monotonic() < until - 40:
                    now = datetime.now(UTC)
                    written[world.look_now(now).bytes] = now.timestamp()
                time.sleep(0.5)
                for key in world.sealed_of(written):
                    longest, gone = max(longest, time.time() - written.pop(key)), gone + 1
        finally:
            courier.terminate()
            courier.wait(20)
    return {
        "looks written beside a running courier": gone + len(written),
        "of them still without a seal at the end": len(written),
        "unsealed tail, longest (s)": round(longest, 1) if not written else float(seconds),
        "unsealed tail, as the house promises (s)": 60,
    }


def spread(dice: Random, at: datetime, number: int) -> dict[str, Any]:
    """The content of a look."""
    return {
        "body": BODY,
        "made_at": at + timedelta(milliseconds=37 * number),
        "worker": UUID(int=dice.getrandbits(128)),
        "duty": UUID(int=dice.getrandbits(128)),
        "purpose": "support",
        "page": dice.choice(["desk:household", "desk:households", "shell:search", "desk:need"]),
        "matter": str(UUID(int=dice.getrandbits(128))),
        "folders": [[str(UUID(int=dice.getrandbits(128))), "basic"] for _ in range(dice.randint(1, 4))],
    }
