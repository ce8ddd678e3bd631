"""What `bin/bench indicators` counts, and of which facts; run as a module it counts a file of facts with DuckDB, in a process of its own."""

import json
import os
import re
import sys
import time
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


@cache
def asked() -> tuple[tuple[Any, Any], ...]:
    """Every measure of an indicator or a criterion, each once, over twelve months."""
    from marugoto.evaluation.indicators import INDICATORS
    from marugoto.evaluation.standards import CRITERIA
    from tests.evaluation.world import windows

    used = [one.measure for one in INDICATORS] + [piece.measure for one in CRITERIA for piece in one.evidence.values()]
    return tuple((measure, windows()[0]) for measure in dict.fromkeys(used))


def facts(seed: int, body: str, size: int, *, after: int = 0) -> list[tuple[Any, ...]]:
    from proofs._facts import row_of
    from tests.evaluation.world import World

    world = World(seed, [measure for measure, _ in asked()])
    world.seq = after
    once = {fact.uid: fact for fact in world.body(body, size)}
    return [row_of(fact) for fact in once.values()]


def keep(body: str) -> int:
    """The first round of the courier: all tables that pages read; how many."""
    from marugoto.agencies.queries.system import system_viewer
    from marugoto.evaluation.actions.recount import count_anew
    from proofs._facts import NOW

    found = count_anew(by=system_viewer(body, NOW), at=NOW)
    assert found.figures
    return found.figures


