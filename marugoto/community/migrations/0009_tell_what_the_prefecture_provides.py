import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0008_ask_more_of_hosts'),
    ]

    operations = [
        migrations.AddField(
            model_name='undertaking',
            name='goal',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='undertaking',
            name='serves',
            field=models.CharField(blank=True, choices=[('community', 'community'), ('link', 'link'), ('agencies', 'agencies')], max_length=20),
        ),
        MakeTables([
        migrations.CreateModel(
            name='ProvisionEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
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
            name='Provision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=120)),
                ('does', models.TextField()),
                ('audience', models.CharField(max_length=200)),
                ('lack', models.CharField(choices=[('place', 'place'), ('transport', 'transport'), ('companion', 'companion'), ('housing', 'housing'), ('work', 'work'), ('interpreter', 'interpreter'), ('hand', 'hand'), ('other', 'other')], max_length=20)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('contact', models.CharField(max_length=200)),
                ('ground', models.CharField(choices=[('article', 'article'), ('order', 'order'), ('agreement', 'agreement')], max_length=20)),
                ('ground_words', models.CharField(max_length=200)),
                ('by', models.UUIDField()),
                ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='provision', to='community.provisionending')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('body', 'name'), name='one_provision_for_each_name'),
                    models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('since')), _connector='OR'), name='a_provision_ends_after_it_begins'),
                ],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ProvisionUptake',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('town', 'town'), ('somebody', 'somebody')], max_length=10)),
                ('day', models.DateField()),
                ('until', models.DateField(null=True)),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.provision')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('kind', 'town'), ('until', None)), fields=('body', 'provision'), name='a_town_takes_a_provision_up_once_at_a_time'),
                ],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        ]),
    ]
