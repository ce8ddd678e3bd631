import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0014_bring_what_is_lacking'),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('prefecture', models.CharField(db_index=True, max_length=6)),
                ('about', models.CharField(choices=[('community', 'community'), ('consulting', 'consulting'), ('necessity', 'necessity'), ('together', 'together'), ('looking_back', 'looking_back'), ('other', 'other')], max_length=20)),
                ('trigger', models.CharField(choices=[('own_records', 'own_records'), ('heard', 'heard'), ('assembly', 'assembly'), ('from_above', 'from_above'), ('neighbours', 'neighbours'), ('other', 'other')], max_length=20)),
                ('question', models.TextField()),
                ('tried', models.CharField(blank=True, max_length=400)),
                ('day', models.DateField()),
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
            name='EnquiryAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('adviser', models.CharField(max_length=200)),
                ('visit', models.DateField(null=True)),
                ('day', models.DateField()),
                ('by', models.UUIDField()),
                ('enquiry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='community.enquiry')),
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
            name='EnquiryOutcome',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('fruit', models.CharField(choices=[('changed', 'changed'), ('trying', 'trying'), ('nothing_yet', 'nothing_yet'), ('not_fitting', 'not_fitting')], max_length=20)),
                ('words', models.CharField(max_length=400)),
                ('day', models.DateField()),
                ('by', models.UUIDField()),
                ('enquiry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='outcome', to='community.enquiry')),
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
        ]),
    ]
