"""Everything that must be in place before this installation can answer: tables, walls, static files."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = "表と静的ファイルを用意する（すでに最新なら何もしない）"
    requires_system_checks: list[str] = []  # it must be quick; `bin/check` runs them, and so does migrate

    def handle(self, **options: Any) -> None:
        pending = self._has_pending_migrations()
        if pending:
            self.stdout.write("表を用意しています…")
        if pending or connection.vendor == "postgresql":  # the walls go up at every start: they must never be missing
            call_command("migrate", verbosity=0)
        self._collect_static()

    def _has_pending_migrations(self) -> bool:
        executors = [MigrationExecutor(connections[alias]) for alias in settings.DATABASES]
        return any(executor.migration_plan(executor.loader.graph.leaf_nodes()) for executor in executors)

    def _collect_static(self) -> None:
        """Hash and compress the static files, but only when one of them has changed since the last time."""
        stamp = settings.STATIC_ROOT / ".gathered"
        wanted = _fingerprint()
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        self.stdout.write("静的ファイルを用意しています…")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = storage.get_modified_time(path).timestamp()
            seen.update(f"{path} {stat} {storage.size(path)}\n".encode())
    return seen.hexdigest()
