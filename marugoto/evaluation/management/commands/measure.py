"""The figures of all municipalities are held fast, and each tells its prefecture what may be told."""

import json
from argparse import ArgumentTypeError
from datetime import date, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.heads import hold_heads
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.published import take_in
from marugoto.evaluation.queries.measure import measure_table
from marugoto.evaluation.rules.half_year import last_days
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day
from marugoto.kernel.jst import local_day

HALF_YEARS = 4


class Command(BaseCommand):
    help = "半期ごとの数を計算して残し、県に伝えてよい数だけを伝える（毎日、動かしておく）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--last", type=_day, help="この日までの12か月だけを計算する（ふつうは終わった4つの半期）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        days = [options["last"]] if options["last"] else last_days(local_day(at), HALF_YEARS)
        here = {body.code for body in directory.bodies()}
        towns = [body for body in directory.bodies() if body.kind == BodyKind.MUNICIPALITY]
        rows = [{"code": town.code, "name": town.name} | measured(town.code, at, days, here) for town in towns]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            self.stdout.write(f"{row['code']}  {row['name']}  {row['held']}個の数、県に伝えた新しい数 {row['told']}個")


def measured(code: str, at: datetime, days: list[date], here: set[str]) -> dict[str, int]:
    """How many figures are held fast for these days, and how many were new to the prefecture, where it is of this installation."""
    town, held, told = system_viewer(code, at), 0, 0
    ended = last_days(local_day(at), HALF_YEARS)
    for last in days:
        held += len(compute(by=town, at=at, last=last))
        if last in ended:
            hold_heads(by=town, at=at, last=last)
        table = measure_table(town, last=last)
        if table is not None and table.prefecture in here:
            told += take_in(by=system_viewer(table.prefecture, at), at=at, table=table)
    return {"held": held, "told": told}


def _day(text: str) -> date:
    try:
        return read_day(text)
    except Refused as wrong:
        raise ArgumentTypeError(f"{wrong.sentence}{wrong.way_on}") from wrong
