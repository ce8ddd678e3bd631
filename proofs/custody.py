"""A ball never has two holders and never none: every two verbs at once, and processes killed in the middle."""

import argparse
import sys
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
DURABLE = False
OPERATIONS, CONTROL, KILLS = 10_000, 340, 20


def run(args: argparse.Namespace) -> Outcome:
    """Race, plant the fault and see it caught, then kill writers; `ok` only if all three came out as they must."""
    from proofs._killed import kill_writers
    from proofs._race import race
    from proofs._verbs import settle_place

    operations = OPERATIONS if args.operations is None else args.operations
    kills = KILLS if args.kills is None else args.kills
    here = settle_place()
    tally = race(here, operations, seed=args.seed, beat=_say)
    control = race(here, min(CONTROL, operations), seed=args.seed, blind=True)
    killed = kill_writers(here, kills, seed=args.seed)
    figures: dict[str, Any] = {
        "pairs of two verbs at once": tally.pairs,
        "both had looked before either moved": tally.met,
        "done": tally.done.total(),
        "refused in a sentence": tally.sentences.total(),
        "stack traces": len(tally.traces),
        "balls that can not be explained": len(tally.broken),
        "control without compare-and-set: pairs": control.pairs,
        "control: balls found that can not be explained": len(control.broken),
        "writers killed": killed.kills,
        "acknowledged before the kill": killed.acknowledged,
        "acknowledged and lost": killed.lost,
        "half written": len(killed.broken),
    }
    seen = bool(control.broken) or args.database == "sqlite"
    return {
        "ok": tally.clean and seen and not killed.lost and not killed.broken,
        "rows": [
            {"verb": verb, "done": tally.done[verb], "refused": tally.refused[verb]}
            for verb in sorted(set(tally.done) | set(tally.refused))
        ],
        "figures": figures,
        "notes": _notes(tally.sentences.most_common(12), tally.traces + tally.broken + killed.broken, args.database),
    }


def _notes(sentences: list[tuple[str, int]], wrong: list[str], database: str) -> list[str]:
    said = [f"{times:6d}  {sentence}" for sentence, times in sentences]
    notes = ["what the second hand was told, most often first:", *said, *wrong[:5]]
    if database == "sqlite":
        notes.append("SQLite lets writers in one by one: the planted fault can not show there, and is not asked for.")
    return notes


def _say(pairs: int) -> None:
    print(f"{pairs} pairs", file=sys.stderr, flush=True)
