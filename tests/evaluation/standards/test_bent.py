"""The short form of `bin/prove standard`: of every part some are bent, and the golden cases tell each. All of them take a minute there."""

import argparse

import pytest

from proofs import _bent_standard, standard

SOME = 13


def test_what_is_bent_is_told_from_the_true_one() -> None:
    outcome = standard.run(argparse.Namespace(operations=SOME, write=False))
    assert outcome["ok"], outcome["notes"]
    assert [row["bent"] for row in outcome["rows"]] == ["criteria", "constants", "rules"]
    assert all(row["mutants"] for row in outcome["rows"])


def test_a_case_that_tells_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the golden cases most thresholds could be anything."""
    monkeypatch.setattr(_bent_standard, "checks", lambda: [lambda: None])
    outcome = standard.run(argparse.Namespace(operations=SOME, write=False))
    assert not outcome["ok"]
    assert sum(row["survivors"] for row in outcome["rows"]) == outcome["figures"]["mutants"]
