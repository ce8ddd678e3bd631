import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('participation', '0001_begin')]

    initial = True

    dependencies = [
        ('casework', '0001_whole'),
        ('community', '0001_whole'),
        ('disclosure', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reasons', models.JSONField(default=list)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('need', 'place'), name='a_place_once_for_a_need')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='MatchStanding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('asked', 'asked'), ('room', 'room'), ('no_room', 'no_room'), ('willing', 'willing'), ('unwilling', 'unwilling'), ('settled', 'settled'), ('ended', 'ended')], max_length=20)),
                ('number', models.PositiveSmallIntegerField()),
                ('day', models.DateField()),
                ('words', models.CharField(blank=True, max_length=400)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participation.match')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('match', 'number'), name='standings_of_a_match_follow')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('kind', models.CharField(choices=[('first', 'first'), ('trial', 'trial'), ('staying', 'staying')], max_length=20)),
                ('feeling', models.CharField(choices=[('good', 'good'), ('so_so', 'so_so'), ('hard', 'hard'), ('did_not_go', 'did_not_go')], max_length=20)),
                ('with_worker', models.BooleanField(default=False)),
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
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField(blank=True)),
                ('days', models.CharField(blank=True, max_length=20)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('company', models.CharField(choices=[('alone', 'alone'), ('with_somebody', 'with_somebody'), ('unknown', 'unknown')], default='unknown', max_length=20)),
                ('welcome', models.CharField(blank=True, max_length=20)),
                ('went_wrong', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need')),
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
            name='WishInterest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('interest', models.CharField(max_length=20)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('wish', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participation.wish')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('wish', 'interest'), name='each_interest_once_in_a_wish')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
