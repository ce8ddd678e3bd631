"""The last seal goes out of the house, to a witness: a small file, which can be printed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marugoto.agencies.actions.settle import settle_profile
from marugoto.agencies.queries import directory
from marugoto.disclosure.rules.checkpoint import MOST, SETTING
from marugoto.exchange.management.callers_file import standing
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import give_checkpoint
from marugoto.ledger.queries.checkpoint import last_given
from marugoto.web.shell.management.house import house_of, refusals


class Command(BaseCommand):
    help = "封印の控えを出す（外の機関に預ける小さなファイル。印刷もできる）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("file", nargs="?", help="書くファイル（書かなければ、画面に出す）")
        parser.add_argument("--every", type=int, metavar="DAYS", help="何日ごとに控えを出すか（きょうから）")

    def handle(self, **options: Any) -> None:
        by, at = house_of(options["municipality"])
        if options["every"] is not None:
            if not 1 <= options["every"] <= MOST:
                raise CommandError(f"日数は1から{MOST}までです。")
            settle_profile(by=by, at=at, name=SETTING, value=str(options["every"]), since=local_day(at))
            self.stdout.write(f"{options['every']}日ごとに控えを出すことにしました。")
            return
        with refusals():
            give_checkpoint(by=by, at=at)
        said = last_given(by, name=directory.body(by.body).name)
        if not options["file"]:
            self.stdout.write(said)
            return
        try:
            with standing(options["file"]).open("x", encoding="utf-8") as file:
                file.write(said)
        except OSError as trouble:
            raise CommandError(
                f"{options['file']} に書けませんでした。もうあるファイルには、上書きしません。"
            ) from trouble
        self.stdout.write(f"{options['file']} に書きました。この自治体の外の機関に預けてください。")
