"""What followed from the diary before it had balls: carried over with its holder, its history and its end, in both databases."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from marugoto.ground.scratch_postgres import scratch_postgres

NORTH, NOWHERE = ["follow_up", "north", "2026-12-01"], ["follow_up", "", "2026-12-01"]
OWNER = "keeper_of_tables"  # as in a real installation: no superuser, who would see through every wall


def carried(home: Path, url: str) -> dict[str, Any]:
    asked = {"MARUGOTO_HOME": str(home), "DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, "-m", "tests.community.before_balls"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def judge(told: dict[str, Any]) -> bool:
    first = [1, "甲", "安", "placed"]
    assert set(told) == {"そのまま", "渡した", "すんだ", "やめた", "異動", "だれもいない"}
    assert all(one["own"] for one in told.values())
    assert told["そのまま"] | {"own": 0} == {
        "own": 0,
        "held": ["甲", "安", *NORTH],
        "turns": [[*first, True]],
        "over": "",
        "end": [],
        "left": "",
    }
    assert told["渡した"]["held"] == ["乙", "便", *NORTH]
    assert told["渡した"]["turns"] == [[*first, False], [2, "乙", "便", "caught", True]]
    assert (told["すんだ"]["over"], told["すんだ"]["end"]) == ("achieved", ["done", "そうなった。"])
    assert told["すんだ"]["turns"] == [[*first, False], [2, "乙", "便", "caught", False]]
    assert (told["やめた"]["over"], told["やめた"]["held"]) == ("not_needed", ["甲", "安", *NOWHERE])
    assert (told["異動"]["held"], told["異動"]["left"]) == (["甲", "安", *NORTH], "千")
    assert told["異動"]["turns"] == [[1, "甲", "千", "placed", False], [2, "甲", "安", "inherited", True]]
    assert (told["だれもいない"]["held"], told["だれもいない"]["left"]) == (["受け皿", "恵", *NOWHERE], "団")
    return told["だれもいない"]["turns"][-1] == [2, "受け皿", "恵", "taken_in", True]


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
