import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('community', '0001_begin')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('custody', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=200)),
                ('name_kana', models.CharField(blank=True, max_length=400)),
                ('kind', models.CharField(default='other', max_length=40)),
                ('kind_text', models.CharField(blank=True, max_length=200)),
                ('services', models.TextField(blank=True)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('building', models.CharField(blank=True, max_length=200)),
                ('latitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('longitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('extension', models.CharField(blank=True, max_length=40)),
                ('fax', models.CharField(blank=True, max_length=60)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('contact_note', models.TextField(blank=True)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('office_number', models.CharField(blank=True, max_length=40)),
                ('days', models.CharField(blank=True, max_length=200)),
                ('hours', models.CharField(blank=True, max_length=200)),
                ('hours_note', models.TextField(blank=True)),
                ('target', models.TextField(blank=True)),
                ('capacity', models.CharField(blank=True, max_length=60)),
                ('room_now', models.CharField(blank=True, max_length=120)),
                ('fee', models.CharField(blank=True, max_length=120)),
                ('conditions', models.TextField(blank=True)),
                ('access', models.TextField(blank=True)),
                ('parking', models.TextField(blank=True)),
                ('accessibility', models.TextField(blank=True)),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('description', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('tier', models.CharField(choices=[('public', 'public'), ('professional', 'professional'), ('coordinator', 'coordinator')], default='public', max_length=20)),
                ('version', models.PositiveIntegerField(default=1)),
                ('folded', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('district', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.district')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'kind'], name='community_p_body_189de6_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='FieldNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('kind', models.CharField(choices=[('visit', 'visit'), ('talk', 'talk'), ('gathering', 'gathering')], max_length=20)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('district', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.district')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
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
            name='Confirmation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('how', models.CharField(choices=[('visit', 'visit'), ('phone', 'phone'), ('host', 'host'), ('heard', 'heard')], max_length=20)),
                ('by', models.UUIDField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'indexes': [models.Index(fields=['place', 'day'], name='community_c_place_i_ba43f8_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlaceChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('field', models.CharField(max_length=40)),
                ('was', models.TextField(blank=True)),
                ('becomes', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
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
            name='PlaceEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('ended', 'ended'), ('taken_back', 'taken_back'), ('double', 'double')], max_length=20)),
                ('day', models.DateField()),
                ('by', models.UUIDField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('place',), name='a_place_ends_once_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlaceInterest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('interest', models.CharField(choices=[('games', 'games'), ('garden', 'garden'), ('cooking', 'cooking'), ('music', 'music'), ('sports', 'sports'), ('craft', 'craft'), ('reading', 'reading'), ('talk', 'talk'), ('children', 'children'), ('work', 'work'), ('nature', 'nature'), ('helping', 'helping'), ('learning', 'learning'), ('meal', 'meal')], max_length=20)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place', 'interest'), name='each_interest_once_at_a_place')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlaceWelcome',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('welcome', models.CharField(choices=[('anybody', 'anybody'), ('aged', 'aged'), ('children', 'children'), ('parents', 'parents'), ('young', 'young'), ('disabled', 'disabled'), ('withdrawn', 'withdrawn'), ('foreign', 'foreign'), ('carers', 'carers')], max_length=20)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('place', 'welcome'), name='each_welcome_once_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='UnmetNeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('theme', models.CharField(max_length=20)),
                ('interest', models.CharField(blank=True, max_length=20)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('by', models.UUIDField()),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
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
            name='UnmetNeedEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('end', models.CharField(choices=[('place_found', 'place_found'), ('place_made', 'place_made'), ('not_possible', 'not_possible')], max_length=20)),
                ('by', models.UUIDField()),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ('unmet', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
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
    ])]
