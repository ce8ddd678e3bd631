"""How long each page takes, for a town of N households, from the request to the bytes, audit included.

In this process, without a network: what the house itself costs. Ratios are to the sign-in page, which asks no table of a household.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
SIZES = {"small": 10, "town": 100, "city": 500}
WARM, ROUNDS = 3, 25


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: small (10 households of one team), town (100), city (500), or a number."""
    size = SIZES.get(args.size or "town") or int(args.size)
    pages = _settled(size)
    rows = [_measured(name, ask) for name, ask in pages.items()]
    base = rows[0]["median_ms"]
    for row in rows:
        row["ratio"] = round(row["median_ms"] / base, 1)
    return {
        "ok": all(row["status"] == 200 for row in rows),
        "rows": rows,
        "figures": {"households of the team": size, "rounds": ROUNDS},
        "notes": [
            "One process, one request at a time; a server beside other work is slower.",
            "A peer, and a town of a real size, stand beside it in `bin/bench desk`.",
        ],
    }


def _settled(size: int) -> dict[str, Callable[[], Any]]:
    """A town with that many households in 田中's hands, and the pages with who asks for them."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client

    from tests.story import one_household
    from tests.town import settle_town
    from tests.web.desk.test_queries import household

    call_command("collectstatic", interactive=False, verbosity=0)
    town = settle_town()
    with transaction.atomic():
        for number in range(size):
            household(town, number)
    story = one_household(town)

    def asker(worker: str, address: str) -> Callable[[], Any]:
        client = Client(headers={"host": "127.0.0.1"})
        if worker:
            client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        return lambda: client.get(address)

    return {
        "sign-in": asker("", "/sign-in/"),
        "today": asker("tanaka", "/"),
        "households": asker("tanaka", "/desk/households/"),
        "household": asker("tanaka", f"/desk/households/{story.case}/"),
        "consultations": asker("tanaka", "/desk/consultations/"),
        "search": asker("tanaka", "/search/?q=ためし"),
        "control tower": asker("mori", "/desk/tower/"),
        "conference": asker("tanaka", f"/meeting/conferences/{story.conference}/"),
        "match": asker("tanaka", f"/desk/needs/{story.need}/match/"),
        "places": asker("hayashi", "/town/places/"),
        "standard": asker("hirata", "/office/standard/"),
    }


def _measured(name: str, ask: Callable[[], Any]) -> dict[str, Any]:
    for _ in range(WARM):
        answer = ask()
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        answer = ask()
        seconds.append(time.perf_counter() - started)
    seconds.sort()
    return {
        "page": name,
        "status": answer.status_code,
        "median_ms": round(statistics.median(seconds) * 1000, 1),
        "p95_ms": round(seconds[int(len(seconds) * 0.95) - 1] * 1000, 1),
        "kb": round(len(answer.content) / 1024, 1),
    }
