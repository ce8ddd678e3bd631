"""How fast the privacy officer finds who looked, among a million looks: by day, worker, page and the one who was looked at."""

import argparse
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from proofs.entry import Outcome

DATABASE = "postgres"
LOOKS = 1_000_000
BAR = 3.0  # seconds: 「数秒」
BODY, WORKER, FOLDER = "992014", UUID(int=7), UUID(int=5)
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--looks", type=int, default=LOOKS)
    parser.add_argument("--times", type=int, default=5)


def run(args: argparse.Namespace) -> Outcome:
    from marugoto.agencies.codes import Role
    from marugoto.agencies.queries.system import system_viewer

    began = time.monotonic()
    _fill(args.looks)
    figures: dict[str, Any] = {"looks": args.looks, "written in (s)": round(time.monotonic() - began, 1)}
    viewer, today = system_viewer(BODY, NOW), NOW.date()
    assert Role.SYSTEM in viewer.roles
    week, year = today - timedelta(days=6), today - timedelta(days=365)
    rows = [
        _timed("a week, everything", viewer, args.times, since=week, until=today),
        _timed("a year, everything", viewer, args.times, since=year, until=today),
        _timed("a year, the hundredth page", viewer, args.times, since=year, until=today, page=100),
        _timed("a year, one worker", viewer, args.times, since=year, until=today, worker=WORKER),
        _timed("a year, one page", viewer, args.times, since=year, until=today, screen="desk:need"),
        _timed("a year, one who was looked at", viewer, args.times, since=year, until=today, about=FOLDER),
        _timed("a year, the same, 10,000 rows as a table", viewer, 1, since=year, until=today, most=10_000),
    ]
    return {"ok": all(row["slowest (s)"] <= BAR for row in rows), "rows": rows, "figures": figures | {"bar (s)": BAR}}


def _timed(what: str, viewer: Any, times: int, **asked: Any) -> dict[str, Any]:
    from marugoto.disclosure.queries.look import looks

    seconds, found = [], 0
    for _ in range(times):
        began = time.monotonic()
        found = looks(viewer, **asked).count
        seconds.append(time.monotonic() - began)
    seconds.sort()
    return {
        "asked": what,
        "found": found,
        "median (s)": round(seconds[len(seconds) // 2], 3),
        "slowest (s)": round(seconds[-1], 3),
    }


def _fill(count: int) -> None:
    """Over a year, 500 workers, each look of one to five of 20,000 folders; the one folder asked for in one of a thousand."""
    import os

    import psycopg

    folders = (
        "(SELECT jsonb_agg(jsonb_build_array(md5((n * 5 + k) % 20000 || 'f')::uuid, 'basic', 'own_duty'))"
        " FROM generate_series(1, 1 + n % 5) k)"
    )
    shown = f"CASE WHEN n % 1000 = 3 THEN {folders} || jsonb_build_array(jsonb_build_array('{FOLDER}', 'basic', 'own_duty')) ELSE {folders} END"
    pages = "(ARRAY['desk:household', 'desk:households', 'desk:need', 'shell:search', 'shell:today'])[1 + n % 5]"
    sql = (
        "INSERT INTO disclosure_look (id, body, made_at, worker, duty, purpose, page, matter, searched, outcome, folders) "
        f"SELECT gen_random_uuid(), '{BODY}', '{NOW.isoformat()}'::timestamptz - (n * 31536000.0 / {count}) * interval '1 s',"
        f" CASE WHEN n % 500 = 7 THEN '{WORKER}' ELSE md5(n % 500 || 'w')::uuid END, md5(n % 500 || 'd')::uuid,"
        f" 'support', {pages}, md5(n % 20000 || 'm')::uuid::text, '', 'shown', {shown} FROM generate_series(1, {count}) n"
    )
    with psycopg.connect(os.environ["MARUGOTO_OWNER_DATABASE_URL"], autocommit=True) as owner:
        owner.execute(
            "INSERT INTO agencies_body (code, name, kana, kind, training) VALUES (%s, 'みなも市', '', 'municipality', false)",
            [BODY],
        )
        owner.execute(sql)  # put together from numbers of ours
        owner.execute("VACUUM ANALYZE disclosure_look")
