import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0002_look_back_at_initiatives'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='ChosenPath',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('path', models.CharField(max_length=1)),
                        ('words', models.CharField(max_length=300)),
                        ('by', models.UUIDField()),
                    ],
                    options={
                        'abstract': False,
                        'base_manager_name': 'passage',
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='CriterionWording',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('criterion', models.CharField(max_length=10)),
                        ('part', models.CharField(max_length=20)),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('reason', models.CharField(max_length=200)),
                        ('by', models.UUIDField()),
                    ],
                    options={
                        'abstract': False,
                        'base_manager_name': 'passage',
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='Attestation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('criterion', models.CharField(max_length=10)),
                        ('statement', models.CharField(blank=True, max_length=20)),
                        ('word', models.CharField(choices=[('yes', 'yes'), ('not_yet', 'not_yet'), ('no_case', 'no_case'), ('walked', 'walked')], max_length=10)),
                        ('cases', models.PositiveSmallIntegerField(default=0)),
                        ('passed', models.PositiveSmallIntegerField(default=0)),
                        ('words', models.CharField(max_length=300)),
                        ('day', models.DateField()),
                        ('until', models.DateField()),
                        ('by', models.UUIDField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('day'))), name='an_attestation_holds_for_a_time'), models.CheckConstraint(condition=models.Q(('passed__lte', models.F('cases'))), name='no_more_cases_pass_than_were_walked')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
            ]
        ),
    ]
