import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0013_speak_each_divisions_word'),
        ('community', '0006_add_field_diary'),
        ('evaluation', '0001_whole'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='Initiative',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('name', models.CharField(max_length=120)),
                        ('runner', models.CharField(max_length=120)),
                        ('since', models.DateField()),
                        ('theme', models.CharField(blank=True, choices=[('meeting_place', 'meeting_place'), ('transport', 'transport'), ('daily_help', 'daily_help'), ('watching', 'watching'), ('helpers', 'helpers'), ('children', 'children'), ('work', 'work'), ('housing', 'housing'), ('foreign', 'foreign'), ('disaster', 'disaster'), ('reaching', 'reaching'), ('other', 'other')], max_length=20)),
                        ('words', models.TextField(blank=True)),
                        ('by', models.UUIDField()),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='InitiativeEnding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('day', models.DateField()),
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
                    name='InitiativeChange',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('was', models.CharField(max_length=1000)),
                        ('becomes', models.CharField(max_length=1000)),
                        ('reason', models.CharField(max_length=200)),
                        ('by', models.UUIDField()),
                        ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='evaluation.initiative')),
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
                migrations.AddField(
                    model_name='initiative',
                    name='ended',
                    field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiative', to='evaluation.initiativeending'),
                ),
                migrations.CreateModel(
                    name='InitiativePart',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('district', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.district')),
                        ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='evaluation.initiative')),
                        ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                        ('undertaking', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.undertaking')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddConstraint(
                    model_name='initiative',
                    constraint=models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('body', 'name'), name='one_running_initiative_of_a_name'),
                ),
                migrations.AddConstraint(
                    model_name='initiativepart',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('district__isnull', False), ('place', None), ('undertaking', None)), models.Q(('district', None), ('place__isnull', False), ('undertaking', None)), models.Q(('district', None), ('place', None), ('undertaking__isnull', False)), _connector='OR'), name='a_part_is_one_thing'),
                ),
                migrations.AddConstraint(
                    model_name='initiativepart',
                    constraint=models.UniqueConstraint(condition=models.Q(('district', None), _negated=True), fields=('initiative', 'district'), name='each_district_once_an_initiative'),
                ),
                migrations.AddConstraint(
                    model_name='initiativepart',
                    constraint=models.UniqueConstraint(condition=models.Q(('place', None), _negated=True), fields=('initiative', 'place'), name='each_place_once_an_initiative'),
                ),
                migrations.AddConstraint(
                    model_name='initiativepart',
                    constraint=models.UniqueConstraint(condition=models.Q(('undertaking', None), _negated=True), fields=('initiative', 'undertaking'), name='each_undertaking_once_an_initiative'),
                ),
            ]
        ),
    ]
