"""The whole installation back from one file."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from marugoto.agencies.queries import directory
from marugoto.exchange.management.callers_file import standing
from marugoto.kernel.decision import Refused
from marugoto.retention.actions.again import tell_disposals
from marugoto.web.shell.management.backup import opened_backup, put_back
from marugoto.web.shell.management.children import COMMANDLINE


class Command(BaseCommand):
    help = "backup で写したファイルから設置を戻す（からでなければ --replace が要る）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=standing, help="backup で作ったファイル")
        parser.add_argument("--disposals", type=standing, help="廃棄の控え。戻ったものをもう一度廃棄する")
        parser.add_argument("--replace", action="store_true", help="いまの中身を捨てて入れかえる")

    def handle(self, **options: Any) -> None:
        try:
            with opened_backup(options["file"]) as folder:
                call_command("migrate", verbosity=0)  # PostgreSQL needs its roles before the tables come back
                self._refuse_to_overwrite(replace=options["replace"])
                gone = (
                    tell_disposals()
                )  # of what is replaced: what it destroyed must not come back with an older backup
                connections.close_all()
                put_back(folder, home=settings.MARUGOTO_HOME, databases=settings.DATABASES)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        # A backup of an older version comes up to date and the walls go up again, under the keys that have just come back.
        subprocess.run([*COMMANDLINE, "migrate", "--verbosity", "0"], check=True)
        self.stdout.write(f"{options['file']} から戻しました。{len(directory.bodies())}の自治体があります。")
        self._destroy_again(gone, options["disposals"])

    def _destroy_again(self, gone: str, kept: Path | None) -> None:
        with TemporaryDirectory() as folder:
            last = Path(folder) / "disposals.json"
            last.write_text(gone, encoding="utf-8")
            for file in (last, *([kept] if kept else [])):
                subprocess.run([*COMMANDLINE, "disposals", str(file), "--again"], check=True)
        if kept is None:
            self.stdout.write(
                "この写しより後に、ほかの設置で廃棄したものがあれば、戻っています。"
                "廃棄の控えがあれば bin/marugoto disposals 控え --again をどうぞ。"
            )

    def _refuse_to_overwrite(self, *, replace: bool) -> None:
        if not replace and directory.bodies():
            raise CommandError("ここにはすでに記録があります。入れかえるなら --replace を付けてください。")
