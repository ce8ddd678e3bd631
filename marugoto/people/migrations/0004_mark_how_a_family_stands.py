import uuid

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0020_know_the_conference_on_public_assistance'),
        ('people', '0003_find_addresses_however_they_are_written'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='FamilyMark',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('close', 'close'), ('strained', 'strained'), ('broken', 'broken'), ('key_person', 'key_person'), ('main_carer', 'main_carer'), ('second_carer', 'second_carer')], max_length=12)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('household__isnull', True), ('other__isnull', False), models.Q(('kind__in', ['key_person', 'main_carer', 'second_carer']), _negated=True)), models.Q(('household__isnull', False), ('kind__in', ['key_person', 'main_carer', 'second_carer']), ('other__isnull', True)), _connector='OR'), name='a_mark_is_of_two_or_of_a_household'), models.CheckConstraint(condition=models.Q(('other', None), models.Q(('one', models.F('other')), _negated=True), _connector='OR'), name='nobody_stands_to_himself'), models.UniqueConstraint(condition=models.Q(('household', None), ('until', None)), fields=('one', 'other'), name='two_stand_in_one_way'), models.UniqueConstraint(condition=models.Q(('kind', 'key_person'), ('until', None)), fields=('one', 'household'), name='key_person_once_for_a_household'), models.UniqueConstraint(condition=models.Q(('kind__in', ['main_carer', 'second_carer']), ('until', None)), fields=('one', 'household'), name='main_or_second_carer_of_a_household')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
