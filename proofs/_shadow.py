"""The SQL filter over the full product: its own text, asked of tables that carry the same names and hold all worlds at once.

The tables are temporary and stand before the real ones; keys are small numbers and moments are ticks, so that the worlds are made by
one CROSS JOIN in the database itself. What real keys and real moments do is shown by the policies, on real rows.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from marugoto.disclosure.queries.filter import visible_folders
from proofs import _worlds as worlds

KINDS = ("grant_kind", "beside_kind", "restriction_kind", "also_kind", "listing_kind", "body_kind", "world")
SHADOWS = (
    "disclosure_grant",
    "disclosure_grantending",
    "disclosure_restriction",
    "disclosure_restrictionending",
    "disclosure_restrictionlisting",
)
WORLD = f"""
CREATE TEMPORARY TABLE world AS
SELECT (((b.n * {worlds.SIZES[1]} + g.n) * {worlds.SIZES[2]} + h.n) * {worlds.SIZES[3]} + r.n) * {worlds.SIZES[4]} + a.n AS id,
  b.body AS body, g.n AS first, h.n AS second, r.n AS shut, a.n AS also
FROM body_kind b CROSS JOIN grant_kind g CROSS JOIN beside_kind h CROSS JOIN restriction_kind r CROSS JOIN also_kind a
"""
# Of every world the rows that the application would hold.
FILLED = (
    """CREATE TEMPORARY TABLE disclosure_grant AS
    SELECT w.id * 2 AS id, w.id AS folder_id, w.body, k.team AS team_id, k.duty AS duty_id, k.since, k.until, k.ended
    FROM world w JOIN grant_kind k ON k.n = w.first WHERE k.there = 1
    UNION ALL SELECT w.id * 2 + 1, w.id, w.body, k.team, k.duty, k.since, k.until, k.ended
    FROM world w JOIN beside_kind k ON k.n = w.second WHERE k.there = 1""",
    """CREATE TEMPORARY TABLE disclosure_grantending AS
    SELECT id AS grant_id, ended AS ended_at FROM disclosure_grant WHERE ended IS NOT NULL""",
    """CREATE TEMPORARY TABLE disclosure_restriction AS
    SELECT w.id * 2 AS id, w.id AS folder_id, w.body, k.since, k.ended, k.listed, k.against AS against_id
    FROM world w JOIN restriction_kind k ON k.n = w.shut WHERE k.there = 1
    UNION ALL SELECT w.id * 2 + 1, w.id, w.body, k.since, k.ended, k.listed, k.against
    FROM world w JOIN also_kind k ON k.n = w.also WHERE k.there = 1""",
    """CREATE TEMPORARY TABLE disclosure_restrictionending AS
    SELECT id AS restriction_id, ended AS ended_at FROM disclosure_restriction WHERE ended IS NOT NULL""",
    """CREATE TEMPORARY TABLE disclosure_restrictionlisting AS
    SELECT r.id AS restriction_id, l.worker AS worker_id, l.until
    FROM disclosure_restriction r JOIN listing_kind l ON l.n = r.listed""",
    "CREATE INDEX shadow_grantending ON disclosure_grantending (grant_id)",
    "CREATE INDEX shadow_restriction ON disclosure_restriction (folder_id)",
    "CREATE INDEX shadow_restrictionending ON disclosure_restrictionending (restriction_id)",
    "CREATE INDEX shadow_restrictionlisting ON disclosure_restrictionlisting (restriction_id)",
)


@contextmanager
def shadowed(only: Sequence[int] | None = None) -> Iterator[None]:
    """Within: all worlds in the database (or only these folders); afterwards none of it is left."""
    with transaction.atomic(), connection.cursor() as cursor:
        make_kinds(cursor)
        if only is None:
            cursor.execute(WORLD)
        else:
            cursor.execute(
                "CREATE TEMPORARY TABLE world"
                " (id integer, body text, first integer, second integer, shut integer, also integer)"
            )
            for start in range(0, len(only), 5_000):
                cursor.execute(f"INSERT INTO world VALUES {_values(map(_place, only[start : start + 5_000]))}")
        for statement in FILLED:
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute(f"ANALYZE {', '.join(SHADOWS)}")
        yield
        for table in (*SHADOWS, *KINDS):
            cursor.execute(f"DROP TABLE {table}")


def opened(viewer: str, text: str | None = None) -> set[int]:
    """The folders the filter opens. `text`: another one in its place, as a mutant has it."""
    eye = worlds.VIEWERS[viewer]
    asked = (visible_folders() if text is None else text).format(
        body=f"'{eye.body}'", team=eye.team, duty=eye.duty, worker=eye.worker, at=0
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {row[0] for row in cursor.fetchall()}


def make_kinds(cursor: Any) -> None:
    """The kinds of each dimension, one small table each."""
    for name, kinds in (("grant_kind", worlds.GRANTS), ("beside_kind", tuple(worlds.BESIDE.values()))):
        cursor.execute(
            f"CREATE TEMPORARY TABLE {name}"
            " (n integer, there integer, team integer, duty integer, since integer, until integer, ended integer)"
        )
        cursor.execute(f"INSERT INTO {name} VALUES {_values(_grant(n, kind) for n, kind in enumerate(kinds))}")
    for name, shut in (("restriction_kind", worlds.RESTRICTIONS), ("also_kind", tuple(worlds.ALSO.values()))):
        cursor.execute(
            f"CREATE TEMPORARY TABLE {name}"
            " (n integer, there integer, listed integer, since integer, ended integer, against integer)"
        )
        cursor.execute(f"INSERT INTO {name} VALUES {_values(_restriction(n, kind) for n, kind in enumerate(shut))}")
    cursor.execute("CREATE TEMPORARY TABLE listing_kind (n integer, worker integer, until integer)")
    listed = [(n, *one) for n, ones in enumerate(worlds.LISTED.values()) for one in ones]
    cursor.execute(f"INSERT INTO listing_kind VALUES {_values(listed)}")
    cursor.execute("CREATE TEMPORARY TABLE body_kind (n integer, body text)")
    cursor.execute(f"INSERT INTO body_kind VALUES {_values(enumerate(worlds.BODIES.values()))}")


def _place(number: int) -> tuple[Any, ...]:
    body, grant, beside, restriction, also = worlds.places_of(number)
    return number, worlds.BODIES[worlds.BODY_NAMES[body]], grant, beside, restriction, also


def _grant(n: int, kind: worlds.Grantee | None) -> tuple[Any, ...]:
    if kind is None:
        return (n, 0, None, None, None, None, None)
    return (n, 1, kind.team, kind.duty, worlds.SINCE[kind.since], worlds.UNTIL[kind.until], worlds.ENDED[kind.ended])


def _restriction(n: int, kind: worlds.Shutter | None) -> tuple[Any, ...]:
    if kind is None:
        return (n, 0, None, None, None, None)
    since, ended = worlds.SINCE[kind.since], worlds.ENDED[kind.ended]
    return (n, 1, list(worlds.LISTED).index(kind.listed), since, ended, worlds.AGAINST.get(kind.listed))


def _values(rows: Any) -> str:
    """Numbers and codes of our own only."""
    return ", ".join(f"({', '.join(_said(value) for value in row)})" for row in rows)


def _said(value: Any) -> str:
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else str(value)
