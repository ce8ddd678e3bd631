"""What a proof keeps says when it ran and of which code; a door that was asked twice tells both answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from proofs import _kept, _timing
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
