"""How fast the desk answers a whole city, beside a peer: lists, a case, a name, a ball passed and caught, against set bars.

The town is loaded and looked over before the clock starts; each system is measured alone, with the same server and the same PostgreSQL.
"""

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benches import _desk_page
from benches._desk_clock import TIMES
from marugoto.web.shell.management.children import granian, workers
from marugoto.web.shell.management.commandline import OWNER_URL
from proofs._awake import awake
from proofs._huge_pages import in_use
from proofs.entry import Outcome

DATABASE = "postgres"
DURABLE = True
POSTGRES = (
    "shared_buffers=2GB effective_cache_size=8GB work_mem=16MB maintenance_work_mem=512MB max_wal_size=8GB"
    " checkpoint_timeout=15min huge_pages=try random_page_cost=1.1 shared_preload_libraries=pg_stat_statements"
    " pg_stat_statements.track_utility=off"
)
TOP = Path(__file__).resolve().parents[1]
ROUNDS = 3
TOLD_AGAIN = 60  # balls whose households the gate tells again
SIGN_IN = "/account/login/"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--without-peer", action="store_true", help="measure Marugoto alone")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--balls", type=int, default=TOLD_AGAIN, help="balls that the gate tells again, before the clock starts"
    )
    parser.add_argument("--times", type=int, default=TIMES, help="requests of each operation in a round")
    parser.add_argument(
        "--keep", action="store_true", help="keep the raw numbers in benches/results/ and make the page anew"
    )


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: small (40 open needs), tiny (300), town (3,000), city (30,000), large (150,000)."""
    from benches import _city, _city_gate, _city_walks

    size = args.size or "town"
    before = _load_average()
    _prepare_static()  # the gate looks at pages too
    told = _city.load(size, args.seed)
    _say(f"loaded: {told}")
    _settle_tables()
    told["first round of the figures (s)"] = _count_figures()
    gate = _city_gate.check(balls=args.balls)
    _say(f"gate: {gate}")
    walks = _city_walks.walks()
    systems = {_desk_page.OURS: _ours(walks, args)}
    result = {
        "made": f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC",
        "commit": _commit(),
        "size": size,
        "seed": args.seed,
        "database": args.database,
        "machine": _machine(args.database),
        "counts": {what: number for what, number in told.items() if isinstance(number, int)},
        "loading": {what: number for what, number in told.items() if not isinstance(number, int)},
        "gate": gate,
        "load_average": {"before": before},
        "systems": systems,
    }
    if args.database == "postgres" and not args.without_peer:
        _outcome(result, keep=args.keep)  # ours is not lost if the peer breaks
        systems[_desk_page.PEER] = _peer(walks, args)
    return _outcome(result, keep=args.keep)


def _outcome(result: dict[str, Any], *, keep: bool) -> Outcome:
    result["load_average"]["after"] = _load_average()
    bars = _desk_page.bars(result)
    notes = [f"{'met' if bar.met else 'NOT MET'}: {bar.asked}: {bar.found} (at most {bar.most})" for bar in bars]
    notes += [f"the peer is faster at {line}" for line in _desk_page.peer_wins(result)]
    notes += [f"did not answer as it should: {line}" for line in _desk_page.wrong(result)]
    if not result["gate"]["ok"]:
        notes.append(f"the gate found what is not as it must be: {result['gate']}")
    if keep:
        notes.append(f"kept in {_desk_page.keep(result).relative_to(TOP)}")
    figures = {
        **result["counts"],
        **{f"{name}: highest PSS, MiB": told["memory_mib"]["pss"] for name, told in result["systems"].items()},
        "load average before": result["load_average"]["before"][0],
        "load average after": result["load_average"]["after"][0],
    }
    return {"ok": _desk_page.holds(result), "rows": _desk_page.rows(result), "figures": figures, "notes": notes}


# ---------------------------------------------------------------- one system after the other


def _ours(walks: list[Any], args: argparse.Namespace) -> dict[str, Any]:
    import marugoto

    count = workers(on_sqlite=args.database == "sqlite")
    port = _free_port()
    command = granian("marugoto.web.wsgi_house:application", port, count)
    told = _measured(command, {}, port, walks, sign_in=SIGN_IN, url=os.environ.get(OWNER_URL, ""), args=args)
    return {"version": marugoto.__version__, "server": _server(count), **told}


def _peer(walks: list[Any], args: argparse.Namespace) -> dict[str, Any]:
    from benches import _helpdesk

    python = _helpdesk.ready()
    owner = os.environ[OWNER_URL]
    url = _helpdesk.new_database(owner)
    _helpdesk.migrate(python, url)
    accounts = {walk.name: walk.username for walk in walks}
    ordinary, coordinator = accounts[_desk_page.ORDINARY], accounts[_desk_page.COORDINATOR]
    places, counts = _helpdesk.load(owner, url, ordinary=ordinary, coordinator=coordinator)
    _say(f"the peer is loaded: {counts}")
    _vacuum(url)
    count = workers(on_sqlite=False)
    port = _free_port()
    command = _helpdesk.command(python, port, count)
    theirs = _helpdesk.walks(walks, url, places)
    environment = _helpdesk.environment(url)
    told = _measured(command, environment, port, theirs, sign_in=_helpdesk.SIGN_IN, url=url, args=args)
    return {"version": _helpdesk.version(python), "server": _server(count), "counts": counts, **told}


def _measured(
    command: list[str],
    environment: dict[str, str],
    port: int,
    walks: list[Any],
    *,
    sign_in: str,
    url: str,
    args: argparse.Namespace,
) -> dict[str, Any]:
    from benches._desk_clock import Counter, measure, memory_of, served, signed_in

    highest = {"rss": 0.0, "pss": 0.0, "peak_rss": 0.0}
    before = _load_average()
    counter = Counter(url) if url else None
    with awake(), served(command, environment, port) as root:

        def look() -> None:
            found = dict(zip(highest, memory_of(root), strict=True))
            highest.update({name: max(value, found[name]) for name, value in highest.items()})

        look()
        asks = signed_in(port, sign_in)
        cells = measure(walks, ask=asks, rounds=args.rounds, times=args.times, counter=counter, after=look, say=_say)
    return {
        "load_average": {"before": before, "after": _load_average()},
        "memory_mib": {name: round(value) for name, value in highest.items()},
        "operations": cells,
    }


def _server(count: int) -> str:
    return f"granian, {count} {'worker' if count == 1 else 'workers'} of 4 threads"


# ---------------------------------------------------------------- around it


def _count_figures() -> float:
    """As the courier does: the pages read what it kept."""
    from django.utils import timezone

    from marugoto.evaluation.actions.recount import count_everywhere

    began = time.monotonic()
    count_everywhere(at=timezone.now(), due=True)
    return round(time.monotonic() - began, 1)


def _settle_tables() -> None:
    """Statistics are fresh and nothing waits to be written: as on a morning after a quiet night."""
    from django.db import connection

    if connection.vendor == "postgresql":
        _vacuum(os.environ[OWNER_URL])
    else:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _vacuum(url: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


def _prepare_static() -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def _free_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _load_average() -> list[float]:
    """Over one, five and fifteen minutes: what else ran on the machine."""
    return [round(one, 2) for one in os.getloadavg()]


def _machine(database: str) -> dict[str, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version" if database == "postgres" else "SELECT sqlite_version()")
        version = cursor.fetchone()[0].split()[0]
    processors = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in processors.splitlines() if line.startswith("model name")]
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": names[0] if names else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "memory_gib": round(pages / 2**30),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "database": f"{'PostgreSQL' if database == 'postgres' else 'SQLite'} {version}",
        "settings": POSTGRES if database == "postgres" else "",
        "huge_pages": database == "postgres" and in_use(),
        "kept_awake": True,  # the processors, while somebody is timed: see proofs/_awake.py
    }


def _commit() -> str:
    """Its short number and its words: the words stay when it is laid upon another one."""
    words = ["git", "log", "-1", "--format=%h %s"]
    return subprocess.run(words, cwd=TOP, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
