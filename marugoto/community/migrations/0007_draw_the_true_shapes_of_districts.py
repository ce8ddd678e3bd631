import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0013_speak_each_divisions_word'),
        ('community', '0006_add_field_diary'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='BoundaryFile',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('by', models.UUIDField()),
                        ('file_name', models.CharField(max_length=200)),
                        ('kind', models.CharField(max_length=20)),
                        ('name_field', models.CharField(blank=True, max_length=100)),
                        ('credit', models.CharField(blank=True, max_length=200)),
                        ('notes', models.JSONField(default=list)),
                        ('rows', models.JSONField(default=list)),
                        ('width', models.PositiveSmallIntegerField()),
                        ('height', models.PositiveSmallIntegerField()),
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
                    name='BoundaryUseEnding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
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
                    name='BoundaryUse',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('by', models.UUIDField()),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='community.boundaryfile')),
                        ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='use', to='community.boundaryuseending')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('body',), name='one_set_of_shapes_on_the_map')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='DistrictShape',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('path', models.TextField()),
                        ('x', models.SmallIntegerField()),
                        ('y', models.SmallIntegerField()),
                        ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.district')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shapes', to='community.boundaryfile')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('of', 'district'), name='one_shape_of_a_district_in_a_file')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
            ]
        ),
    ]
