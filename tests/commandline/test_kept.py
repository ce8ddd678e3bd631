"""What a proof keeps says when it ran, of which code, and how much of what was asked; a door that was asked twice tells both answers."""

import argparse
import json
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from proofs import _bent_rules, _bent_standard, _kept, _timing, custody, standard
from proofs._sittings import NOTHING, Book
from proofs.entry import Outcome


def test_what_is_kept_carries_the_day_and_the_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kept, "RESULTS", tmp_path)
    monkeypatch.setattr(_kept, "_git", lambda *words: "abc1234 Say why" if words[0] == "log" else " M proofs/access.py")
    said = json.loads(_kept.keep("access", Outcome(ok=True, figures={"worlds": 3})).read_text(encoding="utf-8"))
    assert said["commit"] == "abc1234 Say why (and changes that were not committed)"
    assert said["made"].endswith(" UTC")
    assert (said["ok"], said["figures"]) == (True, {"worlds": 3})


@pytest.mark.parametrize(("said", "kept"), [(("abc Say why", ""), "abc Say why"), (("", ""), "unknown")])
def test_without_changes_only_the_commit_is_said(
    said: tuple[str, str], kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_kept, "_git", lambda *words: said[0] if words[0] == "log" else said[1])
    assert _kept.commit() == kept


def test_a_door_asked_twice_tells_both_and_is_judged_by_the_second() -> None:
    first: dict[str, Any] = {"door": "person page", "pairs": 2, "apart": 0.4, "p": 0.004}
    once, twice = _timing.told(first), _timing.told(first, first | {"apart": 0.1, "p": 0.7})
    assert (once["first p"], _timing.counts(once)) == (0.004, 0.004)
    assert "second p" not in once
    assert (twice["first p"], twice["second p"], twice["second apart"]) == (0.004, 0.7, 0.1)
    assert _timing.counts(twice) == 0.7


def test_the_bent_standard_is_kept_with_its_day_and_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kept, "RESULTS", tmp_path)
    monkeypatch.setattr(_bent_standard, "of_criteria", lambda: iter(()))
    monkeypatch.setattr(_bent_rules, "modules", list)
    standard.run(argparse.Namespace(operations=1, write=True))
    said = json.loads((tmp_path / "standard.json").read_text(encoding="utf-8"))
    assert list(said)[:2] == ["made", "commit"]
    assert said["ok"] is True


@pytest.mark.parametrize(
    ("asked", "tried", "whole"),
    [((100, 3), (100, 3), True), ((100, 3), (99, 3), False), ((100, 3), (100, 2), False), ((100, 3), (240, 9), True)],
)
def test_a_storm_says_how_much_of_what_was_asked_it_reached(
    asked: tuple[int, int], tried: tuple[int, int], whole: bool
) -> None:
    assert custody.reached(asked, tried) == {
        "asked: operations": asked[0],
        "asked: kills": asked[1],
        "reached: operations": tried[0],
        "reached: kills": tried[1],
        "reached": whole,
    }


def test_a_sound_sitting_that_fell_short_is_ok_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sittings of sixty, of a hundred and then of two hundred that were asked."""
    monkeypatch.setattr(custody, "_figures_of_storm", lambda storm: _figures(60, 2))
    for asked, sittings, whole in ((100, 1, False), (100, 2, True), (200, 3, False)):
        outcome = _run(monkeypatch, tmp_path / "sittings.json", asked)
        assert (outcome["ok"], outcome["reached"]) == (True, whole)
        assert outcome["figures"]["reached"] is whole
        assert outcome["figures"]["reached: operations"] == 60 * sittings
        begins = "Reached what was asked" if whole else "Not reached what was asked"
        assert outcome["notes"][0].startswith(
            f"{begins}: {60 * sittings} of {asked} operations, {2 * sittings} of 2 kills"
        )
        assert f"over {sittings} sittings." in outcome["notes"][0]


def test_one_unsound_sitting_makes_the_whole_file_unsound_however_much_was_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(custody, "_figures_of_storm", lambda storm: _figures(60, 2))
    book = Book(tmp_path / "sittings.json")
    book.add(False, _figures(60, 2), [])
    outcome = _run(monkeypatch, tmp_path / "sittings.json", 100)
    assert (outcome["ok"], outcome["reached"]) == (False, True)


def _figures(operations: int, kills: int) -> dict[str, int]:
    return dict.fromkeys(NOTHING, 0) | {"storm: operations": operations, "killed: writer": kills}


def _run(monkeypatch: pytest.MonkeyPatch, path: Path, operations: int) -> Outcome:
    """Without a database: what a race and a storm of sixty operations would have given."""
    done = {"done": Counter(touch=60), "refused": Counter[str](), "sound": True}
    account = SimpleNamespace(**done, **{name: [] for name in ("traces", "lost", "twice", "broken")})
    storm = SimpleNamespace(account=account, killed=Counter(writer=2), seconds=6.0)
    tally = SimpleNamespace(clean=True, broken=[], traces=[], pairs=1, met=1)
    monkeypatch.setattr(
        "proofs._race.race",
        lambda *_, blind=False, **__: SimpleNamespace(**{**vars(tally), "broken": [1]}) if blind else tally,
    )
    monkeypatch.setattr("proofs._storm.run_storm", lambda *_: storm)
    monkeypatch.setattr("proofs._verbs.settle_place", lambda: None)
    for control in ("_keyless", "_late"):
        monkeypatch.setattr(custody, control, lambda *_: {"control": "x", "found": "1", "caught": True})
    asked = {"operations": operations, "kills": 2, "seed": 1, "pairs": 1, "control_pairs": 1, "writers": 1, "balls": 1}
    alone = {"only": None, "web_share": 0.0}
    return custody.run(argparse.Namespace(**asked, **alone, database="postgres", sittings=path, minutes=None))
