import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0013_say_by_the_ball_who_holds'),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='LackSheet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('team', models.UUIDField()),
                ('cooperation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sheet', to='community.cooperation')),
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
            name='LackLine',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('lack', models.CharField(choices=[('place', 'place'), ('transport', 'transport'), ('companion', 'companion'), ('housing', 'housing'), ('work', 'work'), ('interpreter', 'interpreter'), ('hand', 'hand'), ('other', 'other')], max_length=20)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('count', models.PositiveIntegerField(null=True)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='community.lacksheet')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sheet', 'lack', 'area'), name='each_lack_and_district_once_a_sheet')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        ]),
    ]
