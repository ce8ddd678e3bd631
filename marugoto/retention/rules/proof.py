"""What proves later that exactly these rows were destroyed, and says nothing of them.

The commitment is SHA-256 over a salt and the ids of every row, table by table. The ids name nobody; whoever still holds an old copy
and the salt can say: these are the rows of that line, all of them and no others. Without the salt nobody can try rows until one fits.
"""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID


def commitment(salt: str, rows: Iterable[tuple[str, UUID]]) -> str:
    """In 64 hexadecimal figures; the order in which the rows are given is of no account."""
    lines = sorted(f"{table}:{key}" for table, key in rows)
    return sha256("\n".join([salt, *lines]).encode()).hexdigest()


def half(digest: str) -> UUID:
    """The first half, as a fact carries it."""
    return UUID(digest[:32])
