"""Addresses of before are found however they are written: folded a stroke at a time, in both databases."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from marugoto.ground.scratch_postgres import scratch_postgres
from marugoto.people.rules.address import kept_address
from tests.people.before_folded import BODIES, KEPT_ALREADY, WRITTEN

OWNER = "keeper_of_tables"  # as in a real installation: no superuser, who would see through every wall


def carried(home: Path, url: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.people.before_folded"],
        env=os.environ | {"MARUGOTO_HOME": str(home), "DATABASE_URL": url, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def judge(told: dict[str, Any]) -> bool:
    folded = {text: kept_address(text) for text in WRITTEN} | {"東町": KEPT_ALREADY}
    assert folded["みなも市北町二丁目３番１号"] == "みなも市北町2-3-1-"
    assert told["rows"] == sorted([body, text, folded[text]] for body in BODIES for text in folded)
    assert (told["first"], told["rest"], told["again"]) == (4, [4, 2], [])
    return bool(told["forced"])


def test_on_sqlite(tmp_path: Path) -> None:
    assert judge(carried(tmp_path, f"sqlite:///{tmp_path / 'before.sqlite3'}"))


@pytest.mark.postgres
def test_on_postgresql_behind_the_walls(tmp_path: Path) -> None:
    with scratch_postgres() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
            connection.execute(f"ALTER DATABASE marugoto OWNER TO {OWNER}")
            connection.execute(f"ALTER SCHEMA public OWNER TO {OWNER}")
        assert judge(carried(tmp_path, url.replace("postgres@", f"{OWNER}@")))
