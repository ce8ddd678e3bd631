"""The table of contents of the administrator's command line."""

from typing import Any

from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "使える命令の一覧"
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        self.stdout.write("使い方: bin/marugoto 命令 [--help]\n\n")
        for name, app in sorted(get_commands().items()):
            if str(app).startswith("marugoto."):
                self.stdout.write(f"  {name:<16}{load_command_class(str(app), name).help}")
        self.stdout.write("\nDATABASE_URL はデータベース、MARUGOTO_HOME はファイルの置き場所を選びます。")
