import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('custody', '0008_name_improvements'),
        ('evaluation', '0006_keep_what_was_counted_last'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='MeansChange',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('proof', models.CharField(choices=[('specification', 'specification'), ('budget', 'budget'), ('procedure', 'procedure'), ('form', 'form'), ('post', 'post'), ('meeting_rule', 'meeting_rule')], max_length=20)),
                        ('was', models.CharField(max_length=1000)),
                        ('becomes', models.CharField(max_length=1000)),
                        ('effective', models.DateField()),
                        ('check_on', models.DateField()),
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
                    name='MeansReviewClosing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('why_kept', models.CharField(blank=True, max_length=400)),
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
                    name='Aim',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('name', models.CharField(max_length=200)),
                        ('by', models.UUIDField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('body', 'name'), name='one_aim_of_a_name')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='EffectCheck',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('said', models.CharField(choices=[('better', 'better'), ('same', 'same'), ('worse', 'worse'), ('unclear', 'unclear')], max_length=10)),
                        ('words', models.CharField(max_length=1000)),
                        ('by', models.UUIDField()),
                        ('change', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='check_made', to='evaluation.meanschange')),
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
                    name='MeansDecision',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('said', models.CharField(choices=[('keep', 'keep'), ('means', 'means'), ('target', 'target'), ('stop', 'stop')], max_length=10)),
                        ('reason', models.CharField(max_length=400)),
                        ('becomes', models.CharField(blank=True, max_length=400)),
                        ('would_change', models.CharField(blank=True, max_length=300)),
                        ('due', models.DateField(null=True)),
                        ('by', models.UUIDField()),
                        ('ball', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
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
                    model_name='meanschange',
                    name='decision',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='change', to='evaluation.meansdecision'),
                ),
                migrations.CreateModel(
                    name='MeansReview',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('question', models.CharField(max_length=300)),
                        ('level', models.CharField(choices=[('concerned', 'concerned'), ('project', 'project'), ('policy', 'policy')], max_length=20)),
                        ('words', models.TextField(blank=True)),
                        ('due', models.DateField()),
                        ('by', models.UUIDField()),
                        ('closed', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='evaluation.meansreviewclosing')),
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
                    name='MeansUndoing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('day', models.DateField()),
                        ('reason', models.CharField(max_length=400)),
                        ('by', models.UUIDField()),
                        ('change', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='undoing', to='evaluation.meanschange')),
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
                    name='Opinion',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('party', models.CharField(choices=[('person', 'person'), ('family', 'family'), ('residents', 'residents'), ('commissioners', 'commissioners'), ('council', 'council'), ('providers', 'providers'), ('front', 'front'), ('division', 'division'), ('top', 'top'), ('expert', 'expert')], max_length=20)),
                        ('words', models.CharField(max_length=1000)),
                        ('answer_by', models.DateField()),
                        ('team', models.UUIDField()),
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
                    name='OpinionAnswer',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('said', models.CharField(choices=[('taken_up', 'taken_up'), ('done', 'done'), ('not_now', 'not_now'), ('other_place', 'other_place')], max_length=20)),
                        ('words', models.CharField(max_length=400)),
                        ('by', models.UUIDField()),
                        ('opinion', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='evaluation.opinion')),
                        ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='evaluation.meansreview')),
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
                    name='PlanIndicator',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('code', models.CharField(blank=True, max_length=10)),
                        ('name', models.CharField(max_length=120)),
                        ('unit', models.CharField(blank=True, max_length=20)),
                        ('target', models.CharField(blank=True, max_length=80)),
                        ('owner', models.CharField(blank=True, max_length=80)),
                        ('numerator', models.CharField(blank=True, max_length=200)),
                        ('denominator', models.CharField(blank=True, max_length=200)),
                        ('sort', models.CharField(choices=[('structure', 'structure'), ('process', 'process'), ('output', 'output'), ('outcome', 'outcome')], max_length=20)),
                        ('filling', models.CharField(choices=[('computed', 'computed'), ('typed', 'typed')], max_length=20)),
                        ('way', models.CharField(choices=[('up', 'up'), ('down', 'down'), ('none', 'none')], max_length=10)),
                        ('minutes', models.PositiveSmallIntegerField(default=0)),
                        ('duty', models.BooleanField(default=False)),
                        ('decision', models.CharField(blank=True, max_length=300)),
                        ('turning', models.CharField(blank=True, max_length=120)),
                        ('standing', models.CharField(choices=[('seed', 'seed'), ('live', 'live'), ('parked', 'parked'), ('retired', 'retired')], max_length=10)),
                        ('since', models.DateField()),
                        ('by', models.UUIDField()),
                        ('guard', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guards', to='evaluation.planindicator')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='IndicatorValue',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('day', models.DateField()),
                        ('value', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('target', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ('n', models.PositiveIntegerField(null=True)),
                        ('by', models.UUIDField()),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='values', to='evaluation.planindicator')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='IndicatorStep',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('standing', models.CharField(choices=[('seed', 'seed'), ('live', 'live'), ('parked', 'parked'), ('retired', 'retired')], max_length=10)),
                        ('reason', models.CharField(blank=True, max_length=300)),
                        ('by', models.UUIDField()),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='evaluation.planindicator')),
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
                    name='Citation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('ref', models.UUIDField()),
                        ('code', models.CharField(blank=True, max_length=10)),
                        ('name', models.CharField(max_length=120)),
                        ('version', models.CharField(max_length=10)),
                        ('n', models.PositiveIntegerField(null=True)),
                        ('k', models.PositiveIntegerField(null=True)),
                        ('running', models.PositiveIntegerField(null=True)),
                        ('level', models.PositiveSmallIntegerField(null=True)),
                        ('value', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ('unit', models.CharField(blank=True, max_length=20)),
                        ('as_of', models.DateTimeField()),
                        ('by', models.UUIDField()),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='evaluation.meansreview')),
                        ('indicator', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluation.planindicator')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='AimIndicator',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('by', models.UUIDField()),
                        ('aim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measured', to='evaluation.aim')),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aims', to='evaluation.planindicator')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='PlanMeans',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('name', models.CharField(max_length=120)),
                        ('runner', models.CharField(max_length=120)),
                        ('does', models.CharField(blank=True, max_length=400)),
                        ('since', models.DateField()),
                        ('ended', models.DateField(null=True)),
                        ('by', models.UUIDField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('body', 'name'), name='one_running_means_of_a_name')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddField(
                    model_name='opinion',
                    name='means',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluation.planmeans'),
                ),
                migrations.CreateModel(
                    name='AimMeans',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('assumption', models.CharField(blank=True, max_length=300)),
                        ('by', models.UUIDField()),
                        ('aim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='evaluation.aim')),
                        ('means', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='evaluation.planmeans')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='ReviewMeans',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('means', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='evaluation.planmeans')),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scope', to='evaluation.meansreview')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddField(
                    model_name='meansdecision',
                    name='scope',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='evaluation.reviewmeans'),
                ),
                migrations.CreateModel(
                    name='ReviewParty',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('party', models.CharField(choices=[('person', 'person'), ('family', 'family'), ('residents', 'residents'), ('commissioners', 'commissioners'), ('council', 'council'), ('providers', 'providers'), ('front', 'front'), ('division', 'division'), ('top', 'top'), ('expert', 'expert')], max_length=20)),
                        ('stage', models.CharField(choices=[('invited', 'invited'), ('came', 'came')], max_length=10)),
                        ('by', models.UUIDField()),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='evaluation.meansreview')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='Pilot',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=300)),
                        ('stop_rule', models.CharField(max_length=300)),
                        ('since', models.DateField()),
                        ('until', models.DateField()),
                        ('ref', models.UUIDField(null=True)),
                        ('watched', models.CharField(blank=True, max_length=120)),
                        ('by', models.UUIDField()),
                        ('ball', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                        ('means', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pilots', to='evaluation.planmeans')),
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
                    name='PilotEnding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('end', models.CharField(choices=[('went_on', 'went_on'), ('changed', 'changed'), ('stopped', 'stopped')], max_length=10)),
                        ('finding', models.CharField(max_length=1000)),
                        ('by', models.UUIDField()),
                        ('pilot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='evaluation.pilot')),
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
                    name='DecisionEvidence',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='evaluation.citation')),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='evaluation.meansdecision')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('decision', 'citation'), name='each_figure_once_a_decision')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='OpinionDecision',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='evaluation.meansdecision')),
                        ('opinion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='evaluation.opinion')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('opinion', 'decision'), name='each_opinion_once_a_decision')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='OpinionTold',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('of', models.CharField(choices=[('answer', 'answer'), ('decision', 'decision'), ('change', 'change')], max_length=10)),
                        ('words', models.CharField(blank=True, max_length=200)),
                        ('by', models.UUIDField()),
                        ('opinion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='told', to='evaluation.opinion')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('opinion', 'of'), name='told_once_of_each')],
                    },
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddIndex(
                    model_name='planindicator',
                    index=models.Index(fields=['body', 'standing'], name='indicators_as_they_stand'),
                ),
                migrations.AddConstraint(
                    model_name='planindicator',
                    constraint=models.UniqueConstraint(condition=models.Q(('standing', 'retired'), _negated=True), fields=('body', 'name'), name='one_indicator_of_a_name'),
                ),
                migrations.AddConstraint(
                    model_name='planindicator',
                    constraint=models.UniqueConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('standing', 'retired'), _negated=True)), fields=('body', 'code'), name='each_of_the_houses_indicators_once'),
                ),
                migrations.AddConstraint(
                    model_name='indicatorvalue',
                    constraint=models.UniqueConstraint(fields=('indicator', 'day'), name='one_value_for_each_day'),
                ),
                migrations.AddConstraint(
                    model_name='citation',
                    constraint=models.UniqueConstraint(fields=('review', 'ref'), name='each_figure_once_a_review'),
                ),
                migrations.AddConstraint(
                    model_name='aimindicator',
                    constraint=models.UniqueConstraint(fields=('aim', 'indicator'), name='one_line_between_aim_and_indicator'),
                ),
                migrations.AddConstraint(
                    model_name='aimmeans',
                    constraint=models.UniqueConstraint(fields=('aim', 'means'), name='one_line_between_aim_and_means'),
                ),
                migrations.AddConstraint(
                    model_name='reviewmeans',
                    constraint=models.UniqueConstraint(fields=('review', 'means'), name='each_means_once_a_review'),
                ),
                migrations.AddConstraint(
                    model_name='reviewparty',
                    constraint=models.UniqueConstraint(fields=('review', 'party', 'stage'), name='each_party_once_a_stage'),
                ),
            ]
        ),
    ]
