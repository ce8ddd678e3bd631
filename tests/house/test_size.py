"""Small: files to 400 lines, functions to 40, templates to 200 (STYLE 10)."""

import ast
from pathlib import Path

from tests.house.tree import python_files, templates, text_of, tree_of

FILE_LINES, FUNCTION_LINES, TEMPLATE_LINES = 400, 40, 200


def overlong(texts: dict[Path, str], limit: int) -> list[str]:
    """Files with more lines than the limit, each with its number of lines."""
    counted = ((path, len(text.splitlines())) for path, text in texts.items())
    return [f"{path}: {lines} lines" for path, lines in counted if lines > limit]


def overlong_functions(path: Path, tree: ast.Module) -> list[str]:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = ((node.name, (node.end_lineno or 0) - node.lineno + 1) for node in functions)
    return [f"{path}:{name}: {lines} lines" for name, lines in lengths if lines > FUNCTION_LINES]


def test_files_are_small() -> None:
    assert overlong({path: text_of(path) for path in python_files()}, FILE_LINES) == []


def test_functions_are_small() -> None:
    assert [found for path in python_files() for found in overlong_functions(path, tree_of(path))] == []


def test_templates_are_small() -> None:
    assert overlong({path: text_of(path) for path in templates()}, TEMPLATE_LINES) == []


def test_a_long_file_and_a_long_function_are_caught() -> None:
    long_function = "def f():\n" + "    x = 1\n" * FUNCTION_LINES
    assert overlong({Path("a.py"): "x\n" * (FILE_LINES + 1)}, FILE_LINES) == ["a.py: 401 lines"]
    assert overlong_functions(Path("a.py"), ast.parse(long_function)) == ["a.py:f: 41 lines"]
