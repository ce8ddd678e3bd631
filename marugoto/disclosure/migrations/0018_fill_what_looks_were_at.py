"""What the looks that are there already were at: PostgreSQL keeps it beside each from now on."""

from typing import Any

from django.db import migrations

FILL = """
INSERT INTO disclosure_lookat (body, made_at, look, what)
SELECT l.body, l.made_at, l.id, w.what FROM disclosure_look l CROSS JOIN LATERAL (
  SELECT (f ->> 0)::uuid AS what FROM jsonb_array_elements(l.folders) f
  UNION
  SELECT m::uuid FROM unnest(string_to_array(l.matter, ',')) m WHERE m ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
) w
"""


def fill(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:  # the owner reads all; `bin/marugoto migrate` puts the walls up again
        cursor.execute('ALTER TABLE "disclosure_look" NO FORCE ROW LEVEL SECURITY')
        cursor.execute(FILL)
        cursor.execute('ALTER TABLE "disclosure_look" FORCE ROW LEVEL SECURITY')


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0017_keep_beside_each_look_what_it_was_at")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
