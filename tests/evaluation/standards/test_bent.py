"""The short form of `bin/prove standard`: of every part some are bent, and the golden cases tell each. All of them take minutes there."""

import argparse
import ast
from inspect import getsource

import pytest

from proofs import _bent_alike, _bent_rules, _bent_standard, standard

SOME = 13


def test_what_is_bent_is_told_from_the_true_one() -> None:
    outcome = standard.run(argparse.Namespace(operations=SOME, write=False))
    assert outcome["ok"], outcome["notes"]
    bent = {_bent_rules.short(one) for one in _bent_rules.modules()} - _bent_alike.NOTHING_TO_BEND.keys()
    assert {row["bent"] for row in outcome["rows"]} == {"criteria", *bent}
    assert all(row["mutants"] for row in outcome["rows"])


def test_a_case_that_tells_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the golden cases most thresholds could be anything."""
    monkeypatch.setattr(_bent_standard, "checks", lambda: [lambda: None])
    monkeypatch.setattr(_bent_rules, "golden_of", lambda module: [lambda: None])
    outcome = standard.run(argparse.Namespace(operations=SOME, write=False))
    assert not outcome["ok"]
    assert sum(row["survivors"] for row in outcome["rows"]) == outcome["figures"]["mutants"]


def test_every_module_of_the_rules_is_bent_or_excepted_with_its_reason() -> None:
    nothing = {_bent_rules.short(one) for one in _bent_rules.modules() if not _bent_rules.bent_places(one)}
    assert nothing == _bent_alike.NOTHING_TO_BEND.keys()
    assert all(_bent_alike.NOTHING_TO_BEND.values())


def test_no_comparison_of_a_rule_stands_where_it_is_not_bent() -> None:
    """Outside of functions, in a class or a table of its own."""
    found = set()
    for module in _bent_rules.modules():
        tree = ast.parse(getsource(module))
        within = [one for _owner, node in _bent_rules.functions_of(tree) for one in ast.walk(node)]
        outside = {id(one) for one in ast.walk(tree) if isinstance(one, ast.Compare)} - {id(one) for one in within}
        found |= {_bent_rules.short(module)} if outside else set()
    assert found == _bent_alike.IN_TABLES.keys()


def test_what_is_alike_is_something_that_can_be_bent() -> None:
    """A reason for a place that is there no more is a lie."""
    places = {one.name for module in _bent_rules.modules() for one in _bent_rules.bent_places(module)}
    assert _bent_alike.ALIKE.keys() <= places
    assert all(_bent_alike.ALIKE.values())
