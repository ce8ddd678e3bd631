"""Many households of one kind: some are told by the actions, and the rows that came are written again under ids, names and hours of their own.

`tests/web/desk/test_copied.py` tells the same households by the actions alone and finds the same rows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import models, transaction

from marugoto.casework.models import Case
from marugoto.custody.models import Ball
from marugoto.custody.rules.number import number_of
from marugoto.ground.actions.counter import next_number
from marugoto.ground.context import entered
from marugoto.ground.models import Counter
from marugoto.people.codes import GramKind
from marugoto.people.models import Person, PersonGram
from marugoto.people.rules.name import grams
from tests.database import unwalled
from tests.town import Town

ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
Kept = dict[type[models.Model], dict[Any, models.Model]]


@dataclass(frozen=True)
class Block:
    """What one household's telling left behind."""

    number: int
    at: datetime
    rows: Sequence[models.Model]


def told(town: Town, numbers: range, tell: Callable[[Town, int], object]) -> list[Block]:
    blocks, before = [], everything()
    for number in numbers:
        tell(town, number)
        came = everything()
        new = [row for model, kept in came.items() for pk, row in kept.items() if pk not in before[model]]
        blocks.append(Block(number, town.now, [row for row in new if _is_its_own(row)]))
        before = came
    return blocks


def _is_its_own(row: models.Model) -> bool:
    """A counter of the whole body is counted on; what a name is found by follows from the name."""
    return not isinstance(row, PersonGram) and (not isinstance(row, Counter) or bool(ID.search(row.name)))


def everything() -> Kept:
    """Of the models that are kept in the house's own database, every row by its key."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("marugoto.") and model._meta.managed]
    with unwalled():
        return {model: {row.pk: row for row in _every(model)} for model in ours if not model._meta.proxy}


def _every(model: type[models.Model]) -> Any:
    """Without the house's own manager, which asks whose rows are wanted."""
    return models.QuerySet(model)


def written_again(town: Town, blocks: Sequence[Block], numbers: range) -> None:
    """For each number a household as the block of the same remainder, a minute after the one before."""
    made: dict[type[models.Model], list[models.Model]] = {}
    for number in numbers:
        town.later()
        block = next(one for one in blocks if one.number % len(blocks) == number % len(blocks))
        with transaction.atomic(), entered(town("tanaka")):
            for row in _copies(town, block, number):
                made.setdefault(type(row), []).append(row)
    with unwalled():
        for model, rows in made.items():
            _every(model).bulk_create(rows)


def _copies(town: Town, block: Block, number: int) -> Iterator[models.Model]:
    fresh = {one: uuid4() for row in block.rows for one in _names_of(row)}
    last = re.compile(rf"(?<=[^\x00-\x7f]){block.number}$|(?<=[^\x00-\x7f] ){block.number}$")

    def said(value: object) -> object:
        if isinstance(value, UUID):
            return fresh.get(value, value)
        if isinstance(value, datetime):
            return value + (town.now - block.at)
        if isinstance(value, str):
            return last.sub(str(number), ID.sub(lambda found: _in_hex(fresh, found[0]), value))
        return value

    for row in block.rows:
        values = {field.attname: said(getattr(row, field.attname)) for field in row._meta.concrete_fields}
        yield from _numbered(type(row)(**values))


def _names_of(row: models.Model) -> list[UUID]:
    """By what others may call this row: its key, its name in the ledger, the number under which the ledger speaks of a person."""
    return [one for one in (row.pk, getattr(row, "uid", None), getattr(row, "number", None)) if isinstance(one, UUID)]


def _numbered(row: models.Model) -> Iterator[models.Model]:
    """With the number the actions would have given, and what the name is found by."""
    if not isinstance(row.pk, UUID):
        row.pk = None
    if isinstance(row, Ball):
        row.number = number_of(row.pk)
    if isinstance(row, Case):
        row.number = _next_number(row)
    yield row
    if isinstance(row, Person):
        yield from _grams(row)


def _in_hex(fresh: dict[UUID, UUID], found: str) -> str:
    """An id in the middle of a sentence, with its dashes or without."""
    again = fresh.get(UUID(found))
    return found if again is None else str(again) if "-" in found else again.hex


def _next_number(case: Case) -> str:
    year = case.number.split("-")[0]
    return f"{year}-{next_number(case.body, f'case {year}'):04d}"


def _grams(row: Person) -> Iterator[PersonGram]:
    known = {"body": row.body, "made_at": row.made_at, "folder_id": row.folder_id, "person": row}
    for kind, words in ((GramKind.NAME, row.name), (GramKind.KANA, row.kana)):
        yield from (PersonGram(kind=kind, gram=gram, **known) for gram in sorted(grams(words)))
