"""Rules are plain, actions are told the time, domains know no HTTP, nothing happens behind the reader's back (STYLE 2, 3, 9)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import files, python_files, tree_of

CLOCKS = {
    "datetime.now",
    "timezone.now",
    "datetime.utcnow",
    "date.today",
    "datetime.today",
    "time.time",
    "timezone.localdate",
}
TOLD_THE_TIME = ("rules", "actions", "events", "models", "kernel", "queries")
DOORS = {"web", "api", "exchange", "demo", "settings", "ground"}
HTTP = ("django.http", "django.shortcuts", "django.urls", "django.template", "django.views", "django.forms")
HIDDEN = ("django.db.models.signals", "django.dispatch", "django.core.signals", "contextvars")
SAY_NOTHING = {
    "utils",
    "util",
    "common",
    "helpers",
    "helper",
    "misc",
    "core",
    "manager",
    "managers",
    "handler",
    "handlers",
    "data",
    "info",
}


def clocks(tree: ast.Module) -> list[str]:
    """Calls, and defaults given uncalled, that look at a clock."""
    seen = (ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [words for words in seen if ".".join(words.split(".")[-2:]) in CLOCKS]


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden_imports(tree: ast.Module, forbidden: tuple[str, ...]) -> list[str]:
    return [name for name in imports(tree) if any(f"{name}.".startswith(f"{one}.") for one in forbidden)]


def save_overrides(tree: ast.Module) -> list[str]:
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return [
        f"{one.name}.save"
        for one in classes
        if any(isinstance(it, ast.FunctionDef) and it.name == "save" for it in one.body)
    ]


def empty_names(paths: tuple[Path, ...]) -> list[Path]:
    return [path for path in paths if {part.removesuffix(".py") for part in path.parts} & SAY_NOTHING]


def ours() -> tuple[Path, ...]:
    return tuple(path for path in python_files() if path.parts[0] == "marugoto")


def in_domains() -> tuple[Path, ...]:
    return tuple(path for path in ours() if len(path.parts) > 2 and path.parts[1] not in DOORS)


def found_in(paths: tuple[Path, ...], check: object) -> dict[Path, list[str]]:
    return {path: found for path in paths if (found := check(tree_of(path)))}  # type: ignore[operator]


def test_nobody_below_the_doors_looks_at_a_clock() -> None:
    told = tuple(path for path in in_domains() if set(TOLD_THE_TIME) & {*path.parts, path.stem})
    assert found_in(told, clocks) == {}


def test_domains_know_no_http() -> None:
    assert found_in(in_domains(), lambda tree: forbidden_imports(tree, HTTP)) == {}


def test_nothing_happens_behind_the_readers_back() -> None:
    assert found_in(ours(), lambda tree: forbidden_imports(tree, HIDDEN) + save_overrides(tree)) == {}


def test_every_module_is_named_after_something() -> None:
    python = tuple(
        path for path in files() if path.suffix == ".py" and path.parts[0] in {"marugoto", "tests", "proofs", "benches"}
    )
    assert empty_names(python) == []


@pytest.mark.parametrize(
    "line", ["at = timezone.now()", "x = datetime.datetime.now(tz)", "day = date.today()", "f(default=timezone.now)"]
)
def test_a_look_at_the_clock_is_caught(line: str) -> None:
    assert clocks(ast.parse(line))


@pytest.mark.parametrize(
    "line", ["from django.http import HttpResponse", "import django.urls", "from django.shortcuts import redirect"]
)
def test_http_in_a_domain_is_caught(line: str) -> None:
    assert forbidden_imports(ast.parse(line), HTTP)


def test_signals_and_save_overrides_are_caught() -> None:
    assert forbidden_imports(ast.parse("from django.db.models.signals import post_save"), HIDDEN)
    assert save_overrides(ast.parse("class Ball(Model):\n    def save(self): ...")) == ["Ball.save"]


def test_a_name_that_says_nothing_is_caught() -> None:
    assert empty_names((Path("marugoto/custody/utils.py"), Path("marugoto/custody/rules/ball.py"))) == [
        Path("marugoto/custody/utils.py")
    ]


def days_of_moments(tree: ast.Module) -> list[str]:
    """The day of a moment as the database gives it is a day in Greenwich: before nine in the morning it is the day before."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "date")
    return [
        ast.unparse(one) for one in calls if isinstance(one.value, ast.Attribute) and one.value.attr.endswith("_at")
    ]


def test_the_day_of_a_moment_is_the_day_here() -> None:
    assert days_of_moments(ast.parse("say(face.settled_at.date())")) == ["face.settled_at.date"]
    assert days_of_moments(ast.parse("say(local_day(face.settled_at), begins.date())")) == []
    found = {str(path): days_of_moments(tree_of(path)) for path in python_files("marugoto")}
    assert {path: said for path, said in found.items() if said} == {}
