"""`bin/prove NAME [--operations N] [--kills K] [--json]`."""

import argparse
import sys

import proofs
from proofs.entry import main


def options(parser: argparse.ArgumentParser) -> None:
    """What every proof understands."""
    parser.add_argument(
        "--operations", type=int, help="how many operations to try (each proof has its own quick default)"
    )
    parser.add_argument("--kills", type=int, help="how often to kill a process in the middle")
    parser.add_argument("--seed", type=int, default=20261125, help="the same seed gives the same run")


if __name__ == "__main__":
    sys.exit(main("bin/prove", proofs, options, sys.argv[1:]))
