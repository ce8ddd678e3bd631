"""The PostgreSQL of a proof from outside: ask it as the owner of the tables, kill it whole, start it again."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from marugoto.ground.scratch_postgres import start_again

DEATH_SECONDS = 10.0


class Server:
    """Only ever the scratch server of this proof: it is found through the owner's address."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.data = Path(self.ask("SHOW data_directory")[0][0])
        if not self.data.parent.name.startswith("marugoto-pg-"):
            raise ValueError(f"not a scratch server: {self.data}")

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The answer, on a connection of its own; statements that answer nothing give an empty list."""
        with psycopg.connect(self.url, autocommit=True) as line:
            cursor = line.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def kill(self) -> int:
        """SIGKILL to the postmaster and every process it made; answers how many."""
        postmaster = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        doomed = [postmaster, *children_of(postmaster)]
        for pid in doomed:
            kill(pid)
        until = time.monotonic() + DEATH_SECONDS
        while any(alive(pid) for pid in doomed) and time.monotonic() < until:
            time.sleep(0.01)
        return len(doomed)

    def start(self) -> float:
        """Answers the seconds until it takes connections again, recovery included."""
        began = time.monotonic()
        start_again(self.data)
        return time.monotonic() - began

    def commit_late(self, *, late: bool) -> None:
        """The fault of the control: a commit is acknowledged before its log is written, and the log is written seldom."""
        name = self.ask("SELECT current_database()")[0][0]
        if late:
            self.ask(f"ALTER DATABASE {name} SET synchronous_commit = off")
            self.ask("ALTER SYSTEM SET wal_writer_delay = '10s'")
            self.ask("ALTER SYSTEM SET wal_writer_flush_after = '1GB'")
        else:
            self.ask(f"ALTER DATABASE {name} RESET synchronous_commit")
            self.ask("ALTER SYSTEM RESET wal_writer_delay")
            self.ask("ALTER SYSTEM RESET wal_writer_flush_after")
        self.ask("SELECT pg_reload_conf()")


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def children_of(parent: int) -> list[int]:
    return [pid for pid in _processes() if _stat(pid)[1:2] == [str(parent)]]


def alive(pid: int) -> bool:
    """False also for a process that has ended and that nobody has asked for yet."""
    return _stat(pid)[:1] not in ([], ["Z"])


def _processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _stat(pid: int) -> list[str]:
    """State, parent, …: what stands behind the name."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
