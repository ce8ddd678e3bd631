import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0012_leave_the_screen_and_keep_what_was_not_sent'),
        ('community', '0004_tell_of_places_that_came'),
        ('custody', '0004_admit_standing_members'),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='StandingMemberEnding',
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
                name='Cooperation',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=120)),
                    ('words', models.TextField(blank=True)),
                    ('answer_by', models.DateField()),
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
                name='CooperationAnswer',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('said', models.CharField(choices=[('together', 'together'), ('in_part', 'in_part'), ('not_now', 'not_now'), ('other_place', 'other_place')], max_length=20)),
                    ('words', models.CharField(max_length=400)),
                    ('by', models.UUIDField()),
                    ('cooperation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='community.cooperation')),
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
                name='StandingMember',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=80)),
                    ('kind', models.CharField(choices=[('division', 'division'), ('group', 'group')], max_length=20)),
                    ('ground', models.CharField(choices=[('article', 'article'), ('order', 'order'), ('agreement', 'agreement')], max_length=20)),
                    ('ground_words', models.CharField(max_length=200)),
                    ('contact', models.CharField(blank=True, max_length=200)),
                    ('since', models.DateField()),
                    ('by', models.UUIDField()),
                    ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                    ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='member', to='community.standingmemberending')),
                ],
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
        ]),
        migrations.AddField(
            model_name='cooperation',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.standingmember'),
        ),
        MakeTables([
            migrations.CreateModel(
                name='Undertaking',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('does', models.TextField()),
                    ('lack', models.CharField(choices=[('place', 'place'), ('transport', 'transport'), ('companion', 'companion'), ('housing', 'housing'), ('work', 'work'), ('interpreter', 'interpreter'), ('hand', 'hand'), ('other', 'other')], max_length=20)),
                    ('area', models.CharField(blank=True, max_length=20)),
                    ('since', models.DateField()),
                    ('until', models.DateField(null=True)),
                    ('contact', models.CharField(blank=True, max_length=200)),
                    ('needs', models.CharField(blank=True, max_length=400)),
                    ('by', models.UUIDField()),
                    ('ended_by', models.UUIDField(null=True)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.standingmember')),
                ],
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
        ]),
        migrations.AddConstraint(
            model_name='standingmember',
            constraint=models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('body', 'name'), name='one_standing_member_for_each_name'),
        ),
        migrations.AddConstraint(
            model_name='undertaking',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='an_undertaking_ends_after_it_begins'),
        ),
    ]
