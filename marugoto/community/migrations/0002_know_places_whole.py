import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0012_leave_the_screen_and_keep_what_was_not_sent'),
        ('community', '0001_whole'),
    ]

    operations = [
        migrations.AddField(
            model_name='confirmation',
            name='parts',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='place',
            name='capacity_people',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='experience',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='place',
            name='fee_yen',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='held_at',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place'),
        ),
        migrations.AddField(
            model_name='place',
            name='on_holidays',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='place',
            name='owner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team'),
        ),
        migrations.AddField(
            model_name='place',
            name='precision',
            field=models.CharField(default='exact', max_length=20),
        ),
        migrations.AddField(
            model_name='place',
            name='room_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='room_people',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='run_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place'),
        ),
        migrations.AddField(
            model_name='place',
            name='serves',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='place',
            name='sort',
            field=models.CharField(blank=True, max_length=20),
        ),
        MakeTables([
            migrations.CreateModel(
                name='ChangeRequest',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('wants', models.JSONField(default=dict)),
                    ('was', models.JSONField(default=dict)),
                    ('words', models.TextField(blank=True)),
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
                name='ChangeRequestAnswer',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('taken', models.JSONField(default=list)),
                    ('words', models.CharField(blank=True, max_length=200)),
                    ('by', models.UUIDField()),
                    ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.changerequest')),
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
                name='HostLink',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('until', models.DateField()),
                    ('by', models.UUIDField()),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('withdrawn_by', models.UUIDField(null=True)),
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
                name='ContactTry',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('day', models.DateField()),
                    ('way', models.CharField(choices=[('phone', 'phone'), ('visit', 'visit'), ('letter', 'letter')], max_length=20)),
                    ('by', models.UUIDField()),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'indexes': [models.Index(fields=['place', 'day'], name='community_c_place_i_f78f47_idx')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='PlaceDay',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('day', models.DateField()),
                    ('is_open', models.BooleanField(default=False)),
                    ('opens', models.TimeField(null=True)),
                    ('closes', models.TimeField(null=True)),
                    ('words', models.CharField(blank=True, max_length=120)),
                    ('by', models.UUIDField()),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('place', 'day'), name='one_word_about_each_day_of_a_place')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='PlaceDoubt',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('day', models.DateField()),
                    ('reason', models.CharField(choices=[('full', 'full'), ('ended', 'ended'), ('moved', 'moved'), ('other_time', 'other_time'), ('no_answer', 'no_answer'), ('far', 'far'), ('not_fitting', 'not_fitting')], max_length=20)),
                    ('by', models.UUIDField()),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'indexes': [models.Index(fields=['place', 'day'], name='community_p_place_i_31d049_idx')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='PlacePromise',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('not_listed', 'not_listed'), ('not_contacted', 'not_contacted')], max_length=20)),
                    ('said_by', models.CharField(choices=[('host', 'host'), ('owner', 'owner'), ('neighbour', 'neighbour'), ('ourselves', 'ourselves')], max_length=20)),
                    ('words', models.CharField(blank=True, max_length=200)),
                    ('since', models.DateField()),
                    ('until', models.DateField(null=True)),
                    ('by', models.UUIDField()),
                    ('lifted_at', models.DateTimeField(null=True)),
                    ('lifted_by', models.UUIDField(null=True)),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('place', 'kind'), name='each_promise_once_at_a_time')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='PlaceTime',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('weekday', models.PositiveSmallIntegerField()),
                    ('nth', models.SmallIntegerField(null=True)),
                    ('opens', models.TimeField(null=True)),
                    ('closes', models.TimeField(null=True)),
                    ('first_month', models.PositiveSmallIntegerField(null=True)),
                    ('last_month', models.PositiveSmallIntegerField(null=True)),
                    ('by', models.UUIDField()),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='a_weekday_is_one_of_seven'), models.CheckConstraint(condition=models.Q(models.Q(('first_month', None), ('last_month', None)), models.Q(('first_month__range', (1, 12)), ('last_month__range', (1, 12))), _connector='OR'), name='a_season_has_both_months')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='PlaceTrait',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('family', models.CharField(choices=[('access', 'access'), ('condition', 'condition'), ('experience', 'experience')], max_length=20)),
                    ('trait', models.CharField(choices=[('wheelchair', 'wheelchair'), ('no_steps', 'no_steps'), ('toilet', 'toilet'), ('ostomate', 'ostomate'), ('parking', 'parking'), ('wheelchair_lent', 'wheelchair_lent'), ('cane_lent', 'cane_lent'), ('tactile', 'tactile'), ('braille', 'braille'), ('hearing_loop', 'hearing_loop'), ('captions', 'captions'), ('writing', 'writing'), ('sign', 'sign'), ('dog', 'dog'), ('quiet_room', 'quiet_room'), ('nursing', 'nursing'), ('nappy', 'nappy'), ('pram', 'pram'), ('pram_lent', 'pram_lent'), ('eating', 'eating'), ('look_only', 'look_only'), ('not_every_time', 'not_every_time'), ('companion_welcome', 'companion_welcome'), ('picked_up', 'picked_up'), ('small_group', 'small_group'), ('introduced', 'introduced'), ('call_first', 'call_first'), ('companion_needed', 'companion_needed'), ('members_only', 'members_only'), ('long_at_home', 'long_at_home'), ('not_at_school', 'not_at_school'), ('dementia', 'dementia'), ('mental', 'mental'), ('intellectual', 'intellectual'), ('developmental', 'developmental'), ('physical', 'physical'), ('other_language', 'other_language'), ('poor', 'poor'), ('caring', 'caring'), ('after_prison', 'after_prison')], max_length=20)),
                    ('answer', models.CharField(choices=[('yes', 'yes'), ('no', 'no')], max_length=10)),
                    ('by', models.UUIDField()),
                    ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('place', 'trait'), name='each_trait_once_at_a_place')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
        ]),
        migrations.AddField(
            model_name='changerequest',
            name='link',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.hostlink'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='link',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.hostlink'),
        ),
    ]