def in_turn(seed: int, body: str, size: int, new: int, times: int) -> list[list[tuple[Any, ...]]]:
    """What a city has told so far; then, time after time, so many new facts: nine of ten of the last days, one of earlier years."""
    from proofs._facts import COLUMNS, NOW

    day, seq = COLUMNS.index("day"), COLUMNS.index("seq")
    wanted, today = size + new * times, NOW.date().toordinal()
    told = [fact for fact in facts(seed, body, wanted * 5 // 4) if fact[day] <= today][-wanted:]
    chance, late = Random(seed), new // 10
    held = set(chance.sample(range(size), late * times))
    first = [fact for place, fact in enumerate(told[: size + late * times]) if place not in held]
    rest, earlier = told[size + late * times :], [told[place] for place in held]
    number, found = max(fact[seq] for fact in told), [first]
    for turn in range(times):
        batch = rest[turn * (new - late) :][: new - late] + earlier[turn * late :][:late]
        chance.shuffle(batch)
        found.append([(number := number + 1, *fact[1:]) for fact in batch])
    return found


def moved(body: str) -> int:
    """A later round, as the courier makes it, kept as it keeps it; how many tables came out otherwise."""
    from marugoto.agencies.queries.system import system_viewer
    from marugoto.evaluation.actions.recount import count_anew
    from proofs._facts import NOW

    return count_anew(by=system_viewer(body, NOW), at=NOW).figures or 0


def is_as_counted_whole(body: str) -> bool:
    """Whether every table that stands ready is what is counted from the first fact on."""
    from marugoto.agencies.queries.system import system_viewer
    from marugoto.evaluation.models import CountedFigure
    from marugoto.evaluation.queries.recount import recounted
    from marugoto.evaluation.queries.tally import Form, table_kept
    from marugoto.ground.transaction import looking_from_the_tower, reading
    from proofs._facts import NOW

    viewer = system_viewer(body, NOW)
    with reading(viewer):
        whole = {one.slot: table for one, _, table in recounted(viewer, whole=True).figures}
    rows = looking_from_the_tower(lambda viewer: list(CountedFigure.objects.within(viewer.body)))(viewer)
    return whole == {
        (row.code, row.part, row.version, row.anchor): table_kept(Form(row.form), (row.n, row.k, row.running), row.rows)
        for row in rows
    }


def nation(seed: int, size: int, bodies: int, to: Path) -> int:
    """So many facts of so many bodies: a part is made by chance and laid down again and again under other codes; how many facts."""
    import duckdb

    from benches.indicators import COPIES
    from marugoto.evaluation.large import COLUMNS_KEPT, keep_lines
    from proofs._facts import Lines

    part, lines, seq = -(-bodies // COPIES), Lines(to.with_suffix(".csv")), 0
    for number in range(part):
        share = 2 * (number + 1) / (part * (part + 1))  # from small to large
        rows = facts(seed + number, f"{100_000 + number}", max(int(size / COPIES * share), 20), after=seq)
        seq += len(rows)
        lines.deliver(rows)
    keep_lines(lines.path, to.with_suffix(".part"))
    changed = {
        "seq": f"seq + n * {seq}",
        "body": f"CAST(CAST(body AS INTEGER) + n * {part} AS VARCHAR)",
        "uid": "CAST(md5(CAST(uid AS VARCHAR) || n) AS UUID)",
        "corrects": "CAST(md5(CAST(corrects AS VARCHAR) || n) AS UUID)",
    }
    columns = ", ".join(f"{changed.get(name, name)} AS {name}" for name in COLUMNS_KEPT)
    text = f"SELECT {columns} FROM read_parquet('{to.with_suffix('.part')}'), range({COPIES}) r(n)"
    kept = duckdb.execute(
        f"COPY (SELECT * FROM ({text}) WHERE CAST(body AS INTEGER) < {100_000 + bodies} ORDER BY body, seq) TO '{to}' "
        "(FORMAT parquet, ROW_GROUP_SIZE 100000)"
    ).fetchone()
    return int(kept[0]) if kept else 0


def into_postgres(file: Path) -> None:
    """The same facts into the house's own table; the year is not read by any measure."""
    import duckdb
    import psycopg

    from marugoto.evaluation.large import COLUMNS_KEPT
    from marugoto.web.shell.management.commandline import OWNER_URL

    lines = file.with_suffix(".lines")
    columns = ", ".join(COLUMNS_KEPT)
    quoted = ", ".join(
        name for name in columns.split(", ") if name.startswith("code_") or name in {"body", "kind", "area"}
    )
    text = f"COPY (SELECT {columns} FROM read_parquet('{file}')) TO '{lines}'"
    duckdb.execute(f"{text} (FORMAT csv, HEADER false, FORCE_QUOTE ({quoted}))")
    with psycopg.connect(os.environ[OWNER_URL]) as owner, lines.open("rb") as source:
        owner.execute("TRUNCATE ledger_fact")
        owner.execute("ALTER TABLE ledger_fact ALTER COLUMN version SET DEFAULT 1, ALTER COLUMN fy SET DEFAULT 2026")
        with owner.cursor().copy(f"COPY ledger_fact ({columns}) FROM STDIN (FORMAT csv)") as copy:
            while part := source.read(1 << 20):
                copy.write(part)


def for_polars(file: Path) -> tuple[str, str]:
    """A file of the facts as they stand, and one of the texts with their places filled in: the peer knows neither book nor window."""
    import duckdb

    from marugoto.evaluation.measures.book import standing

    stand, texts = file.with_suffix(".standing"), file.with_suffix(".asked")
    book = standing("IS NOT NULL").replace("ledger_fact", f"read_parquet('{file}')")
    duckdb.execute(f"COPY ({book}) TO '{stand}' (FORMAT parquet)")
    filled = {}
    for number, (measure, window) in enumerate(asked()):
        if hasattr(measure, "fold"):
            continue  # what is found out after the database has answered is no text
        places = window.places()
        filled[str(number)] = re.sub(r":(\w+)", lambda found: str(places[found[1]]), measure.counted(("body",)))  # noqa: B023 — used at once
    texts.write_text(json.dumps(filled), encoding="utf-8")
    return str(stand), str(texts)


def of_polars(
    shares: dict[str, dict[str, list[int]]], others: dict[str, list[list[int]]]
) -> dict[str, list[list[int]]]:
    """As the others tell it: by body, in the order in which they were asked; a body that has none of it is not told. What the peer was
    not asked stands as the others tell it."""
    return {
        body: [
            theirs[number] if hasattr(measure, "fold") else shares.get(str(number), {}).get(body, [0, 0, 0])
            for number, (measure, _) in enumerate(asked())
        ]
        for body, theirs in others.items()
    }


def count(file: str) -> dict[str, Any]:
    from benches._memory import most_kib
    from marugoto.evaluation.large import Facts

    began = time.monotonic()
    with Facts(Path(file), threads=2, memory="3GB") as kept:
        shares = kept.shares(asked())
    seconds = time.monotonic() - began
    gb = most_kib() / 1024 / 1024
    told = {body: [list(vars(one).values()) for one in found] for body, found in shares.items()}
    return {"seconds": seconds, "gb": round(gb, 2), "bodies": len(told), "shares": told}


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marugoto.settings.house")
    django.setup()
    print(json.dumps(count(sys.argv[1])))
