import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0012_leave_the_screen_and_keep_what_was_not_sent'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='Concept',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('code', models.CharField(blank=True, choices=[('need', 'need'), ('assessment', 'assessment'), ('plan', 'plan'), ('passing', 'passing'), ('review', 'review'), ('conference', 'conference'), ('notice', 'notice'), ('outreach', 'outreach'), ('place', 'place')], max_length=20)),
                        ('name', models.CharField(blank=True, max_length=40)),
                        ('meaning', models.CharField(blank=True, max_length=300)),
                        ('by', models.UUIDField()),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name='ConceptEnding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
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
                    name='DivisionWordEnding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
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
                    name='ConceptChange',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('name', models.CharField(max_length=40)),
                        ('meaning', models.CharField(max_length=300)),
                        ('by', models.UUIDField()),
                        ('concept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agencies.concept')),
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
                    model_name='concept',
                    name='ended',
                    field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='concept', to='agencies.conceptending'),
                ),
                migrations.CreateModel(
                    name='DivisionWord',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('word', models.CharField(max_length=40)),
                        ('note', models.CharField(blank=True, max_length=200)),
                        ('by', models.UUIDField()),
                        ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                        ('concept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='agencies.concept')),
                        ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='word', to='agencies.divisionwordending')),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddConstraint(
                    model_name='concept',
                    constraint=models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('body', 'code'), name='each_of_our_concepts_once'),
                ),
                migrations.AddConstraint(
                    model_name='concept',
                    constraint=models.UniqueConstraint(condition=models.Q(('code', ''), ('ended', None)), fields=('body', 'name'), name='one_concept_of_a_name_at_a_time'),
                ),
                migrations.AddConstraint(
                    model_name='concept',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(models.Q(('name', ''), _negated=True), models.Q(('meaning', ''), _negated=True)), _connector='OR'), name='a_concept_of_the_body_says_what_it_means'),
                ),
                migrations.AddConstraint(
                    model_name='divisionword',
                    constraint=models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('concept', 'agency'), name='one_word_of_a_division_at_a_time'),
                ),
            ]
        ),
    ]
