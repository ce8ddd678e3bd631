"""Writers, the web server and the database killed in the middle: what was acknowledged stands, once, and nothing is half there."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from proofs._account import Account
from proofs._moves import ACTS, FACTS, Order, read_order
from proofs._storm import Plan, Storm, run_storm
from proofs._verbs import settle_place
from proofs._writer import in_doubt
from tests.house.tree import TOP

SHORT = Plan(
    operations=40, kills=2, seed=20261124, kinds=("writer",), writers=2, teams=3, balls=5, web_share=0, minutes=1
)


def _sound(storm: Storm) -> Account:
    account = storm.account
    assert account.done.total() > SHORT.operations // 2
    assert account.sound, (account.traces, account.lost, account.twice, account.broken)
    return account


@pytest.mark.sqlite  # on PostgreSQL the command itself is run below, with a server that may be killed
@pytest.mark.django_db(transaction=True)
def test_killed_writers_lose_nothing_and_repeat_nothing() -> None:
    storm = run_storm(settle_place(), SHORT)
    account = _sound(storm)
    assert storm.killed["writer"] == SHORT.kills
    assert account.doubts["had been done"] > 0, "one of them died between its commit and its word"
    assert account.facts >= account.done.total()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_without_its_key_a_repeated_press_is_found_as_a_second_fact() -> None:
    """The control: a harness that does not see the planted fault would see nothing. What a kill hits is luck: one storm of some must."""
    here = settle_place()
    for turn in range(4):
        storm = run_storm(here, replace(SHORT, ignore_key=True, seed=SHORT.seed + turn))
        if storm.account.twice:
            break
    assert storm.account.twice
    assert not storm.account.sound


@pytest.mark.slow
@pytest.mark.postgres
def test_every_kind_of_kill_on_a_database_of_its_own() -> None:
    """The command itself, with its controls: late commits are found to be lost, and then nothing is."""
    words = "custody --operations 90 --kills 3 --pairs 2 --control-pairs 40 --writers 2 --balls 5 --json"
    ours = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "MARUGOTO_OWNER_DATABASE_URL", "MARUGOTO_DEMO"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    command = [sys.executable, "-m", "proofs", *words.split()]
    said = subprocess.run(command, cwd=TOP, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout[-3000:] + said.stderr[-3000:]
    figures = json.loads(said.stdout.splitlines()[-1])["figures"]
    assert [figures[f"killed: {kind}"] for kind in ("writer", "database", "web server")] == [1, 1, 1]
    assert figures["storm: over HTTP"] > 0
    assert [
        figures[name] for name in ("acknowledged and lost", "facts twice", "balls unheld", "balls doubly held")
    ] == [0] * 4


def test_what_was_begun_last_and_not_ended_is_in_doubt(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    assert in_doubt(journal) is None
    order = Order(UUID(int=1), "touch", UUID(int=2), (str(UUID(int=3)),), (UUID(int=4),))
    journal.write_text(f"S {order.line()}\n", encoding="utf-8")
    assert in_doubt(journal) == order == read_order(order.line())
    journal.write_text(f"S {order.line()}\nT {order.key}\nD {order.key}\n", encoding="utf-8")
    assert in_doubt(journal) is None


def test_every_verb_says_which_fact_it_leaves() -> None:
    assert set(FACTS) == {*ACTS, "place"}
