"""Gather what an item takes with it, and destroy it: the statements of `reach`, on SQLite one by one, on PostgreSQL by its functions."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from marugoto.agencies.viewer import Viewer
from marugoto.kernel.jst import end_of_day, local_day
from marugoto.retention import against, reach
from marugoto.retention.codes import Obstacle, RecordKind
from marugoto.retention.models import Destruction, DisposalItem, DisposalTarget
from marugoto.retention.queries.behind import moment_of
from marugoto.retention.rules.proof import commitment

EVER = datetime(9000, 1, 1, tzinfo=UTC)
PLACE = "temp.marugoto_doomed"
_PLACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Reach:
    """How many rows and persons would go, and who stays; `latest`: when the last of it was closed, None where nothing of it closes."""

    obstacles: frozenset[Obstacle]
    rows: int
    persons: int
    staying: int
    latest: datetime | None = None


def reach_of(by: Viewer, record: RecordKind, subject: UUID) -> Reach:
    """Within an action. Nothing is destroyed."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT * FROM marugoto_reach(%s, %s, %s)", [record, subject, EVER])
            said, rows, persons, staying, latest = cursor.fetchone() or ("gone", 0, 0, 0, None)
            return Reach(codes(said), rows, persons, staying, latest)
        said = _gather(cursor, by.body, record, subject, by.at, EVER)
        cursor.execute(f"SELECT tbl, COUNT(*) FROM {PLACE} GROUP BY tbl")
        counts: dict[str, int] = dict(cursor.fetchall())
        latest = _asked(cursor, against.latest(), {"body": by.body, "kind": str(record)})
        cursor.execute(reach.STAYING.format(doomed=PLACE))
        staying = cursor.fetchone()[0]
    rows = sum(counts.values()) - counts.get("touched", 0)
    persons = counts.get("people_person", 0)
    return Reach(codes(said), rows, persons, staying, moment_of(latest) if latest else None)


def dispose(by: Viewer, item: DisposalItem, target: DisposalTarget) -> frozenset[Obstacle]:
    """Destroys what hangs on the item and writes its line, or says what stands against it. The rules were asked before."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT marugoto_dispose(%s)", [item.pk])
            return codes(cursor.fetchone()[0])
        said = _gather(cursor, by.body, item.record, target.subject, by.at, end_of_day(item.closed_on))
        rows = _gathered(cursor)
        if said or not rows:
            return codes(said) or frozenset({Obstacle.GONE})
        Destruction.objects.create(
            body=by.body,
            made_at=by.at,
            item=item,
            rows=len(rows),
            counts=dict(Counter(table for table, _ in rows)),
            commitment=commitment(target.salt, rows),
        )
        _destroy(cursor, by.body)
    return frozenset()


def dispose_again(body: str, record: RecordKind, subject: UUID, at: datetime) -> list[tuple[str, UUID]]:
    """After a backup brought it back; as the owner of the tables, who alone may. Answers the rows that went."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT marugoto_guard.gather(%s, %s, %s, %s, %s)", [body, record, subject, at, EVER])
            cursor.execute("DELETE FROM marugoto_guard.doomed WHERE tbl = 'touched'")
            cursor.execute("SELECT tbl, id FROM marugoto_guard.doomed")
            rows = [(name, UUID(str(key))) for name, key in cursor.fetchall()]
            cursor.execute("SELECT marugoto_guard.destroy(%s)", [body])
            return rows
        _gather(cursor, body, record, subject, at, EVER)
        rows = _gathered(cursor)
        _destroy(cursor, body)
        return rows


def codes(said: str) -> frozenset[Obstacle]:
    return frozenset(Obstacle(code) for code in said.split(",") if code)


def _gather(cursor: Any, body: str, record: str, subject: UUID, at: datetime, before: datetime) -> str:
    cursor.execute(
        f"CREATE TEMP TABLE IF NOT EXISTS {PLACE.removeprefix('temp.')} "
        "(tbl text NOT NULL, id text NOT NULL, PRIMARY KEY (tbl, id))"
    )
    cursor.execute(f"DELETE FROM {PLACE}")
    adapt = connection.ops
    values = {
        "body": body,
        "kind": str(record),
        "subject": subject.hex,
        "at": adapt.adapt_datetimefield_value(at),
        "day": adapt.adapt_datefield_value(local_day(at)),
        "before": adapt.adapt_datetimefield_value(before),
    }
    for again, statements in reach.steps():
        while sum(_run(cursor, one, values) for one in statements) and again:
            pass
    found = (code for code, question in against.obstacles() if _is_so(cursor, question, values))
    return ",".join(sorted(set(found)))


def _gathered(cursor: Any) -> list[tuple[str, UUID]]:
    cursor.execute(f"DELETE FROM {PLACE} WHERE tbl = 'touched'")
    cursor.execute(f"SELECT tbl, id FROM {PLACE}")
    return [(name, UUID(key)) for name, key in cursor.fetchall()]


def _destroy(cursor: Any, body: str) -> None:
    statements: Iterable[str] = (*reach.unlinked(), *reach.destroyed())
    for one in statements:
        _run(cursor, one, {"body": body})
    cursor.execute(f"DELETE FROM {PLACE}")


def _run(cursor: Any, text: str, values: dict[str, Any]) -> int:
    text = text.replace("{doomed}", PLACE)
    order = _PLACES.findall(text)
    cursor.execute(_PLACES.sub("%s", text), [values[place] for place in order])
    return int(cursor.rowcount)


def _is_so(cursor: Any, question: str, values: dict[str, Any]) -> bool:
    return bool(_asked(cursor, f"SELECT EXISTS (SELECT 1 {question})", values))


def _asked(cursor: Any, question: str, values: dict[str, Any]) -> Any:
    text = question.replace("{doomed}", PLACE)
    order = _PLACES.findall(text)
    cursor.execute(_PLACES.sub("%s", text), [values[place] for place in order])
    return cursor.fetchone()[0]
