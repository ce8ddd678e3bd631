"""Bend a rule in every place in which it can be bent, one at a time: each comparison, each boolean, each edge, each default.

A mutant that no world tells from the true rule survives, and a survivor fails the proof unless it stands below with its reason.
"""

import ast
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

FLIPS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER_DEFAULTS = {
    "None": "datetime(1, 1, 2, tzinfo=UTC)",
    "()": "None",
    "''": "'other'",
    "False": "True",
    "True": "False",
}
SQL_FLIPS = {
    "<=": ("<", ">"),
    ">": (">=", "<"),
    "=": ("<>",),
    "AND": ("OR",),
    "OR": ("AND",),
    "NOT EXISTS": ("EXISTS",),
    "IS NULL": ("IS NOT NULL",),
}
SQL_TOKEN = re.compile(r"NOT EXISTS|IS NULL|<=|(?<![<>])=|(?<!<)>(?!=)|\bAND\b|\bOR\b")
SQL_CLAUSE = re.compile(r"[\w.]+ (?:<=|>=|=|<|>) (?:\{\w+\}|[\w.]+)|[\w.]+ IS NULL")


@dataclass(frozen=True)
class Mutant:
    """What was changed, and the whole text with it."""

    name: str
    text: str


def of_python(source: str, *, only: frozenset[str] | None = None) -> Iterator[Mutant]:
    """Of functions (or only these) and of the defaults of classes; data written out in a module is no rule and stays."""
    tree = ast.parse(source)
    wanted = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for top in wanted:
        if only is not None and top.name not in only:
            continue
        for node in ast.walk(top):
            for say, bend in _bends(node):
                yield _bent(tree, node, f"{top.name}: {say}", bend)


def of_sql(text: str) -> Iterator[Mutant]:
    """Each operator flipped, and each clause left out or shut."""
    for found in SQL_TOKEN.finditer(text):
        for other in SQL_FLIPS[found[0]]:
            changed = text[: found.start()] + other + text[found.end() :]
            yield Mutant(f"{_around(text, found)}: {found[0]} → {other}", changed)
    for found in SQL_CLAUSE.finditer(text):
        for other in ("TRUE", "FALSE"):
            yield Mutant(f"{_around(text, found)} → {other}", text[: found.start()] + other + text[found.end() :])


def survivors(mutants: Iterator[Mutant], killed: Callable[[Mutant], bool]) -> tuple[int, list[str]]:
    """How many there were, and the names of those that nothing killed."""
    count, left = 0, []
    for mutant in mutants:
        count += 1
        if not killed(mutant):
            left.append(mutant.name)
    return count, left


# ---------------------------------------------------------------- one function


def plain(node: ast.FunctionDef) -> ast.FunctionDef:
    """Without decorators, annotations and docstring: what is bent is compiled alone."""
    own = deepcopy(node)
    own.decorator_list, own.returns = [], None
    every = [*own.args.posonlyargs, *own.args.args, *own.args.kwonlyargs, own.args.vararg, own.args.kwarg]
    for one in every:
        if one is not None:
            one.annotation = None
    if ast.get_docstring(own) is not None:
        own.body = own.body[1:] or [ast.Pass()]
    return own


