"""Photos of the diary that are there already lose the name of the file they came in: it may be somebody's."""

from typing import Any

from django.db import migrations

RENAME = """
UPDATE community_fieldphoto SET name = n.name FROM (
  SELECT id, '写真' || ROW_NUMBER() OVER (PARTITION BY note_id ORDER BY made_at, id)
    || CASE WHEN kind = 'png' THEN '.png' ELSE '.jpg' END AS name
  FROM community_fieldphoto
) AS n WHERE n.id = community_fieldphoto.id
"""


def rename(apps: Any, schema_editor: Any) -> None:
    postgres = schema_editor.connection.vendor == "postgresql"
    with schema_editor.connection.cursor() as cursor:  # the owner reads all
        if postgres:
            cursor.execute('ALTER TABLE "community_fieldphoto" NO FORCE ROW LEVEL SECURITY')
        cursor.execute(RENAME)
        if postgres:
            cursor.execute('ALTER TABLE "community_fieldphoto" FORCE ROW LEVEL SECURITY')


class Migration(migrations.Migration):
    dependencies = [("community", "0009_tell_what_the_prefecture_provides")]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
