"""What very many tests begin with is told once by the actions; afterwards its rows are put down as they were told.

Only on the same ground: where any row of the house differs from what the first telling found, it is told by the actions again.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connections, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.database import EYE, unwalled

T = TypeVar("T")
Row = Any  # hashable: PostgreSQL's own words for it, or the values as SQLite keeps them
Rows = Mapping[tuple[str, str], Sequence[Row]]  # by database and table
NO_RECORDS = {"contenttypes.ContentType", "auth.Permission", "sessions.Session"}  # no action reads them


@dataclass(frozen=True)
class Telling(Generic[T]):
    """What was there before, what came to it, and what the teller answered."""

    ground: Rows
    key: Hashable
    added: Rows
    answer: T


@dataclass(eq=False)
class Memory(Generic[T]):
    """The tellings of one story, each on a ground of its own: the latest that was told or put down, and the one that lies there
    when a test begins (tests/standing.py)."""

    tellings: list[Telling[T]] = field(default_factory=list)
    latest: Telling[T] | None = None
    lies: Telling[T] | None = None
    asked: bool = False

    def retell(self, tell: Callable[[], T], key: Hashable = None) -> T:
        """`key` is what the teller goes by besides the rows, such as the time. Outside a test nobody looks behind the walls."""
        if self.lies is not None and not self.asked:
            self.asked = True
            assert self.lies.key == key, "it lies there already, told from another moment on"
            return self.lies.answer
        if not may_look():
            return tell()
        ground = all_rows()
        for known in self.tellings:
            if known.key == key and known.ground == ground:
                put_down(known.added)
                self.latest = known
                return known.answer
        answer = tell()
        after = all_rows()
        if not came_to(ground, after):  # rows that were changed could not be put down
            self.latest = Telling(ground, key, came_to(after, ground), answer)
            self.tellings.append(self.latest)
        return answer


@cache
def may_look() -> bool:
    """A proof and a bench stand on a database as the house has it, without the role that looks behind the walls."""
    if connections["default"].vendor != "postgresql":
        return True
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [EYE])
        return cursor.fetchone() is not None


def came_to(after: Rows, before: Rows) -> Rows:
    """The rows of `after` that `before` has not."""
    new = {}
    for place, rows in after.items():
        old = set(before.get(place, ()))
        kept = [row for row in rows if row not in old]
        if kept:
            new[place] = kept
    return new


def all_rows() -> Rows:
    """Every row of every table that has any, walls or none."""
    found: dict[tuple[str, str], list[Row]] = {}
    with unwalled():
        for alias in connections:
            read = _on_postgres if connections[alias].vendor == "postgresql" else _on_sqlite
            for table, row in read(connections[alias]):
                found.setdefault((alias, table), []).append(row)
    return found


def put_down(added: Rows) -> None:
    with transaction.atomic(), unwalled():
        for (alias, table), rows in added.items():
            with connections[alias].cursor() as cursor:
                if connections[alias].vendor == "postgresql":
                    said = f'SELECT line::"{table}" AS kept FROM unnest(%s::text[]) AS line OFFSET 0'
                    cursor.execute(f'INSERT INTO "{table}" SELECT (kept).* FROM ({said}) AS told', [list(rows)])
                else:
                    places = ", ".join(["%s"] * len(rows[0]))
                    cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)


def _on_postgres(connection: BaseDatabaseWrapper) -> list[tuple[str, Row]]:
    with connection.cursor() as cursor:
        one_by_one = (f"SELECT '{table}', t::text FROM \"{table}\" AS t" for table in _tables(connection.alias))
        cursor.execute(" UNION ALL ".join(one_by_one))
        return cursor.fetchall()


def _on_sqlite(connection: BaseDatabaseWrapper) -> list[tuple[str, Row]]:
    found: list[tuple[str, Row]] = []
    with connection.cursor() as cursor:
        for table, columns in _tables(connection.alias).items():
            said = ", ".join(
                f'+"{column}"' for column in columns
            )  # a plus keeps Python's types away from what lies there
            cursor.execute(f'SELECT {said} FROM "{table}"')
            found += [(table, row) for row in cursor.fetchall()]
    return found


@cache
def _tables(alias: str) -> dict[str, list[str]]:
    """The tables of one database with their columns, as the database orders them."""
    models = [one for one in apps.get_models(include_auto_created=True) if one._meta.managed and not one._meta.proxy]
    here = [one for one in models if one._meta.label not in NO_RECORDS and router.allow_migrate_model(alias, one)]
    with connections[alias].cursor() as cursor:
        describe = connections[alias].introspection.get_table_description
        return {one._meta.db_table: [column.name for column in describe(cursor, one._meta.db_table)] for one in here}
