import uuid

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

from marugoto.ground.tables import MakeTables

MANAGERS = [
    ("objects", django.db.models.manager.Manager()),
    ("passage", django.db.models.manager.Manager()),
]


class Migration(migrations.Migration):
    dependencies = [("conferences", "0006_seat_posts_at_tables_without_names")]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name="TableSeatTakingBack",
                    fields=[
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                        ),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("at", models.DateTimeField()),
                        ("by", models.UUIDField()),
                    ],
                    options={"abstract": False, "base_manager_name": "passage"},
                    managers=MANAGERS,
                ),
            ]
        ),
        migrations.AddField(
            model_name="tableseat",
            name="taken_back",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seat",
                to="conferences.tableseattakingback",
            ),
        ),
        migrations.RemoveConstraint(model_name="tableseat", name="a_duty_sits_once_at_a_table"),
        migrations.RemoveConstraint(model_name="tableseat", name="a_post_sits_once_at_a_table"),
        migrations.AddConstraint(
            model_name="tableseat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("duty__isnull", False), ("taken_back", None)),
                fields=("conference", "duty"),
                name="a_duty_sits_once_at_a_table",
            ),
        ),
        migrations.AddConstraint(
            model_name="tableseat",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("post", ""), _negated=True), ("taken_back", None)),
                fields=("conference", "post"),
                name="a_post_sits_once_at_a_table",
            ),
        ),
    ]
