"""Bend the rules of evaluation in every place: each constant by one step, each comparison, number, connective and branch of each function.

Which modules there are is read from the folder, what can be bent in them from their syntax trees, and which golden cases they have from
the imports of the tests: nobody keeps a list of it. What is alike when bent stands in `_bent_alike` with its reason.
"""

import ast
import importlib
import inspect
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache, cached_property, partial
from itertools import product
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from marugoto.evaluation import rules
from proofs import _mutants
from proofs._bent_alike import ALIKE

HOME = Path(next(iter(rules.__path__)))
TESTS = Path(__file__).parent.parent / "tests"
GOLDEN = TESTS / "evaluation"
STEPS: dict[type, Any] = {int: 1, Fraction: Fraction(1, 100), float: 0.01}
AGAIN = 0.01  # seconds of work between two strokes of the clock
LONGEST = 0.6  # seconds of work: a bent rule that does not end is told from the true one
QUICK = 0.2  # seconds of work: what asks longer, every town that there could be for instance, is no golden case of ours

Check = Callable[[], None]


@dataclass(frozen=True)
class Bent:
    """One place bent: `name` says which, `change` holds it bent for as long as it is entered."""

    name: str
    change: Callable[[], Any]


def modules() -> list[ModuleType]:
    """All that the folder holds."""
    names = sorted(path.stem for path in HOME.glob("*.py") if path.stem != "__init__")
    return [importlib.import_module(f"{rules.__name__}.{name}") for name in names]


def short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def bent_places(module: ModuleType) -> list[Bent]:
    return [*_constants(module), *_functions(module)]


def survivors(module: ModuleType, checks: list[Check], every: int = 1) -> tuple[int, list[str]]:
    """How many places were bent, and which no case told. What told the last one is asked first: it lies nearest."""
    places = [one for one in bent_places(module) if one.name not in ALIKE][::every]
    left = list[str]()
    checks = list(checks)
    for place in places:
        with place.change():
            told = next((one for one in checks if _fails(one)), None)
        if told is None:
            left.append(place.name)
        else:
            checks.remove(told)
            checks.insert(0, told)
    return len(places), left


def _fails(check: Check) -> bool:
    try:
        with _ending():
            check()
    except BaseException as broken:  # whatever breaks tells the two apart; what pytest raises is no Exception
        if isinstance(broken, KeyboardInterrupt):
            raise
        return True
    return False


class _Endless(Exception):
    """The bent rule goes on for ever."""


@contextmanager
def _ending(seconds: float = LONGEST) -> Iterator[None]:
    def stop(_signal: int, frame: FrameType | None) -> None:
        if not _collecting(frame):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            raise _Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _collecting(frame: FrameType | None) -> bool:
    """Within what is called when the collector of cycles runs: an exception there is lost, and the next stroke of the clock has to do."""
    while frame is not None:
        if frame.f_code.co_name == "gc_callback":
            return True
        frame = frame.f_back
    return False


# ---------------------------------------------------------------- the golden cases


def golden_of(module: ModuleType) -> list[Check]:
    """Of the tests that import it, straight or through their tables: those that need no database and little time, quickest first."""
    found: list[tuple[float, Check]] = []
    for path in sorted(GOLDEN.rglob("test_*.py")):
        if module.__name__ in _known_to(path) and not path.stem.endswith("_bent") and path.stem != "test_bent":
            found += _timed(path)
    return [check for _, check in sorted(found, key=lambda one: one[0])]


@cache
def _timed(path: Path) -> list[tuple[float, Check]]:
    """The true rules pass each of them."""
    found = []
    for check in _cases_of(_module_at(path)):
        began = time.process_time()
        try:
            with _ending(QUICK):
                check()
        except _Endless:
            continue
        found.append((time.process_time() - began, check))
    return found


def _module_at(path: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))


@cache
def _known_to(path: Path) -> frozenset[str]:
    """The rules that a file of the tests imports, with those of the tables of the tests that it imports."""
    named = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            named |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        if isinstance(node, ast.Import):
            named |= {one.name for one in node.names}
    known = {name for name in named if name.startswith(f"{rules.__name__}.")}
    for name in named:
        other = TESTS.parent / Path(*name.split(".")).with_suffix(".py")
        if name.startswith("tests.evaluation.") and other.is_file() and other != path:
            known |= _known_to(other)
    return frozenset(known)


def _cases_of(module: ModuleType) -> Iterator[Check]:
    """Each test with each of its values; none that asks pytest for anything else, or for a database."""
    of_all = getattr(module, "pytestmark", [])
    if any(mark.name == "django_db" for mark in (of_all if isinstance(of_all, list) else [of_all])):
        return
    for name, test in vars(module).items():
        if not name.startswith("test_") or not inspect.isfunction(test) or hasattr(test, "hypothesis"):
            continue
        marks = getattr(test, "pytestmark", [])
        if any(mark.name == "django_db" for mark in marks):
            continue
        tables = [_table(mark) for mark in marks if mark.name == "parametrize"]
        for row in product(*tables):
            said = {key: value for one in row for key, value in one.items()}
            if set(said) == set(inspect.signature(test).parameters):
                yield lambda test=test, said=said: test(**said)  # type: ignore[misc]


