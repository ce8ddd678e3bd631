"""Write the places of a municipality out from the command line: a published list, or HSDS, as the screen does."""

import json
import sys
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.hsds_words import words
from marugoto.exchange.management.callers_file import standing
from marugoto.exchange.queries import place_export as export
from marugoto.exchange.rules.hsds import page_of
from marugoto.exchange.rules.upload import Encoding
from marugoto.exchange.rules.writing import rows_of, write
from marugoto.kernel.decision import Refused

HSDS = "hsds"
ENCODINGS = {"utf-8": Encoding.UTF_8_BOM, "cp932": Encoding.CP932}


class Command(BaseCommand):
    help = "公表できる場所を書き出す: export places|hsds --municipality 団体コード [--layout 様式] [--to ファイル]"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["places", HSDS], help="places: 場所の一覧（CSV）、hsds: HSDS 3.1（JSON）")
        parser.add_argument("--municipality", required=True, help="団体コード（6桁）")
        parser.add_argument("--layout", default="places", choices=[layout.code for layout in LAYOUTS], help="様式")
        parser.add_argument(
            "--generation", default="", help="様式の世代（自治体標準オープンデータセット か 推奨データセット）"
        )
        parser.add_argument("--encoding", default="utf-8", choices=list(ENCODINGS), help="文字コード")
        parser.add_argument("--to", help="書き出すファイル（なければ画面に出す）")

    def handle(self, **options: Any) -> None:
        code = options["municipality"]
        try:
            by = system_viewer(code, timezone.now())
            content = self._hsds(by) if options["what"] == HSDS else self._list(by, options)
        except ObjectDoesNotExist as missing:
            raise CommandError(f"団体コード{code}の自治体は、ここにありません。") from missing
        except Refused as refusal:
            raise CommandError(f"{refusal.sentence}{refusal.way_on}") from refusal
        if options["to"]:
            standing(options["to"]).write_bytes(content)
            self.stdout.write(f"{options['to']} に書き出しました（{len(content):,}バイト）。")
        else:
            sys.stdout.buffer.write(content)

    def _hsds(self, by: Viewer) -> bytes:
        page = page_of(export.open_places(by), export.issuer(by), words())
        return json.dumps(page, ensure_ascii=False, indent=1).encode()

    def _list(self, by: Viewer, options: dict[str, Any]) -> bytes:
        layout = next(one for one in LAYOUTS if one.code == options["layout"])
        columns = layout.heading_of(options["generation"])
        rows = rows_of(layout, columns, export.lines(by, layout, public=True), export.issuer(by))
        return write(rows, ENCODINGS[options["encoding"]])
