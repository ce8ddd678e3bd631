"""What a proof or a bench found, kept beside it with the commit it was found at."""

import datetime as dt
import json
import os
import subprocess
from pathlib import Path

from proofs.entry import Outcome

RESULTS = Path(__file__).parent / "results"


def keep(name: str, outcome: Outcome, *, folder: Path | None = None) -> Path:
    told = {
        "made": f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC",
        "commit": commit(),
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        **outcome,
    }
    path = (folder or RESULTS) / f"{name}.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    return path


def commit() -> str:
    """Of the code that ran; what was not committed when it ran is said beside it."""
    said = _git("log", "-1", "--format=%h %s")
    changed = " (and changes that were not committed)" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return f"{said}{changed}" if said else "unknown"


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=RESULTS.parent, capture_output=True, text=True, check=False
    ).stdout.strip()
