import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('conferences', '0001_begin'), ('conferences', '0002_speak_of_what_is_kept'), ('conferences', '0003_let_kinds_be_files'), ('conferences', '0004_ask_outsiders_and_for_days'), ('conferences', '0005_follow_decisions_and_settle_above'), ('conferences', '0006_hand_out_papers')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('community', '0001_whole'),
        ('disclosure', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Conference',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=60)),
                ('begins_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('where', models.CharField(blank=True, max_length=120)),
                ('by', models.UUIDField()),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'begins_at'], name='conferences_body_e051e7_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('case', models.UUIDField()),
                ('folder', models.UUIDField()),
                ('number', models.PositiveSmallIntegerField()),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('theme', models.CharField(max_length=20)),
                ('by', models.UUIDField()),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('conference', 'number'), name='items_of_an_agenda_are_numbered'), models.UniqueConstraint(fields=('conference', 'case'), name='a_case_once_on_an_agenda')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ConferenceStage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('stage', models.CharField(choices=[('convened', 'convened'), ('opened', 'opened'), ('closed', 'closed'), ('called_off', 'called_off')], max_length=20)),
                ('by', models.UUIDField()),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('conference', 'stage'), name='each_stage_once_in_a_conference')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='DateOption',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('begins_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('conference', 'begins_at'), name='a_day_is_put_once_to_a_conference')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='DateFixed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.dateoption')),
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
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('due', models.DateField()),
                ('need', models.UUIDField()),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('item', 'number'), name='decisions_of_an_item_are_numbered')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('result', models.CharField(choices=[('done', 'done'), ('partly', 'partly'), ('not_possible', 'not_possible')], max_length=20)),
                ('day', models.DateField()),
                ('words', models.CharField(blank=True, max_length=300)),
                ('by', models.UUIDField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.decision')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
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
            name='ItemGap',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
                ('unmet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.unmetneed')),
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
            name='Minutes',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('item', 'version'), name='minutes_versions_of_an_item')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='NextConference',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('conference', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
                ('following', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
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
            name='OutsideSeat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('school', 'school'), ('clinic', 'clinic'), ('police', 'police'), ('welfare', 'welfare'), ('business', 'business'), ('private', 'private')], max_length=20)),
                ('number', models.CharField(max_length=12, unique=True)),
                ('secret', models.CharField(max_length=200)),
                ('opens_until', models.DateTimeField()),
                ('told', models.CharField(blank=True, max_length=64)),
                ('by', models.UUIDField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
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
            name='OutsidePledge',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.CharField(max_length=200)),
                ('said_at', models.DateTimeField()),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
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
            name='OutsideEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
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
            name='OutsideAttended',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('attendance', models.CharField(choices=[('present', 'present'), ('absent', 'absent')], max_length=10)),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
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
            name='DateAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('said', models.CharField(choices=[('yes', 'yes'), ('maybe', 'maybe'), ('no', 'no')], max_length=10)),
                ('duty', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.dateoption')),
                ('outside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('option', 'duty'), name='a_duty_says_once_of_a_day'), models.UniqueConstraint(fields=('option', 'outside'), name='an_outsider_says_once_of_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('duty', None), ('outside__isnull', False)), models.Q(('duty__isnull', False), ('outside', None)), _connector='OR'), name='a_day_is_answered_by_one')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='OutsideView',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('knows', models.TextField(blank=True)),
                ('does', models.TextField(blank=True)),
                ('can', models.TextField(blank=True)),
                ('asks', models.TextField(blank=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
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
            name='OutsideWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=60)),
                ('from_where', models.CharField(blank=True, max_length=60)),
                ('reason', models.CharField(max_length=120)),
                ('extract', models.TextField()),
                ('agreed_on', models.DateField(null=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.outsideseat')),
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
            name='Papers',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('family', models.TextField(blank=True)),
                ('around', models.TextField(blank=True)),
                ('on_paper', models.BooleanField(default=False)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
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
            name='PapersCopy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('papers', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.papers')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='CopyReturn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('copy', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.paperscopy')),
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
            name='Resolution',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('due', models.DateField()),
                ('by', models.UUIDField()),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ResolutionResult',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('result', models.CharField(choices=[('done', 'done'), ('partly', 'partly'), ('not_possible', 'not_possible')], max_length=20)),
                ('day', models.DateField()),
                ('words', models.CharField(blank=True, max_length=300)),
                ('by', models.UUIDField()),
                ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.resolution')),
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
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=120)),
                ('by', models.UUIDField()),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.agendaitem')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('item', 'duty'), name='a_duty_sits_once_at_an_item')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='paperscopy',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.seat'),
        ),
        migrations.CreateModel(
            name='Attended',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('attendance', models.CharField(choices=[('present', 'present'), ('absent', 'absent')], max_length=10)),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.seat')),
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
            name='SeatPledge',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.CharField(max_length=200)),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.seat')),
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
            name='Topic',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('for_kind', models.CharField(max_length=20)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('words', models.CharField(blank=True, max_length=1000)),
                ('sender', models.CharField(blank=True, max_length=20)),
                ('receiver', models.CharField(blank=True, max_length=20)),
                ('by', models.UUIDField()),
                ('conference', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.conference')),
                ('raised_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.resolution')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('conference', None)), fields=['body', 'for_kind'], name='waiting_topics')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='resolution',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.topic'),
        ),
        migrations.CreateModel(
            name='View',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('knows', models.TextField(blank=True)),
                ('does', models.TextField(blank=True)),
                ('can', models.TextField(blank=True)),
                ('asks', models.TextField(blank=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.seat')),
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
        migrations.AddConstraint(
            model_name='paperscopy',
            constraint=models.UniqueConstraint(fields=('papers', 'number'), name='copies_of_papers_are_numbered'),
        ),
        migrations.AddConstraint(
            model_name='paperscopy',
            constraint=models.UniqueConstraint(fields=('papers', 'seat'), name='one_copy_for_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.UniqueConstraint(fields=('topic', 'number'), name='resolutions_of_a_topic_are_numbered'),
        ),
    ])]
