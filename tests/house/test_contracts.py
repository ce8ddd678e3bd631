"""The eight contracts hold, and each catches a deliberate violation (in a small copy of the house, with our own configuration)."""

import os
import re
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


def small_house(top: Path) -> Path:
    """Every package of the plan, with a little of what stands in each, and our own contracts."""
    shutil.copy(TOP / "pyproject.toml", top)
    for package in ["", "settings", *floors(), *(f"web/{room}" for room in ROOMS)]:
        folder = top / "marugoto" / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    for package in ("ledger", "people", "custody", "intake", "community", "casework"):
        folder = top / "marugoto" / package
        (folder / "models.py").write_text("Ball = object\n", encoding="utf-8")
        (folder / "queries.py").write_text(f"import marugoto.{package}.models\n", encoding="utf-8")
        (folder / "events.py").touch()
    for room in set(ROOMS) - {"ui", "shell"}:
        (top / "marugoto" / "web" / room / "pages.py").write_text("import marugoto.web.shell\n", encoding="utf-8")
    return top


def write(house: Path, file: str, line: str) -> None:
    path = house / "marugoto" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{line}\n", encoding="utf-8")


def report_on(top: Path) -> str:
    """What import-linter says of the tree below `top`, with our own configuration."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(top), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False, env=environment)
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return done.stdout


def broken(report: str) -> dict[str, str]:
    """The contracts that are broken, each with what is said of it."""
    names = re.findall(r"^(.+?) BROKEN", report, re.M)
    _, _, details = report.partition("Broken contracts")
    parts = re.split(rf"^({'|'.join(map(re.escape, names))})\n-+$", details, flags=re.M) if names else [""]
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What is said of small houses in which all violations stand; files that two of them share take turns."""
    rest, said = list(VIOLATIONS), []
    while rest:
        house = small_house(tmp_path_factory.mktemp("house"))
        placed = {file: line for _, file, line in reversed(rest)}
        for file, line in placed.items():
            write(house, file, line)
        said.append(broken(report_on(house)))
        rest = [one for one in rest if placed[one[1]] != one[2]]
    return said


def test_the_house_keeps_its_contracts() -> None:
    assert broken(report_on(TOP)) == {}


@pytest.mark.parametrize(
    ("contract", "file", "line"), VIOLATIONS, ids=[f"{name} · {file}" for name, file, _ in VIOLATIONS]
)
def test_a_violation_is_caught(verdicts: list[dict[str, str]], contract: str, file: str, line: str) -> None:
    """The contract is broken, and its report names the module that breaks it and what it reached for."""
    breaker = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    reached = re.findall(r"^(?:from|import) (marugoto[.\w]+|\w+)", line)  # of a library only its name is reported
    reports = [said[contract] for said in verdicts if contract in said]
    assert any(all(word in report for word in [breaker, *reached]) for report in reports), reports


def test_what_is_allowed_is_not_caught(tmp_path: Path) -> None:
    house = small_house(tmp_path)
    for file, line in ALLOWED:
        write(house, file, line)
    assert broken(report_on(house)) == {}


def test_every_contract_has_a_violation_here() -> None:
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    names = {
        line.split('"')[1] for line in text.split("[tool.importlinter]")[1].splitlines() if line.startswith("name = ")
    }
    assert {contract for contract, _, _ in VIOLATIONS} == names
    assert len(names) == 8
