"""The eight contracts hold, and each catches a deliberate violation (in a small copy of the house, with our own configuration)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_packages import ROOMS, floors
from tests.house.tree import TOP

# contract, the file that breaks it, the line that breaks it
VIOLATIONS = [
    ("Imports go downwards only", "ledger/actions.py", "import marugoto.custody.events"),
    ("Imports go downwards only", "newcomer/__init__.py", '"""A package that stands on no floor."""'),
    ("Imports go downwards only", "intake/actions.py", "import marugoto.community.events"),
    ("Rooms do not know each other", "web/desk/pages.py", "import marugoto.web.town.pages"),
    ("Rooms do not know each other", "web/shell/navigation.py", "import marugoto.web.office.pages"),
    ("Rules, events and kernel are pure", "custody/rules.py", "from django.db import models"),
    ("Rules, events and kernel are pure", "kernel/clock.py", "import django"),
    ("Rules do not reach for tables", "custody/rules.py", "import marugoto.custody.models"),
    ("Doors know no tables", "web/desk/pages.py", "from marugoto.custody import models"),
    ("Doors know no tables", "api/balls.py", "from marugoto.custody.models import Ball"),
    ("Measures are computed from facts only", "evaluation/measures.py", "import marugoto.custody.models"),
    ("Measures are computed from facts only", "evaluation/indicators.py", "import marugoto.custody.queries"),
    ("The prefecture never reaches a person", "prefecture/queries.py", "import marugoto.people.queries"),
    ("The prefecture never reaches a person", "web/pref/pages.py", "import marugoto.casework.queries"),
    ("Only registers knows Splink", "people/likeness.py", "import splink"),
]
# Lines that look alike and are allowed.
ALLOWED = [
    ("registers/actions.py", "import splink"),
    (
        "web/desk/pages.py",
        "import marugoto.custody.queries\nimport marugoto.web.ui\nimport marugoto.web.shell.navigation",
    ),
    ("evaluation/measures.py", "import marugoto.ledger.queries\nimport marugoto.custody.events"),
    ("web/shell/navigation.py", "import marugoto.people.queries"),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Every package of the plan, with a little of what stands in each, and our own contracts."""
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    for package in ["", "settings", *floors(), *(f"web/{room}" for room in ROOMS)]:
        folder = tmp_path / "marugoto" / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    for package in ("ledger", "people", "custody", "intake", "community", "casework"):
        folder = tmp_path / "marugoto" / package
        (folder / "models.py").write_text("Ball = object\n", encoding="utf-8")
        (folder / "queries.py").write_text(f"import marugoto.{package}.models\n", encoding="utf-8")
        (folder / "events.py").touch()
    for room in set(ROOMS) - {"ui", "shell"}:
        (tmp_path / "marugoto" / "web" / room / "pages.py").write_text("import marugoto.web.shell\n", encoding="utf-8")
    return tmp_path


def write(house: Path, file: str, line: str) -> None:
    path = house / "marugoto" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{line}\n", encoding="utf-8")


def broken(top: Path) -> set[str]:
    """The names of the contracts that the tree below `top` breaks."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
        "--no-logo",
    ]
    done = subprocess.run(
        command,
        cwd=top,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(top), "COLUMNS": "200"},
    )
    verdicts = [line for line in done.stdout.splitlines() if line.endswith(" BROKEN") or " BROKEN (" in line]
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return {line.split(" BROKEN")[0] for line in verdicts}


def test_the_house_keeps_its_contracts() -> None:
    assert broken(TOP) == set()


@pytest.mark.parametrize(
    ("contract", "file", "line"), VIOLATIONS, ids=[f"{name} · {file}" for name, file, _ in VIOLATIONS]
)
def test_a_violation_is_caught(house: Path, contract: str, file: str, line: str) -> None:
    write(house, file, line)
    assert contract in broken(house)


def test_what_is_allowed_is_not_caught(house: Path) -> None:
    for file, line in ALLOWED:
        write(house, file, line)
    assert broken(house) == set()


def test_every_contract_has_a_violation_here() -> None:
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    names = {
        line.split('"')[1] for line in text.split("[tool.importlinter]")[1].splitlines() if line.startswith("name = ")
    }
    assert {contract for contract, _, _ in VIOLATIONS} == names
    assert len(names) == 8
