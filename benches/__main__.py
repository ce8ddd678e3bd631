"""`bin/bench NAME [--size S] [--json]`."""

import argparse
import sys

import benches
from proofs.entry import main


def options(parser: argparse.ArgumentParser) -> None:
    """What every bench understands."""
    parser.add_argument("--size", help="how large: a word or a number, each bench names its own")
    parser.add_argument("--seed", type=int, default=20261125, help="the same seed gives the same data")


if __name__ == "__main__":
    sys.exit(main("bin/bench", benches, options, sys.argv[1:]))