def _table(mark: Any) -> list[dict[str, Any]]:
    names = [one.strip() for one in mark.args[0].split(",")] if isinstance(mark.args[0], str) else list(mark.args[0])
    rows = [getattr(row, "values", row) if type(row).__name__ == "ParameterSet" else row for row in mark.args[1]]
    return [dict(zip(names, row if len(names) > 1 else [row], strict=True)) for row in rows]


# ---------------------------------------------------------------- constants


def _constants(module: ModuleType) -> Iterator[Bent]:
    for name in _assigned(ast.parse(inspect.getsource(module))):
        yield from _of_constant(f"{short(module)}.{name}", name, getattr(module, name))


def _assigned(tree: ast.Module) -> list[str]:
    """Names that the module gives a value on its first floor."""
    targets: list[ast.expr] = []
    for node in tree.body:
        targets += node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AnnAssign) and node.value else []
    return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]


def _of_constant(say: str, name: str, value: Any) -> Iterator[Bent]:
    for other in _others(value):
        yield Bent(f"{say} = {other}", lambda other=other: _everywhere(name, value, other))  # type: ignore[misc]
    if isinstance(value, dict):
        for key, own in value.items():
            for other in _others(own):
                yield Bent(f"{say}[{key}] = {other}", lambda key=key, other=other: _in_dict(value, key, other))  # type: ignore[misc]
    rows = value if isinstance(value, tuple | list) else [value]
    for place, one in enumerate(rows):
        if is_dataclass(one) and not isinstance(one, type):
            yield from _of_fields(f"{say}[{place}]" if rows is value else say, one)


def _of_fields(say: str, one: Any) -> Iterator[Bent]:
    for field in fields(one):
        for other in _others(getattr(one, field.name)):
            yield Bent(f"{say}.{field.name} = {other}", partial(in_field, one, field.name, other))


def _others(value: Any) -> list[Any]:
    """The value one step down and one step up; of a tuple, of each number in it."""
    if isinstance(value, tuple):
        return [
            (*value[:place], other, *value[place + 1 :])
            for place, one in enumerate(value)
            if type(one) in STEPS
            for other in _others(one)
        ]
    step = STEPS.get(type(value))
    return [] if step is None else [value - step, value + step]


@contextmanager
def _everywhere(name: str, was: Any, now: Any) -> Iterator[None]:
    """In each module of evaluation and of its tests that knows the name as this value."""
    homes = [
        one
        for key, one in list(sys.modules.items())
        if key.startswith(("marugoto.evaluation", "tests.evaluation")) and vars(one).get(name) is was
    ]
    for one in homes:
        setattr(one, name, now)
    try:
        yield
    finally:
        for one in homes:
            setattr(one, name, was)


@contextmanager
def _in_dict(table: dict[Any, Any], key: Any, now: Any) -> Iterator[None]:
    was = table[key]
    table[key] = now
    try:
        yield
    finally:
        table[key] = was


@contextmanager
def in_field(one: Any, name: str, now: Any) -> Iterator[None]:
    was = getattr(one, name)
    object.__setattr__(one, name, now)
    try:
        yield
    finally:
        object.__setattr__(one, name, was)


# ---------------------------------------------------------------- functions


def _functions(module: ModuleType) -> Iterator[Bent]:
    for owner, node in functions_of(ast.parse(inspect.getsource(module))):
        true = _true(module, owner, node.name)
        for name, code in _codes(node, module):
            where = f"{short(module)}.{f'{owner}.' if owner else ''}{node.name}"
            yield Bent(f"{where}: {name}", lambda true=true, code=code: _in_code(true, code))  # type: ignore[misc]


def functions_of(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """With the class in which it stands."""
    for top in tree.body:
        if isinstance(top, ast.FunctionDef):
            yield "", top
        if isinstance(top, ast.ClassDef):
            yield from ((top.name, one) for one in top.body if isinstance(one, ast.FunctionDef))


def _true(module: ModuleType, owner: str, name: str) -> FunctionType:
    found = vars(vars(module)[owner] if owner else module)[name]
    if isinstance(found, property):
        found = found.fget
    if isinstance(found, cached_property):
        found = found.func
    if isinstance(found, staticmethod | classmethod):
        found = found.__func__
    return inspect.unwrap(found)


Made = tuple[CodeType, tuple[Any, ...] | None, dict[str, Any] | None]


def _codes(node: ast.FunctionDef, module: ModuleType) -> Iterator[tuple[str, Made]]:
    plain = _mutants.plain(node)
    for name, changed in _mutants.of_function(plain):
        made: dict[str, Any] = {}
        exec(compile(ast.Module([changed], []), module.__name__, "exec"), vars(module), made)  # noqa: S102 — our own text
        bent = made[node.name]
        yield name, (bent.__code__, bent.__defaults__, bent.__kwdefaults__)


@contextmanager
def _in_code(true: FunctionType, made: Made) -> Iterator[None]:
    """Wherever the function was taken to, it does the bent thing."""
    was = true.__code__, true.__defaults__, true.__kwdefaults__
    true.__code__, true.__defaults__, true.__kwdefaults__ = made
    try:
        yield
    finally:
        true.__code__, true.__defaults__, true.__kwdefaults__ = was
