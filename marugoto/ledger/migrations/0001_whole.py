import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('ledger', '0001_begin'), ('ledger', '0002_seal_all_books')]

    initial = True

    dependencies = [
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
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
            name='Fact',
            fields=[
                ('seq', models.BigAutoField(primary_key=True, serialize=False)),
                ('uid', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('version', models.PositiveSmallIntegerField()),
                ('body', models.CharField(max_length=6)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('fy', models.PositiveSmallIntegerField()),
                ('day', models.PositiveIntegerField()),
                ('bday', models.PositiveIntegerField()),
                ('org', models.UUIDField()),
                ('duty', models.UUIDField()),
                ('subject', models.UUIDField(null=True)),
                ('matter', models.UUIDField(null=True)),
                ('corrects', models.UUIDField(null=True)),
                ('ref_1', models.UUIDField(null=True)),
                ('ref_2', models.UUIDField(null=True)),
                ('ref_3', models.UUIDField(null=True)),
                ('code_1', models.CharField(blank=True, max_length=40)),
                ('code_2', models.CharField(blank=True, max_length=40)),
                ('code_3', models.CharField(blank=True, max_length=40)),
                ('code_4', models.CharField(blank=True, max_length=40)),
                ('num_1', models.BigIntegerField(null=True)),
                ('num_2', models.BigIntegerField(null=True)),
                ('num_3', models.BigIntegerField(null=True)),
                ('num_4', models.BigIntegerField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'kind', 'day'], name='ledger_fact_body_744e51_idx'), models.Index(fields=['matter'], name='ledger_fact_matter_f13125_idx'), models.Index(fields=['subject'], name='ledger_fact_subject_e082d5_idx')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('count', models.PositiveIntegerField()),
                ('rows', models.BinaryField()),
                ('reach', models.JSONField(default=dict)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'made_at'], name='seals_by_their_time')],
                'constraints': [models.UniqueConstraint(fields=('body', 'number'), name='one_seal_of_each_number')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
