"""What a measurement of the desk says: its table, whether the bars are met, where the peer wins, and the page of reference."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
RESULTS = TOP / "benches" / "results"
PAGE = TOP / "docs" / "reference" / "speed.md"
ORDINARY, COORDINATOR = "ordinary list", "coordinator list"
MOST_RATIO = 1.2
OURS, PEER = "marugoto", "django-helpdesk"
# Operation → which figure, and the most milliseconds it may have.
BARS = {
    ORDINARY: ("p50_ms", 40),
    COORDINATOR: ("p50_ms", 60),
    "case page": ("p50_ms", 80),
    "search kanji": ("p95_ms", 100),
    "search kana": ("p95_ms", 100),
    "search partial": ("p95_ms", 100),
    "search variant": ("p95_ms", 100),
}
ORDER = ("large", "city", "town", "tiny", "small")  # the largest is what a reader came for
Result = dict[str, Any]


@dataclass(frozen=True)
class Bar:
    """One thing that was asked, and what came out."""

    asked: str
    most: float
    found: float

    @property
    def met(self) -> bool:
        return self.found <= self.most


def bars(result: Result) -> list[Bar]:
    """In the order of the operations; the ratio of the two lists stands last."""
    cells = result["systems"][OURS]["operations"]
    found = [
        Bar(f"{name}, {figure.removesuffix('_ms')}, ms", most, cells[name][figure])
        for name, (figure, most) in BARS.items()
        if name in cells
    ]
    if ORDINARY in cells and COORDINATOR in cells:
        ratio = cells[ORDINARY]["p50_ms"] / max(cells[COORDINATOR]["p50_ms"], 0.1)
        found.append(Bar("ordinary list ÷ coordinator list", MOST_RATIO, round(ratio, 2)))
    return found


def wrong(result: Result) -> list[str]:
    """Operations that did not answer as they should: their times say nothing."""
    return [
        f"{system}: {name} answered {cell['statuses']}: {cell.get('wrong', 'nothing')}"
        for system, told in result["systems"].items()
        for name, cell in told["operations"].items()
        if not cell["right"]
    ]


def holds(result: Result) -> bool:
    """Every bar is met, every operation answered, and the gate before the clock found every list right."""
    return all(bar.met for bar in bars(result)) and not wrong(result) and bool(result["gate"]["ok"])


def rows(result: Result) -> list[dict[str, Any]]:
    """Ours beside the peer's; without a counterpart there, a stroke."""
    peer = result["systems"].get(PEER, {}).get("operations", {})
    return [_row(name, cell, peer.get(name)) for name, cell in result["systems"][OURS]["operations"].items()]


def peer_wins(result: Result) -> list[str]:
    """Operations that the peer does faster, with both medians."""
    peer = result["systems"].get(PEER, {}).get("operations", {})
    return [
        f"{name}: {peer[name]['p50_ms']} ms there, {cell['p50_ms']} ms here"
        for name, cell in result["systems"][OURS]["operations"].items()
        if name in peer and peer[name]["p50_ms"] < cell["p50_ms"]
    ]


def kept() -> list[Result]:
    """The measurements kept in the repository, the largest first, SQLite last."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in RESULTS.glob("desk-*.json")]
    return sorted(found, key=lambda one: (one["database"] == "sqlite", ORDER.index(one["size"])))


def keep(result: Result) -> Path:
    """Into the repository, one file for each size and database; the page of reference is made anew."""
    RESULTS.mkdir(exist_ok=True)
    name = f"desk-{result['size']}{'-sqlite' if result['database'] == 'sqlite' else ''}.json"
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (RESULTS / name).write_text(_short_lists(text) + "\n", encoding="utf-8")
    PAGE.write_text(page(kept()), encoding="utf-8")
    return RESULTS / name


# ---------------------------------------------------------------- the page of reference


def page(results: Iterable[Result]) -> str:
    """Made from the results and from nothing else; a test keeps it fresh."""
    told = "\n".join(_section(result) for result in results)
    return f"{HEAD}\n{told}"


HEAD = """# How fast the desk is

Made by `bin/bench desk --keep` from the files in `benches/results/`, where every single time is kept; not written by hand.
`bin/bench desk --size large` measures again. Milliseconds of two machines, or of two days, are not to be compared: the ratio is.

What is measured: a real server in processes of its own (granian, as `bin/marugoto serve` starts it), a real sign-in, whole pages as HTML over
one kept-alive connection, one request at a time, three rounds of up to 25 requests; a figure is the median of the three rounds' figures,
`max` the slowest request of all. Before the first round a page is looked at up to 32 times, for PostgreSQL plans a statement five times
anew on each connection before it keeps the plan, and a worker of the server has four: a town's day begins so once. Marugoto answers
with its audit and its row security on. Before the clock starts, an independent slow look at the tables says what each list must hold, and
the measurement fails if a list differs.

