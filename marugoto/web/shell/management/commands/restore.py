"""The whole installation back from one file."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
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

LIST = "restore-disposals-"


class Command(BaseCommand):
    help = "backup で写したファイルから設置を戻す（からでなければ --replace が要る）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=standing, help="backup で作ったファイル")
        parser.add_argument("--disposals", type=standing, help="廃棄の控え。戻ったものをもう一度廃棄する")
        parser.add_argument("--replace", action="store_true", help="いまの中身を捨てて入れかえる")

    def handle(self, **options: Any) -> None:
        try:
            self._say(
                f"{options['file']} から戻します。数分かかります。「終わりました」と出るまで、止めないでください。"
            )
            self._say("1/4 写しが欠けたり変わったりしていないかを、確かめています…")
            with opened_backup(options["file"]) as folder:
                self._say("2/4 戻す先の表を用意しています…")
                call_command("migrate", stdout=self.stdout)  # PostgreSQL needs its roles before the tables come back
                self._refuse_to_overwrite(replace=options["replace"])
                with self._disposals_kept():
                    self._replace(folder, options["file"])
                    self._destroy_again(options["disposals"])
            self._say("終わりました。")
        except Refused as refused:
            raise CommandError(str(refused)) from refused

    @contextmanager
    def _disposals_kept(self) -> Iterator[None]:
        """What was destroyed here must not come back with an older backup. The table that says so is about to be replaced: its
        list lies in a file until everything on it is destroyed again."""
        last = settings.MARUGOTO_HOME / f"{LIST}{datetime.now(UTC):%Y%m%d%H%M%S%f}.json"
        last.touch(mode=0o600)
        last.write_text(tell_disposals(), encoding="utf-8")
        try:
            yield
        except BaseException:
            self.stderr.write(
                f"途中で止まりました。ここで廃棄したものの控えは {last} に残しました。"
                f"もう一度 restore をすると使われます。手でするときは bin/marugoto disposals {last} --again です。"
            )
            raise

    def _replace(self, folder: Path, file: Path) -> None:
        self._say("3/4 中身を入れかえています…")
        connections.close_all()
        put_back(folder, home=settings.MARUGOTO_HOME, databases=settings.DATABASES)
        # A backup of an older version comes up to date and the walls go up again, under the keys that have just come back.
        self._say("4/4 戻した表を、いまの版に合わせています…")
        subprocess.run([*COMMANDLINE, "migrate"], check=True)
        self._say(f"{file} から戻しました。{len(directory.bodies())}の自治体があります。")

    def _destroy_again(self, kept: Path | None) -> None:
        """By the list of what was replaced, by those of a restoring that stopped half-way, and by the one that was kept elsewhere."""
        lists = sorted(settings.MARUGOTO_HOME.glob(f"{LIST}*.json"))
        for file in (*lists, *([kept] if kept else [])):
            subprocess.run([*COMMANDLINE, "disposals", str(file), "--again"], check=True)
        for file in lists:
            file.unlink()
        if kept is None:
            self.stdout.write(
                "この写しより後に、ほかの設置で廃棄したものがあれば、戻っています。"
                "廃棄の控えがあれば bin/marugoto disposals 控え --again をどうぞ。"
            )

    def _say(self, words: str) -> None:
        """At once, also where the output is kept in a file."""
        self.stdout.write(words)
        self.stdout.flush()

    def _refuse_to_overwrite(self, *, replace: bool) -> None:
        if not replace and directory.bodies():
            raise CommandError("ここにはすでに記録があります。入れかえるなら --replace を付けてください。")
