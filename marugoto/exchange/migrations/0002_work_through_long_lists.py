import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0001_whole'),
    ]

    operations = [
        migrations.AddField(
            model_name='importrow',
            name='left',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='receipt',
            name='left',
            field=models.PositiveIntegerField(default=0),
        ),
        MakeTables([migrations.CreateModel(
            name='ImportWork',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('stage', models.CharField(choices=[('reading', 'reading'), ('comparing', 'comparing'), ('taking', 'taking'), ('taking_back', 'taking_back')], max_length=20)),
                ('by', models.UUIDField()),
                ('whole', models.PositiveIntegerField(default=0)),
                ('reached', models.PositiveIntegerField(default=0)),
                ('hand', models.UUIDField(null=True)),
                ('beat_at', models.DateTimeField(null=True)),
                ('stop_at', models.DateTimeField(null=True)),
                ('stopped_by', models.UUIDField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('sentence', models.TextField(blank=True)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.import')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('of',), name='one_work_at_a_time_on_an_import')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        )]),
    ]
