"""The signed context under which PostgreSQL row security judges: made here, checked inside the database.

The application's database user can set the context, but cannot sign one: the key is known to this process and to a
function that runs as the owner. A forged, expired or empty context shows nothing (trust.md, section 2.3).
"""

import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection

CONTEXT_SECONDS = 600


class Breadth(StrEnum):
    """One database role per breadth of sight."""

    DESK = "desk"  # what the duty's folders show
    TOWER = "tower"  # ball faces and facts of the body, no person


class Looker(Protocol):
    """Who acts or looks: what the database needs to know of a viewer."""

    @property
    def body(self) -> str: ...
    @property
    def worker(self) -> UUID: ...
    @property
    def duty(self) -> UUID: ...
    @property
    def team(self) -> UUID: ...
    @property
    def at(self) -> datetime: ...


def sign(viewer: Looker, breadth: Breadth, *, issued: int, key: str) -> str:
    """`body|worker|duty|team|at|breadth|issued|signature`; `at` in microseconds, `issued` in seconds since 1970."""
    moment = int(viewer.at.timestamp() * 1_000_000)
    claims = f"{viewer.body}|{viewer.worker}|{viewer.duty}|{viewer.team}|{moment}|{breadth}|{issued}"
    return f"{claims}|{hmac.new(key.encode(), claims.encode(), sha256).hexdigest()}"


def signed(viewer: Looker, breadth: Breadth = Breadth.DESK) -> str:
    """Issued now, with this process's key."""
    return sign(viewer, breadth, issued=int(time.time()), key=settings.MARUGOTO_CONTEXT_KEY)


@contextmanager
def entered(viewer: Looker, breadth: Breadth = Breadth.DESK, *, to_the_end: bool = False) -> Iterator[None]:
    """Inside a transaction, let the database see with this viewer's eyes; put the former eyes back afterwards.

    `to_the_end`: the transaction ends with this block, and the database forgets the eyes with it: it need not be told.
    """
    if connection.vendor != "postgresql":
        yield
        return
    before = getattr(connection, "marugoto_context", None)
    wanted = (viewer.body, viewer.worker, viewer.duty, viewer.team, viewer.at, breadth)
    if before is not None and before[0] == wanted:
        yield
        return
    _set((wanted, signed(viewer, breadth)))
    try:
        yield
    except BaseException:
        with suppress(
            DatabaseError
        ):  # a transaction that broke takes no word more: what broke it is what must be heard
            _leave(before, to_the_end=to_the_end)
        raise
    _leave(before, to_the_end=to_the_end)


def _set(state: tuple[tuple[object, ...], str]) -> None:
    wanted, context = state
    with connection.cursor() as cursor:  # one round trip; both end with the transaction
        cursor.execute(f"SET LOCAL ROLE marugoto_{wanted[-1]}; SET LOCAL marugoto.context = '{context}'")
    connection.marugoto_context = state


def _leave(before: tuple[tuple[object, ...], str] | None, *, to_the_end: bool) -> None:
    if to_the_end and before is None:
        connection.marugoto_context = None
    else:
        _put_back(before)


def _put_back(before: tuple[tuple[object, ...], str] | None) -> None:
    connection.marugoto_context = before
    if connection.needs_rollback or not connection.in_atomic_block:
        return
    if before is not None:
        _set(before)
        return
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE; SET LOCAL marugoto.context = ''")
