"""For a large city, or many bodies: the same text of the measures, run by DuckDB over a file of facts (Parquet).

A town needs none of this; the part is `marugoto[large]`, in `requirements/large.txt`. Bodies are taken in blocks: the file is read once
for a block, all measures are counted from what was read, and memory stays bounded however many bodies there are.
"""

import csv
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from marugoto.evaluation.measures import LeftOut, Measured, Valued, Window
from marugoto.evaluation.measures.book import COLUMNS, standing
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.spread import Spread
from marugoto.kernel.decision import Refused

COLUMNS_KEPT = (*COLUMNS, "uid", "corrects")
A_BLOCK = 1_000_000  # facts counted from at once; a body is never split
PER_BODY = ("body",)
_PLACE = re.compile(r":(\w+)")


def keep(facts: Iterable[Sequence[object]], to: Path) -> int:
    """Write facts, as rows of `COLUMNS_KEPT`, to a file; how many. One that is delivered twice is kept once."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "facts.csv"
        with lines.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(facts)
        return keep_lines(lines, to)


def keep_lines(lines: Path, to: Path) -> int:
    """As `keep`, from a file of lines, as a database copies them out: what is missing is empty, and so is a code that says nothing."""
    with _engine() as engine:
        types = ", ".join(f"'{name}': '{_type(name)}'" for name in COLUMNS_KEPT)
        codes = ", ".join(f"COALESCE({name}, '') AS {name}" for name in COLUMNS_KEPT if _type(name) == "VARCHAR")
        read = f"SELECT * REPLACE ({codes}) FROM read_csv('{lines}', header = false, columns = {{{types}}})"  # noqa: S608 — our own words and files
        once = f"SELECT DISTINCT ON (uid) * FROM ({read}) ORDER BY body, seq"  # noqa: S608
        return int(engine.execute(f"COPY ({once}) TO '{to}' (FORMAT parquet, ROW_GROUP_SIZE 100000)").fetchone()[0])


class Facts:
    """A file of facts, with an engine that reads it. `window`: of all bodies alike, so their calendars must number days alike."""

    def __init__(self, file: Path, *, threads: int = 2, memory: str = "3GB", block: int = A_BLOCK) -> None:
        self._engine, self._block = _engine(threads, memory), block
        self._engine.execute(f"CREATE VIEW ledger_fact AS SELECT * FROM read_parquet('{file}')")  # noqa: S608

    def __enter__(self) -> "Facts":
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.close()

    def shares(self, asked: Sequence[tuple[Measured, Window]]) -> Mapping[str, list[Share]]:
        """By body, in the order in which they were asked. A body without facts is not among them."""
        found: dict[str, list[Share]] = {}
        for bodies in self._blocks():
            found |= {body: [Share(0, 0)] * len(asked) for body in bodies}
            for place, (measure, window) in enumerate(asked):
                for body, share in self._shares(measure, window):
                    found[body][place] = share
        return found

    def _shares(self, measure: Measured, window: Window) -> Iterator[tuple[str, Share]]:
        if isinstance(measure, LeftOut):
            edges: defaultdict[str, list[tuple[object, object]]] = defaultdict(list)
            for body, one, other in self._counted(measure.edges(PER_BODY), window):
                edges[body].append((one, other))
            yield from ((body, Share(*measure.fold(told))) for body, told in edges.items())
            return
        for body, *counted in self._counted(measure.counted(PER_BODY), window):
            yield body, Share(*(int(one or 0) for one in counted))

    def spreads(self, asked: Sequence[tuple[Valued, Window]]) -> Mapping[tuple[str, int], Spread]:
        """By body and place in what was asked."""
        found: defaultdict[tuple[str, int], dict[int | None, int]] = defaultdict(dict)
        for _ in self._blocks():
            for place, (measure, window) in enumerate(asked):
                for body, value, times in self._counted(measure.values(PER_BODY), window):
                    found[body, place][value] = int(times)
        return {key: Spread(times) for key, times in found.items()}

    def _blocks(self) -> Iterator[list[str]]:
        """The bodies of one block after the other; `fact` holds the facts of the block."""
        counted = self._engine.execute("SELECT body, COUNT(*) FROM ledger_fact GROUP BY body ORDER BY body").fetchall()
        bodies, facts = list[str](), 0
        for body, number in counted:
            if bodies and facts + number > self._block:
                yield self._opened(bodies)
                bodies, facts = [], 0
            bodies.append(body)
            facts += number
        if bodies:
            yield self._opened(bodies)

    def _opened(self, bodies: list[str]) -> list[str]:
        """Kind by kind: who asks for one of them reads only where it lies."""
        text = f"CREATE OR REPLACE TEMP TABLE fact AS {standing('BETWEEN $first AND $last')} ORDER BY f.kind"
        self._engine.execute(text, {"first": bodies[0], "last": bodies[-1]})
        return bodies

    def _counted(self, text: str, window: Window) -> list[tuple[Any, ...]]:
        asked = set(_PLACE.findall(text))
        places = {name: value for name, value in window.places().items() if name in asked}
        return list(self._engine.execute(_PLACE.sub(r"$\1", text), places).fetchall())


def _engine(threads: int = 2, memory: str = "3GB") -> Any:
    try:
        duckdb = import_module("duckdb")
    except ModuleNotFoundError as missing:
        raise Refused(
            "大きなまちの数を数える部品がありません。", "`bin/environment large` で入れてから、もう一度どうぞ。"
        ) from missing
    return duckdb.connect(config={"threads": threads, "memory_limit": memory})


def _type(column: str) -> str:
    if column.startswith(("num_", "seq")):
        return "BIGINT"
    if column in {"day", "bday"}:
        return "INTEGER"
    return "VARCHAR" if column.startswith("code_") or column in {"kind", "body", "area"} else "UUID"
