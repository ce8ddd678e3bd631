import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('intake', '0001_begin'), ('intake', '0002_carry'), ('intake', '0003_let_a_consultation_be_rung_back_and_go_on'), ('intake', '0004_ask_other_offices')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('custody', '0001_whole'),
        ('disclosure', '0001_whole'),
        ('people', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='InquiryReply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('inquired_ref', models.UUIDField(unique=True)),
                ('answer', models.CharField(choices=[('will_call', 'will_call'), ('call_us', 'call_us'), ('ask_first', 'ask_first'), ('cannot', 'cannot')], max_length=20)),
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
            name='ReleasedAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('notice_ref', models.UUIDField(unique=True)),
                ('told_back', models.CharField(blank=True, max_length=200)),
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
            name='Consultation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('channel', models.CharField(choices=[('window', 'window'), ('phone', 'phone'), ('visit', 'visit'), ('mail', 'mail'), ('outreach', 'outreach'), ('other_agency', 'other_agency'), ('porch', 'porch')], max_length=20)),
                ('caller', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('phone_digits', models.CharField(blank=True, max_length=40)),
                ('visitor', models.CharField(blank=True, max_length=120)),
                ('visitor_relation', models.CharField(blank=True, max_length=60)),
                ('person_knows', models.BooleanField(null=True)),
                ('words', models.TextField(blank=True)),
                ('wish', models.TextField(blank=True)),
                ('language', models.CharField(blank=True, max_length=40)),
                ('trouble_version', models.PositiveSmallIntegerField()),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
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
            name='ConsultationLine',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.consultation')),
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
            name='Inquired',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('came', 'came'), ('worry', 'worry'), ('twice', 'twice'), ('danger', 'danger')], max_length=20)),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('by', models.UUIDField()),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
            name='Inquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(blank=True, max_length=300)),
                ('birth', models.DateField(null=True)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('reason', models.CharField(choices=[('came', 'came'), ('worry', 'worry'), ('twice', 'twice'), ('danger', 'danger')], max_length=20)),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('by', models.UUIDField()),
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
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('source', models.CharField(choices=[('resident', 'resident'), ('commissioner', 'commissioner'), ('clerk', 'clerk'), ('firm', 'firm'), ('agency', 'agency')], max_length=20)),
                ('words', models.TextField()),
                ('who_words', models.CharField(blank=True, max_length=200)),
                ('where', models.CharField(blank=True, max_length=200)),
                ('porch_ref', models.UUIDField(null=True, unique=True)),
                ('by', models.UUIDField()),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
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
        migrations.AddField(
            model_name='consultation',
            name='notice',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.notice'),
        ),
        migrations.CreateModel(
            name='NoticeInformant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(blank=True, max_length=120)),
                ('reach', models.CharField(blank=True, max_length=200)),
                ('wants_reply', models.BooleanField(default=False)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.notice')),
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
            name='NoticeReply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('answer', models.CharField(choices=[('visited', 'visited'), ('consultation', 'consultation'), ('known_already', 'known_already'), ('no_concern', 'no_concern')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('told_back', models.CharField(blank=True, max_length=200)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.notice')),
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
            name='ConsultationTrouble',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('code', models.CharField(max_length=20)),
                ('pressing', models.BooleanField(default=False)),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.consultation')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('consultation', 'code'), name='each_trouble_marked_once'), models.UniqueConstraint(condition=models.Q(('pressing', True)), fields=('consultation',), name='one_pressing_trouble_at_most')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ConsultationUrgent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('check_code', models.CharField(choices=[('food', 'food'), ('bed', 'bed'), ('violence', 'violence'), ('life', 'life')], max_length=20)),
                ('answer', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not_asked')], max_length=20)),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.consultation')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('consultation', 'check_code'), name='each_urgent_question_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='InquiryTeam',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('inquiry_ref', models.UUIDField(db_index=True)),
                ('inquired_ref', models.UUIDField(unique=True)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('inquiry_ref', 'team'), name='each_team_asked_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
