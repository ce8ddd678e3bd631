"""The whole installation into one file."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.exchange.management.callers_file import standing
from marugoto.kernel.decision import Refused
from marugoto.web.shell.management.backup import write_backup


class Command(BaseCommand):
    help = "設置のすべて（データベース、ファイル、鍵）を一つのファイルに写す"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            type=standing,
            help="写しのファイル名（.tar）。なければ MARUGOTO_HOME の backups に日時の名で",
        )

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        target = options["file"] or self._usual_place() / f"marugoto-{timezone.localtime(at):%Y%m%d-%H%M%S}.tar"
        try:
            parts = write_backup(target, home=settings.MARUGOTO_HOME, databases=settings.DATABASES, at=at)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{target} に写しました（{target.stat().st_size:,}バイト、{len(parts)}点）。")
        self.stdout.write("住民の記録と鍵が入っています。記録と同じ鍵のかかる場所に置いてください。")
        if options["file"] is None:
            self.stdout.write("この機械がこわれると、記録と一緒になくなります。別の場所にも写してください。")

    def _usual_place(self) -> Path:
        """Beside the records and as closed as they are; never where somebody happens to stand, which may be a folder that is shared."""
        folder = Path(settings.MARUGOTO_HOME) / "backups"
        folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(
            PermissionError
        ):  # a disk that knows no such rights, or another's folder: the copy itself is closed all the same
            folder.chmod(0o700)
        return folder
