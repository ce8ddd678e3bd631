"""Plain Python, the house's database and DuckDB over Parquet give the same integers for every measure, in many worlds made by chance."""

from dataclasses import is_dataclass
from pathlib import Path

import pytest

from marugoto.evaluation import measures
from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.large import COLUMNS_KEPT, Facts, keep
from marugoto.evaluation.measures import Measured, Valued
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.evaluation.standards import CRITERIA
from tests.database import take_statistics, unwalled
from tests.evaluation import oracle
from tests.evaluation.engines import deliver, of_duckdb, of_plain_python, of_the_house, window_at
from tests.evaluation.oracle import ROWS, TALLIES
from tests.evaluation.samples import SAMPLES
from tests.evaluation.told import Book
from tests.evaluation.world import World, windows

pytestmark = pytest.mark.django_db

ONE, MERGED, EMPTY = "990019", "990027", "990035"
NOT_ASKED = {"Coded", "Ends", "Pieced", "Rows", "Table", "Troubles", "Valued", "Window"}  # parts of measures


def every_measure() -> list[Measured]:
    used = [indicator.measure for indicator in INDICATORS]
    used += [piece.measure for criterion in CRITERIA for piece in criterion.evidence.values()]
    return list(dict.fromkeys([*used, *SAMPLES.values()]))


ASKED = [(measure, seen) for measure in every_measure() for seen in windows()]


@pytest.mark.parametrize("seed", range(4))
def test_every_engine_gives_the_same_integers(seed: int, tmp_path: Path) -> None:
    world = World(seed, every_measure())
    one, merged = world.body(ONE, 900), world.body(MERGED, 500, calendars=2)
    deliver(one + merged)
    take_statistics()
    large = of_duckdb(one + merged, tmp_path, ASKED, block=600)  # each body is a block
    for body, told in ((ONE, one), (MERGED, merged)):
        expected = of_plain_python(told, ASKED)
        assert of_the_house(body, ASKED) == expected
        assert large[body] == expected
        assert sum(1 for share in expected if share.k) > len(expected) // 3
    assert of_the_house(EMPTY, ASKED) == [Share(0, 0)] * len(ASKED)
    assert EMPTY not in large


def test_values_and_the_rows_behind_add_up_on_every_engine(tmp_path: Path) -> None:
    told = [fact for fact in World(99, every_measure()).body(ONE, 900) if fact.matter]
    deliver(told)
    keep(([getattr(fact, name) for name in COLUMNS_KEPT] for fact in told), tmp_path / "facts")
    book, valued = Book(told), [(measure, seen) for measure, seen in ASKED if isinstance(measure, Valued)]
    expected = [Spread(oracle.values(measure, book, seen)) for measure, seen in valued]
    with unwalled():
        assert measured.spreads([(measure, window_at(ONE, seen)) for measure, seen in valued]) == expected
        behind = [list(measured.matters(one, window_at(ONE, seen))) for one, seen in ASKED if type(one) in ROWS]
    rows = [oracle.rows_of(one, book, seen) for one, seen in ASKED if type(one) in ROWS]
    assert [sorted((done, ended) for _, _, done, ended in found) for found in behind] == [
        sorted((row.fulfilled, row.ended) for row in found) for found in rows
    ]
    with Facts(tmp_path / "facts") as facts:
        large = facts.spreads(valued)
    assert [large.get((ONE, place), Spread({})) for place in range(len(valued))] == expected


def test_every_class_of_measure_has_its_oracle_and_its_sample() -> None:
    classes = {getattr(measures, name) for name in measures.__all__ if name not in NOT_ASKED}
    asked = {one for one in classes if is_dataclass(one)}
    assert {*ROWS, *TALLIES} == asked
    assert {type(measure) for measure in SAMPLES.values()} == asked
