"""The same facts in three engines, for proofs and benches: SQLite in memory, the house's PostgreSQL behind its walls, lines for DuckDB."""

import csv
import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.db import transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.large import COLUMNS_KEPT
from marugoto.evaluation.measures import LeftOut, Measured, Window
from marugoto.evaluation.measures.book import over_facts
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.context import Breadth, entered
from marugoto.web.shell.management.commandline import OWNER_URL

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
COLUMNS = ("seq", "uid", "fy", *(name for name in COLUMNS_KEPT if name not in {"seq", "uid"}))
Asked = Sequence[tuple[Measured, Window]]
Row = tuple[Any, ...]


class Lines:
    """A file of lines, as a database copies them out; DuckDB reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def deliver(self, rows: Iterable[Row]) -> None:
        places = [COLUMNS.index(name) for name in COLUMNS_KEPT]
        with self.path.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([row[place] for place in places] for row in rows)


class Sqlite:
    """A table of the same columns and indexes."""

    def __init__(self) -> None:
        self.base = sqlite3.connect(":memory:")
        columns = ", ".join(name for name in COLUMNS if name not in {"seq", "uid"})
        self.base.executescript(
            f"CREATE TABLE ledger_fact (seq INTEGER PRIMARY KEY, uid UNIQUE, {columns});"
            "CREATE INDEX by_kind ON ledger_fact (body, kind, day); CREATE INDEX by_matter ON ledger_fact (matter);"
            "CREATE INDEX by_subject ON ledger_fact (subject);"
            "CREATE INDEX what_it_is_about_first ON ledger_fact (ref_1) WHERE ref_1 IS NOT NULL;"
            "CREATE INDEX what_was_corrected ON ledger_fact (body, corrects) WHERE corrects IS NOT NULL;"
        )

    def deliver(self, rows: Iterable[Row]) -> None:
        text = f"INSERT OR IGNORE INTO ledger_fact ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
        plain = ([one.hex if isinstance(one, UUID) else one for one in row] for row in rows)
        self.base.executemany(text, plain)

    def shares(self, body: str, asked: Asked) -> list[Share]:
        self.base.execute("ANALYZE")
        return [self._share(body, measure, window) for measure, window in asked]

    def _share(self, body: str, measure: Measured, window: Window) -> Share:
        folded = measure if isinstance(measure, LeftOut) else None
        text = over_facts(folded.edges() if folded else measure.counted())
        places = {name: value for name, value in window.places().items() if re.search(rf":{name}\b", text)}
        rows = self.base.execute(text, places | {"body": body})
        found = folded.fold(rows) if folded else rows.fetchone()
        return Share(*(int(one or 0) for one in found))


class Postgres:
    """The house's own table: written by the owner, read as the application reads it."""

    def deliver(self, rows: Iterable[Row]) -> None:
        columns = ", ".join(COLUMNS)
        with psycopg.connect(os.environ[OWNER_URL]) as owner, owner.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE delivered (LIKE ledger_fact INCLUDING DEFAULTS) ON COMMIT DROP")
            with cursor.copy(f"COPY delivered (version, {columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row((1, *row))
            cursor.execute("INSERT INTO ledger_fact SELECT * FROM delivered ON CONFLICT DO NOTHING")

    def settle(self) -> None:
        with psycopg.connect(os.environ[OWNER_URL], autocommit=True) as owner:
            owner.execute("VACUUM ANALYZE ledger_fact")

    def copy_out(self, to: Path) -> None:
        """As lines, for DuckDB."""
        text = f"COPY ledger_fact ({', '.join(COLUMNS_KEPT)}) TO STDOUT (FORMAT csv)"
        with psycopg.connect(os.environ[OWNER_URL]) as owner, to.open("wb") as file, owner.cursor().copy(text) as copy:
            file.writelines(copy)

    def shares(self, body: str, asked: Asked) -> list[Share]:
        """As a page asks: all in one query."""
        with transaction.atomic(), entered(system_viewer(body, NOW), Breadth.TOWER):
            return measured.shares([(measure, Window(body, *window.places().values())) for measure, window in asked])


def row_of(fact: Any) -> Row:
    return tuple(getattr(fact, name) for name in COLUMNS)
