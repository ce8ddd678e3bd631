"""A backup follows: what was destroyed after it was written is destroyed again when it is put back.

The list of what was destroyed is told as a file; whoever keeps backups keeps it beside them. It names nobody: ids, salts, days, the
two workers. Putting it on again needs the owner of the tables, as putting back a backup does.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import serializers
from django.db import transaction

from marugoto.agencies.models import Duty
from marugoto.ground.actions.counter import given_until
from marugoto.kernel.decision import no
from marugoto.retention.actions.look import dispose_looks_again
from marugoto.retention.actions.reach import dispose_again
from marugoto.retention.codes import RecordKind
from marugoto.retention.models import (
    Destruction,
    Disposal,
    DisposalDecision,
    DisposalItem,
    DisposalTarget,
    Reapplication,
    Schedule,
)
from marugoto.retention.rules.disposal import NUMBERS
from marugoto.retention.rules.proof import commitment

FORMAT = "marugoto-disposals-1"
TOLD = (Schedule, Disposal, DisposalItem, DisposalTarget, DisposalDecision, Destruction)
WHY = "the operator writes and puts back the whole installation"


@dataclass(frozen=True)
class Again:
    """`found`: a backup had brought it back; `same`: to the very rows."""

    body: str
    number: str
    found: bool
    rows: int
    same: bool


def tell_disposals() -> str:
    """Everything destroyed whose target is not forgotten yet."""
    targets = list(DisposalTarget.objects.everywhere(WHY).filter(item__destruction__isnull=False))
    items = DisposalItem.objects.everywhere(WHY).filter(pk__in=[one.item_id for one in targets])
    lists = Disposal.objects.everywhere(WHY).filter(items__in=items).distinct()
    rows: list[Any] = [
        *Schedule.objects.everywhere(WHY).filter(pk__in=items.values("schedule")),
        *lists,
        *items,
        *targets,
        *DisposalDecision.objects.everywhere(WHY).filter(disposal__in=lists),
        *Destruction.objects.everywhere(WHY).filter(item__in=items),
    ]
    return json.dumps({"format": FORMAT, "rows": json.loads(serializers.serialize("json", rows))}, ensure_ascii=False)


@transaction.atomic
def apply_again(said: str, *, at: datetime) -> list[Again]:
    """Done twice, it changes nothing more. Raises `Refused` for a file that is none."""
    rows = _read(said)
    here = _put_back(rows)
    targets = {row.item_id: row for row in rows if isinstance(row, DisposalTarget)}
    lines = {row.item_id: row for row in rows if isinstance(row, Destruction)}
    items = sorted((row for row in rows if isinstance(row, DisposalItem)), key=lambda row: (row.body, row.over_on))
    return [_again(item, targets[item.pk], lines[item.pk], at, told=item.pk in here) for item in items]


def _again(item: DisposalItem, target: DisposalTarget, line: Destruction, at: datetime, *, told: bool) -> Again:
    if item.record == RecordKind.LOOK:
        rows, same = dispose_looks_again(item, line, at)
    else:
        gone = dispose_again(item.body, RecordKind(item.record), target.subject, at)
        rows, same = len(gone), commitment(target.salt, gone) == line.commitment
    if rows and told:
        Reapplication.objects.create(body=item.body, made_at=at, item_id=item.pk, rows=rows, same=same)
    return Again(item.body, item.number, bool(rows), rows, same)


def _put_back(rows: Iterable[Any]) -> set[Any]:
    """The lines that the backup did not know yet. Where it knows neither worker nor duty of a list, or has given its number (or that
    of its schedule) to another since, its lines stay in the file. Answers the items whose lines are here."""
    rows = list(rows)
    signed = [one for one in rows if isinstance(one, Disposal | DisposalDecision)]
    hats = Duty.objects.everywhere(WHY).filter(pk__in={one.duty_id for one in signed})
    known = set(hats.values_list("pk", "worker"))
    strange = {getattr(one, "disposal_id", one.pk) for one in signed if (one.duty_id, one.worker_id) not in known}
    taken = {one.pk for one in rows if isinstance(one, Disposal | Schedule) and _number_taken(one)}
    items = [one for one in rows if isinstance(one, DisposalItem)]
    strange |= {one.disposal_id for one in items if {one.disposal_id, one.schedule_id} & taken}
    here = {one.pk for one in items if one.disposal_id not in strange}
    for row in rows:
        of = getattr(row, "item_id", row.pk if isinstance(row, DisposalItem) else None)
        on = getattr(row, "disposal_id", row.pk if isinstance(row, Disposal) else None)
        lost = (of is not None and of not in here) or on in strange or row.pk in taken
        if not lost and not type(row).objects.everywhere(WHY).filter(pk=row.pk).exists():
            row.save(force_insert=True)
            if isinstance(row, Disposal):
                given_until(row.body, NUMBERS, row.number)
    return here


def _number_taken(row: Disposal | Schedule) -> bool:
    same = {"record": row.record} if isinstance(row, Schedule) else {}
    others = type(row).objects.everywhere(WHY).filter(body=row.body, number=row.number, **same)
    return bool(others.exclude(pk=row.pk).exists())


def _read(said: str) -> list[Any]:
    """The rows of the file: of these tables, and every item with what it pointed at and its line."""
    try:
        found = json.loads(said)
        rows = [one.object for one in serializers.deserialize("json", json.dumps(found["rows"]))]
        whole = found["format"] == FORMAT and all(isinstance(one, TOLD) for one in rows) and _belong_together(rows)
    except (ValueError, KeyError, TypeError, AttributeError, serializers.base.DeserializationError):
        whole, rows = False, []
    if not whole:
        no("廃棄の控えとして読めません。", "bin/marugoto disposals で出したファイルを選んでください。").require()
    return rows


def _belong_together(rows: Iterable[Any]) -> bool:
    items, targets, lines = (
        {getattr(one, name) for one in rows if isinstance(one, kind)}
        for kind, name in ((DisposalItem, "pk"), (DisposalTarget, "item_id"), (Destruction, "item_id"))
    )
    return items == targets == lines
