"""Rows that are found by their words, the same on SQLite and PostgreSQL: no extension, no trigger, no index of the engine's own.

SQLite's own three-character index silently misses words of two kanji (docs/reference/traps.md), and PostgreSQL's needs an
extension. Here the marks of the bigrams sort nearly everything out by whole numbers, and the folded text proves the rest.
"""

import json
from collections.abc import Collection, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import BigIntegerField, F, Q, QuerySet, TextField, Value
from django.db.models.expressions import CombinedExpression, RawSQL
from django.db.models.functions import Replace, StrIndex
from django.db.models.lookups import Exact, GreaterThan

from marugoto.ground.models import Kept
from marugoto.kernel.words import COLUMNS, GAP, LAYOUT, Way, lay_out, marks_of, rank_of

MARKS = tuple(f"marks_{number}" for number in range(COLUMNS))
STARTS = ("kana_at", "services_at", "notes_at")


class Worded(Kept):
    """`folded`: name, kana, services and notes in this order; `..._at` where each of the last three begins, from 1."""

    marks_0 = models.BigIntegerField(default=0)
    marks_1 = models.BigIntegerField(default=0)
    marks_2 = models.BigIntegerField(default=0)
    marks_3 = models.BigIntegerField(default=0)
    marks_4 = models.BigIntegerField(default=0)
    marks_5 = models.BigIntegerField(default=0)
    marks_6 = models.BigIntegerField(default=0)
    marks_7 = models.BigIntegerField(default=0)
    layout = models.PositiveSmallIntegerField(default=0)
    kana_at = models.PositiveIntegerField(default=0)
    services_at = models.PositiveIntegerField(default=0)
    notes_at = models.PositiveIntegerField(default=0)
    folded = models.TextField(blank=True)

    class Meta(Kept.Meta):
        abstract = True


def among(keys: Collection[UUID]) -> RawSQL:
    """For `pk__in`: ever so many ids as one value, where they were found by a question that need not be asked again."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::uuid[])", [list(keys)])
    said = json.dumps([key.hex for key in keys])
    return RawSQL("SELECT value FROM json_each(%s)", [said])


def words_of(name: str, kana: str, services: str, notes: str) -> dict[str, Any]:
    """What is written into which column."""
    laid = lay_out(name, kana, services, notes)
    starts, marks = zip(STARTS, laid.starts, strict=True), zip(MARKS, laid.marks, strict=True)
    return {"layout": LAYOUT, "folded": laid.folded, **dict(starts), **dict(marks)}


def hits(rows: QuerySet[Any], words: Sequence[Sequence[Way]], key: str = "pk") -> dict[UUID, int]:
    """Each row in which every word stands in one of its ways, with its rank, the smallest first: in one question."""
    named, found = {}, []
    for number, ways in enumerate(words):
        for other, way in enumerate(ways):
            named[f"at_{number}_{other}"] = _position(way)
        found.append([name for name in named if name.startswith(f"at_{number}_")])
    asked = holding(rows, words).annotate(**named).values_list(key, *STARTS, *named)
    places = {name: place for place, name in enumerate(named, start=1 + len(STARTS))}
    return {
        row[0]: sum(rank_of([row[places[name]] for name in names], row[1 : 1 + len(STARTS)]) for names in found)
        for row in asked
    }


def holding(rows: QuerySet[Any], words: Sequence[Sequence[Way]]) -> QuerySet[Any]:
    """Only the rows in which every word stands in one of its ways."""
    for ways in words:
        rows = rows.filter(reduce(or_, (_holds(way) for way in ways), Q(pk__in=[])))
    return rows


def _holds(way: Way) -> Q:
    """The marks first: they are cheap, and the databases ask in this order."""
    masks = ((name, mask) for name, mask in zip(MARKS, marks_of(way.word), strict=True) if mask)
    asked = [Q(Exact(_both(name, mask), _long(mask))) for name, mask in masks]
    return reduce(and_, [*asked, Q(GreaterThan(_position(way), 0))])


def _both(name: str, mask: int) -> CombinedExpression:
    return CombinedExpression(F(name), CombinedExpression.BITAND, _long(mask), output_field=BigIntegerField())


def _long(mask: int) -> Value:
    """Said to be of 64 bits: as a plain number PostgreSQL is handed one of 32, and the bit of its sign is lost."""
    return Value(mask, output_field=BigIntegerField())


def _position(way: Way) -> StrIndex:
    text: Any = F("folded")
    for longer in way.outside:
        text = Replace(text, Value(longer), Value(GAP * len(longer)), output_field=TextField())
    return StrIndex(text, Value(way.word))
