"""A proof that takes longer than one sitting: every sitting is a whole run with its own checks, and what they found is added up."""

import json
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

from marugoto.kernel.jst import JST

# What has to be nothing, by its name among the figures of a run.
NOTHING = (
    "race: stack traces",
    "race: balls that can not be explained",
    "acknowledged and lost",
    "facts twice",
    "balls unheld",
    "balls doubly held",
    "balls held otherwise than written",
    "balls that can not be explained",
    "anything but an answer or a sentence",
)


class Book:
    """The file of all sittings, each with the state of the code it ran on; without a file, only the run itself."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.sittings: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path and path.exists() else []

    @property
    def operations(self) -> int:
        return sum(one["figures"]["storm: operations"] for one in self.sittings)

    @property
    def kills(self) -> int:
        return sum(_kills(one["figures"]) for one in self.sittings)

    @property
    def sound(self) -> bool:
        return all(one["ok"] for one in self.sittings)

    @property
    def figures(self) -> dict[str, Any]:
        """What all sittings found together; nothing where no file is kept."""
        if self.path is None:
            return {}
        kept = [one["figures"] for one in self.sittings]
        sums = {f"all sittings: {name}": sum(one[name] for one in kept) for name in NOTHING}
        counted = {"operations": self.operations, "kills": self.kills, "in doubt": sum(map(_in_doubt, kept))}
        return {"sittings": len(kept)} | {f"all sittings: {name}": value for name, value in counted.items()} | sums

    def add(self, ok: bool, figures: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        """Written at once, a failed sitting too: it is never taken out again."""
        if self.path is None:
            return
        day = datetime.now(JST).strftime("%Y-%m-%d %H:%M")
        self.sittings.append({"day": day, "code": _code(), "ok": ok, "figures": figures, "verbs": rows})
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.sittings, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _kills(figures: dict[str, Any]) -> int:
    names = ("killed: writer", "killed: database", "killed: web server")
    return sum(figures.get(name, 0) for name in names)


def _in_doubt(figures: dict[str, Any]) -> int:
    return sum(value for name, value in figures.items() if name.startswith("in doubt, repeated"))


def _code() -> str:
    """The commit, with a mark where files differ from it; empty outside a checkout."""
    try:
        asked = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
