"""PostgreSQL: a short transaction is sent whole and not waited for, while this process goes on with its own work.

Between two answers of the database lie the disk and several awakenings of processes; meanwhile a page can be drawn.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import DatabaseError, connection

from marugoto.ground.context import Breadth, Looker, signed
from marugoto.ground.transaction import reading

EYES = "SELECT set_config('role', %s, true), set_config('marugoto.context', %s, true)"  # as SET LOCAL, in one statement


def can_go_ahead() -> bool:
    """Not within a transaction, which would have to end first; SQLite has nobody to send to."""
    return connection.vendor == "postgresql" and not connection.in_atomic_block


@contextmanager
def underway(looker: Looker, write: Callable[[], object]) -> Iterator[None]:
    """`write` runs under the looker's eyes in a transaction of its own, which is on its way while the block works, and stands for
    good where the block ends. Raises Django's `DatabaseError` where it could not be written.

    What the block asks the database waits for it, and is answered in one snapshot of its own in which nothing can be written.
    """
    with ExitStack() as asked, ExitStack() as sent:
        sent.enter_context(_sent(looker, write))
        arrived = False

        def after_it(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            nonlocal arrived
            if not arrived:
                arrived = True
                sent.close()
                asked.enter_context(reading(looker))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(after_it):
            yield
            asked.close()


@contextmanager
def _sent(looker: Looker, write: Callable[[], object]) -> Iterator[None]:
    connection.ensure_connection()
    session = connection.connection
    try:
        with connection.wrap_database_errors, session.pipeline():
            with connection.cursor() as cursor:
                cursor.execute("BEGIN")
                cursor.execute(EYES, [f"marugoto_{Breadth.DESK}", signed(looker)])
                write()
                cursor.execute("COMMIT")
            yield
    except DatabaseError:
        connection.close()  # what was sent behind the error was not even looked at: its transaction ends with the connection
        raise