The peer is django-helpdesk, the same server and the same PostgreSQL with the same settings and fsync on; each system alone, one after the
other, with the same teams, workers, persons and needs (queue = team, ticket = need, owner = who is in charge, title = name and reading). Its
list is its page and the rows the page then fetches: a reader waits for both. It does less: no household, no plan, no consent, no log of
who read what, no restriction of a protected person. Whoever passes there has two queues, for it lets nobody pass a ticket to a queue
that he may not open himself; with us the ball goes to any team, and what goes along with it is written beside its basis. `pass` and
`accept` are the sending of the form alone; the form is fetched before the clock starts. `search variant` asks for names of the same
persons in other shapes of their characters (髙橋 for 高橋, 山﨑 for 山崎), and the gate holds that it finds the very persons whom the
written name finds; the peer has no such search: its time there is that of finding nobody. A result kept before the operation was added has
no such row. `indicators` is the standard of establishment,
as the courier counted it last, here and the dashboard there. Queries are counted by PostgreSQL, without BEGIN, COMMIT and SET.
"""


def _section(result: Result) -> str:
    said = "\n".join(f"- {line}" for line in [*_circumstances(result), *_busy(result), *_memory(result)])
    wins = "\n".join(f"- {line}" for line in peer_wins(result)) or "Nowhere in this run."
    asked = "\n".join(_bar_line(bar) for bar in bars(result))
    parts = [
        f"## {_title(result)}\n",
        said,
        "",
        _markdown(rows(result)),
        "\n| Asked | At most | Found | Met |\n|---|---:|---:|---|",
        asked,
    ]
    if PEER in result["systems"]:
        parts += ["\nWhere the peer is faster:\n", wins]
    if wrong(result):
        parts += ["\nDid not answer as it should:\n", *(f"- {line}" for line in wrong(result))]
    return "\n".join(parts) + "\n"


def _title(result: Result) -> str:
    database = "SQLite" if result["database"] == "sqlite" else "PostgreSQL"
    return f"{result['size'].capitalize()}: {result['counts'].get('open needs', 0):,} open needs, {database}"


def _circumstances(result: Result) -> list[str]:
    machine = result["machine"]
    pages = " in huge pages" if machine.get("huge_pages") else ""
    counts = ", ".join(f"{number:,} {what}" for what, number in result["counts"].items())
    gate = ", ".join(f"{what}: {_figure(number)}" for what, number in result["gate"].items() if _is_count(number))
    before, after = result["load_average"]["before"][0], result["load_average"]["after"][0]
    awake = ", processors kept awake" if machine.get("kept_awake") else ""
    return [
        f"{result['made']}, commit {result['commit']}; {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB; "
        f"{machine['database']}{pages}, Python {machine['python']}{awake}; load average {before} before, {after} after",
        f"the town: {counts}",
        f"the gate before the clock: {'every list right' if result['gate']['ok'] else 'FAILED'}{f' ({gate})' if gate else ''}",
    ]


def _busy(result: Result) -> list[str]:
    """On a machine that does other work too, milliseconds say little."""
    loads = {system: told["load_average"]["before"][0] for system, told in result["systems"].items()}
    if max(loads.values()) <= result["machine"]["cores"]:
        return []
    said = ", ".join(f"{load} before {system}" for system, load in loads.items())
    return [
        f"**the machine was busy with other work** (load average {said}, this measurement included): read the ratio, not the milliseconds"
    ]


def _memory(result: Result) -> list[str]:
    return [
        f"{system} {told['version']}, {told['server']}; memory of its processes, highest PSS {told['memory_mib']['pss']:,} MiB,"
        f" highest RSS {told['memory_mib']['peak_rss']:,} MiB"
        for system, told in result["systems"].items()
    ]


def _row(name: str, cell: dict[str, Any], peer: dict[str, Any] | None) -> dict[str, Any]:
    figure, most = BARS.get(name, ("", 0))
    return {
        "operation": name,
        "p50 ms": cell["p50_ms"],
        "p95 ms": cell["p95_ms"],
        "max ms": cell["max_ms"],
        "queries": _figure(cell["queries"]),
        "KiB": cell["kib"],
        "peer p50": _figure(peer and peer["p50_ms"]),
        "peer p95": _figure(peer and peer["p95_ms"]),
        "peer queries": _figure(peer and peer["queries"]),
        "peer ÷ ours": _figure(peer and round(peer["p50_ms"] / max(cell["p50_ms"], 0.1), 1)),
        "bar": f"{figure.removesuffix('_ms')} ≤ {most}" if most else "–",
        "met": ("yes" if cell[figure] <= most else "NO") if most else "–",
    }


def _figure(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if _is_count(value) else str(value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _markdown(table: list[dict[str, Any]]) -> str:
    heads = list(table[0])
    right = [head not in {"operation", "bar", "met"} for head in heads]
    lines = [
        heads,
        ["---:" if one else "---" for one in right],
        *([_figure(row[head]) for head in heads] for row in table),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _bar_line(bar: Bar) -> str:
    return f"| {bar.asked} | {bar.most} | {bar.found} | {'yes' if bar.met else '**no**'} |"


def _short_lists(text: str) -> str:
    """The times of one round stand on one line: the file stays readable and its changes short."""
    lines: list[str] = []
    for line in text.splitlines():
        inside = bool(lines) and lines[-1].rstrip().endswith(("[", ",")) and _is_number(line) and "[" in lines[-1]
        closes = (
            bool(lines) and "[" in lines[-1] and line.strip() in {"]", "],"} and not lines[-1].rstrip().endswith("],")
        )
        if inside or closes:
            lines[-1] += line.strip() if closes else f" {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _is_number(line: str) -> bool:
    return line.strip().rstrip(",").replace(".", "", 1).replace("-", "", 1).isdigit()
