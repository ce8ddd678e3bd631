"""A ball never has two holders and never none: every two verbs at once, then a storm of operations in which processes are killed."""

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from proofs._sittings import Book
from proofs.entry import Outcome

if TYPE_CHECKING:
    from proofs._race import Tally
    from proofs._storm import Plan, Storm
    from proofs._verbs import Place

DATABASE = "postgres"
DURABLE = True
POSTGRES = "shared_buffers=512MB max_wal_size=4GB checkpoint_timeout=15min"
OPERATIONS, PAIRS, CONTROL, KILLS, FEWEST_KILLS = 20_000, 1_000, 340, 12, 12
LATE_TRIES, LATE_OPERATIONS, KEYLESS_OPERATIONS = 6, 300, 300


def options(parser: argparse.ArgumentParser) -> None:
    from proofs._storm import KINDS

    parser.add_argument("--pairs", type=int, default=PAIRS, help="pairs of two verbs at once, before the storm")
    parser.add_argument("--control-pairs", type=int, default=CONTROL, help="pairs without compare-and-set, before all")
    parser.add_argument("--writers", type=int, default=4, help="processes that write at once")
    parser.add_argument("--balls", type=int, default=1_000, help="balls of each writer")
    parser.add_argument(
        "--web-share", type=float, default=0.01, help="of all operations, those pressed at the web server"
    )
    parser.add_argument("--only", action="append", choices=KINDS, help="kill this kind alone; may be said again")
    parser.add_argument("--minutes", type=float, help="the storm ends after so long at the latest, with all its checks")
    parser.add_argument(
        "--sittings", type=Path, help="a file of earlier runs: operations and kills are counted together"
    )


def run(args: argparse.Namespace) -> Outcome:
    """The controls first: what must be caught is caught. Then the race, then the storm."""
    from proofs._race import race
    from proofs._storm import run_storm
    from proofs._verbs import settle_place

    here, on_sqlite = settle_place(), args.database == "sqlite"
    book = Book(args.sittings)
    plan = _plan(args, book, on_sqlite)
    blind = race(here, args.control_pairs, seed=args.seed, blind=True)
    _say(f"control without compare-and-set: {len(blind.broken)} balls that can not be explained")
    controls = [_keyless(here, plan)] + ([] if on_sqlite else [_late(here, plan)])
    caught = bool(blind.broken or on_sqlite) and all(row["caught"] for row in controls)
    tally = race(here, args.pairs, seed=args.seed)
    storm = run_storm(here, plan)
    figures = _figures_of_controls(blind, controls) | _figures_of_race(tally) | _figures_of_storm(storm)
    sound = caught and tally.clean and storm.account.sound and not (plan.kills and not storm.killed)
    book.add(sound, figures, _rows(storm))
    reach = reached(_asked(args), _tried(book, storm))
    return {
        "ok": sound and book.sound,
        "reached": reach["reached"],
        "rows": _rows(storm),
        "figures": figures | book.figures | reach,
        "notes": [_said_of(reach, storm, book), *_notes(tally, storm, on_sqlite=on_sqlite)],
    }


def _asked(args: argparse.Namespace) -> tuple[int, int]:
    """Operations and kills, over all sittings."""
    return (
        OPERATIONS if args.operations is None else args.operations,
        KILLS if args.kills is None else args.kills,
    )


def _tried(book: Book, storm: "Storm") -> tuple[int, int]:
    """As `_asked`: of all sittings where a file of them is kept, else of this one."""
    if book.path is not None:
        return book.operations, book.kills
    return storm.account.done.total() + storm.account.refused.total(), storm.killed.total()


def reached(asked: tuple[int, int], tried: tuple[int, int]) -> dict[str, Any]:
    """How much of what was asked was tried. Less of it is no less sound: `ok` does not look at it."""
    return {
        "asked: operations": asked[0],
        "asked: kills": asked[1],
        "reached: operations": tried[0],
        "reached: kills": tried[1],
        "reached": tried[0] >= asked[0] and tried[1] >= asked[1],
    }


def _said_of(reach: dict[str, Any], storm: "Storm", book: Book) -> str:
    tried, asked = reach["reached: operations"], reach["asked: operations"]
    sittings = f", over {len(book.sittings)} sittings" if book.path is not None else ""
    said = f"{tried:,} of {asked:,} operations, {reach['reached: kills']} of {reach['asked: kills']} kills{sittings}."
    if reach["reached"]:
        return f"Reached what was asked: {said}"
    total = storm.account.done.total() + storm.account.refused.total()
    hours = max(0, asked - tried) * storm.seconds / max(1, total) / 3600
    return f"Not reached what was asked: {said} At this pace the rest takes {hours:.1f} hours."


