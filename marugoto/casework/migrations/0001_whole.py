import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('casework', '0001_begin'), ('casework', '0002_speak_until'), ('casework', '0003_keep_assessments'), ('casework', '0004_add_goal_weight'), ('casework', '0005_show_cautions'), ('casework', '0006_look_in_after_the_end'), ('casework', '0007_say_which_end_stands'), ('casework', '0008_fill_which_end_stands'), ('casework', '0009_answer_from_the_index'), ('casework', '0010_ask_before_a_plan_rests')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('custody', '0001_whole'),
        ('disclosure', '0001_whole'),
        ('intake', '0001_whole'),
        ('people', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='CaseNeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('case_ref', models.UUIDField(db_index=True)),
                ('need_ref', models.UUIDField(unique=True)),
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
            name='Misfiled',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('case_ref', models.UUIDField(db_index=True)),
                ('entry_ref', models.UUIDField(unique=True)),
                ('written_at', models.DateTimeField()),
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
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('sheet', models.CharField(max_length=40)),
                ('heard_on', models.DateField()),
                ('heard_time', models.TimeField(null=True)),
                ('own_form', models.CharField(blank=True, max_length=120)),
                ('own_form_at', models.CharField(blank=True, max_length=200)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.CharField(max_length=12)),
                ('opened_on', models.DateField()),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AssessmentPart',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.assessment')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('assessment', 'folder', 'person'), name='one_part_for_version_folder_person'), models.UniqueConstraint(condition=models.Q(('person', None)), fields=('assessment', 'folder'), name='one_part_of_the_household_in_a_folder')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='assessment',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case'),
        ),
        migrations.CreateModel(
            name='CaseClosing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('end', models.CharField(choices=[('achieved', 'achieved'), ('handed_to_agency', 'handed_to_agency'), ('moved_away', 'moved_away'), ('died', 'died'), ('broken_off', 'broken_off'), ('own_wish', 'own_wish')], max_length=20)),
                ('look_in_on', models.DateField(null=True)),
                ('words', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('next_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            model_name='case',
            name='closing',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.caseclosing'),
        ),
        migrations.CreateModel(
            name='CaseOrigin',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('consultation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.consultation')),
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
            name='CaseResumption',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('closing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='resumed', to='casework.caseclosing')),
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
            name='Caution',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateField()),
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
            name='CautionEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('caution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ended', to='casework.caution')),
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
            name='JournalEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('method', models.CharField(choices=[('visit', 'visit'), ('phone', 'phone'), ('window', 'window'), ('together', 'together'), ('message', 'message'), ('agency', 'agency'), ('conference', 'conference'), ('no_contact', 'no_contact')], max_length=20)),
                ('happened_at', models.DateTimeField()),
                ('counterpart', models.CharField(blank=True, max_length=120)),
                ('words', models.TextField()),
                ('promise', models.CharField(blank=True, max_length=200)),
                ('promise_on', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.journalentry')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='caution',
            name='entry',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='caution', to='casework.journalentry'),
        ),
        migrations.CreateModel(
            name='LookIn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('result', models.CharField(choices=[('steady', 'steady'), ('watch', 'watch'), ('not_met', 'not_met'), ('needed', 'needed')], max_length=20)),
                ('next_on', models.DateField(null=True)),
                ('words', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('closing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='look_ins', to='casework.caseclosing')),
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
            name='Need',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('theme', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=80)),
                ('next_step', models.CharField(blank=True, max_length=200)),
                ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='needs_of_a_case_are_numbered')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='journalentry',
            name='need',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need'),
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveSmallIntegerField()),
                ('wish', models.TextField(blank=True)),
                ('agreement', models.CharField(choices=[('agreed', 'agreed'), ('not_asked', 'not_asked'), ('cannot_be_asked', 'cannot_be_asked'), ('refused', 'refused')], max_length=20)),
                ('agreement_note', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField()),
                ('review_on', models.DateField()),
                ('by', models.UUIDField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'version'), name='plan_versions_of_a_case')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=200)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.plan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='goals_of_a_plan_are_numbered'), models.CheckConstraint(condition=models.Q(('weight__gte', 1)), name='a_goal_weighs_at_least_one')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlanStanding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('drafted', 'drafted'), ('examined', 'examined'), ('decided', 'decided'), ('running', 'running'), ('evaluated', 'evaluated'), ('closed', 'closed'), ('suspended', 'suspended')], max_length=20)),
                ('number', models.PositiveSmallIntegerField()),
                ('day', models.DateField()),
                ('conference', models.UUIDField(null=True)),
                ('words', models.CharField(blank=True, max_length=400)),
                ('asked_on', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.plan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='standings_of_a_plan_follow_one_another')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('result', models.CharField(choices=[('keep', 'keep'), ('replan', 'replan'), ('suspend', 'suspend'), ('close', 'close')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('next_review_on', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.plan')),
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
            name='GoalScore',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('score', models.SmallIntegerField()),
                ('scorer', models.CharField(choices=[('person', 'person'), ('worker', 'worker'), ('joint', 'joint')], max_length=10)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.goal')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.review')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('goal', 'review', 'scorer'), name='one_score_for_goal_review_scorer'), models.CheckConstraint(condition=models.Q(('score__gte', -2), ('score__lte', 2)), name='scores_run_from_minus_two_to_two')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ReviewChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('change', models.CharField(choices=[('public_assistance', 'public_assistance'), ('housing', 'housing'), ('health', 'health'), ('relations', 'relations'), ('money', 'money'), ('will', 'will'), ('aim', 'aim'), ('habits', 'habits'), ('calls_for_help', 'calls_for_help'), ('handbook', 'handbook'), ('self_respect', 'self_respect'), ('ease', 'ease'), ('earnings', 'earnings'), ('other_income', 'other_income'), ('other', 'other')], max_length=30)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.review')),
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
            name='Step',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('place', models.UUIDField(null=True)),
                ('words', models.CharField(max_length=200)),
                ('until', models.DateField(null=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.goal')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.plan')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            name='StepDone',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.step')),
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
            name='AssessmentAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('code', models.CharField(max_length=40)),
                ('choice', models.CharField(blank=True, max_length=40)),
                ('words', models.TextField(blank=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.assessmentpart')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('part', 'code', 'choice'), name='each_answer_once_in_a_part')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='assessments_of_a_case_are_numbered'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closing', None)), fields=['folder'], include=('id', 'household', 'number', 'opened_on', 'body'), name='running_cases_in_a_folder'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('body', 'number'), name='one_case_for_each_number'),
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(fields=['case', 'happened_at'], include=('folder', 'body'), name='entries_of_a_case'),
        ),
    ])]
