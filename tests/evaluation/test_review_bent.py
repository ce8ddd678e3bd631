"""Each threshold of the ledger and its flags is bent by one step; a golden case by hand tells every one."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest

from marugoto.evaluation.codes import UseKind
from marugoto.evaluation.rules import earning, flags, pruning, uses
from tests.evaluation import test_flags, test_pruning, test_uses

STEPS: dict[type, Any] = {int: 1, Fraction: Fraction(1, 100), float: 0.01}
BENT: dict[ModuleType, tuple[str, ...]] = {
    uses: ("REMEMBERED", "PENDING_COUNTS", "UNDONE_TOO_SOON"),
    earning: ("EARNS", "IDLE_AFTER", "PARKED_AFTER"),
    flags: (
        "MANY_LIVE",
        "TOO_MANY_LIVE",
        "LITTLE_USED",
        "ONLY_TARGETS",
        "COMPUTABLE",
        "BY_HAND_SHARE",
        "BY_HAND_MINUTES",
        "OUTCOMES",
        "IN_A_ROW",
        "SURELY_MET",
        "PERIODS",
        "ALIKE",
        "WORSE_FOR",
        "ALWAYS",
        "NAMED",
    ),
    pruning: ("LIVE_AT_MOST", "SEEDS_AT_MOST"),
}
ALL = [(module, name, way) for module, names in BENT.items() for name in names for way in (-1, 1)]


def cases() -> Iterator[Callable[[], None]]:
    """Every golden case, with the values it is tried with."""
    for module in (test_uses, test_flags, test_pruning):
        for name, test in vars(module).items():
            if name.startswith("test_"):
                yield from _tried_with(test)


def _tried_with(test: Callable[..., None]) -> Iterator[Callable[[], None]]:
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    if not marks:
        yield test
        return
    (mark,) = marks
    names = [mark.args[0]] if isinstance(mark.args[0], str) else list(mark.args[0])
    for values in mark.args[1]:
        said = dict(zip(names, values if len(names) > 1 else [values], strict=True))
        yield lambda said=said: test(**said)  # type: ignore[misc]


def told() -> bool:
    """Does a golden case fail?"""
    for one in cases():
        try:
            one()
        except AssertionError:
            return True
    return False


def test_the_true_rules_pass_all_of_them() -> None:
    assert not told()
    assert sum(1 for _ in cases()) > 120


@pytest.mark.parametrize(("module", "name", "way"), ALL, ids=lambda one: getattr(one, "__name__", str(one)))
def test_each_threshold_is_told(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, way: int) -> None:
    value = getattr(module, name)
    monkeypatch.setattr(module, name, value + way * STEPS[type(value)])
    assert told()


@pytest.mark.parametrize("kind", UseKind)
def test_each_weight_is_told(monkeypatch: pytest.MonkeyPatch, kind: UseKind) -> None:
    monkeypatch.setitem(uses.WEIGHTS, kind, uses.WEIGHTS[kind] + Fraction(1, 2))
    assert told()
