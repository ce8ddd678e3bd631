import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0009_stop_figures_again'),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='JudgementPaper',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('pdf', 'pdf'), ('jpeg', 'jpeg'), ('png', 'png')], max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('by', models.UUIDField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='evaluation.necessitydecision')),
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
            name='JudgementPaperContent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('content', models.BinaryField()),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='content', to='evaluation.judgementpaper')),
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
            name='JudgementPaperRemoval',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(max_length=200)),
                ('by', models.UUIDField()),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='removal', to='evaluation.judgementpaper')),
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
            name='SurveyWave',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('line', models.UUIDField()),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('question', models.CharField(choices=[('trust', 'trust'), ('loneliness', 'loneliness'), ('lonely', 'lonely'), ('isolated', 'isolated'), ('mutual_help', 'mutual_help'), ('knows_where', 'knows_where')], max_length=20)),
                ('since', models.DateField()),
                ('until', models.DateField()),
                ('population', models.CharField(max_length=200)),
                ('asked', models.PositiveIntegerField()),
                ('answered', models.PositiveIntegerField()),
                ('counted', models.PositiveIntegerField()),
                ('first', models.PositiveIntegerField(null=True)),
                ('source', models.CharField(max_length=400)),
                ('gone', models.BooleanField(default=False)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('fact', models.UUIDField()),
                ('by', models.UUIDField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'line', 'edition'), name='one_survey_wave_for_each_edition'), models.CheckConstraint(condition=models.Q(('answered__lte', models.F('asked'))), name='no_more_answer_than_were_asked'), models.CheckConstraint(condition=models.Q(('since__lte', models.F('until'))), name='a_survey_ends_after_it_began')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='JudgementWave',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('line', models.UUIDField()),
                ('edition', models.PositiveSmallIntegerField()),
                ('said', models.JSONField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waves', to='evaluation.necessitydecision')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('decision', 'line'), name='each_wave_once_a_decision')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        ]),
    ]
