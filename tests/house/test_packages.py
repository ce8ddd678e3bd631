"""Every package of the plan stands, and says in five lines what it is for, its words and its neighbours."""

import ast
import tomllib

import pytest

from tests.house.tree import TOP, tree_of

ROOMS = ("front", "desk", "meeting", "town", "office", "pref", "ui", "shell")


def floors() -> list[str]:
    """The packages of the plan from the ground up, as the layers contract names them."""
    contracts = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["id"] == "floors")
    return [name.strip() for layer in reversed(layers) for name in layer.split("|")]


def fault_of(docstring: str | None) -> str:
    """What is missing in the opening words of a package; nothing if all is there."""
    lines = [line for line in (docstring or "").splitlines() if line.strip()]
    if not 3 <= len(lines) <= 6:
        return f"{len(lines)} lines instead of about five"
    if not any(line.startswith(("Words:", "Rooms:")) for line in lines):
        return "no line with its words"
    return ""


@pytest.mark.parametrize("package", [*floors(), *(f"web/{room}" for room in ROOMS)])
def test_a_package_says_what_it_is_for(package: str) -> None:
    path = TOP / "marugoto" / package / "__init__.py"
    assert fault_of(ast.get_docstring(tree_of(path.relative_to(TOP)))) == ""


def test_packages_open_with_words_only() -> None:
    """An import in the opening would tie every neighbour to it."""
    openings = [TOP / "marugoto" / package / "__init__.py" for package in floors()]
    assert [path for path in openings if len(tree_of(path.relative_to(TOP)).body) != 1] == []


def test_all_twenty_one_packages_are_there() -> None:
    assert len(floors()) == 21
    assert sorted(floors()) == sorted(
        path.parent.name for path in TOP.glob("marugoto/*/__init__.py") if path.parent.name != "settings"
    )


def test_a_package_without_its_words_is_caught() -> None:
    assert fault_of(None)
    assert fault_of("Only one line.")
    assert fault_of("Custody.\n\nBelow it people.\nAbove it intake.") == "no line with its words"
