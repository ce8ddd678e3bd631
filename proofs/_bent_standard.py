"""Bend the criteria of the standard: each threshold by one, each mark of what is core.

The golden cases by hand (`tests/evaluation/standards`) must tell each from the true one. The rules are bent in `_bent_rules`.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from fractions import Fraction
from typing import Any

from marugoto.evaluation.measures import Operator
from marugoto.evaluation.rules import level
from marugoto.evaluation.rules.ask import Ask, Either, OfPiece
from marugoto.evaluation.standards import CRITERIA, Criterion
from proofs._bent_rules import in_field

NUMBERS = ("bar", "floor", "least", "most", "small", "level")
PERCENT = Fraction(1, 100)

Check = Callable[[], None]


def checks() -> list[Check]:
    """The golden cases and the truth tables, each a function that asserts."""
    from tests.evaluation.standards import test_golden, test_judging, test_stage, test_standing, test_walked

    found = [
        one
        for module in (test_golden, test_judging, test_walked, test_standing, test_stage)
        for name, one in vars(module).items()
        if name.startswith("test_") and not inspect.signature(one).parameters
    ]

    def golden() -> None:
        for code, change, words, expected in test_golden.cases():
            assert test_golden.level(code, test_golden.GOLDEN[code], change, words) == expected

    return [golden, *found]


def told_apart(tests: list[Check]) -> bool:
    for one in tests:
        try:
            one()
        except Exception:  # noqa: BLE001 — whatever breaks tells the two apart
            return True
    return False


Bent = tuple[str, Callable[[], Any]]


def of_criteria() -> Iterator[Bent]:
    for criterion in CRITERIA:
        yield f"{criterion.code}: core", lambda one=criterion: in_field(one, "core", not one.core)  # type: ignore[misc]
        for number, own in enumerate(_asks(criterion)):
            for name, other in _others(criterion, own):
                say = f"{criterion.code} {number} {type(own).__name__}.{name} = {other}"
                yield say, lambda one=own, name=name, other=other: in_field(one, name, other)  # type: ignore[misc]


def _asks(criterion: Criterion) -> Iterator[Ask]:
    """Those within an Either too; of them the outer one says the level."""
    for own in criterion.asks:
        yield own
        yield from own.either if isinstance(own, Either) else ()


def _others(criterion: Criterion, own: Ask) -> Iterator[tuple[str, Any]]:
    inner = any(isinstance(one, Either) and own in one.either for one in criterion.asks)
    for one in fields(own):
        value = getattr(own, one.name)
        if one.name == "whole":
            yield one.name, not value
        if one.name not in NUMBERS or value is None or (one.name == "level" and inner):
            continue
        step = PERCENT if isinstance(value, Fraction) else 1
        for other in (value - step, value + step):
            if not _same(criterion, own, one.name, other):
                yield one.name, other


def _same(criterion: Criterion, own: Ask, name: str, other: Any) -> bool:
    """Equivalent: where each fact counts, n is k, and of no fact at all nothing is said; then at least 0 is at least 1.

    A level outside 1 to 3 is no level.
    """
    if name == "level":
        return not 1 <= other <= level.TESTED[-1]
    if name in {"least", "small"} and other == 0 and isinstance(own, OfPiece):
        measure = criterion.evidence[own.piece].measure
        counts = measure.operator in {Operator.COUNT, Operator.DISTINCT} and not hasattr(measure, "done")
        return counts or getattr(measure, "confirmed", ()) == getattr(measure, "listed", None)
    return False
