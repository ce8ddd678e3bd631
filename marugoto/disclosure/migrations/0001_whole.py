import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('disclosure', '0001_begin'), ('disclosure', '0002_begin'), ('disclosure', '0003_speak_of_persons'), ('disclosure', '0004_speak_until'), ('disclosure', '0005_hear_each_person_once'), ('disclosure', '0006_carry_answers'), ('disclosure', '0007_find_by_way'), ('disclosure', '0008_keep_attachments'), ('disclosure', '0009_say_kind_of_grant'), ('disclosure', '0010_fill_kind_of_grant'), ('disclosure', '0011_find_by_kind'), ('disclosure', '0012_open_in_emergencies'), ('disclosure', '0013_answer_from_the_index'), ('disclosure', '0014_decide_on_other_purposes'), ('disclosure', '0015_keep_which_wording_was_shown')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('matter', models.UUIDField(db_index=True)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('pdf', 'pdf'), ('jpeg', 'jpeg'), ('png', 'png')], max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
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
            name='AttachmentRemoval',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('matter', models.UUIDField(db_index=True)),
                ('attachment_ref', models.UUIDField(unique=True)),
                ('added_at', models.DateTimeField()),
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
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('person', models.UUIDField(db_index=True)),
                ('state', models.CharField(choices=[('given', 'given'), ('partly', 'partly'), ('refused', 'refused'), ('not_asked', 'not_asked'), ('cannot_be_asked', 'cannot_be_asked'), ('withdrawn', 'withdrawn')], max_length=20)),
                ('form', models.CharField(blank=True, choices=[('paper', 'paper'), ('spoken', 'spoken'), ('proxy', 'proxy')], max_length=20)),
                ('purpose', models.CharField(blank=True, max_length=200)),
                ('answered_on', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('note', models.CharField(blank=True, max_length=400)),
                ('text', models.CharField(blank=True, choices=[('normal', 'normal'), ('easy', 'easy')], max_length=20)),
                ('edition', models.CharField(blank=True, max_length=20)),
                ('by', models.UUIDField()),
                ('receiver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            name='Emergency',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('life', 'life'), ('child', 'child'), ('violence', 'violence'), ('missing', 'missing'), ('disaster', 'disaster')], max_length=20)),
                ('words', models.CharField(max_length=400)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'since'], name='disclosure__body_33ed86_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='EmergencyAccount',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('emergency', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='account', to='disclosure.emergency')),
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
            name='EmergencyEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('emergency', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='disclosure.emergency')),
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
            name='EmergencyEscalation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('emergency', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='escalation', to='disclosure.emergency')),
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
            name='EmergencySecond',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.CharField(max_length=400)),
                ('emergency', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='second', to='disclosure.emergency')),
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
            name='EmergencySecondAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('duty', models.UUIDField()),
                ('agreed', models.BooleanField()),
                ('words', models.CharField(blank=True, max_length=400)),
                ('second', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='disclosure.emergencysecond')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
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
            name='EmergencySubject',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('subject', models.UUIDField(db_index=True)),
                ('emergency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='disclosure.emergency')),
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
            name='EmergencyTold',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('emergency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='told', to='disclosure.emergency')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('emergency', 'worker'), name='each_is_told_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='EmergencyAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('verdict', models.CharField(choices=[('fit', 'fit'), ('unfit', 'unfit'), ('look_into', 'look_into')], max_length=20)),
                ('words', models.CharField(blank=True, max_length=400)),
                ('told', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='disclosure.emergencytold')),
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
            name='Folder',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('subject_kind', models.CharField(max_length=20)),
                ('subject', models.UUIDField()),
                ('part', models.CharField(choices=[('basic', 'basic'), ('contact', 'contact'), ('support', 'support'), ('money', 'money'), ('health', 'health'), ('school', 'school'), ('shelter', 'shelter'), ('informant', 'informant')], max_length=20)),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('origin', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject'], name='disclosure__subject_9927fa_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('origin', None)), fields=('body', 'subject', 'part', 'basis'), name='one_folder_for_subject_part_basis'), models.UniqueConstraint(fields=('body', 'subject', 'part', 'basis', 'origin'), name='one_folder_for_subject_part_origin')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ConsentItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('part', models.CharField(choices=[('basic', 'basic'), ('contact', 'contact'), ('support', 'support'), ('money', 'money'), ('health', 'health'), ('school', 'school'), ('shelter', 'shelter'), ('informant', 'informant')], max_length=20)),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.consent')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('consent', 'part'), name='each_part_once_in_a_consent')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='consent',
            name='folder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder'),
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('subject', models.UUIDField(db_index=True)),
                ('until', models.DateField(null=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('folder', 'subject'), name='a_folder_speaks_of_each_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AttachmentContent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('content', models.BinaryField()),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='content', to='disclosure.attachment')),
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
            model_name='attachment',
            name='folder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder'),
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('via', models.CharField(blank=True, max_length=80)),
                ('reason', models.CharField(blank=True, max_length=400)),
                ('by', models.UUIDField()),
                ('duty', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('folder', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'indexes': [models.Index(fields=['folder'], include=('team', 'duty', 'kind', 'body', 'since', 'until', 'id'), name='grants_on_a_folder'), models.Index(fields=['team', 'kind', 'folder'], name='disclosure__team_id_6f889b_idx'), models.Index(fields=['duty', 'kind', 'folder'], name='disclosure__duty_id_4e566e_idx'), models.Index(fields=['via'], name='disclosure__via_b41a5d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('duty__isnull', True), ('team__isnull', False)), models.Q(('duty__isnull', False), ('team__isnull', True)), _connector='OR'), name='grant_is_to_a_team_or_to_a_duty'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('since')), _connector='OR'), name='grant_ends_after_it_begins')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='GrantEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(blank=True, max_length=400)),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.grant')),
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
            name='Look',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('worker', models.UUIDField()),
                ('duty', models.UUIDField()),
                ('purpose', models.CharField(max_length=20)),
                ('page', models.CharField(max_length=80)),
                ('matter', models.CharField(blank=True, max_length=80)),
                ('searched', models.CharField(blank=True, max_length=64)),
                ('outcome', models.CharField(default='shown', max_length=20)),
                ('folders', models.JSONField(default=list)),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'made_at'], name='disclosure__body_d65323_idx'), models.Index(fields=['worker', 'made_at'], name='disclosure__worker_5814ea_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Prepared',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('basis', models.CharField(choices=[('own_duty', 'own_duty'), ('consent', 'consent'), ('support_conference', 'support_conference'), ('poverty_conference', 'poverty_conference'), ('care_conference', 'care_conference'), ('child_council', 'child_council'), ('purpose_change', 'purpose_change'), ('emergency', 'emergency')], max_length=30)),
                ('until', models.DateTimeField(null=True)),
                ('via', models.CharField(db_index=True, max_length=80)),
                ('reason', models.CharField(blank=True, max_length=400)),
                ('by', models.UUIDField()),
                ('opened_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('duty', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            name='PurposeRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('item', models.CharField(choices=[('inside', 'inside'), ('public', 'public')], max_length=20)),
                ('parts', models.CharField(max_length=200)),
                ('reason', models.CharField(max_length=400)),
                ('until', models.DateField()),
                ('draft', models.JSONField(default=dict)),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'made_at'], name='disclosure__body_6d00e3_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PurposeEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=400)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='disclosure.purposerequest')),
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
            name='PurposeDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('agreed', models.BooleanField()),
                ('words', models.CharField(blank=True, max_length=400)),
                ('until', models.DateField(null=True)),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='disclosure.purposerequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('agreed', False), ('until__isnull', False), _connector='OR'), name='a_yes_has_its_last_day')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PurposeSubject',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('subject', models.UUIDField(db_index=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='disclosure.purposerequest')),
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
            name='Reliance',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('consent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.consent')),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.purposedecision')),
                ('grant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.grant')),
                ('prepared', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reliances', to='disclosure.prepared')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('consent', None), ('decision__isnull', False)), models.Q(('consent__isnull', False), ('decision', None)), _connector='OR'), name='relies_on_an_answer_or_on_a_decision')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('since', models.DateTimeField()),
                ('due', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('reason', models.CharField(max_length=200)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'indexes': [models.Index(fields=['folder'], name='disclosure__folder__37e82f_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='RestrictionEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(max_length=200)),
                ('restriction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.restriction')),
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
            name='RestrictionListing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('restriction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.restriction')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.worker')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('restriction', 'worker'), name='each_worker_listed_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ConsentAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('person', models.UUIDField()),
                ('consent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.consent')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'receiver'], name='disclosure__person_a3ef88_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
