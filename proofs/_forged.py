"""The application's own database user with a context that is forged, old, cut, another's, or missing: not one row of any walled table."""

import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import Breadth, sign
from marugoto.ground.models import Wall
from marugoto.ground.rowsecurity import guarded_models, wall_of

ROLES = ("", "marugoto_desk", "marugoto_tower")
OPEN_TO_ALL = {Wall.FRAMEWORK, Wall.DIRECTORY}


def contexts(viewer: Viewer) -> Iterator[tuple[str, str]]:
    now, key = int(time.time()), settings.MARUGOTO_CONTEXT_KEY
    good = sign(viewer, Breadth.DESK, issued=now, key=key)
    claims, _, seal = good.rpartition("|")
    yield "missing", ""
    yield "signed with another key", sign(viewer, Breadth.DESK, issued=now, key="another key")
    yield "another worker put in", good.replace(str(viewer.worker), str(uuid4()))
    yield "another team put in", good.replace(str(viewer.team), str(uuid4()))
    yield "another body put in", good.replace(viewer.body, "990027")
    yield "wider than signed", good.replace("|desk|", "|tower|")
    yield "too old", sign(viewer, Breadth.DESK, issued=now - 601, key=key)
    yield "of the time to come", sign(viewer, Breadth.DESK, issued=now + 700, key=key)
    yield "without its seal", claims
    yield "with half a seal", f"{claims}|{seal[:32]}"
    yield "with a seal of noughts", f"{claims}|{'0' * len(seal)}"
    yield "twice over", f"{good}|{good}"
    yield "with a quote in it", good.replace("|desk|", "|desk' OR true --|")
    yield "very long", "x" * 5_000
    yield "only strokes", "|" * 7


def walled_tables() -> list[str]:
    return [model._meta.db_table for model in guarded_models() if wall_of(model) not in OPEN_TO_ALL]


def read(viewer: Viewer, every: int = 1) -> dict[str, Any]:
    """Rows that were read under any of them, and, as a control, under the genuine context; of every so many tables."""
    tables, rows, asked = walled_tables()[::every], 0, 0
    for _, context in contexts(viewer):
        for role in ROLES:
            for table in tables:
                rows += _count(table, role, context)
                asked += 1
    genuine = sign(viewer, Breadth.DESK, issued=int(time.time()), key=settings.MARUGOTO_CONTEXT_KEY)
    return {
        "forged: tables behind walls": len(tables),
        "forged: contexts": len(list(contexts(viewer))),
        "forged: questions": asked,
        "forged: rows read": rows,
        "forged: control, tables with rows under the genuine context": sum(
            _count(table, "marugoto_desk", genuine) > 0 for table in tables
        ),
    }


def _count(table: str, role: str, context: str) -> int:
    """What is refused is no row."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if role:
                cursor.execute(f"SET LOCAL ROLE {role}")
            cursor.execute("SELECT set_config('marugoto.context', %s, true)", [context])
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found = int(cursor.fetchone()[0])
            cursor.execute("SET LOCAL ROLE NONE; SET LOCAL marugoto.context = ''")
            return found
    except DatabaseError:
        return 0
