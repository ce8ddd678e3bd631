"""What was destroyed, into a file that is kept beside the backups; or destroyed again after one of them was put back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.exchange.management.callers_file import CallersFile, standing
from marugoto.kernel.decision import Refused
from marugoto.retention.actions.again import Again, apply_again, tell_disposals

LARGEST = 200_000_000


class Command(BaseCommand):
    help = "廃棄したものの控えをファイルに出す（--again で、バックアップから戻ったものをもう一度廃棄する）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=standing, help="廃棄の控えのファイル（.json）")
        parser.add_argument("--again", action="store_true", help="このファイルにあるものを、もう一度廃棄する")

    def handle(self, **options: Any) -> None:
        file: Path = options["file"]
        if not options["again"]:
            file.write_text(tell_disposals(), encoding="utf-8")
            self.stdout.write(f"{file} に出しました。名前は入っていません。バックアップと同じ場所に置いてください。")
            return
        try:
            done = apply_again(CallersFile(str(file)).text(LARGEST), at=timezone.now())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        for one in done:
            if one.found:
                self.stdout.write(_line(one))
        back = sum(one.found for one in done)
        self.stdout.write(f"控えにある{len(done)}件のうち、戻っていた{back}件をもう一度廃棄しました。")


def _line(one: Again) -> str:
    said = "廃棄したときと同じ行です" if one.same else "廃棄したときより古い行です"
    return f"{one.body}  {one.number}  {one.rows:,}行（{said}）"
