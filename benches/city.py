"""How long it takes to load a town of N open needs, and whether what was loaded is what the actions would have written."""

import argparse

from proofs.entry import Outcome

DATABASE = "postgres"


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: small (40 open needs), tiny (300), town (3,000), city (30,000), large (150,000)."""
    from django.core.management import call_command

    from benches import _city, _city_gate

    call_command("collectstatic", interactive=False, verbosity=0)
    figures = _city.load(args.size or "town", args.seed)
    found = _city_gate.check(balls=args.balls)
    faults = found.pop("faults")
    if args.spoil:
        _city_gate.spoil()
        again = _city_gate.check(balls=args.balls)
        faults += again["faults"]
        found["ok"] = found["ok"] and not again["ok"]
    return {"ok": found.pop("ok"), "figures": figures | found, "notes": faults}


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--spoil", action="store_true", help="afterwards change two loaded rows: the gate must find them"
    )
    parser.add_argument("--balls", type=int, default=1_000, help="how many balls are told again by the real actions")