def _plan(args: argparse.Namespace, book: Book, on_sqlite: bool) -> "Plan":
    from proofs._storm import KINDS, Plan

    operations, kills = _asked(args)
    return Plan(
        operations=max(1, operations - book.operations),
        kills=max(min(kills, FEWEST_KILLS), kills - book.kills),
        seed=args.seed + len(book.sittings),
        kinds=("writer",) if on_sqlite else tuple(args.only or KINDS),
        writers=min(2, args.writers) if on_sqlite else args.writers,
        balls=args.balls,
        web_share=args.web_share,
        minutes=args.minutes,
    )


# ---------------------------------------------------------------- the controls


def _keyless(here: "Place", plan: "Plan") -> dict[str, Any]:
    """The key is not looked at: a press that is repeated must be found as a second fact."""
    from proofs._storm import run_storm

    asked = dataclasses.replace(
        plan,
        operations=KEYLESS_OPERATIONS,
        kills=2,
        kinds=("writer",),
        web_share=0,
        writers=2,
        balls=10,
        ignore_key=True,
        minutes=5,
        enough=lambda account: account.again["done a second time"] > 1,
    )
    storm = run_storm(here, asked)
    found = len(storm.account.twice)
    _say(f"control without keys: {found} facts twice in {storm.board.total()} operations")
    return {"control": "the key ignored", "found": f"{found} facts twice", "caught": bool(found)}


def _late(here: "Place", plan: "Plan") -> dict[str, Any]:
    """Commits acknowledged before their log is written: a killed database must be found to have lost some."""
    from proofs._server import Server
    from proofs._storm import prepared

    lost = kills = 0
    for turn in range(LATE_TRIES):
        asked = dataclasses.replace(
            plan,
            operations=LATE_OPERATIONS,
            kills=3,
            kinds=("database",),
            web_share=0,
            balls=10,
            minutes=5,
            seed=plan.seed + turn,
            enough=lambda account: bool(account.lost),
        )
        with prepared(here, asked) as storm:
            server = storm.server
            assert isinstance(server, Server)
            server.commit_late(late=True)
            try:
                storm.run()
            finally:
                server.commit_late(late=False)
        lost, kills = lost + len(storm.account.lost), kills + storm.killed.total()
        if lost:
            break
    _say(f"control with late commits: {lost} acknowledged operations lost after {kills} kills of the database")
    return {"control": "synchronous_commit off", "found": f"{lost} lost after {kills} kills", "caught": bool(lost)}


# ---------------------------------------------------------------- the figures


def _figures_of_controls(blind: "Tally", controls: list[dict[str, Any]]) -> dict[str, Any]:
    planted = {"control without compare-and-set: found": f"{len(blind.broken)} of {blind.pairs} pairs"}
    return planted | {f"control with {row['control']}: found": row["found"] for row in controls}


def _figures_of_race(tally: "Tally") -> dict[str, Any]:
    return {
        "race: pairs of two verbs at once": tally.pairs,
        "race: both had looked before either moved": tally.met,
        "race: stack traces": len(tally.traces),
        "race: balls that can not be explained": len(tally.broken),
    }


def _figures_of_storm(storm: "Storm") -> dict[str, Any]:
    account, seconds = storm.account, storm.seconds or 1
    total = account.done.total() + account.refused.total()
    return {
        "storm: operations": total,
        "storm: done": account.done.total(),
        "storm: refused": account.refused.total(),
        "storm: over HTTP": storm.over_http,
        "storm: operations per second": round(total / seconds, 1),
        "storm: balls": len(account.matters),
        **{f"killed: {kind}": times for kind, times in storm.killed.items()},
        "killed: database processes": storm.processes,
        "slowest recovery in seconds": round(max(storm.recoveries, default=0.0), 2),
        **{f"in doubt, repeated: {said}": times for said, times in sorted(account.doubts.items())},
        **{f"pressed again though answered: {said}": times for said, times in sorted(account.again.items())},
        "facts counted": account.facts,
        "acknowledged and lost": len(account.lost),
        "facts twice": len(account.twice),
        "balls unheld": len(account.unheld),
        "balls doubly held": len(account.double),
        "balls held otherwise than written": len(account.otherwise),
        "balls that can not be explained": len(account.broken),
        "anything but an answer or a sentence": len(account.traces),
    }


def _rows(storm: "Storm") -> list[dict[str, Any]]:
    done, refused = storm.account.done, storm.account.refused
    return [{"verb": verb, "done": done[verb], "refused": refused[verb]} for verb in sorted({*done, *refused})]


def _notes(tally: "Tally", storm: "Storm", *, on_sqlite: bool) -> list[str]:
    account = storm.account
    wrong = [*tally.traces, *tally.broken, *account.traces, *account.lost, *account.twice, *account.broken]
    notes = wrong[:8]
    if on_sqlite:
        notes.append("On SQLite only writers are killed, and the blind race can not show: writers come in one by one.")
    return notes


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
