import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('porch', '0001_begin'), ('porch', '0002_knock_by_body'), ('porch', '0003_seat_outsiders')]

    initial = True

    dependencies = [
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='PorchNotice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.CharField(max_length=12, unique=True)),
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
            name='PublishedPlace',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=200)),
                ('kana', models.CharField(blank=True, max_length=400)),
                ('district', models.CharField(blank=True, max_length=60)),
                ('days', models.CharField(blank=True, max_length=200)),
                ('hours', models.CharField(blank=True, max_length=200)),
                ('welcome', models.CharField(blank=True, max_length=200)),
                ('interests', models.CharField(blank=True, max_length=300)),
                ('confirmed_on', models.DateField(null=True)),
                ('shown', models.JSONField(default=dict)),
                ('folded', models.TextField(blank=True)),
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
            name='TableSeat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.CharField(max_length=12, unique=True)),
                ('secret', models.CharField(max_length=200)),
                ('until', models.DateTimeField()),
                ('shown', models.JSONField(default=dict)),
                ('said', models.JSONField(default=dict)),
                ('pledged_at', models.DateTimeField(null=True)),
                ('missed', models.PositiveSmallIntegerField(default=0)),
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
            name='TakenPackage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=30)),
                ('sequence', models.PositiveIntegerField()),
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
            name='Knock',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('door', models.CharField(choices=[('notice', 'notice'), ('ask', 'ask'), ('table', 'table')], max_length=10)),
                ('visitor', models.CharField(max_length=64)),
                ('hour', models.DateTimeField()),
                ('count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'door', 'visitor', 'hour'), name='one_count_for_each_hour')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='NoticeWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('where', models.CharField(blank=True, max_length=200)),
                ('who_words', models.CharField(blank=True, max_length=200)),
                ('informant', models.CharField(blank=True, max_length=120)),
                ('reach', models.CharField(blank=True, max_length=200)),
                ('wants_reply', models.BooleanField(default=False)),
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='porch.porchnotice')),
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
            name='PublishedBody',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=60)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('training', models.BooleanField(default=False)),
                ('sequence', models.PositiveIntegerField()),
                ('published_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body',), name='one_published_list_for_each_body')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='TableLetter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('seat_ref', models.UUIDField()),
                ('sequence', models.PositiveIntegerField()),
                ('payload', models.JSONField()),
                ('written_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'sequence'), name='each_sequence_names_one_table_letter')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('sequence', models.PositiveIntegerField()),
                ('written_at', models.DateTimeField(null=True)),
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='porch.porchnotice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'sequence'), name='each_sequence_names_one_parcel')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='NoticeStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('arrived', 'arrived'), ('taken', 'taken'), ('answered', 'answered'), ('refused', 'refused')], max_length=10)),
                ('told_back', models.CharField(blank=True, max_length=200)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='porch.porchnotice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('notice', 'state'), name='each_state_is_reached_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
