"""Measures are written in a subset of SQL that every engine answers alike: their syntax trees consist of nothing else."""

from collections.abc import Iterator

import pytest
import sqlglot

from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.measures import (
    Busiest,
    Coded,
    Count,
    LeftOut,
    Measured,
    Net,
    Pieced,
    Rows,
    Scored,
    Sequence,
    Valued,
)
from marugoto.evaluation.measures.book import COLUMNS, over_facts, standing
from marugoto.evaluation.queries.tally import MEASURES
from marugoto.evaluation.standards import CRITERIA
from tests.evaluation.samples import SAMPLES
from tests.evaluation.subset import strange


def measures() -> dict[str, Measured]:
    found = {indicator.code: indicator.measure for indicator in INDICATORS}
    for criterion in CRITERIA:
        found |= {f"{criterion.code} {key}": piece.measure for key, piece in criterion.evidence.items()}
    others = [one for one in MEASURES if one not in found.values()]
    return found | {f"beside the indicators {number}": one for number, one in enumerate(others)} | SAMPLES


def texts_of(measure: Measured) -> Iterator[str]:
    """All that is ever asked of it."""
    yield from (measure.counted(), measure.counted(("body",)), measure.behind)
    if isinstance(measure, Rows):
        yield from (measure.counted(("area",)), measure.counted(("body", "org", "code_1")))
    if isinstance(measure, Valued):
        yield from (measure.values(), measure.values(("body",)))
    if isinstance(measure, Scored):
        yield measure.scores
    if isinstance(measure, LeftOut):
        yield from (measure.edges(), measure.edges(("body",)))
    if isinstance(measure, Pieced):
        yield from (measure.pieces(), measure.pieces(("body",)))
    if isinstance(measure, Net | Busiest):
        yield measure.counted(("area",))


@pytest.mark.parametrize("name", sorted(measures()))
def test_no_measure_leaves_the_subset(name: str) -> None:
    found = {text: strange(text) for text in texts_of(measures()[name])}
    assert [words for words in found.values() if words] == []
    assert len(found) >= 3


@pytest.mark.parametrize("name", sorted(name for name, one in measures().items() if isinstance(one, Pieced)))
def test_no_piece_that_is_kept_is_named_by_a_household_or_a_person(name: str) -> None:
    (measure,) = [measures()[name]]
    assert isinstance(measure, Pieced)
    tree = sqlglot.parse_one(measure.pieces(), dialect="sqlite")
    assert {column.alias_or_name for column in tree.selects}.isdisjoint({"matter", "subject"})
    assert len(tree.selects) > measure.keyed


def test_there_are_measures() -> None:
    assert len(measures()) >= 17


def test_the_book_is_opened_in_one_place_and_with_one_text() -> None:
    """Beside the subset it needs a table by name, and NOT IN for what was corrected."""
    (text,) = sqlglot.parse(over_facts("SELECT COUNT(*) AS n FROM fact a"), dialect="postgres")
    assert [table.name for table in text.find_all(sqlglot.exp.Table)].count("ledger_fact") == 2
    assert standing().count("FROM ledger_fact") == 2
    assert {column.name for column in text.find_all(sqlglot.exp.Column)} == {*COLUMNS, "uid", "corrects"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT SUM(a.day) / COUNT(*) AS n FROM fact a",
        "SELECT a.day * 2 AS n FROM fact a",
        "SELECT * FROM fact",
        "SELECT a.* FROM fact a",
        "SELECT AVG(a.day) AS n FROM fact a",
        "SELECT a.day FROM fact a WHERE a.day > 0.5",
        "SELECT a.day FROM fact a WHERE a.day > 1e3",
        "SELECT COUNT(*) OVER (ORDER BY a.day) AS n FROM fact a",
        "SELECT a.day FROM fact a ORDER BY a.day LIMIT 1",
        "SELECT a.day FROM people_person a",
        "SELECT a.day FROM ledger_fact a",
        "SELECT a.day FROM other.fact a",
        "SELECT a.day % 7 AS n FROM fact a",
        "SELECT julianday(a.day) AS n FROM fact a",
        "SELECT a.day::float AS n FROM fact a",
        "SELECT CAST(a.day AS INTEGER) AS n FROM fact a",
        "SELECT a.day FROM fact a WHERE a.kind LIKE 'ball%'",
        "SELECT a.day FROM fact a WHERE a.kind = 'Ball%'",
        "SELECT a.day FROM fact a WHERE a.day = :today",
        "SELECT EXISTS (SELECT a.day FROM fact a) AS n",
        "SELECT a.day FROM fact a WHERE a.matter IS NULL",
        "SELECT a.day FROM fact a WHERE a.kind IN ('ball')",
        "SELECT a.day FROM fact a UNION SELECT b.day FROM fact b",
        "SELECT a.day FROM fact a, fact b",
        "SELECT a.day FROM fact a FULL JOIN fact b ON a.day = b.day",
        "SELECT DISTINCT ON (a.day) a.day FROM fact a",
        "SELECT COALESCE(a.day, 0) AS n FROM fact a",
        "SELECT a.kind || 'x' AS n FROM fact a",
        "SELECT a.day + 'x' AS n FROM fact a",
        'SELECT a."Day" FROM fact a',
        "SELECT a.day FROM fact a GROUP BY a.day HAVING COUNT(*) > 1",
        "SELECT a.day FROM fact a WHERE a.day BETWEEN 1 AND 2",
        "SELECT MAX(a.day) FILTER (WHERE a.day > 1) AS n FROM fact a",
        "SELECT COUNT(*) AS n FROM fact a; SELECT 1",
        "DELETE FROM fact",
    ],
)
def test_what_is_outside_is_caught(text: str) -> None:
    assert strange(text) != []


def test_the_texts_are_made_of_our_own_words_only() -> None:
    """A kind with a quote in it could not be written unnoticed."""
    assert strange(Count(kinds=("x' OR '1'='1",)).counted()) != []
    assert strange(Count(kinds=(Coded("a.b", "code_1", ("x' OR '1'='1",)),)).counted()) != []
    assert strange(Sequence(first=("a.b",), then=("c.d",), within=3, key="name; DROP").counted()) != []
