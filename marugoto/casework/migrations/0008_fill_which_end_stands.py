"""The cases that had ended before, each with the end that stands: the latest that was not resumed."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery

TABLES = ("casework_case", "casework_caseclosing", "casework_caseresumption")


def fill(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:  # the owner reads all; `bin/marugoto migrate` puts the walls up again
            for table in TABLES:
                cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
    closings = apps.get_model("casework", "CaseClosing").objects.filter(case=OuterRef("pk"), resumed=None)
    cases = apps.get_model("casework", "Case").objects.filter(closing=None)
    cases.update(closing=Subquery(closings.order_by("-made_at").values("pk")[:1]))


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_say_which_end_stands")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
