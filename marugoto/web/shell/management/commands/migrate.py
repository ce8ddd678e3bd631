"""Tables made or brought up to date, in every database of the installation, and the walls put up around them."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.core.management.commands.migrate import Command as DjangoMigrate
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from marugoto.web.shell.management.commandline import application_password
from marugoto.web.shell.management.counted import Counted


def pending(alias: str) -> int:
    """How many steps bring the tables of this database up to date."""
    executor = MigrationExecutor(connections[alias])
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


class Command(DjangoMigrate):
    help = "表を作り、または最新にして、行の守りを張る"
    counted: Counted | None = None  # how far it is, in our words; who builds asks for Django's with --verbosity 2

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        return {"databases": [options["database"]] if options["database"] else list(settings.DATABASES)}

    def handle(self, *args: Any, **options: Any) -> None:
        if options["database"]:  # one database by name: the test runner asks so
            super().handle(*args, **options)
            return
        usual = options["verbosity"] == 1 and not options["app_label"]
        if usual:
            self.counted = Counted(self.stdout, "表", sum(map(pending, settings.DATABASES)))
        quiet = {"verbosity": 0} if usual else {}
        for alias in settings.DATABASES:
            super().handle(*args, **options | quiet | {"database": alias})
        call_command("createcachetable", verbosity=quiet.get("verbosity", options["verbosity"]))
        looks_only = options["plan"] or options["check_unapplied"]
        if not options["app_label"] and not looks_only and apps.is_installed("marugoto.people"):
            self._fold_addresses(said=usual)
        if connection.vendor == "postgresql" and apps.is_installed("marugoto.disclosure"):
            self._put_up_walls()
        if usual:
            self.stdout.write("表は最新です。")

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        super().migration_progress_callback(action, migration, fake)
        if self.counted and action == "apply_success":
            self.counted.one_more()

    def _fold_addresses(self, *, said: bool) -> None:
        from marugoto.people.actions.folded import fold_addresses  # noqa: PLC0415 — the porch knows nobody

        done = sum(fold_addresses())
        if done and said:
            self.stdout.write(f"  前に書かれた住所 {done:,}件を、書き方がちがっても見つかるようにしました。")

    def _put_up_walls(self) -> None:
        from marugoto.web.shell.management.walls import put_up_walls  # noqa: PLC0415 — the porch has no walls

        put_up_walls()
        role = settings.MARUGOTO_APP_ROLE
        cache = settings.CACHES["default"]["LOCATION"]
        with connection.cursor() as cursor:
            # The cache is a table without a model, so row security does not know it; it holds no person.
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {cache} TO {role}, marugoto_desk, marugoto_tower")
            # A role's password is no parameter for PostgreSQL: it is quoted here.
            quoted = connection.ops.compose_sql("%s", [application_password()])  # type: ignore[attr-defined]
            cursor.execute(f"ALTER ROLE {role} PASSWORD {quoted}")
