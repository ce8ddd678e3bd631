"""Addresses written before they were kept in a form in which they are compared get it: by `bin/marugoto migrate`, as the owner of the
tables. A migration may not do it: how words are folded is living code, and the form must be the one that is looked for.
"""

from collections.abc import Iterator

from django.db import connection, transaction

from marugoto.people.rules.address import kept_address

STROKE = 2_000
FIND = "SELECT id, text FROM people_address WHERE folded IS NULL LIMIT %s"
KEEP = "UPDATE people_address SET folded = %s WHERE id = %s AND folded IS NULL"


def fold_addresses(stroke: int = STROKE) -> Iterator[int]:
    """How many, after each stroke. A stroke is a transaction of its own: what is stopped half-way goes on there the next time, and
    where all have the form nothing is done."""
    while done := _folded(stroke):
        yield done


def _folded(stroke: int) -> int:
    walled = connection.vendor == "postgresql"
    with transaction.atomic(), connection.cursor() as cursor:
        if walled:  # the owner reads all, until this stroke is over
            cursor.execute("ALTER TABLE people_address NO FORCE ROW LEVEL SECURITY")
        cursor.execute(FIND, [stroke])
        rows = [(kept_address(text), key) for key, text in cursor.fetchall()]
        if rows:
            cursor.executemany(KEEP, rows)
        if walled:
            cursor.execute("ALTER TABLE people_address FORCE ROW LEVEL SECURITY")
    return len(rows)
