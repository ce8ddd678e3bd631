"""Settle a real municipality from its roster: who works where, under which duty, from when to when."""

import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.exchange.actions.roster import Line, bring_in
from marugoto.exchange.management.callers_file import CallersFile
from marugoto.exchange.rules.roster import read_roster
from marugoto.kernel.decision import Refused

LIMIT_BYTES = 5_000_000
DONE = {"new": "新しい", "renewed": "変わる", "same": "同じ"}


class Command(BaseCommand):
    help = "名簿（TOML）から、自治体・機関・係・職員・役割を用意する（何度してもよい）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=CallersFile, help="名簿のファイル（書き方は docs/how-to/begin.md）")
        parser.add_argument("--preview", action="store_true", help="下見だけをする（何も変えない）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        try:
            roster = read_roster(options["file"].text(LIMIT_BYTES))
            lines = bring_in(at=timezone.now(), roster=roster, preview=options["preview"])
        except Refused as refused:
            raise CommandError(f"{refused.sentence}{refused.way_on}") from refused
        if options["json"]:
            rows = [{"what": line.what, "name": line.name, "done": line.done} for line in lines]
            self.stdout.write(json.dumps({"preview": options["preview"], "lines": rows}, ensure_ascii=False))
            return
        self._show(lines)
        self.stdout.write("下見だけです。何も変えていません。" if options["preview"] else self._next(roster.body.code))

    def _show(self, lines: list[Line]) -> None:
        for line in lines:
            if line.done != "same":
                self.stdout.write(f"  {DONE[line.done]}　{line.what}　{line.name}")
        counts = Counter(line.done for line in lines)
        self.stdout.write("　".join(f"{words} {counts[code]}" for code, words in DONE.items()))

    def _next(self, code: str) -> str:
        return f"終わりました。職員の最初のパスワードは bin/marugoto account 利用者名 で決めます（一覧: bin/marugoto workers {code}）。"
