import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('people', '0001_keep_persons'), ('people', '0002_keep_households'), ('people', '0003_let_mistakes_be_taken_back'), ('people', '0004_find_names_in_the_index')]

    initial = True

    dependencies = [
        ('disclosure', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Alias',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Pseudonym',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('person', models.UUIDField(unique=True)),
                ('number', models.UUIDField(unique=True)),
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
            name='AliasEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('alias', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='people.alias')),
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
            name='Household',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(max_length=120)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('since', models.DateField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
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
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('name', models.CharField(blank=True, max_length=300)),
                ('kana', models.CharField(blank=True, max_length=300)),
                ('name_folded', models.TextField(blank=True)),
                ('kana_folded', models.TextField(blank=True)),
                ('birth', models.DateField(null=True)),
                ('birth_year', models.PositiveSmallIntegerField(null=True)),
                ('sex', models.CharField(choices=[('male', 'male'), ('female', 'female'), ('other', 'other'), ('unknown', 'unknown')], default='unknown', max_length=20)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'kana_folded'], name='people_pers_body_a5a3e1_idx'), models.Index(fields=['birth'], name='people_pers_birth_7bfdbf_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('birth', None), ('birth_year', None), _connector='OR'), name='birth_by_day_or_by_year_never_both')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('relation', models.CharField(blank=True, max_length=60)),
                ('is_centre', models.BooleanField(default=False)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='people.household')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('household', 'person'), name='once_at_a_time_in_a_household'), models.CheckConstraint(condition=models.Q(('until', None), ('since', None), ('until__gte', models.F('since')), _connector='OR'), name='membership_ends_after_it_began')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='HouseholdChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('formed', 'formed'), ('joined', 'joined'), ('moved_out', 'moved_out'), ('split', 'split'), ('merged', 'merged'), ('died', 'died'), ('stayed', 'stayed')], max_length=20)),
                ('day', models.DateField(null=True)),
                ('destination', models.CharField(blank=True, choices=[('alone', 'alone'), ('family', 'family'), ('hospital', 'hospital'), ('facility', 'facility'), ('away', 'away'), ('unknown', 'unknown')], max_length=20)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
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
        migrations.CreateModel(
            name='Descent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('birth', 'birth'), ('adopted', 'adopted'), ('foster', 'foster'), ('step', 'step')], max_length=20)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('parent', 'child', 'kind', 'number'), name='each_descent_once'), models.CheckConstraint(condition=models.Q(('parent', models.F('child')), _negated=True), name='nobody_descends_from_himself')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Death',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='death', to='people.person')),
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
            model_name='alias',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='alias',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('text', models.CharField(max_length=300)),
                ('postal', models.CharField(blank=True, max_length=10)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
            name='PersonChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('field', models.CharField(choices=[('name', 'name'), ('kana', 'kana'), ('birth', 'birth'), ('sex', 'sex'), ('death', 'death')], max_length=20)),
                ('old', models.CharField(blank=True, max_length=300)),
                ('new', models.CharField(blank=True, max_length=300)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
            name='PersonGram',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('name', 'name'), ('kana', 'kana')], max_length=10)),
                ('gram', models.CharField(max_length=2)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['gram', 'person'], include=('folder', 'body'), name='grams_with_their_folders')],
                'constraints': [models.UniqueConstraint(fields=('gram', 'person', 'kind'), name='each_gram_once_for_a_person')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('former', 'former'), ('known_as', 'known_as'), ('spelling', 'spelling')], max_length=20)),
                ('name', models.CharField(blank=True, max_length=300)),
                ('kana', models.CharField(blank=True, max_length=300)),
                ('name_folded', models.TextField(blank=True)),
                ('kana_folded', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
            name='Phone',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.CharField(max_length=60)),
                ('digits', models.CharField(db_index=True, max_length=40)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
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
            name='PointerAsk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('worker', models.UUIDField()),
                ('duty', models.UUIDField()),
                ('day', models.DateField()),
                ('number', models.PositiveSmallIntegerField()),
                ('found', models.BooleanField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('worker', 'day', 'number'), name='questions_of_a_day_in_order')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Union',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('marriage', 'marriage'), ('common_law', 'common_law'), ('partner', 'partner')], max_length=20)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('one', models.F('other')), _negated=True), name='a_union_is_of_two_persons')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='UnionTurn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('together', 'together'), ('separated', 'separated'), ('divorced', 'divorced')], max_length=20)),
                ('day', models.DateField(null=True)),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='people.union')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('union', 'number'), name='turns_of_a_union_in_order')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='TieMistake',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('descent', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mistake', to='people.descent')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('union', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mistake', to='people.union')),
                ('turn', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mistake', to='people.unionturn')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('descent__isnull', False), ('turn__isnull', True), ('union__isnull', True)), models.Q(('descent__isnull', True), ('turn__isnull', True), ('union__isnull', False)), models.Q(('descent__isnull', True), ('turn__isnull', False), ('union__isnull', True)), _connector='OR'), name='a_mistake_is_of_one_tie')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name='alias',
            constraint=models.CheckConstraint(condition=models.Q(('one', models.F('other')), _negated=True), name='alias_is_of_two_records'),
        ),
    ])]
