"""Everything that must be in place before this installation can answer: tables, walls, static files."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from marugoto.web.shell.management.commands.migrate import pending


class Command(BaseCommand):
    help = "表と静的ファイルを用意する（すでに最新なら何もしない）"
    requires_system_checks: list[str] = []  # it must be quick; `bin/check` runs them, and so does migrate

    def handle(self, **options: Any) -> None:
        if any(pending(alias) for alias in settings.DATABASES):
            self.stdout.write(f"{settings.MARUGOTO_SIDE}の表を用意しています…")
            call_command("migrate", stdout=self.stdout)
        elif connection.vendor == "postgresql":  # the walls go up at every start: they must never be missing
            call_command("migrate", verbosity=0)
        self._collect_static()

    def _collect_static(self) -> None:
        """Hash and compress the static files, but only when one of them has changed since the last time."""
        stamp = settings.STATIC_ROOT / ".gathered"
        wanted = _fingerprint()
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        self.stdout.write(f"{settings.MARUGOTO_SIDE}の色や形のファイルを用意しています…")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = storage.get_modified_time(path).timestamp()
            seen.update(f"{path} {stat} {storage.size(path)}\n".encode())
    return seen.hexdigest()
