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
    dependencies = [
        ("agencies", "0013_speak_each_divisions_word"),
        ("conferences", "0005_know_the_letter_that_last_told_a_seat"),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name="TableSeat",
                    fields=[
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                        ),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("post", models.CharField(blank=True, max_length=60)),
                        ("by", models.UUIDField()),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="conferences.conference",
                            ),
                        ),
                        (
                            "duty",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.duty",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("duty__isnull", False)),
                                fields=("conference", "duty"),
                                name="a_duty_sits_once_at_a_table",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("post", ""), _negated=True),
                                fields=("conference", "post"),
                                name="a_post_sits_once_at_a_table",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("duty__isnull", False), ("post", "")),
                                    models.Q(("duty", None), models.Q(("post", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_seat_at_a_table_is_a_duty_or_a_post",
                            ),
                        ],
                    },
                    managers=MANAGERS,
                ),
                migrations.CreateModel(
                    name="TableAttended",
                    fields=[
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                        ),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "attendance",
                            models.CharField(
                                choices=[("present", "present"), ("absent", "absent")],
                                max_length=10,
                            ),
                        ),
                        (
                            "seat",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attended",
                                to="conferences.tableseat",
                            ),
                        ),
                    ],
                    options={"abstract": False, "base_manager_name": "passage"},
                    managers=MANAGERS,
                ),
            ]
        ),
    ]
