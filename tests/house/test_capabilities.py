"""The table of what the desk can do: numbered without a gap, and true of the journeys it names."""

import ast
import re
from functools import cache

from tests.house.tree import TOP

TABLE = TOP / "docs" / "reference" / "capabilities.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PARTS = {"ball", "intake", "casework", "tower", "town"}


def test_the_rows_are_numbered_and_belong_to_a_part() -> None:
    rows = _rows()
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert {row[1] for row in rows} == PARTS


def test_every_capability_has_a_journey_or_says_that_it_has_none() -> None:
    without = [
        row[0] for row in _rows() if "tests/journeys/" not in row[-1] and not row[-1].startswith("**no journey**")
    ]
    assert without == []
    assert [row[0] for row in _rows() if not NAMED.search(row[-1])] == []


def test_every_test_that_is_named_exists() -> None:
    named = [(row[0], *found) for row in _rows() for found in NAMED.findall(row[-1])]
    assert len(named) >= len(_rows()) > 40
    assert [one for one in named if one[2] not in _tests_in(one[1])] == []


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.strip("| ").split(" | ") for line in lines if re.match(r"\| \d+ \|", line)]


@cache
def _tests_in(path: str) -> set[str]:
    tree = ast.parse((TOP / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
