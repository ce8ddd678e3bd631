import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('porch', '0002_tell_when_and_where'),
    ]

    operations = [
        MakeTables([
            migrations.CreateModel(
                name='HostPage',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('until', models.DateField()),
                    ('name', models.CharField(max_length=200)),
                    ('confirmed_on', models.DateField(null=True)),
                    ('shown', models.JSONField(default=dict)),
                    ('same_on', models.DateField(null=True)),
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
                name='HostLetter',
                fields=[
                    ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                    ('body', models.CharField(db_index=True, max_length=6)),
                    ('made_at', models.DateTimeField()),
                    ('page_ref', models.UUIDField()),
                    ('sequence', models.PositiveIntegerField()),
                    ('payload', models.JSONField()),
                    ('written_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('body', 'sequence'), name='each_sequence_names_one_host_letter')],
                },
                managers=[
                    ('objects', django.db.models.manager.Manager()),
                    ('passage', django.db.models.manager.Manager()),
                ],
            ),
        ]),
        migrations.AlterField(
            model_name='knock',
            name='door',
            field=models.CharField(choices=[('notice', 'notice'), ('ask', 'ask'), ('table', 'table'), ('host', 'host')], max_length=10),
        ),
    ]
