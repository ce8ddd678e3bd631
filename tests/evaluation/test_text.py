"""Measures are written in a subset of SQL that every engine answers alike: read word by word, nothing else is found."""

import re

import pytest

from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.measures import Coded, Count, Measured, Rows, Sequence
from marugoto.evaluation.standards import CRITERIA

WORD = re.compile(
    r"(?P<space>\s+)|(?P<text>'[^']*')|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<place>:[a-z_]+)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign><=|>=|<>|\|\||::|.)",
    re.S,
)
KEYWORDS = {
    *("SELECT", "FROM", "WHERE", "AND", "OR", "AS", "ON", "LEFT", "JOIN", "GROUP", "BY"),
    *("CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT"),
}
FUNCTIONS = {"COUNT", "SUM", "MIN", "MAX"}
SIGNS = {"(", ")", ",", ".", "=", "<", "<=", ">", ">=", "+", "-", "*"}
TABLE, ALIASES = "ledger_fact", {"a", "b", "c", "d", "f", "g", "h"}
COLUMNS = {"seq", "kind", "body", "org", "area", "day", "bday", "matter", "subject", "n", "k", "running"}
COLUMNS |= {
    "fulfilled",
    "ended",
    "began",
    "sign",
    "times",
    "spared",
    "value",
    "aided",
    "hours",
    "score",
    "weight",
    "home",
    "sort",
}
COLUMNS |= {f"{family}_{number}" for family in ("ref", "code", "num") for number in range(1, 5)}
PLACES = {":body", ":since_day", ":until_day", ":over_day", ":over_bday"}
CODE = re.compile(r"'([a-z_]+(\.[a-z_]+)?)?'")  # a kind of fact, one of its codes, or no code


def measures() -> dict[str, Measured]:
    found = {indicator.code: indicator.measure for indicator in INDICATORS}
    for criterion in CRITERIA:
        found |= {f"{criterion.code} {key}": piece.measure for key, piece in criterion.evidence.items()}
    return found


def words_of(text: str) -> list[tuple[str, str]]:
    found = [(match.lastgroup or "", match.group()) for match in WORD.finditer(text)]
    return [(family, word) for family, word in found if family != "space"]


def strange(text: str) -> list[str]:
    """Every word that is not of the subset."""
    words = words_of(text)
    found = []
    for place, (family, word) in enumerate(words):
        after = words[place + 1][1] if place + 1 < len(words) else ""
        if not _known(family, word, called=after == "("):
            found.append(word)
    return found + _stars(words)


def _known(family: str, word: str, *, called: bool) -> bool:
    if family == "name":
        if called and word not in KEYWORDS:
            return word in FUNCTIONS
        return word in KEYWORDS or word == TABLE or word in ALIASES or word in COLUMNS
    families = {"text": lambda: CODE.fullmatch(word), "number": word.isdigit, "place": lambda: word in PLACES}
    return bool(families[family]()) if family in families else word in SIGNS


def _stars(words: list[tuple[str, str]]) -> list[str]:
    """A star stands only in COUNT(*): it multiplies nothing and lists no columns."""
    bare = [word for _, word in words]
    return [
        "*"
        for place, word in enumerate(bare)
        if word == "*" and bare[place - 2 : place + 2] != ["COUNT", "(", "*", ")"]
    ]


@pytest.mark.parametrize("name", sorted(measures()))
def test_nothing_outside_the_subset_is_used(name: str) -> None:
    measure = measures()[name]
    texts = [measure.text, measure.behind]
    if isinstance(measure, Rows):
        texts += [measure.divided(("area",)), measure.divided(("org", "code_1"))]
    texts += [getattr(measure, more) for more in ("spread", "scores") if hasattr(measure, more)]
    assert [strange(text) for text in texts] == [[] for _ in texts]


def test_there_are_measures() -> None:
    assert len(measures()) >= 17


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT SUM(a.day) / COUNT(*) FROM ledger_fact a", "/"),
        ("SELECT a.day * 2 FROM ledger_fact a", "*"),
        ("SELECT * FROM ledger_fact", "*"),
        ("SELECT AVG(a.day) FROM ledger_fact a", "AVG"),
        ("SELECT a.day FROM ledger_fact a WHERE a.day > 0.5", "0.5"),
        ("SELECT a.day FROM ledger_fact a WHERE a.day > 1e3", "1e3"),
        ("SELECT COUNT(*) OVER (ORDER BY a.day) FROM ledger_fact a", "OVER"),
        ("SELECT a.day FROM ledger_fact a ORDER BY a.day LIMIT 1", "LIMIT"),
        ("SELECT a.name FROM people_person a", "people_person"),
        ("SELECT a.day % 7 FROM ledger_fact a", "%"),
        ("SELECT julianday(a.day) FROM ledger_fact a", "julianday"),
        ("SELECT a.day::float FROM ledger_fact a", "::"),
        ("SELECT a.day FROM ledger_fact a WHERE a.kind LIKE 'ball%'", "'ball%'"),
        ("SELECT a.day FROM ledger_fact a WHERE a.day = :today", ":today"),
        ("SELECT EXISTS (SELECT a.day FROM ledger_fact a)", "EXISTS"),
    ],
)
def test_what_is_outside_is_caught(text: str, word: str) -> None:
    assert word in strange(text)


def test_the_texts_are_made_of_our_own_words_only() -> None:
    """A kind with a quote in it could not be written unnoticed."""
    assert strange(Count(kinds=("x' OR '1'='1",)).text) != []
    assert strange(Count(kinds=(Coded("a.b", "code_1", ("x' OR '1'='1",)),)).text) != []
    assert strange(Sequence(first=("a.b",), then=("c.d",), within=3, key="name; DROP").text) != []
