import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('evaluation', '0001_begin'), ('evaluation', '0002_add_declared_hours')]

    initial = True

    dependencies = [
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='DeclaredHours',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('last', models.DateField()),
                ('hours', models.PositiveIntegerField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(blank=True, max_length=200)),
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
            name='MeasureValue',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('code', models.CharField(max_length=10)),
                ('version', models.CharField(max_length=10)),
                ('anchor', models.DateField()),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('n', models.PositiveIntegerField()),
                ('k', models.PositiveIntegerField()),
                ('running', models.PositiveIntegerField()),
                ('level', models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'code', 'version', 'anchor', 'edition'), name='one_value_for_each_edition')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PublishedMeasure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('municipality', models.CharField(max_length=6)),
                ('code', models.CharField(max_length=10)),
                ('version', models.CharField(max_length=10)),
                ('anchor', models.DateField()),
                ('edition', models.PositiveSmallIntegerField()),
                ('n', models.PositiveIntegerField(null=True)),
                ('k', models.PositiveIntegerField(null=True)),
                ('running', models.PositiveIntegerField(null=True)),
                ('level', models.PositiveSmallIntegerField(null=True)),
                ('hidden', models.CharField(blank=True, max_length=10)),
                ('computed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'municipality', 'code', 'version', 'anchor', 'edition'), name='one_published_for_each_edition')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