def of_function(node: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    """As `of_python`, and beside it each comparison of a chain and each number of a comparison, a bound or a default."""
    for place, one in enumerate(ast.walk(node)):
        one._place = place  # type: ignore[attr-defined]
    for one in list(ast.walk(node)):
        for say, bend in [*_bends(one), *_of_chain(one)]:
            yield say, _put(node, one, bend)
    for one, number in _numbers(node):
        for other in _beside(number.value):
            say = f"{ast.unparse(one)} with {other} for {ast.unparse(number)}"
            yield say, _put(node, number, _set(value=other))


def _put(node: ast.FunctionDef, one: ast.AST, bend: "Bend") -> ast.FunctionDef:
    changed = _Change(one._place, bend).visit(deepcopy(node))  # type: ignore[attr-defined]
    made: ast.FunctionDef = ast.fix_missing_locations(changed)
    return made


def _of_chain(node: ast.AST) -> Iterator[tuple[str, "Bend"]]:
    if not isinstance(node, ast.Compare) or len(node.ops) == 1:
        return
    for place, op in enumerate(node.ops):
        for other in FLIPS.get(type(op), ()):
            ops = [other() if at == place else own for at, own in enumerate(node.ops)]
            yield f"{ast.unparse(node)} with {other.__name__} at {place + 1}", _set(ops=ops)


def _numbers(node: ast.FunctionDef) -> Iterator[tuple[ast.AST, ast.Constant]]:
    """With what they stand in. A place in a list is no threshold."""
    seen = set[int]()
    for one in ast.walk(node):
        bound = isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in {"min", "max"}
        if not bound and not isinstance(one, ast.Compare):
            continue
        for number in _outside_of_places(one):
            if id(number) not in seen:
                seen.add(id(number))
                yield one, number
    for default in (*node.args.defaults, *(one for one in node.args.kw_defaults if one)):
        if isinstance(default, ast.Constant) and type(default.value) in {int, float}:
            yield default, default


def _outside_of_places(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Subscript):
        yield from _outside_of_places(node.value)
        return
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        yield node
    for one in ast.iter_child_nodes(node):
        yield from _outside_of_places(one)


def _beside(number: Any) -> tuple[float, float]:
    step = 1 if isinstance(number, int) else 0.01
    return number - step, number + step


# ---------------------------------------------------------------- Python

Bend = Callable[[ast.AST], ast.AST]


def _bends(node: ast.AST) -> Iterator[tuple[str, Bend]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in FLIPS.get(type(node.ops[0]), ()):
            yield f"{ast.unparse(node)} with {other.__name__}", _with_op(other)
    if isinstance(node, ast.BoolOp):
        other_op = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{ast.unparse(node)} with {other_op.__name__}", _with_bool(other_op)
        for place, one in enumerate(node.values):
            yield f"{ast.unparse(node)} without {ast.unparse(one)}", _without(place)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{ast.unparse(node)} without not", lambda one: one.operand  # type: ignore[attr-defined]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"any", "all"}:
        other_name = "all" if node.func.id == "any" else "any"
        yield f"{ast.unparse(node)} with {other_name}", _with_name(other_name)
    yield from _branches(node)
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        default = ast.unparse(node.value)
        if default in OTHER_DEFAULTS:
            yield f"{ast.unparse(node)} is {OTHER_DEFAULTS[default]}", _with_value(OTHER_DEFAULTS[default])


def _branches(node: ast.AST) -> Iterator[tuple[str, Bend]]:
    if isinstance(node, ast.If | ast.IfExp):
        for always in (True, False):
            yield f"if {ast.unparse(node.test)} is {always}", _with_test(always)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool):
        yield f"{ast.unparse(node)} flipped", _with_value(str(not node.value.value))
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Name) and node.value.id == "YES":
        yield "return YES is no", _with_value("no('いいえ')")
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "no":
        yield f"{ast.unparse(node)[:30]} is YES", _with_value("YES")


def _with_op(other: type[ast.cmpop]) -> Bend:
    return _set(ops=[other()])


def _with_bool(other: type[ast.boolop]) -> Bend:
    return _set(op=other())


def _with_test(always: bool) -> Bend:
    return _set(test=ast.Constant(always))


def _with_name(name: str) -> Bend:
    return _set(func=ast.Name(name, ast.Load()))


def _with_value(words: str) -> Bend:
    return _set(value=ast.parse(words, mode="eval").body)


def _without(place: int) -> Bend:
    def bend(node: ast.AST) -> ast.AST:
        left = [one for at, one in enumerate(node.values) if at != place]  # type: ignore[attr-defined]
        node.values = left  # type: ignore[attr-defined]
        return node if len(left) > 1 else left[0]

    return bend


def _set(**fields: object) -> Bend:
    def bend(node: ast.AST) -> ast.AST:
        for name, value in fields.items():
            setattr(node, name, value)
        return node

    return bend


class _Change(ast.NodeTransformer):
    """Puts the bent node in the place of the one at that position."""

    def __init__(self, place: int, bend: Bend) -> None:
        self.place, self.bend, self.here = place, bend, -1

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if getattr(node, "_place", None) == self.place:
            return self.bend(node)
        return super().generic_visit(node)


def _bent(tree: ast.Module, node: ast.AST, name: str, bend: Bend) -> Mutant:
    for place, one in enumerate(ast.walk(tree)):
        one._place = place  # type: ignore[attr-defined]
    changed = _Change(node._place, bend).visit(deepcopy(tree))  # type: ignore[attr-defined]
    return Mutant(name, "from datetime import UTC, datetime\n" + ast.unparse(ast.fix_missing_locations(changed)))


def _around(text: str, found: re.Match[str]) -> str:
    """The line in which it stands, and the how-manyeth of its kind on it."""
    start = text.rfind("\n", 0, found.start()) + 1
    line = text[start : text.find("\n", found.end())].strip()
    before = text[start : found.start()].count(found[0])
    return f"{line[:70]}{f' ({before + 1})' if before else ''}"
