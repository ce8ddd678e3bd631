import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0003_find_places_by_words'),
        ('custody', '0002_tell_of_places_that_came'),
    ]

    operations = [
        migrations.AddField(
            model_name='unmetneed',
            name='lack',
            field=models.CharField(choices=[('place', 'place'), ('transport', 'transport'), ('companion', 'companion'), ('housing', 'housing'), ('work', 'work'), ('interpreter', 'interpreter'), ('hand', 'hand'), ('other', 'other')], default='place', max_length=20),
        ),
        MakeTables([
            migrations.CreateModel(
                name='UnmetWait',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('unmet', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
                    ('waiting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
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
                name='UnmetReply',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('said', models.CharField(choices=[('taken', 'taken'), ('not_fitting', 'not_fitting'), ('not_wished', 'not_wished'), ('no_longer', 'no_longer'), ('later', 'later')], max_length=20)),
                    ('by', models.UUIDField()),
                    ('wait', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetwait')),
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
                name='UnmetJoining',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('by', models.UUIDField()),
                    ('into', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
                    ('unmet', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('unmet', models.F('into')), _negated=True), name='no_task_joins_itself')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='UnmetStep',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(blank=True, max_length=400)),
                    ('next_on', models.DateField()),
                    ('by', models.UUIDField()),
                    ('unmet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('unmet', 'number'), name='steps_of_a_task_follow')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
        ]),
    ]
