import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0005_hold_counts_of_half_years'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='CountedFigure',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('code', models.CharField(max_length=10)),
                        ('part', models.CharField(blank=True, max_length=60)),
                        ('version', models.CharField(max_length=10)),
                        ('anchor', models.DateField()),
                        ('since_day', models.PositiveIntegerField()),
                        ('form', models.CharField(max_length=10)),
                        ('text', models.CharField(max_length=16)),
                        ('n', models.IntegerField(default=0)),
                        ('k', models.IntegerField(default=0)),
                        ('running', models.IntegerField(default=0)),
                        ('rows', models.JSONField(default=list)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('body', 'code', 'part', 'version', 'anchor'), name='one_latest_value_of_each_figure')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='Counting',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('number', models.PositiveIntegerField(default=0)),
                        ('anchor', models.DateField(null=True)),
                        ('as_of', models.DateTimeField(null=True)),
                        ('top', models.BigIntegerField(default=0)),
                        ('lately', models.JSONField(default=list)),
                        ('opening', models.PositiveIntegerField(default=0)),
                        ('again', models.PositiveIntegerField(default=0)),
                        ('milliseconds', models.PositiveIntegerField(default=0)),
                        ('asked_at', models.DateTimeField(null=True)),
                        ('asked_by', models.UUIDField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('body',), name='one_counting_of_each_body')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
            ]
        ),
    ]
