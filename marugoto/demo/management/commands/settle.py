"""Settle the invented town: its bodies and two years of their life, whole or not at all."""

import gc
import json
import time
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections, transaction
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.demo.life import Lived, Progress, live, usual_households
from marugoto.demo.settle import settle_bodies
from marugoto.demo.town import TOWN
from marugoto.ground.statistics import take_statistics
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day, say_month
from marugoto.kernel.jst import local_day

SEED = 20_260_401
SAID_EVERY = 5.0  # seconds


class Command(BaseCommand):
    help = "架空の町（みなも市・汐見市・穂高沢町と青嶺県）を、二年ぶんの暮らしごと用意する"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="MARUGOTO_DEMO=1 がなくても用意する")
        parser.add_argument("--seed", type=int, default=SEED, help="同じ数なら同じ町になる")
        size = parser.add_mutually_exclusive_group()
        size.add_argument("--scale", type=float, default=1.0, help="世帯の数を何倍にするか（0.1で十分の一）")
        size.add_argument("--households", type=int, help="市町ごとの世帯の数")
        parser.add_argument("--until", type=_day, help="いつの朝まで暮らすか（ふつうは今日）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        if not (options["demo"] or settings.MARUGOTO_DEMO):
            raise CommandError("架空の町は練習用です。用意するときは --demo をつけてください。")
        if directory.bodies():
            self._say(options, {"settled": False}, "もう市町村があるので、何もしませんでした。")
            return
        began = time.monotonic()
        lived = self._settle(options, began)
        seconds = time.monotonic() - began
        households = {code: len(lives) for code, lives in lived.households.items()}
        summary = {"settled": True, "households": households, "seconds": round(seconds, 1)}
        self._say(options, summary, f"架空の町ができました（{sum(households.values())}世帯、{seconds:.0f}秒）。")

    def _settle(self, options: dict[str, Any], began: float) -> Lived:
        """One transaction: a town that breaks off half-way was never there."""
        said = [began]
        month = [0]

        def progress(how_far: Progress) -> None:
            if how_far.day.month != month[0]:
                month[0] = how_far.day.month
                take_statistics()
            if options["json"] or time.monotonic() - said[0] < SAID_EVERY:
                return
            said[0] = time.monotonic()
            line = f"  {say_month(how_far.day)}まで  {how_far.begun}/{how_far.households}世帯"
            self._say_at_once(f"{line}  {_clock(said[0] - began, how_far)}")

        with _whole(), _few_collections():
            lived = live(
                settle_bodies(TOWN),
                seed=options["seed"],
                until=options["until"] or local_day(timezone.now()),
                households=usual_households(options["scale"], options["households"]),
                progress=progress,
            )
            if not options["json"]:
                households = sum(len(lives) for lives in lived.households.values())
                self._say_at_once(f"  {households}/{households}世帯  暮らし終わりました。書きとめています…")
            return lived

    def _say_at_once(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def _say(self, options: dict[str, Any], summary: dict[str, Any], words: str) -> None:
        self.stdout.write(json.dumps(summary, ensure_ascii=False) if options["json"] else words)


@contextmanager
def _whole() -> Iterator[None]:
    """The house and the book of looks together, where that is a file of its own."""
    with ExitStack() as books:
        for book in connections:
            books.enter_context(transaction.atomic(using=book))
        yield


@contextmanager
def _few_collections() -> Iterator[None]:
    """Hundreds of thousands of short-lived rows and questions: looking for cycles among them as often as usual is wasted work."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _clock(seconds: float, how_far: Progress) -> str:
    """How long it took so far, and about how long the rest takes: in minutes, since the last seconds are never kept."""
    rest = how_far.rest(seconds)
    if rest is None:
        return f"{seconds:.0f}秒"
    words = f"およそ{rest / 60:.0f}分" if rest >= 90 else "1分ほど"
    return f"{seconds:.0f}秒たちました（のこり {words}）"


def _day(text: str) -> date:
    try:
        return read_day(text)
    except Refused as wrong:
        raise ArgumentTypeError(str(wrong)) from wrong
