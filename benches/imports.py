"""How a long list comes in: read, compared, taken in, compared again and taken back by a worker beside everybody's work.

The list is invented. Each stage is done by a process of its own, as the courier does it; meanwhile another list of one row comes in
again and again, and the longest that anybody waited for it is said.
"""

import argparse
import csv
import io
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from proofs.entry import Outcome

DATABASE = "sqlite"
DURABLE = True
ROWS, BODY = 50_000, "990019"
LEAST_A_SECOND, MOST_MIB, LONGEST_WAIT = 300.0, 150.0, 5.0
BETWEEN = 0.5  # seconds between two short lists
KINDS = ("サロン", "カフェ", "畑", "教室", "食堂", "そのほか")
HEADING = [
    "番号",
    "名称",
    "よみ",
    "種別",
    "住所",
    "緯度",
    "経度",
    "電話",
    "曜日",
    "時間",
    "だれ向け",
    "費用",
    "行き方",
    "説明",
]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kill", action="store_true", help="end the worker by force half-way through taking in; adds a minute"
    )


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: how many rows."""
    from marugoto.demo.settle import settle_bodies
    from marugoto.demo.town import TOWN

    count = int(args.size or ROWS)
    settle_bodies(TOWN)
    upload = _list(count, random.Random(args.seed))
    first = _begin(upload)
    rows = [_stage("read and compare with nothing", count)]
    _say_yes(first)
    killed = _kill_midway(count) if args.kill else 0
    rows.append(_stage("take in", count - killed))
    again = _begin(upload)
    rows.append(_stage("read and compare with all of it", count))
    _say_back(first)
    rows.append(_stage("take back", count))
    wrong = _wrong(count, first, again)
    slow = [row["stage"] for row in rows if row["rows a second"] < LEAST_A_SECOND]
    waited = max(row["longest wait (s)"] for row in rows)
    grown = max(row["memory beyond the start (MiB)"] for row in rows)
    figures = {
        "rows": count,
        "file (MB)": round(len(upload) / 1e6, 1),
        "database": args.database,
        "killed at row": killed,
        "rows a second, at least": LEAST_A_SECOND,
        "memory beyond the start, at most (MiB)": MOST_MIB,
        "another's wait, at most (s)": LONGEST_WAIT,
    }
    ok = not (wrong or slow or grown > MOST_MIB or waited > LONGEST_WAIT)
    return {"ok": ok, "rows": rows, "figures": figures, "notes": [*wrong, PLAIN]}


PLAIN = "Memory is the highest resident size of the worker's process; the file itself is held while it is read."


def _stage(name: str, count: int) -> dict[str, Any]:
    """One process until nothing waits; short lists come in meanwhile."""
    worker = _worker()
    try:
        waits = [0.0, *_short_lists(worker)]
    except BaseException:
        worker.kill()
        raise
    said = json.loads(worker.communicate()[0].strip().splitlines()[-1])
    return {
        "stage": name,
        "seconds": round(said["seconds"], 1),
        "rows a second": round(count / said["seconds"]),
        "peak memory (MiB)": round(said["peak_kib"] / 1024, 1),
        "memory beyond the start (MiB)": round((said["peak_kib"] - said["before_kib"]) / 1024, 1),
        "short lists meanwhile": len(waits) - 1,
        "longest wait (s)": round(max(waits), 2),
    }


def _worker() -> "subprocess.Popen[str]":
    worker = subprocess.Popen([sys.executable, "-m", "benches._import_child"], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    assert worker.stdout.readline().strip() == "ready"
    return worker


def _short_lists(worker: "subprocess.Popen[str]") -> Iterator[float]:
    from marugoto.exchange.actions.place_import import confirm, prepare

    number = 0
    while worker.poll() is None:
        number += 1
        upload = f"NO,イベント名,開始日,終了日,場所名称,住所\nZ{time.monotonic_ns()},つどい{number},2027-01-15,2027-01-15,館,みなも市本町\n".encode()
        by, began = _by(), time.monotonic()
        brought = prepare(by=by, at=by.at, upload=upload, file_name="short.csv")
        confirm(by=by, at=by.at, prepared=brought.pk)
        yield time.monotonic() - began
        time.sleep(BETWEEN)


def _kill_midway(count: int) -> int:
    """The process is ended as a machine ends that loses its power; answers which row it had reached."""
    worker = _worker()
    while (reached := _reached()) < count // 2:
        time.sleep(0.1)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    reached = _reached()
    from marugoto.exchange.rules.work import FORGOTTEN_AFTER

    time.sleep(FORGOTTEN_AFTER.total_seconds() + 1)
    return reached


def _reached() -> int:
    from marugoto.exchange.models import ImportWork

    return _seen(lambda: ImportWork.objects.within(BODY).filter(ended_at=None).values_list("reached", flat=True)[0])


def _seen(ask: Any) -> Any:
    from marugoto.ground.transaction import looking

    return looking(lambda viewer: ask())(_by())


def _by() -> Any:
    from django.utils import timezone

    from marugoto.agencies.queries.system import system_viewer

    return system_viewer(BODY, timezone.now())


def _begin(upload: bytes) -> UUID:
    from marugoto.exchange.actions.import_work import begin_reading

    by = _by()
    return begin_reading(by=by, at=by.at, upload=upload, file_name="long.csv").pk


def _say_yes(prepared: UUID) -> None:
    from marugoto.exchange.actions.import_work import begin_taking

    by = _by()
    begin_taking(by=by, at=by.at, prepared=prepared)


def _say_back(prepared: UUID) -> None:
    from marugoto.exchange.actions.import_work import begin_taking_back

    by = _by()
    begin_taking_back(by=by, at=by.at, prepared=prepared)


def _wrong(count: int, first: UUID, again: UUID) -> list[str]:
    """Each row once: made, the same when it is read again, and gone when it is taken back."""
    from marugoto.community.models import PlaceEnding
    from marugoto.exchange.models import ImportRow, Receipt, UndoneRow
    from marugoto.ledger.models import Fact

    found = {
        "made": _seen(lambda: Receipt.objects.within(BODY).get(of=first).made),
        "told in the ledger": _seen(lambda: Fact.objects.within(BODY).filter(kind="resource.listed").count())
        - _seen(lambda: Receipt.objects.within(BODY).exclude(of=first).count()),  # a short list is one place
        "the same again": _seen(lambda: ImportRow.objects.within(BODY).filter(of=again, verdict="same").count()),
        "taken back": _seen(lambda: UndoneRow.objects.within(BODY).filter(done=True).count()),
        "ended": _seen(lambda: PlaceEnding.objects.within(BODY).count()),
    }
    return [f"{name}: {number:,} instead of {count:,}" for name, number in found.items() if number != count]


def _list(count: int, rng: random.Random) -> bytes:
    """As a municipality writes it: half the cells filled, full-width figures here and there."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for number in range(1, count + 1):
        kind, town = rng.choice(KINDS), rng.choice(("北町", "南町", "本町", "若葉台", "港", "川原"))
        writer.writerow(
            [
                f"P{number:06}",
                f"{town}{kind}{number}",
                "みなもしのばしょ",
                kind,
                f"みなも市{town}{rng.randint(1, 9)}丁目{rng.randint(1, 40)}-{rng.randint(1, 20)}",
                f"35.{rng.randint(700000, 899999)}",
                f"139.{rng.randint(600000, 799999)}",
                f"０９９－{rng.randint(200, 299)}－{rng.randint(1000, 9999)}" if number % 5 else "",
                rng.choice(("毎週火曜", "第2・第4土曜", "平日", "")),
                rng.choice(("10時～12時", "13:00～15:00", "")),
                rng.choice(("だれでも", "高齢の方", "")),
                rng.choice(("無料", "100円", "")),
                rng.choice(("市バス本町停留所から歩いて3分", "")),
                f"{town}の{kind}です。お茶を飲みながら話します。はじめての方は電話をください。" if number % 3 else "",
            ]
        )
    return text.getvalue().encode()
