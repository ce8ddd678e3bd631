"""What the database has planned stays planned, although every answer of a proof is taken back.

The driver forgets all prepared statements at a ROLLBACK, for tables might have been made in it. A proof makes none then, but takes back
what each look wrote, and every question would be planned anew: the larger part of its time. What is answered is the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from psycopg._preparing import PrepareManager

STATEMENTS = 3_000  # of one connection: more than the house ever asks


def _never(_: Any) -> bool:
    return False


@contextmanager
def kept_prepared() -> Iterator[None]:
    """For the connections of this process; begun before the first of them is made."""
    with (
        patch.object(PrepareManager, "clear", _never),
        patch.object(PrepareManager, "prepared_max", STATEMENTS),
    ):
        yield
