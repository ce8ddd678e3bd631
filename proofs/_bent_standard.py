"""Bend the standard in every place: each threshold of a criterion by one, each constant of a rule, each comparison and branch.

The golden cases by hand (`tests/evaluation/standards`) must tell each from the true one.
"""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from fractions import Fraction
from types import ModuleType
from typing import Any

from marugoto.evaluation.measures import Operator
from marugoto.evaluation.rules import ask, evidence, figures, level, stage, standing
from marugoto.evaluation.rules.ask import Ask, Either, OfPiece
from marugoto.evaluation.standards import CRITERIA, Criterion
from proofs import _mutants

RULES: tuple[ModuleType, ...] = (ask, evidence, figures, level, stage, standing)
CONSTANTS: dict[ModuleType, tuple[str, ...]] = {
    figures: ("ENOUGH",),
    evidence: ("LAST_CASES",),
    standing: ("FAILS", "MONTHS", "HALF_YEARS", "RUNS"),
    stage: ("MOST_OF_THEM", "RUNS", "MOVES"),
}
NUMBERS = ("bar", "floor", "least", "most", "small", "level")
PERCENT = Fraction(1, 100)
DEFAULT = re.compile(r": \w+: .* = .* is ")  # of a field: said where it is used
NOT_RULES = {"said", "said_of", "percent", "counted", "few"}  # how a figure is read aloud

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


# ---------------------------------------------------------------- the criteria

Bent = tuple[str, Callable[[], Any]]


def of_criteria() -> Iterator[Bent]:
    for criterion in CRITERIA:
        yield f"{criterion.code}: core", lambda one=criterion: _with(one, "core", not one.core)  # type: ignore[misc]
        for number, own in enumerate(_asks(criterion)):
            for name, other in _others(criterion, own):
                say = f"{criterion.code} {number} {type(own).__name__}.{name} = {other}"
                yield say, lambda one=own, name=name, other=other: _with(one, name, other)  # type: ignore[misc]


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


@contextmanager
def _with(one: Any, name: str, other: Any) -> Iterator[None]:
    before = getattr(one, name)
    object.__setattr__(one, name, other)
    try:
        yield
    finally:
        object.__setattr__(one, name, before)


# ---------------------------------------------------------------- the rules


def of_constants() -> Iterator[Bent]:
    for module, names in CONSTANTS.items():
        for name in names:
            value = getattr(module, name)
            step = PERCENT if isinstance(value, Fraction) else 1
            for other in (value - step, value + step):
                say = f"{module.__name__.rpartition('.')[2]}.{name} = {other}"
                yield say, lambda was=value, now=other, name=name: _everywhere({name: (was, now)})  # type: ignore[misc]


def of_rules(every: int) -> Iterator[Bent]:
    """`every`: only of every so manieth function or class; bending takes longer than trying."""
    tops = [(module, top) for module in RULES for top in _tops(module) if top not in NOT_RULES]
    for module, top in tops[::every]:
        for mutant in _mutants.of_python(inspect.getsource(module), only=frozenset({top})):
            if DEFAULT.search(mutant.name):
                continue
            say = f"{module.__name__.rpartition('.')[2]}.{mutant.name}"
            yield say, lambda module=module, text=mutant.text, top=top: _replaced(module, text, top)  # type: ignore[misc]


def _tops(module: ModuleType) -> list[str]:
    tree = ast.parse(inspect.getsource(module))
    return [one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)]


@contextmanager
def _replaced(module: ModuleType, text: str, top: str) -> Iterator[None]:
    """The bent function or class of that name in the place of the true one, wherever it was imported."""
    node = next(one for one in ast.parse(text).body if getattr(one, "name", "") == top)
    if isinstance(node, ast.FunctionDef):
        with _everywhere({top: (getattr(module, top), _made(node, module))}):
            yield
        return
    owner, before = getattr(module, top), dict[str, Any]()
    for own in [one for one in getattr(node, "body", ()) if isinstance(one, ast.FunctionDef)]:
        before[own.name] = vars(owner)[own.name]
        setattr(owner, own.name, _made(own, module))
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


def _made(node: ast.FunctionDef, module: ModuleType) -> Any:
    """Compiled among the names of its module, so that it speaks of the true classes."""
    made: dict[str, Any] = {}
    code = compile(ast.Module([node], []), module.__name__, "exec")
    exec(code, vars(module), made)  # noqa: S102 — our own text
    return made[node.name]


@contextmanager
def _everywhere(changed: dict[str, tuple[Any, Any]]) -> Iterator[None]:
    """In each module of evaluation and of its tests that knows the name as this value."""
    homes = [
        (one, name)
        for one in list(sys.modules.values())
        for name, (was, _) in changed.items()
        if getattr(one, "__name__", "").startswith(("marugoto.evaluation", "tests.evaluation"))
        and vars(one).get(name) is was
    ]
    for one, name in homes:
        setattr(one, name, changed[name][1])
    try:
        yield
    finally:
        for one, name in homes:
            setattr(one, name, changed[name][0])
