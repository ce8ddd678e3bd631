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
from marugoto.kernel.decision import no
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
from marugoto.retention.rules.proof import commitment

FORMAT = "marugoto-disposals-1"
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
    rows = [one.object for one in serializers.deserialize("json", json.dumps(_read(said)))]
    here = _put_back(rows)
    targets = {row.item_id: row for row in rows if isinstance(row, DisposalTarget)}
    lines = {row.item_id: row for row in rows if isinstance(row, Destruction)}
    items = sorted((row for row in rows if isinstance(row, DisposalItem)), key=lambda row: (row.body, row.over_on))
    return [_again(item, targets[item.pk], lines[item.pk], at, told=item.pk in here) for item in items]


def _again(item: DisposalItem, target: DisposalTarget, line: Destruction, at: datetime, *, told: bool) -> Again:
    gone = dispose_again(item.body, RecordKind(item.record), target.subject, at)
    same = commitment(target.salt, gone) == line.commitment
    if gone and told:
        Reapplication.objects.create(body=item.body, made_at=at, item_id=item.pk, rows=len(gone), same=same)
    return Again(item.body, item.number, bool(gone), len(gone), same)


def _put_back(rows: Iterable[Any]) -> set[Any]:
    """The lines that the backup did not know yet; where it knows neither worker nor duty of a list, its lines stay in the file."""
    rows = list(rows)
    signed = [one for one in rows if isinstance(one, Disposal | DisposalDecision)]
    hats = Duty.objects.everywhere(WHY).filter(pk__in={one.duty_id for one in signed})
    known = set(hats.values_list("pk", "worker"))
    strange = {getattr(one, "disposal_id", one.pk) for one in signed if (one.duty_id, one.worker_id) not in known}
    here = {one.pk for one in rows if isinstance(one, DisposalItem) and one.disposal_id not in strange}
    for row in rows:
        of = getattr(row, "item_id", row.pk if isinstance(row, DisposalItem) else None)
        on = getattr(row, "disposal_id", row.pk if isinstance(row, Disposal) else None)
        lost = (of is not None and of not in here) or on in strange
        if not lost and not type(row).objects.everywhere(WHY).filter(pk=row.pk).exists():
            row.save(force_insert=True)
    return here


def _read(said: str) -> list[Any]:
    try:
        found = json.loads(said)
        rows = found["rows"] if found["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        rows = None
    if not isinstance(rows, list):
        no("廃棄の控えとして読めません。", "bin/marugoto disposals で出したファイルを選んでください。").require()
    return list(rows or [])
