"""What was told of late balls before each team was told: nobody is told of it again, in both databases."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from marugoto.ground.scratch_postgres import scratch_postgres

OWNER = "keeper_of_tables"  # as in a real installation: no superuser, who would see through every wall
LATE = "late:2026-10-20"
TOLD = [
    ["handed", "tower", LATE],
    ["lies", "chief", LATE],
    ["lies", "chief", f"{LATE}:holder"],
    ["lies", "tower", f"{LATE}:holder"],
    ["lies", "tower", "stuck:1"],
    ["over", "tower", LATE],
]


def carried(home: Path, url: str) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.custody.before_late_keys"],
        env=os.environ | {"MARUGOTO_HOME": str(home), "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return sorted(told)


def test_on_sqlite(tmp_path: Path) -> None:
    assert carried(tmp_path, f"sqlite:///{tmp_path / 'before.sqlite3'}") == sorted(TOLD)


@pytest.mark.postgres
def test_on_postgresql_behind_the_walls(tmp_path: Path) -> None:
    with scratch_postgres() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
            connection.execute(f"ALTER DATABASE marugoto OWNER TO {OWNER}")
            connection.execute(f"ALTER SCHEMA public OWNER TO {OWNER}")
        assert carried(tmp_path, url.replace("postgres@", f"{OWNER}@")) == sorted(TOLD)
