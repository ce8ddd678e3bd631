"""Parts of one proof side by side: each is told apart, what they found becomes one page, and a part that breaks off is a failure."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from proofs import _beside, _kept, doors
from proofs.entry import Outcome

ASKED = argparse.Namespace(
    persons=5, protected=1, further=0, pairs=2, seed=7, database="postgres", only=None, keep=True
)


def said(part: str, *, ok: bool = True) -> Outcome:
    figures = {"persons": 5, f"{part}: asked": 3, "minutes": 1.5, "seconds": 90.0}
    return Outcome(ok=ok, rows=[{"part": part}], figures=figures, notes=[f"{part} has run"])


class Ended:
    def __init__(self, part: str, outcome: Outcome) -> None:
        self.part, self.found = part, outcome

    def outcome(self) -> Outcome:
        return self.found


@pytest.mark.parametrize("broken", [None, "walk", "timing"])
def test_the_whole_holds_only_if_each_part_holds(
    broken: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []

    @contextmanager
    def beside(name: str, parts: list[str], asked: list[str], first: str) -> Iterator[list[Ended]]:
        words.extend([name, first, *asked])
        yield [Ended(part, said(part, ok=part != broken)) for part in parts]

    monkeypatch.setattr(_beside, "beside", beside)
    monkeypatch.setattr(_kept, "RESULTS", tmp_path)
    found = doors.run(ASKED)
    assert found["ok"] is (broken is None)
    assert found["rows"] == [{"part": part} for part in doors.PARTS]
    assert {f"minutes of the {part}" for part in doors.PARTS} <= set(found["figures"])
    assert "seconds" not in found["figures"]
    assert words == [
        "doors",
        "timing",
        "--persons=5",
        "--protected=1",
        "--further=0",
        "--pairs=2",
        "--seed=7",
        "--database=postgres",
    ]
    assert json.loads((tmp_path / "doors.json").read_text())["figures"]["walk: asked"] == 3


def part_that_says(monkeypatch: pytest.MonkeyPatch, script: str) -> Outcome:
    started = subprocess.Popen

    def popen(_command: list[str], **rest: Any) -> Any:
        return started([sys.executable, "-c", script], **rest)

    monkeypatch.setattr(subprocess, "Popen", popen)
    with _beside.beside("doors", ["walk"], []) as parts:
        return parts[0].outcome()


def test_the_last_line_of_a_part_is_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"command": "x", **said("walk")})
    assert part_that_says(monkeypatch, f"print('a table'); print({line!r})") == said("walk")


@pytest.mark.parametrize("script", ["import sys; sys.exit(3)", "print('ok')", "print('[1]')"])
def test_a_part_that_breaks_off_is_a_failure(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = part_that_says(monkeypatch, script)
    assert found["ok"] is False
    assert found["notes"] == [f"walk: {_beside.NOT_ENDED}"]


def test_whoever_is_still_at_work_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda _, **rest: started([sys.executable, "-c", "import time; time.sleep(60)"], **rest)
    )
    with _beside.beside("doors", ["walk"], []) as parts:
        process = parts[0].process
        assert process.poll() is None
    assert process.poll() is not None
