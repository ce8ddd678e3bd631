import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('ground', '0001_begin')]

    initial = True

    dependencies = [
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(max_length=6)),
                ('name', models.CharField(max_length=80)),
                ('value', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'name'), name='one_counter_for_each_name')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('key', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('sender', models.UUIDField()),
                ('route', models.CharField(max_length=200)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('location', models.CharField(blank=True, max_length=500)),
                ('sent_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'indexes': [models.Index(fields=['sender', 'sent_at'], name='ground_subm_sender_f8135d_idx')],
            },
        ),
    ])]
