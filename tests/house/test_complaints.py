"""The table of what users of such systems complain of: whole, and true of the tests it names."""

import ast
import re
from functools import cache

from tests.house.tree import TOP

TABLE = TOP / "docs" / "reference" / "complaints.md"
NUMBERS = range(1, 37)
SAID, REASON = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*\*not ours\*\*[^:|]*: \w+ \w+ \w+")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_each_complaint_has_one_row() -> None:
    assert [number for number, _ in _rows()] == list(NUMBERS)


def test_every_row_names_a_test_or_says_why_not() -> None:
    silent = [number for number, answer in _rows() if not NAMED.search(answer) and "**not ours**" not in answer]
    assert silent == []


def test_there_is_no_third_answer_and_what_is_not_ours_has_its_reason() -> None:
    others = [number for number, answer in _rows() if set(SAID.findall(answer)) - {"not ours"}]
    assert others == []
    bare = [number for number, answer in _rows() if "**not ours**" in answer and not REASON.search(answer)]
    assert bare == []


def test_every_test_that_is_named_exists() -> None:
    named = [(number, *found) for number, answer in _rows() for found in NAMED.findall(answer)]
    assert len(named) >= len(NUMBERS)
    assert [one for one in named if one[2] not in _tests_in(one[1])] == []


def _rows() -> list[tuple[int, str]]:
    lines = [line.strip("| ").split(" | ") for line in TABLE.read_text().splitlines() if re.match(r"\| \d+ \|", line)]
    return [(int(cells[0]), cells[-1]) for cells in lines]


@cache
def _tests_in(path: str) -> set[str]:
    tree = ast.parse((TOP / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
