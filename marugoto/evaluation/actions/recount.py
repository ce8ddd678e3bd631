"""Count the figures again: by itself every few minutes, and at once where somebody asked for it. A page only reads what is kept."""

import gc
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import TextField, Value

from marugoto.agencies.codes import BodyKind, Role
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.measures import Window
from marugoto.evaluation.models import CountedFigure, Counting
from marugoto.evaluation.queries.latest import is_waited_for
from marugoto.evaluation.queries.necessity import as_kept_words, weighed
from marugoto.evaluation.queries.recount import Recounted, Slot, recounted
from marugoto.evaluation.queries.tally import Form, Table, Wanted, as_kept
from marugoto.evaluation.rules.necessity_sheet import Weighed
from marugoto.ground.transaction import acting, reading
from marugoto.kernel.decision import YES, Decision, Refused, no

ASKERS = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)
MOVE = """
UPDATE evaluation_countedfigure f SET made_at = %s, n = v.n, k = v.k, running = v.running, rows = COALESCE(v.rows, '')
FROM unnest(%s::uuid[], %s::int[], %s::int[], %s::int[], string_to_array(%s, chr(10))) v (id, n, k, running, rows)
WHERE f.body = %s AND f.id = v.id
"""  # of empty text there is no list
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """How many figures came out otherwise or for the first time; None: another round was quicker, and stands."""

    figures: int | None
    milliseconds: int


def may_ask(by: Viewer) -> Decision:
    return YES if by.has(*ASKERS) else no("数えなおしを頼めるのは、企画・課長・首長・調整役です。")


@acting
def ask_again(*, by: Viewer, at: datetime) -> None:
    """Somebody wants the figures as of now; whoever counts does it next. Asked twice, it is done once."""
    may_ask(by).require()
    changed = Counting.objects.within(by.body).update(asked_at=at, asked_by=by.duty)
    if not changed:
        Counting.objects.create(body=by.body, made_at=at, asked_at=at, asked_by=by.duty)


def count_soon(*, by: Viewer, at: datetime) -> None:
    """Within an act that writes what is weighed: who wrote it need not ask. Before the first round there is nothing to renew."""
    Counting.objects.within(by.body).update(asked_at=at, asked_by=by.duty)


def count_anew(*, by: Viewer, at: datetime, whole: bool = False) -> Round:
    """Look first and write afterwards: while it is counted nobody waits to write."""
    with _no_collections():
        with reading(by):
            found = recounted(by, whole=whole)
        try:
            keep_counted(by=by, at=at, found=found)
        except Refused:
            return Round(None, found.milliseconds)
        return Round(len(found.figures), found.milliseconds)


@acting
def keep_counted(*, by: Viewer, at: datetime, found: Recounted) -> None:
    """All of it or nothing; refused where somebody has kept a newer round meanwhile."""
    said = {
        "number": found.after + 1,
        "anchor": found.anchor,
        "as_of": found.as_of,
        "top": found.top,
        "lately": found.lately,
        "opening": found.opening,
        "again": len(found.figures),
        "milliseconds": found.milliseconds,
    }
    rows = Counting.objects.within(by.body)
    if not rows.filter(number=found.after).update(**said):
        if rows.exists():
            raise Refused("ほかの係が、もっと新しく数えました。", "画面を開き直してください。")
        Counting.objects.create(body=by.body, made_at=at, **said)
    _replace(by, at, found)
    _forget(by, found)


def weigh_anew(*, by: Viewer) -> None:
    """What the round found is weighed with what the town says of itself: a paper reads the answer, and weighs nothing."""
    with reading(by):
        found = weighed(by)
    keep_weighed(by=by, found=found)


@acting
def keep_weighed(*, by: Viewer, found: Weighed) -> None:
    """Not where another round has kept newer figures meanwhile: that one weighs them."""
    Counting.objects.within(by.body).filter(as_of=found.as_of).update(needed=as_kept_words(found))


def count_everywhere(*, at: datetime, due: bool) -> int:
    """All municipalities where the round is due, else those where somebody waits; trouble in one keeps none of the others waiting."""
    counted = 0
    for body in directory.bodies():
        if body.kind == BodyKind.MUNICIPALITY:
            try:
                counted += _counted(body.code, at, due=due)
            except Exception:
                log.exception("%s", body.code)
    return counted


def _counted(code: str, at: datetime, *, due: bool) -> bool:
    by = system_viewer(code, at)
    if not (due or is_waited_for(by)):
        return False
    count_anew(by=by, at=at)
    weigh_anew(by=by)
    return True


@contextmanager
def _no_collections() -> Iterator[None]:
    """A round makes very many small things and leaves few: looking for cycles among all others of the house took up to half its time."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()


def _replace(by: Viewer, at: datetime, found: Recounted) -> None:
    moved = _moved(by, at, found)
    _laid(_row(by, at, *figure) for figure in found.figures if figure[0].slot not in moved)


def _moved(by: Viewer, at: datetime, found: Recounted) -> set[Slot]:
    """Those of which a row stands already, in one word with five lists; none where a row is gone. SQLite has no lists."""
    figures = [(one, table) for one, _, table in found.figures if one.slot in found.rows]
    if connection.vendor != "postgresql" or not figures:
        return set()
    told = [_told(*figure) for figure in figures]
    numbers = ([str(row[place]) for row in told] for place in range(3))
    lists = ["{" + ",".join(column) + "}" for column in ([str(found.rows[one.slot]) for one, _ in figures], *numbers)]
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [at, *lists, "\n".join(row[-1] for row in told), by.body])
        return {one.slot for one, _ in figures} if cursor.rowcount == len(figures) else set()


def _laid(rows: Iterable[CountedFigure]) -> None:
    """Apart from each other the shares and the tables of many rows: in one list for all, each quotation mark would be marked again."""
    told = list(rows)
    for some in ([row for row in told if not row.rows], [row for row in told if row.rows]):
        CountedFigure.objects.bulk_create(
            some,
            update_conflicts=True,
            unique_fields=["body", "code", "part", "version", "anchor"],
            update_fields=["since_day", "form", "text", "n", "k", "running", "rows", "made_at"],
        )


def _row(by: Viewer, at: datetime, one: Wanted, window: Window, table: Table) -> CountedFigure:
    n, k, running, rows = _told(one, table)
    return CountedFigure(
        body=by.body,
        made_at=at,
        code=one.code,
        part=one.part,
        version=one.version,
        anchor=one.ask.day,
        since_day=window.since_day,
        form=one.ask.form,
        text=one.ask.sign,
        n=n,
        k=k,
        running=running,
        rows=Value(rows, TextField()) if rows else "",
    )


def _told(one: Wanted, table: Table) -> tuple[int, int, int, str]:
    """Its n, k and running, or its rows."""
    if one.ask.form is Form.SHARE:
        n, k, running = table.get((), (0, 0, 0))
        return n, k, running, ""
    return 0, 0, 0, as_kept(one.ask.form, table)


def _forget(by: Viewer, found: Recounted) -> None:
    """What stands ready no more; of a version that is in use no more, the values stay as they were counted last."""
    slots, used = {one.slot for one in found.wanted}, {(one.code, one.version) for one in found.wanted}
    rows = CountedFigure.objects.within(by.body)
    gone = [
        pk
        for pk, *slot in rows.values_list("pk", "code", "part", "version", "anchor")
        if tuple(slot) not in slots and (slot[0], slot[2]) in used
    ]
    if gone:
        rows.filter(pk__in=gone).delete()
