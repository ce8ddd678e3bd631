"""Parts of one proof side by side: each a process of its own, on a database of its own, with what it found read from its last line."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from marugoto.web.shell.management.commandline import OWNER_URL
from proofs.entry import Outcome

SET_HERE = {OWNER_URL, "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}  # by whoever starts the parts, for itself
FIRST = 50  # of the priorities of real time, 1 to 99
NOT_ENDED = "its process did not end well: see its words above"


def put_first(process: int) -> None:
    """From here on this process and whatever it starts, its database too, go before all others, as if nothing else ran.

    Only the administrator of a machine may; for others nothing changes.
    """
    with suppress(OSError):
        os.sched_setscheduler(process, os.SCHED_FIFO, os.sched_param(FIRST))


def goes_first() -> bool:
    return os.sched_getscheduler(0) == os.SCHED_FIFO


@contextmanager
def beside(name: str, parts: list[str], words: list[str], first: str = "") -> Iterator["list[Part]"]:
    """`bin/prove NAME --only PART` with the same words, for each part; whoever is still at work at the end is ended.

    `first`: the part that goes before the others.
    """
    running = [Part(name, part, words, first=part == first) for part in parts]
    try:
        yield running
    finally:
        for one in running:
            one.end()


class Part:
    def __init__(self, name: str, part: str, words: list[str], *, first: bool) -> None:
        self.part = part
        command = [sys.executable, "-m", "proofs", name, *words, "--only", part, "--json"]
        own = {key: value for key, value in os.environ.items() if key not in SET_HERE}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=own, text=True, start_new_session=True)
        if first:
            put_first(self.process.pid)

    def outcome(self) -> Outcome:
        """Waits until it has ended."""
        lines = self.process.communicate()[0].splitlines()
        found: Any = None
        with suppress(ValueError, IndexError):
            found = json.loads(lines[-1])
        if not isinstance(found, dict):
            return {"ok": False, "rows": [], "figures": {}, "notes": [f"{self.part}: {NOT_ENDED}"]}
        return {"ok": bool(found["ok"]), "rows": found["rows"], "figures": found["figures"], "notes": found["notes"]}

    def end(self) -> None:
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
