import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_whole"),
        ("community", "0005_admit_standing_members"),
    ]

    operations = [
        migrations.AddField(
            model_name="fieldnote",
            name="asks",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="fieldnote",
            name="hosted",
            field=models.CharField(
                blank=True,
                choices=[("residents", "residents"), ("together", "together"), ("body", "body")],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="fieldnote",
            name="kind",
            field=models.CharField(
                choices=[
                    ("visit", "visit"),
                    ("talk", "talk"),
                    ("gathering", "gathering"),
                    ("meeting", "meeting"),
                    ("help", "help"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="fieldnote",
            index=models.Index(fields=["body", "day"], name="notes_by_day"),
        ),
        migrations.AddIndex(
            model_name="fieldnote",
            index=models.Index(fields=["body", "by", "day"], name="notes_of_a_writer"),
        ),
        MakeTables(
            [
                migrations.CreateModel(
                    name="Dialogue",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("day", models.DateField()),
                        (
                            "partner",
                            models.CharField(
                                choices=[
                                    ("branch", "branch"),
                                    ("division", "division"),
                                    ("provider", "provider"),
                                    ("residents", "residents"),
                                    ("commissioners", "commissioners"),
                                    ("school", "school"),
                                    ("clinic", "clinic"),
                                    ("firm", "firm"),
                                    ("other", "other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("partner_name", models.CharField(max_length=120)),
                        (
                            "theme",
                            models.CharField(
                                choices=[
                                    ("meeting_place", "meeting_place"),
                                    ("transport", "transport"),
                                    ("daily_help", "daily_help"),
                                    ("watching", "watching"),
                                    ("helpers", "helpers"),
                                    ("children", "children"),
                                    ("work", "work"),
                                    ("housing", "housing"),
                                    ("foreign", "foreign"),
                                    ("disaster", "disaster"),
                                    ("reaching", "reaching"),
                                    ("other", "other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked", models.TextField(blank=True)),
                        ("said", models.TextField()),
                        ("people", models.PositiveSmallIntegerField(null=True)),
                        ("minutes", models.PositiveSmallIntegerField(null=True)),
                        ("topic", models.UUIDField(null=True)),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldFinding",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "theme",
                            models.CharField(
                                choices=[
                                    ("meeting_place", "meeting_place"),
                                    ("transport", "transport"),
                                    ("daily_help", "daily_help"),
                                    ("watching", "watching"),
                                    ("helpers", "helpers"),
                                    ("children", "children"),
                                    ("work", "work"),
                                    ("housing", "housing"),
                                    ("foreign", "foreign"),
                                    ("disaster", "disaster"),
                                    ("reaching", "reaching"),
                                    ("other", "other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.CharField(max_length=1000)),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldNoteBlank",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "reason",
                            models.CharField(
                                choices=[("about_somebody", "about_somebody"), ("mistake", "mistake")], max_length=20
                            ),
                        ),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldPhoto",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(choices=[("pdf", "pdf"), ("jpeg", "jpeg"), ("png", "png")], max_length=10),
                        ),
                        (
                            "shows",
                            models.CharField(choices=[("nobody", "nobody"), ("agreed", "agreed")], max_length=20),
                        ),
                        ("size", models.PositiveIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldPhotoContent",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("content", models.BinaryField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldPlan",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("day", models.DateField()),
                        ("words", models.CharField(max_length=300)),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldPlanEnding",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("end", models.CharField(choices=[("done", "done"), ("dropped", "dropped")], max_length=20)),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldReply",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("heard", "heard"),
                                    ("go_on", "go_on"),
                                    ("talk_over", "talk_over"),
                                    ("taken_up", "taken_up"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.CharField(max_length=2000)),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldTask",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "reason",
                            models.CharField(
                                choices=[("follow_up", "follow_up"), ("ask_after", "ask_after")], max_length=20
                            ),
                        ),
                        ("words", models.CharField(max_length=300)),
                        ("due", models.DateField()),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldTaskEnding",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("end", models.CharField(choices=[("done", "done"), ("dropped", "dropped")], max_length=20)),
                        ("words", models.CharField(blank=True, max_length=1000)),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FieldTaskHolding",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Training",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        ("day", models.DateField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("residents", "residents"),
                                    ("helpers", "helpers"),
                                    ("promoters", "promoters"),
                                    ("staff", "staff"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("theme", models.CharField(blank=True, max_length=300)),
                        ("seats", models.PositiveSmallIntegerField(null=True)),
                        ("minutes", models.PositiveSmallIntegerField(null=True)),
                        ("by", models.UUIDField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainingAttendance",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("residents", "residents"),
                                    ("helpers", "helpers"),
                                    ("commissioners", "commissioners"),
                                    ("providers", "providers"),
                                    ("young", "young"),
                                    ("staff", "staff"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainingResult",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                        (
                            "fruit",
                            models.CharField(
                                choices=[
                                    ("helpers", "helpers"),
                                    ("place_started", "place_started"),
                                    ("nothing_yet", "nothing_yet"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(null=True)),
                        ("words", models.CharField(blank=True, max_length=1000)),
                        ("by", models.UUIDField()),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "passage",
                    },
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainingWorker",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("body", models.CharField(db_index=True, max_length=6)),
                        ("made_at", models.DateTimeField()),
                    ],
                    managers=[
                        ("objects", django.db.models.manager.Manager()),
                        ("passage", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AlterModelOptions(
                    name="fieldnote",
                    options={},
                ),
                migrations.AddField(
                    model_name="dialogue",
                    name="district",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.district"
                    ),
                ),
                migrations.AddField(
                    model_name="dialogue",
                    name="place",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="community.place"
                    ),
                ),
                migrations.AddField(
                    model_name="dialogue",
                    name="unmet",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="community.unmetneed",
                    ),
                ),
                migrations.AddField(
                    model_name="fieldfinding",
                    name="note",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="community.fieldnote"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldnoteblank",
                    name="note",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="blank", to="community.fieldnote"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldphoto",
                    name="note",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="community.fieldnote"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldphotocontent",
                    name="photo",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="content", to="community.fieldphoto"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldplan",
                    name="district",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.district"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldplan",
                    name="place",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="community.place"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldplanending",
                    name="note",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="community.fieldnote",
                    ),
                ),
                migrations.AddField(
                    model_name="fieldplanending",
                    name="plan",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="community.fieldplan"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldreply",
                    name="note",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="community.fieldnote"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtask",
                    name="dialogue",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="community.dialogue",
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtask",
                    name="holder",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.duty"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtask",
                    name="note",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="community.fieldnote",
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtaskending",
                    name="task",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="community.fieldtask"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtaskholding",
                    name="giver",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.duty"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtaskholding",
                    name="taker",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.duty"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtaskholding",
                    name="task",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="community.fieldtask"
                    ),
                ),
                migrations.AddField(
                    model_name="training",
                    name="district",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.district"
                    ),
                ),
                migrations.AddField(
                    model_name="training",
                    name="place",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="community.place"
                    ),
                ),
                migrations.AddField(
                    model_name="fieldtask",
                    name="training",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="community.training",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingattendance",
                    name="training",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="community.training"
                    ),
                ),
                migrations.AddField(
                    model_name="trainingresult",
                    name="place",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="community.place"
                    ),
                ),
                migrations.AddField(
                    model_name="trainingresult",
                    name="training",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="community.training"
                    ),
                ),
                migrations.AddField(
                    model_name="trainingworker",
                    name="training",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="workers", to="community.training"
                    ),
                ),
                migrations.AddField(
                    model_name="trainingworker",
                    name="worker",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.duty"
                    ),
                ),
                migrations.AddIndex(
                    model_name="dialogue",
                    index=models.Index(fields=["body", "day"], name="dialogues_by_day"),
                ),
                migrations.AddIndex(
                    model_name="fieldfinding",
                    index=models.Index(fields=["body", "theme"], name="findings_by_theme"),
                ),
                migrations.AddIndex(
                    model_name="fieldplan",
                    index=models.Index(fields=["body", "by", "day"], name="plans_of_a_walker"),
                ),
                migrations.AddConstraint(
                    model_name="fieldplanending",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", "done"), _negated=True),
                            ("note__isnull", False),
                            _connector="OR",
                        ),
                        name="a_plan_that_was_done_has_its_note",
                    ),
                ),
                migrations.AddIndex(
                    model_name="training",
                    index=models.Index(fields=["body", "day"], name="trainings_by_day"),
                ),
                migrations.AddIndex(
                    model_name="fieldtask",
                    index=models.Index(fields=["body", "holder", "due"], name="tasks_of_a_holder"),
                ),
                migrations.AddConstraint(
                    model_name="fieldtask",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dialogue", None), ("note__isnull", False), ("training", None)),
                            models.Q(("dialogue__isnull", False), ("note", None), ("training", None)),
                            models.Q(("dialogue", None), ("note", None), ("training__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_task_follows_from_one_thing",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="trainingattendance",
                    constraint=models.UniqueConstraint(
                        fields=("training", "kind"), name="each_kind_counted_once_a_training"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="trainingworker",
                    constraint=models.UniqueConstraint(
                        fields=("training", "worker"), name="each_worker_once_a_training"
                    ),
                ),
            ]
        ),
    ]
