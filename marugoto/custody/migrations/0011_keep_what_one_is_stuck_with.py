import uuid

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("custody", "0010_give_routes_days_of_their_own"),
        ("disclosure", "0019_keep_councils"),
    ]

    operations = [
        migrations.CreateModel(
            name="StuckWords",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.CharField(db_index=True, max_length=6)),
                ("made_at", models.DateTimeField()),
                ("words", models.TextField()),
                ("by", models.UUIDField()),
                (
                    "folder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disclosure.folder"
                    ),
                ),
                (
                    "stuck",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="custody.stuck"
                    ),
                ),
            ],
            options={"abstract": False, "base_manager_name": "passage"},
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("passage", django.db.models.manager.Manager()),
            ],
        ),
    ]
