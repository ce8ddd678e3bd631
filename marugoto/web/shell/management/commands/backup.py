"""The whole installation into one file."""

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
        parser.add_argument("file", nargs="?", type=standing, help="写しのファイル名（.tar）。なければ日時で名づける")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        target = options["file"] or standing(f"marugoto-{timezone.localtime(at):%Y%m%d-%H%M%S}.tar")
        try:
            parts = write_backup(target, home=settings.MARUGOTO_HOME, databases=settings.DATABASES, at=at)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{target} に写しました（{target.stat().st_size:,}バイト、{len(parts)}点）。")
        self.stdout.write("住民の記録と鍵が入っています。記録と同じ鍵のかかる場所に置いてください。")
