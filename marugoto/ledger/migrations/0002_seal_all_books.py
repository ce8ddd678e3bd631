"""The seals until now covered facts alone, by their numbers. The chain begins anew and covers every row of every book by name."""

import uuid

import django.db.models.manager
from django.db import migrations, models

MANAGERS = [("objects", django.db.models.manager.Manager()), ("passage", django.db.models.manager.Manager())]


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_begin")]

    operations = [
        migrations.DeleteModel(name="Seal"),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.CharField(db_index=True, max_length=6)),
                ("made_at", models.DateTimeField()),
                ("number", models.PositiveIntegerField()),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("count", models.PositiveIntegerField()),
                ("rows", models.BinaryField()),
                ("reach", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["body", "made_at"], name="seals_by_their_time")],
                "constraints": [models.UniqueConstraint(fields=("body", "number"), name="one_seal_of_each_number")],
            },
            managers=MANAGERS,
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.CharField(db_index=True, max_length=6)),
                ("made_at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"abstract": False, "base_manager_name": "passage"},
            managers=MANAGERS,
        ),
    ]
