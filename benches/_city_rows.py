"""Rows as the text of PostgreSQL's COPY: read by id, written in bulk, on PostgreSQL under the owner's account and on SQLite."""

import os
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Protocol

NULL = r"\N"
# Of these tables the indexes beside the primary key, and the constraint behind each, where there is one.
INDEXES = """
SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), c.conname,
  pg_get_constraintdef(c.oid)
FROM pg_index i
LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'u'
WHERE i.indrelid::regclass::text = ANY (%s) AND NOT i.indisprimary
ORDER BY 1, 2
"""
SERIAL = {"ledger_fact": "seq", "ground_counter": "id"}  # the database counts these itself


class Rows(Protocol):
    columns: dict[str, list[str]]
    uuids: frozenset[str]

    def read(self, table: str, keys: Collection[str]) -> list[list[str]]:
        """Rows by their ids (facts by their uid), in the order of the ids; what is not there is left out."""

    def read_counters(self, named: Collection[str]) -> list[list[str]]:
        """Counters that belong to one of these ids."""

    def write(self, table: str, texts: Iterable[str]) -> None: ...

    def ask(self, sql: str) -> list[tuple[Any, ...]]: ...

    def each(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """As `ask`, a few thousand at a time."""

    def begin(self, tables: Iterable[str]) -> None: ...

    def end(self) -> None: ...


def open_rows() -> Rows:
    from django.db import connection

    return PostgresRows() if connection.vendor == "postgresql" else SqliteRows()


def _layout() -> tuple[dict[str, list[str]], frozenset[str]]:
    """The columns of every table, without those the database counts; and the names of those that hold ids."""
    from django.apps import apps

    columns, uuids = dict[str, list[str]](), set[str]()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        fields: list[Any] = list(model._meta.local_concrete_fields)
        columns[table] = [one.column for one in fields if one.column != SERIAL.get(table)]
        for one in fields:
            target = one.target_field if one.is_relation else one
            if target.get_internal_type() == "UUIDField":
                uuids.add(one.column)
    return columns, frozenset(uuids)


def _key_of(table: str) -> str:
    return "uid" if table == "ledger_fact" else "id"


def _text(value: Any) -> str:
    """SQLite keeps yes and no as 1 and 0; the words True and False would both be read as no."""
    return str(int(value)) if isinstance(value, bool) else str(value)


class PostgresRows:
    """A connection of the owner, for whom no wall stands; everything is read and written by COPY."""

    def __init__(self) -> None:
        import psycopg

        self.columns, self.uuids = _layout()
        self.connection = psycopg.connect(os.environ["MARUGOTO_OWNER_DATABASE_URL"], autocommit=True)
        self.connection.execute("SET timezone = 'UTC'")
        self.waiting: list[str] = []  # indexes to be made again

    def read(self, table: str, keys: Collection[str]) -> list[list[str]]:
        if not keys:
            return []
        wanted = "', '".join(keys)
        lines = self._out(table, f"{_key_of(table)} = ANY (ARRAY['{wanted}']::uuid[])")
        at = self.columns[table].index(_key_of(table))
        order = {key: place for place, key in enumerate(keys)}
        return sorted(lines, key=lambda row: order[row[at].replace("-", "")])

    def read_counters(self, named: Collection[str]) -> list[list[str]]:
        wanted = "', '".join(f"need {key}" for key in named)
        return self._out("ground_counter", f"name = ANY (ARRAY['{wanted}'])")

    def _out(self, table: str, where: str) -> list[list[str]]:
        names = ", ".join(f'"{name}"' for name in self.columns[table])
        with self.connection.cursor().copy(f'COPY (SELECT {names} FROM "{table}" WHERE {where}) TO STDOUT') as copy:
            text = b"".join(bytes(block) for block in copy).decode()
        return [line.split("\t") for line in text.split("\n")[:-1]]

    def write(self, table: str, texts: Iterable[str]) -> None:
        names = ", ".join(f'"{name}"' for name in self.columns[table])
        with self.connection.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for text in texts:
                copy.write(text)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()

    def each(self, sql: str) -> Iterator[tuple[Any, ...]]:
        with self.connection.transaction(), self.connection.cursor("each") as cursor:
            cursor.itersize = 20_000
            yield from cursor.execute(sql)

    def begin(self, tables: Iterable[str]) -> None:
        """Indexes wait until all rows are in, and are then made whole; references are looked at by the gate."""
        self.connection.execute("SET session_replication_role = replica")
        for table, name, index, constraint, rule in self.connection.execute(INDEXES, [list(tables)]).fetchall():
            if constraint:
                self.connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{constraint}"')
                self.waiting.append(f'ALTER TABLE {table} ADD CONSTRAINT "{constraint}" {rule}')
            else:
                self.connection.execute(f"DROP INDEX {name}")
                self.waiting.append(index)
        self.connection.execute("SET synchronous_commit = off")
        self.connection.execute("SET maintenance_work_mem = '512MB'")

    def end(self) -> None:
        while self.waiting:
            self.connection.execute(self.waiting.pop())
        self.connection.execute("RESET session_replication_role")
        self.connection.execute("RESET synchronous_commit")
        self.connection.execute("VACUUM (ANALYZE)")


class SqliteRows:
    def __init__(self) -> None:
        from django.db import connection

        connection.ensure_connection()
        self.connection: Any = connection.connection
        self.columns, self.uuids = _layout()

    def read(self, table: str, keys: Collection[str]) -> list[list[str]]:
        at, found = self.columns[table].index(_key_of(table)), {}
        for key in keys:
            for row in self._out(table, f"{_key_of(table)} = ?", (key,)):
                found[row[at]] = row
        return [found[key] for key in keys if key in found]

    def read_counters(self, named: Collection[str]) -> list[list[str]]:
        return [row for key in named for row in self._out("ground_counter", "name = ?", (f"need {key}",))]

    def _out(self, table: str, where: str, values: tuple[str, ...]) -> list[list[str]]:
        names = ", ".join(f'"{name}"' for name in self.columns[table])
        rows = self.connection.execute(f'SELECT {names} FROM "{table}" WHERE {where}', values)
        return [[NULL if value is None else _text(value) for value in row] for row in rows]

    def write(self, table: str, texts: Iterable[str]) -> None:
        names = ", ".join(f'"{name}"' for name in self.columns[table])
        places = ", ".join("?" for _ in self.columns[table])
        rows = (
            [None if cell == NULL else cell for cell in line.split("\t")]
            for text in texts
            for line in text.split("\n")[:-1]
        )
        self.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(sql).fetchall())

    def each(self, sql: str) -> Iterator[tuple[Any, ...]]:
        yield from self.connection.execute(sql)

    def begin(self, tables: Iterable[str]) -> None:
        self.connection.execute("PRAGMA foreign_keys = OFF")
        self.connection.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("ANALYZE")
