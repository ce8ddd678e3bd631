"""What it costs that nobody sees what he may not: list and case page beside the same house without policies and without its audit.

Two servers on one database, asked in turn in random order; the pages must be the same to the last letter that is not drawn anew.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from marugoto.web.shell.management.children import granian
from marugoto.web.shell.management.commandline import OWNER_URL
from proofs._awake import awake
from proofs.entry import Outcome, table

DATABASE = "postgres"
POSTGRES = "shared_buffers=1GB work_mem=16MB maintenance_work_mem=256MB max_wal_size=4GB random_page_cost=1.1"
RESULTS = Path(__file__).parent / "results"
TIMES, WARM, MOST_SHARE, MOST_MS = 500, 30, 0.30, 8.0
PAGES = ("ordinary list", "case page")
GUARDED, BARE = "policies and audit on", "off"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--times", type=int, default=TIMES, help="requests of each page to each of the two")
    parser.add_argument("--keep", action="store_true", help="keep the figures and the table in benches/results/")


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: small (40 open needs), tiny (300), town (3,000), city (30,000), large (150,000)."""
    from benches import _city, _city_walks, desk

    desk._prepare_static()
    size = args.size or "town"
    told = _city.load(size, args.seed)
    desk._settle_tables()
    walks = [walk for walk in _city_walks.walks() if walk.name in PAGES]
    before = desk._load_average()
    with awake(), ExitStack() as stack:
        browsers = {name: _served(stack, name, walks[0]) for name in (GUARDED, BARE)}
        rows = [_compared(walk, browsers, args) for walk in walks]
    counts = {what: number for what, number in told.items() if isinstance(number, int)}
    result: dict[str, Any] = {
        "made": f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC",
        "commit": desk._commit(),
        "size": size,
        "counts": counts,
        "machine": desk._machine(args.database),
        "load_average": {"before": before, "after": desk._load_average()},
        "pages": rows,
    }
    shown = [{name: value for name, value in row.items() if name != "all_ms"} for row in rows]
    ok = all(row["met"] and row["same page"] for row in rows)
    if args.keep:
        _keep(result, shown)
    figures = {"load average before": before[0], **counts}
    notes = [
        "The application's own filter stands in both: without it other rows would come, and nothing could be compared."
    ]
    return {"ok": ok, "rows": shown, "figures": figures, "notes": notes}


def _served(stack: ExitStack, name: str, walk: Any) -> Any:
    from benches import desk
    from benches._browser import Browser, sign_in
    from benches._desk_clock import served

    target, environment = "marugoto.web.wsgi_house:application", dict[str, str]()
    if name == BARE:
        target, environment = "benches._bare:application", {"DATABASE_URL": os.environ[OWNER_URL]}
    port = desk._free_port()
    stack.enter_context(served(granian(target, port, 1), environment, port))
    browser = Browser(port)
    sign_in(browser, desk.SIGN_IN, walk.username, walk.password)
    return browser


def _compared(walk: Any, browsers: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    dice, taken = Random(args.seed), {name: list[float]() for name in browsers}
    addresses = [page if isinstance(page, str) else page[0] for page in walk.pages]
    for turn in range(WARM):
        for browser in browsers.values():
            _timed(browser, addresses[turn % len(addresses)])
    same = True
    for turn in range(args.times):
        order = list(browsers)
        dice.shuffle(order)
        said = {}
        for name in order:
            seconds, said[name] = _timed(browsers[name], addresses[turn % len(addresses)])
            taken[name].append(seconds)
        if same and len(set(said.values())) > 1:
            same = False
            print(
                f"{addresses[turn % len(addresses)]}: {_first_difference(*said.values())}", file=sys.stderr, flush=True
            )
    on, off = (statistics.median(taken[name]) for name in (GUARDED, BARE))
    more, share = on - off, on / off - 1
    print(f"{walk.name}: {on:.1f} ms against {off:.1f} ms", file=sys.stderr, flush=True)
    return {
        "page": walk.name,
        "requests to each": args.times,
        f"median ms, {GUARDED}": round(on, 2),
        "median ms, off": round(off, 2),
        "more ms": round(more, 2),
        "more %": round(share * 100, 1),
        "met": share <= MOST_SHARE or more <= MOST_MS,
        "same page": same,
        "all_ms": {name: [round(one, 2) for one in times] for name, times in taken.items()},
    }


def _timed(browser: Any, address: str) -> tuple[float, bytes]:
    from benches._browser import Request

    began = time.perf_counter()
    answer = browser.ask(Request(address))
    seconds = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}")
    return seconds, without_what_is_drawn(answer.body)


def _first_difference(one: bytes, other: bytes) -> str:
    lines = zip(one.decode().splitlines(), other.decode().splitlines(), strict=False)
    return next((f"{here!r} against {there!r}" for here, there in lines if here != there), "one is longer")


def without_what_is_drawn(page: bytes) -> bytes:
    from proofs._two_worlds import DRAWN

    return DRAWN.sub(r"\1", page.decode()).encode()


def _keep(result: dict[str, Any], shown: list[dict[str, Any]]) -> None:
    name = f"disclosure-{result['size']}"
    (RESULTS / f"{name}.json").write_text(json.dumps(result, ensure_ascii=False, default=str) + "\n", encoding="utf-8")
    said = f"{result['made']}, {result['commit']}\nload {result['load_average']}\n\n{table(shown)}\n"
    (RESULTS / f"{name}.txt").write_text(said, encoding="utf-8")
