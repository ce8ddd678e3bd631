"""Nobody sees what they may not: rule, SQL filter, article table and row security give one answer in every world, and any change shows."""

import argparse
import sys
import time
from random import Random
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
RANDOM = 20_000


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--random", type=int, default=RANDOM, help="random worlds for row security, beside every class")
    parser.add_argument(
        "--mutants", action="store_true", help="bend each comparison, edge and default of rule and policies"
    )
    parser.add_argument("--keep", action="store_true", help="keep the figures in proofs/results/")
    parser.add_argument("--write", action="store_true", help="write docs/reference/access.md from the rules first")


def run(args: argparse.Namespace) -> Outcome:
    from proofs import _articles, _kept, _killed, _ruled, _worlds

    if args.write:
        _articles.PAGE.write_text(_articles.page(), encoding="utf-8")
    table = _articles.read(_articles.PAGE.read_text(encoding="utf-8"))
    began = time.monotonic()
    ruling = _ruled.Ruling()
    ruled = {viewer: ruling.opened(viewer) for viewer in _worlds.VIEWERS}
    figures: dict[str, Any] = {"worlds": _worlds.WORLDS, "worlds: open": sum(sum(one) for one in ruled.values())}
    figures |= _against_the_filter(ruled) | _against_the_table(ruled, table)
    figures["seconds for all worlds"] = round(time.monotonic() - began, 1)
    kinds, idle = _ruled.idle_kinds()
    figures |= {"kinds of all dimensions": kinds, "kinds that change no decision, otherwise": len(idle)}
    figures |= _grounds(table)
    notes = [f"Dimensions: {_dimensions()}."]
    if args.database == "postgres":
        figures |= _row_security(ruled, args)
    else:
        notes.append("On SQLite there is no row security; it is shown on PostgreSQL.")
    rows = list[dict[str, Any]]()
    if args.mutants:
        rows = _mutants(args, ruled)
        figures["mutants"] = sum(row["mutants"] for row in rows)
        figures["mutants: survivors"] = sum(row["survivors"] for row in rows)
        notes += [f"Survived: {name}" for row in rows for name in row.pop("names")]
        notes += [f"Equivalent: {name}: {why}" for name, why in _killed.EQUIVALENTS.items()]
    wrong = {name: value for name, value in figures.items() if name.endswith(("otherwise", "survivors")) and value}
    figures["seconds"] = round(time.monotonic() - began, 1)
    outcome: Outcome = {"ok": not wrong, "rows": rows, "figures": figures, "notes": notes}
    if args.keep:
        _kept.keep("access", outcome)
    return outcome


def _dimensions() -> str:
    from proofs import _worlds as worlds

    sizes = {
        "viewer": len(worlds.VIEWERS),
        "body": worlds.SIZES[0],
        "grant (to × since × until × taken back)": worlds.SIZES[1],
    }
    sizes |= {"second grant": worlds.SIZES[2], "restriction (listed and until × since × ended)": worlds.SIZES[3]}
    sizes |= {"second restriction": worlds.SIZES[4]}
    return ", ".join(f"{name} {size}" for name, size in sizes.items())


def _against_the_filter(ruled: dict[str, bytearray]) -> dict[str, Any]:
    from proofs import _shadow

    otherwise = 0
    with _shadow.shadowed():
        for viewer, answers in ruled.items():
            opened = _shadow.opened(viewer)
            otherwise += len(opened ^ {number for number, one in enumerate(answers) if one})
    _say(f"SQL filter: {otherwise} worlds otherwise")
    return {"SQL filter: worlds otherwise": otherwise}


def _against_the_table(ruled: dict[str, bytearray], table: dict[Any, Any]) -> dict[str, Any]:
    from proofs import _articles, _ruled

    cells = [table[heading] for heading in (_articles.OWN, _articles.OPENING, _articles.FREE)]
    otherwise = 0
    for viewer, answers in ruled.items():
        said = _ruled.opened_by_table(viewer, *cells)
        otherwise += sum(one != other for one, other in zip(answers, said, strict=True)) if said != answers else 0
    return {"allowed cells in the table": sum(map(len, cells)), "article table: worlds otherwise": otherwise}


def _grounds(table: dict[Any, Any]) -> dict[str, Any]:
    from marugoto.disclosure.rules import basis, sharing
    from proofs import _articles, _grounds

    grounding = _grounds.Grounding(_grounds.loaded("basis_copy", _articles.source_of(basis)), sharing)
    worlds = list(_grounds.grounds())
    allowed = {one for one in worlds if grounding.allows(one)}
    by_table = _grounds.allowed_by_table(table[_articles.GROUNDS])
    return {
        "grounds: worlds": len(worlds),
        "grounds: allowed": len(allowed),
        "grounds: worlds otherwise": len(allowed ^ by_table),
    }


def _row_security(ruled: dict[str, bytearray], args: argparse.Namespace) -> dict[str, Any]:
    from proofs import _policies, _ruled, _walls, _worlds

    dice, classes = Random(args.seed), _ruled.folder_of_each_class()
    picked = sorted({*_worlds.single(), *classes, *dice.sample(range(_worlds.FOLDERS), args.random)})
    with _policies.settled(picked) as town:
        found = _policies.compared(town, picked, ruled) | _walls.probed(town)
    figures = {
        "row security: distinct classes of decisions, each with a folder": len(classes),
        "row security: folders": len(picked),
        "row security: questions": len(picked) * len(ruled),
    } | found
    _say(f"row security: {found}")
    return figures | _walls.uniform()


def _mutants(args: argparse.Namespace, ruled: dict[str, bytearray]) -> list[dict[str, Any]]:
    from proofs import _killed

    rows = _killed.of_the_rule(args.seed) + _killed.of_the_grounds() + _killed.of_the_filter()
    if args.database == "postgres":
        rows += _killed.of_the_policies(ruled)
    return rows


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
