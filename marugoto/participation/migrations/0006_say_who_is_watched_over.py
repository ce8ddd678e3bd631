"""Who is watched over, once it is known; a watch that began from an approach knows it from there."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE participation_watch SET person_id = a.person_id FROM participation_approach AS a
WHERE a.id = participation_watch.approach_id AND a.person_id IS NOT NULL
"""
WALLED = ("participation_watch", "participation_approach")


def fill(apps: Any, schema_editor: Any) -> None:
    postgres = schema_editor.connection.vendor == "postgresql"
    with schema_editor.connection.cursor() as cursor:  # the owner reads all
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
        cursor.execute(FILL)
        if postgres:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')


class Migration(migrations.Migration):

    dependencies = [
        ('participation', '0005_know_the_last_way_home'),
        ('people', '0002_name_the_other_party'),
    ]

    operations = [
        migrations.AddField(
            model_name='watch',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
