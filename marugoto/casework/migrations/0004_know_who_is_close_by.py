import uuid

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_end_promises'),
        ('disclosure', '0020_know_the_conference_on_public_assistance'),
        ('people', '0004_mark_how_a_family_stands'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Acquaintance',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('neighbour', 'neighbour'), ('friend', 'friend'), ('commissioner', 'commissioner'), ('relative', 'relative'), ('other', 'other')], max_length=20)),
                ('name', models.CharField(max_length=60)),
                ('closeness', models.CharField(blank=True, choices=[('strong', 'strong'), ('ordinary', 'ordinary'), ('weak', 'weak'), ('tense', 'tense')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
    ])]
