"""The whole chain leaves as a file that a third party can check, with the one file that checks it."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marugoto.agencies.queries import directory
from marugoto.disclosure.queries.books import BOOKS
from marugoto.exchange.management.callers_file import standing
from marugoto.kernel import chain
from marugoto.ledger.queries.chain import export
from marugoto.web.shell.management.house import house_of


class Command(BaseCommand):
    help = "事実の台帳・閲覧記録と封印を、外で確かめられるファイルに出す（氏名と記録の文は入らない）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("file", help="書くファイル（1行に1件のJSON）")
        parser.add_argument("--verifier", metavar="FILE", help="確かめるためのプログラム（Pythonだけで動く）も書く")

    def handle(self, **options: Any) -> None:
        by, _ = house_of(options["municipality"])
        try:
            with standing(options["file"]).open("x", encoding="utf-8") as file:
                count = export(by, BOOKS, name=directory.body(by.body).name, write=file.write)
            if options["verifier"]:
                with standing(options["verifier"]).open("xb") as program:
                    program.write(Path(chain.__file__).read_bytes())
        except OSError as trouble:
            raise CommandError(f"書けませんでした。もうあるファイルには、上書きしません（{trouble}）。") from trouble
        self.stdout.write(f"{options['file']} に{count:,}行を書きました。確かめ方: python3 chain.py ファイル 控え…")
