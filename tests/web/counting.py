"""Count what a page asks of the databases, at the driver: everything but BEGIN, COMMIT, SAVEPOINT and SET."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from django.db import connections

UNCOUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements, in order, of all databases: session, hats and audit included."""
    asked: list[str] = []

    def note(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        if not sql.lstrip().upper().startswith(UNCOUNTED):
            asked.append(sql)
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(note))
        yield asked
