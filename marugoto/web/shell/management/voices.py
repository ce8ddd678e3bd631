"""The voices of the hearings and the tests that answer them, read from the committed list and from the tests' own marks."""

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True)
class Voice:
    """One voice, or one summary; a repeated voice (再掲) is answered by the tests of the first."""

    id: str
    gist: str
    same_as: str
    is_summary: bool
    tests: tuple[str, ...]


def read_voices(checkout: Path = CHECKOUT) -> list[Voice]:
    """All voices in the order of the list, each with the tests that carry its id."""
    listed = tomllib.loads((checkout / "docs/reference/voices.toml").read_text(encoding="utf-8"))
    gists = {row["id"]: row.get("gist", "") for row in listed["voice"]}
    tests = marked_tests(checkout / "tests")
    return [
        Voice(
            id=row["id"],
            gist=row.get("gist") or gists[row["same_as"]],
            same_as=row.get("same_as", ""),
            is_summary=row in listed["summary"],
            tests=tuple(sorted({*tests[row["id"]], *tests[row.get("same_as", "")]})),
        )
        for row in [*listed["voice"], *listed["summary"]]
    ]


def marked_tests(folder: Path) -> dict[str, list[str]]:
    """Voice id → "tests/….py::test_name", from `@pytest.mark.voice("5-3", …)` on a test, a class or a whole file."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        of_file = _ids(node.value for node in tree.body if isinstance(node, ast.Assign) and _is_pytestmark(node))
        for name, ids in _tests(tree, of_file):
            for voice in ids:
                found[voice].append(f"{path.relative_to(folder.parent)}::{name}")
    return found


def _tests(tree: ast.Module | ast.ClassDef, inherited: set[str]) -> Iterator[tuple[str, set[str]]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _tests(node, inherited | _ids(node.decorator_list))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name, inherited | _ids(node.decorator_list)


def _is_pytestmark(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets)


def _ids(expressions: Iterator[ast.expr] | list[ast.expr]) -> set[str]:
    calls = [call for one in expressions for call in ast.walk(one) if isinstance(call, ast.Call)]
    voiced = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "voice"]
    return {str(word.value) for call in voiced for word in call.args if isinstance(word, ast.Constant)}
