"""The subset of SQL in which measures are written, read from the syntax tree: what a tree may consist of, and nothing else.

One grammar reads it (SQLite's); it is read again as PostgreSQL and DuckDB would, and must say the same.
"""

import re
from collections.abc import Iterator

import sqlglot
from sqlglot import exp

from marugoto.evaluation.measures.book import COLUMNS

CODE = re.compile(r"([a-z_]+(\.[a-z_]+)?)?")  # a kind of fact, one of its codes, or no code
PLACES = {"body", "since_day", "until_day", "over_day", "over_bday"}
TABLES, ALIASES = {"fact"}, set("abcdfghm")
NAMES = {
    *COLUMNS,
    "n",
    "k",
    "running",
    "fulfilled",
    "ended",
    "began",
    "sign",
    "times",
    "spared",
    "value",
    "aided",
    "hours",
}
NAMES |= {"score", "weight", "home", "sort", "one", "other", "node", "tie", "resting", "rested", "lifted", "lapsed"}
ALLOWED = (
    *(
        exp.Select,
        exp.From,
        exp.Join,
        exp.Where,
        exp.Group,
        exp.Subquery,
        exp.Union,
        exp.Table,
        exp.TableAlias,
        exp.Alias,
    ),
    *(exp.Column, exp.Identifier, exp.Literal, exp.Placeholder, exp.Paren, exp.Distinct),
    *(exp.Count, exp.Star, exp.Sum, exp.Min, exp.Max, exp.Case, exp.If),
    *(exp.And, exp.Or, exp.Not, exp.Is, exp.Null, exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Add, exp.Sub),
)


def strange(text: str) -> list[str]:
    """What of the text is not of the subset, in words; empty when all of it is."""
    try:
        tree, *others = (sqlglot.parse_one(text, dialect=engine) for engine in ("sqlite", "postgres", "duckdb"))
    except sqlglot.errors.SqlglotError as wrong:
        return [f"no SQL: {wrong}"]
    found = [_said(node) for node in tree.walk() if type(node) not in ALLOWED]
    found += [said for node in tree.walk() for said in _wrong(node)]
    return found + ["read otherwise by another engine" for other in others if _again(other) != tree]


def _again(tree: exp.Expression) -> exp.Expression:
    """As SQLite reads what the other engine understood."""
    return sqlglot.parse_one(tree.sql("sqlite"), dialect="sqlite")


def _wrong(node: exp.Expression) -> Iterator[str]:
    """What is known, and used as it may not be."""
    if isinstance(node, exp.Literal):
        if not (CODE.fullmatch(node.this) if node.is_string else str(node.this).isdigit()):
            yield _said(node)
    elif isinstance(node, exp.Identifier) and (node.this not in NAMES | TABLES | ALIASES or node.args.get("quoted")):
        yield _said(node)
    elif isinstance(node, exp.Table) and (node.name not in TABLES or node.args.get("db")):
        yield f"table {_said(node)}"
    elif isinstance(node, exp.Placeholder) and node.name not in PLACES:
        yield _said(node)
    elif isinstance(node, exp.Null | exp.Is | exp.Not):
        yield from _missing(node)
    else:
        yield from _shaped(node)


def _missing(node: exp.Expression) -> Iterator[str]:
    """NULL is spoken of only as IS NOT NULL."""
    if isinstance(node, exp.Not):
        if not isinstance(node.this, exp.Is):
            yield _said(node)
    elif isinstance(node, exp.Is):
        if not (isinstance(node.this, exp.Column | exp.Min) and isinstance(node.parent, exp.Not)):
            yield _said(node)
    elif not isinstance(node.parent, exp.Is):
        yield _said(node)


def _shaped(node: exp.Expression) -> Iterator[str]:
    if isinstance(node, exp.Star) and not isinstance(node.parent, exp.Count):
        yield _said(node)
    if isinstance(node, exp.Union) and node.args.get("distinct"):
        yield "UNION without ALL"
    if isinstance(node, exp.Join) and (node.args.get("side") not in {None, "", "LEFT"} or not node.args.get("on")):
        yield _said(node)
    if isinstance(node, exp.Add | exp.Sub | exp.Sum) and any(one.is_string for one in node.find_all(exp.Literal)):
        yield _said(node)
    if isinstance(node, exp.Distinct) and isinstance(node.parent, exp.Select) and node.args.get("on"):
        yield _said(node)


def _said(node: exp.Expression) -> str:
    return f"{type(node).__name__}: {node.sql()}"
