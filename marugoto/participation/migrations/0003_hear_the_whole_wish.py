import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0019_keep_councils'),
        ('participation', '0002_go_to_who_has_not_asked'),
    ]

    operations = [
        migrations.AddField(
            model_name='matchstanding',
            name='good',
            field=models.CharField(blank=True, choices=[('goes_alone', 'goes_alone'), ('has_a_part', 'has_a_part'), ('works', 'works'), ('learns', 'learns'), ('other_place', 'other_place'), ('enough', 'enough')], max_length=20),
        ),
        migrations.AddField(
            model_name='matchstanding',
            name='why',
            field=models.CharField(blank=True, choices=[('full', 'full'), ('moved', 'moved'), ('gone', 'gone'), ('no_answer', 'no_answer'), ('not_as_written', 'not_as_written'), ('host_declined', 'host_declined'), ('too_far', 'too_far'), ('did_not_suit', 'did_not_suit'), ('changed_mind', 'changed_mind'), ('health', 'health'), ('other', 'other')], max_length=20),
        ),
        migrations.AddField(
            model_name='wish',
            name='after',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='wish',
            name='age',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.RenameField(model_name='wish', old_name='welcome', new_name='as_whom'),
        migrations.AlterField(
            model_name='wish',
            name='as_whom',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='wish',
            name='fears',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='wish',
            name='fee_limit',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='wish',
            name='minutes',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='wish',
            name='sex',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='wish',
            name='stay',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='wish',
            name='support',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.RenameField(model_name='wish', old_name='days', new_name='times'),
        migrations.AlterField(
            model_name='wish',
            name='times',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='wish',
            name='tongues',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='wish',
            name='until',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='wish',
            name='ways',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name='matchstanding',
            name='state',
            field=models.CharField(choices=[('asked', 'asked'), ('room', 'room'), ('no_room', 'no_room'), ('willing', 'willing'), ('unwilling', 'unwilling'), ('settled', 'settled'), ('helping', 'helping'), ('ended', 'ended')], max_length=20),
        ),
        migrations.AlterField(
            model_name='wish',
            name='company',
            field=models.CharField(blank=True, max_length=60),
        ),
        MakeTables([
            migrations.CreateModel(
                name='DistrictRoad',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('start', models.CharField(max_length=20)),
                    ('end', models.CharField(max_length=20)),
                    ('way', models.CharField(choices=[('foot', 'foot'), ('bicycle', 'bicycle'), ('bus', 'bus'), ('car', 'car'), ('driven', 'driven'), ('pickup', 'pickup')], max_length=20)),
                    ('minutes', models.PositiveSmallIntegerField()),
                    ('times', models.CharField(blank=True, max_length=200)),
                    ('by', models.UUIDField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('body', 'start', 'end', 'way'), name='each_road_once')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='StayLook',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('after', models.PositiveSmallIntegerField()),
                    ('day', models.DateField()),
                    ('result', models.CharField(choices=[('goes', 'goes'), ('sometimes', 'sometimes'), ('stopped', 'stopped'), ('not_reached', 'not_reached')], max_length=20)),
                    ('host', models.CharField(choices=[('glad', 'glad'), ('all_right', 'all_right'), ('needs_help', 'needs_help'), ('not_asked', 'not_asked')], max_length=20)),
                    ('words', models.TextField(blank=True)),
                    ('host_words', models.TextField(blank=True)),
                    ('by', models.UUIDField()),
                    ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                    ('match', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participation.match')),
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
        ]),
    ]
