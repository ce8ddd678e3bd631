"""Households written again from those that were told are the households that would have been told."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import transaction

from tests.copied import everything, told, written_again
from tests.town import Town, settle_town
from tests.web.desk.test_queries import KINDS, household

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")


def test_what_is_written_again_is_what_would_be_told() -> None:
    """Every row of the house but ids: hours, names, numbers, counters and the facts in their order."""
    town = settle_town()
    with transaction.atomic():
        kinds = told(town, range(KINDS), household)
    further = range(KINDS, KINDS + 12)
    written = _rows_after(town, lambda: written_again(town, kinds, further))
    assert written == _rows_after(town, lambda: [household(town, number) for number in further])
    assert written.total() > sum(len(block.rows) for block in kinds) * (KINDS + len(further)) / KINDS


def _rows_after(town: Town, deed: Callable[[], object]) -> Counter[str]:
    """And then as if it had not been done."""
    before = town.now
    with transaction.atomic():
        deed()
        rows = Counter(_said(row) for kept in everything().values() for row in kept.values())
        transaction.set_rollback(True)
    town.now = before
    return rows


def _said(row: object) -> str:
    """The ids of what the town had before are the same in both; those of the households are new in each."""
    free = {"Ball": {"number"}, "Fact": {"seq"}, "Counter": {"id"}}.get(type(row).__name__, set())
    values = {name: value for name, value in vars(row).items() if not name.startswith("_") and name not in free}
    return f"{type(row).__name__} {ID.sub('one', repr(values))}"
