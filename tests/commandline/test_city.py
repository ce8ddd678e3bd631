"""The loader of the measured town: what it writes is what the actions write, and its gate sees a single row that is not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

TOP = Path(__file__).resolve().parents[2]


def run(*words: str) -> dict:
    """One run on a database of its own, of the kind on which these tests run."""
    kind = "postgres" if connection.vendor == "postgresql" else "sqlite"
    command = [sys.executable, "-W", "ignore", "-m", "benches", "city", "--size", "small", "--database", kind, "--json"]
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "MARUGOTO", "DJANGO"))
    }
    done = subprocess.run([*command, *words], cwd=TOP, capture_output=True, text=True, check=False, env=kept)
    assert done.stdout, done.stderr[-2_000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def loaded() -> dict:
    """Afterwards a need in the words of nobody, and a grant that is gone without an ending."""
    return run("--balls", "80", "--spoil")


@pytest.mark.postgres  # the bench of the desk asks the gate on both databases; what is spoilt, once
def test_a_loaded_town_is_what_the_actions_would_have_written(db: None, loaded: dict) -> None:
    """What was spoilt afterwards the gate sees too."""
    found = loaded
    assert found["ok"], found["notes"]
    assert found["figures"]["open needs"] >= 40
    assert found["figures"]["balls compared"] >= 40
    assert found["figures"]["list rows seen"] > 0
    assert any("casework_need" in fault for fault in found["notes"])
    assert any("disclosure_grant" in fault for fault in found["notes"])


@pytest.mark.postgres
def test_what_is_timed_has_grants_consents_and_restrictions_and_its_lists_obey_them(db: None, loaded: dict) -> None:
    """No list of rows that everybody may see: the gate, which says what each reader may see, found each list right, and much not on it."""
    figures = loaded["figures"]
    for what in ("grants", "consents", "restrictions"):
        assert figures[what] > 0, what
    assert figures["grants"] > figures["open needs"]
    assert loaded["ok"]
    assert figures["list rows seen"] > 0
    assert figures["list rows not for their readers"] > 0
    assert figures["searches seen"] > 0
