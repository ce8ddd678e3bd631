"""Bring a municipality's list of places in from the command line: the same steps as on the screen."""  # noqa: N999 — the file is named like the word that is typed

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions import place_import
from marugoto.exchange.actions.import_round import carry_through
from marugoto.exchange.actions.import_work import begin_reading, begin_taking
from marugoto.exchange.labels import VERDICTS, said
from marugoto.exchange.management.callers_file import CallersFile
from marugoto.exchange.queries import place_import as imports
from marugoto.exchange.queries.import_work import Work
from marugoto.exchange.queries.origin import names_many
from marugoto.exchange.queries.place_import import look_ahead
from marugoto.exchange.rules.plan import Preview, RowPlan, Verdict
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.exchange.rules.upload import LIMIT_BYTES
from marugoto.exchange.rules.work import SHORT_ROWS, is_short
from marugoto.exchange.rules.xlsx import is_workbook
from marugoto.kernel.decision import Refused


class Command(BaseCommand):
    help = "場所の一覧（CSV）を取り込む: import places ファイル --municipality 団体コード [--preview] [--json]"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["places"], help="取り込むもの（places: 場所の一覧）")
        parser.add_argument("file", type=CallersFile, help="CSVかExcel（.xlsx）のファイル")
        parser.add_argument("--municipality", required=True, help="取り込み先の団体コード（6桁）")
        parser.add_argument("--preview", action="store_true", help="下見だけをする（何も変えない）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        upload = options["file"].content(LIMIT_BYTES)
        at = timezone.now()
        by = system_viewer(options["municipality"], at)
        try:
            reading = read_file(upload) if is_short(upload, workbook=is_workbook(upload)) else None
            if reading is None or names_many(by, reading.layout.code, SHORT_ROWS):
                self._long(by, upload, options)
                return
            _, planned = look_ahead(by, reading)
            receipt = "" if options["preview"] else self._take_in(by, upload, options["file"].name)
        except Refused as refusal:
            raise CommandError(f"{refusal.sentence}{refusal.way_on}") from refusal
        if options["json"]:
            self.stdout.write(json.dumps(_told(reading, planned, receipt), ensure_ascii=False))
        else:
            self._show(reading, planned, receipt)

    def _long(self, by: Viewer, upload: bytes, options: Mapping[str, Any]) -> None:
        """As the courier does it, in strokes; the preview of each row is on the screen."""
        prepared = begin_reading(by=by, at=by.at, upload=upload, file_name=options["file"].name).pk
        _refuse(carry_through(by=by, prepared=prepared))
        if not options["preview"]:
            begin_taking(by=by, at=timezone.now(), prepared=prepared)
            _refuse(carry_through(by=by, prepared=prepared))
        brought = imports.get(by, prepared)
        if brought is None:
            raise CommandError("取り込みが見つかりません。")
        if options["json"]:
            said = {"layout": brought.file.layout, "rows": brought.file.row_count, "counts": dict(brought.counts)}
            said |= {"notes": brought.file.notes, "prepared": str(prepared), "receipt": brought.receipt is not None}
            self.stdout.write(json.dumps(said, ensure_ascii=False))
            return
        self.stdout.write(
            f"様式: {brought.file.layout}　文字コード: {brought.file.encoding}　{brought.file.row_count}行"
        )
        for note in brought.file.notes:
            self.stdout.write(f"※ {note}")
        self.stdout.write("　".join(f"{VERDICTS[verdict]} {brought.counts[verdict.value]}" for verdict in Verdict))
        self.stdout.write(
            f"受付票: {prepared}" if brought.receipt else "下見だけです。1行ずつは、画面の「取り込み」にあります。"
        )

    def _take_in(self, by: Viewer, upload: bytes, file_name: str) -> str:
        prepared = place_import.prepare(by=by, at=by.at, upload=upload, file_name=file_name)
        place_import.confirm(by=by, at=by.at, prepared=prepared.pk)
        return str(prepared.pk)

    def _show(self, reading: Reading, planned: Preview, receipt: str) -> None:
        self.stdout.write(f"様式: {reading.layout.name}　文字コード: {reading.encoding}　{reading.rows}行")
        for note in planned.notes:
            self.stdout.write(f"※ {note}")
        for row in planned.rows:
            self._show_row(row)
        counts = planned.count()
        self.stdout.write("　".join(f"{VERDICTS[verdict]} {counts[verdict.value]}" for verdict in Verdict))
        if planned.absent:
            self.stdout.write(f"ファイルからなくなった場所 {len(planned.absent)}（そのまま残します）")
        self.stdout.write(f"受付票: {receipt}" if receipt else "下見だけです。何も変えていません。")

    def _show_row(self, row: RowPlan) -> None:
        if row.verdict is Verdict.SAME and not row.notes:
            return
        self.stdout.write(f"{_lines(row.lines):<12} {VERDICTS[row.verdict]}　{row.name}　{row.reason}")
        for change in row.changes:
            self.stdout.write(
                f"      {change.label}: {said(change.field, change.was)} → {said(change.field, change.becomes)}"
            )
        for note in row.notes:
            self.stdout.write(f"      ・{note.sentence}")


def _refuse(work: Work) -> None:
    if work.sentence:
        raise CommandError(work.sentence)


def _lines(lines: Sequence[int]) -> str:
    return "、".join(str(line) for line in lines) + "行目"


def _told(reading: Reading, planned: Preview, receipt: str) -> dict[str, Any]:
    return {
        "layout": reading.layout.code,
        "encoding": reading.encoding.value,
        "rows": reading.rows,
        "counts": planned.count(),
        "notes": list(planned.notes),
        "absent": list(planned.absent),
        "receipt": receipt or None,
        "places": [
            {
                "lines": list(row.lines),
                "verdict": row.verdict.value,
                "name": row.name,
                "reason": row.reason,
                "changes": [[change.field, change.was, change.becomes] for change in row.changes],
                "notes": [note.sentence for note in row.notes],
            }
            for row in planned.rows
        ],
    }
