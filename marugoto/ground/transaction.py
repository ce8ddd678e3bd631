"""How actions write and queries look: one transaction, one pair of eyes.

`@acting` stands on every action, `@looking` on every query. On PostgreSQL both enter the viewer's signed context; inside a
door's own transaction they find it entered already and cost nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction
from django.db.models import QuerySet
from psycopg import IsolationLevel
from psycopg.pq import TransactionStatus

from marugoto.ground.context import Breadth, Looker, entered

P = ParamSpec("P")
R = TypeVar("R")
INSIDE = "marugoto_inside_an_action"  # of this connection
ROOM = "'128MB'"
WRITING = ("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "ALTER", "CREATE", "DROP", "REPLACE")


class WroteWhileReading(RuntimeError):
    """A page that reads tried to write: its audit row would have come too late."""


def acting(action: Callable[P, R]) -> Callable[P, R]:
    """An action: keyword only, `by` is a viewer; all of it is written or nothing.

    An action that another one calls is part of that one: when it is refused, nothing of the other stands either, unless it was
    called `apart`.
    """

    @wraps(action)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        by: Any = kwargs["by"]
        with _one_piece(), entered(by):
            return action(*args, **kwargs)

    return whole


@contextmanager
def _one_piece() -> Iterator[None]:
    """Only the outermost needs a point to go back to; each further one would cost two round trips to the database."""
    if getattr(connection, INSIDE, False):
        with transaction.atomic(savepoint=False):
            yield
        return
    with _said(inside=True), transaction.atomic():
        yield
        if connection.needs_rollback:  # otherwise it would answer as if it were done, and nothing would be written
            raise transaction.TransactionManagementError("a part was refused and caught: call it `apart`")


@contextmanager
def apart() -> Iterator[None]:
    """Within an action: an action called here may be refused and caught, and the others stand."""
    with _said(inside=False):
        yield


@contextmanager
def _said(*, inside: bool) -> Iterator[None]:
    before = getattr(connection, INSIDE, False)
    setattr(connection, INSIDE, inside)
    try:
        yield
    finally:
        setattr(connection, INSIDE, before)


def looking(query: Callable[P, R]) -> Callable[P, R]:
    """A query of the desk: `viewer` comes first; answers values or lists, never a queryset that would run later."""
    return _looking(query, Breadth.DESK)


def looking_from_the_tower(query: Callable[P, R]) -> Callable[P, R]:
    """A query over ball faces and facts of the whole body: its database role cannot read a person's row."""
    return _looking(query, Breadth.TOWER)


def hold(rows: QuerySet[Any]) -> None:
    """Until the end of the transaction nobody else changes these rows, or holds them; give them in an order all callers share.

    On SQLite nothing is read: there every writer waits for the one before.
    """
    if connection.features.has_select_for_update:
        list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def _looking(query: Callable[P, R], breadth: Breadth) -> Callable[P, R]:
    @wraps(query)
    def seen(*args: P.args, **kwargs: P.kwargs) -> R:
        viewer: Any = args[0] if args else kwargs["viewer"]
        if connection.vendor != "postgresql":
            return query(*args, **kwargs)
        with transaction.atomic(savepoint=False), entered(viewer, breadth):
            return query(*args, **kwargs)

    return seen


@contextmanager
def reading(viewer: Looker) -> Iterator[None]:
    """One snapshot for a whole page, in which nothing can be written (by guard on SQLite, by the database on PostgreSQL)."""
    of_its_own = not connection.in_atomic_block
    with _snapshot(), connection.execute_wrapper(_refuse_writing), entered(viewer, to_the_end=of_its_own):
        yield


@contextmanager
def planned_for_its_values() -> Iterator[None]:
    """Within a transaction, a count of years of facts: PostgreSQL plans it for the very days and body, not once for all, and
    has the room to hold a large town's in memory. It takes every two lists side by side, and does not go through one for each row of
    the other: how many rows a kind of fact has, it guesses too low."""
    if connection.vendor != "postgresql" or not connection.in_atomic_block:
        yield
        return
    _plans("force_custom_plan", ROOM, "off")
    yield
    _plans("DEFAULT", "DEFAULT", "DEFAULT")  # after an error the transaction is over, and with it what was set


def _plans(mode: str, room: str, loops: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SET LOCAL plan_cache_mode TO {mode}; SET LOCAL work_mem TO {room}; SET LOCAL enable_nestloop TO {loops}"
        )


@contextmanager
def _snapshot() -> Iterator[None]:
    if connection.in_atomic_block:  # a test's own transaction: the guard in Python still refuses
        yield
    elif connection.vendor == "postgresql":
        with _one_look(), transaction.atomic():
            yield
    else:
        mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # readers take no write lock
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = mode


@contextmanager
def _one_look() -> Iterator[None]:
    """PostgreSQL: the next transaction sees one state throughout and cannot write; said with its first word, not in a word of its own."""
    connection.ensure_connection()
    session = connection.connection
    session.isolation_level, session.read_only = IsolationLevel.REPEATABLE_READ, True
    try:
        yield
    finally:
        if session.info.transaction_status == TransactionStatus.IDLE:  # else it is broken, and Django throws it away
            session.isolation_level, session.read_only = None, None


def _refuse_writing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.lstrip("( ").upper().startswith(WRITING):
        raise WroteWhileReading(sql.split(" ", 3)[:3])
    return execute(sql, params, many, context)
