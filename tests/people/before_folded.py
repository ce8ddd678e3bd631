"""Run by `test_folded` in an empty database: addresses of before, the way from there stopped half-way, and what lies there then.

As the owner of the tables, with the walls up: on PostgreSQL nobody reads a row there without saying so.
"""

import json
import os
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

os.environ["DJANGO_SETTINGS_MODULE"] = "marugoto.settings.testing"

import django
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

TABLES = [("people", "0003_find_addresses_however_they_are_written")]
START = datetime(2026, 10, 1, 1, 0, tzinfo=UTC)
BODIES = ("990019", "990027")  # nobody's body is left out
WRITTEN = ("みなも市北町二丁目３番１号", "みなも市南町１－２", "一番町５", " ", "髙野町1")
KEPT_ALREADY = "みなも市東町3-4-"


def main() -> None:
    django.setup()
    MigrationExecutor(connection).migrate(TABLES)
    apps = MigrationExecutor(connection).loader.project_state(TABLES).apps
    for body in BODIES:
        _written(apps, body)
    _walls("ENABLE ROW LEVEL SECURITY, FORCE")
    from marugoto.people.actions.folded import fold_addresses

    first = next(fold_addresses(stroke=4))  # and there it was stopped
    forced = _forced()
    rest, again = list(fold_addresses(stroke=4)), list(fold_addresses(stroke=4))
    _walls("NO FORCE")
    rows = apps.get_model("people", "Address")._base_manager.values_list("body", "text", "folded")
    told = {"first": first, "rest": rest, "again": again, "forced": forced, "rows": sorted(rows)}
    print(json.dumps(told, ensure_ascii=False))


def _walls(words: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE people_address {words} ROW LEVEL SECURITY")


def _forced() -> bool:
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = 'people_address'")
        return bool(cursor.fetchone()[0])


def _written(apps: Any, body: str) -> None:
    kept = {"body": body, "made_at": START}
    said = {"subject": uuid4(), "subject_kind": "person", "part": "contact", "basis": "own_duty"}
    folder = apps.get_model("disclosure", "Folder")._base_manager.create(**kept, **said)
    person = apps.get_model("people", "Person")._base_manager.create(**kept, folder=folder)
    addresses = apps.get_model("people", "Address")._base_manager
    for text in WRITTEN:
        addresses.create(**kept, folder=folder, person=person, text=text)
    addresses.create(**kept, folder=folder, person=person, text="東町", folded=KEPT_ALREADY)


if __name__ == "__main__":
    main()
