import uuid

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0019_keep_councils"),
        ("people", "0001_whole"),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name="OtherParty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.CharField(db_index=True, max_length=6)),
                ("made_at", models.DateTimeField()),
                ("name", models.CharField(max_length=300)),
                ("name_folded", models.TextField()),
                ("birth", models.DateField(null=True)),
                ("tie", models.CharField(blank=True, max_length=60)),
                ("by", models.UUIDField()),
                (
                    "folder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disclosure.folder"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={"abstract": False, "base_manager_name": "passage"},
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("passage", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="OtherPartyEnding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.CharField(db_index=True, max_length=6)),
                ("made_at", models.DateTimeField()),
                ("by", models.UUIDField()),
                (
                    "party",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ended", to="people.otherparty"
                    ),
                ),
            ],
            options={"abstract": False, "base_manager_name": "passage"},
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("passage", django.db.models.manager.Manager()),
            ],
        ),
    ])]
