"""What the grants that were there before open is of the kind of their folder's subject."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery

TABLES = ("disclosure_grant", "disclosure_folder")


def fill(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:  # the owner reads all; `bin/marugoto migrate` puts the walls up again
            for table in TABLES:
                cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
    folders = apps.get_model("disclosure", "Folder").objects.filter(pk=OuterRef("folder_id"))
    grants = apps.get_model("disclosure", "Grant").objects.filter(kind="")
    grants.update(kind=Subquery(folders.values("subject_kind")[:1]))


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0009_say_kind_of_grant")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
