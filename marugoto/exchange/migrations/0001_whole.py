import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('exchange', '0001_begin'), ('exchange', '0002_carry'), ('exchange', '0003_answered'), ('exchange', '0005_bring_staff_lists_in'), ('exchange', '0006_keep_mails')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('custody', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Incoming',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('notice', models.UUIDField()),
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
            name='Import',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('file_name', models.CharField(max_length=200)),
                ('layout', models.CharField(max_length=30)),
                ('encoding', models.CharField(max_length=20)),
                ('row_count', models.PositiveIntegerField()),
                ('notes', models.JSONField(default=list)),
                ('absent', models.JSONField(default=list)),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'made_at'], name='exchange_im_body_974dc8_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('lines', models.JSONField(default=list)),
                ('verdict', models.CharField(choices=[('new', 'new'), ('changed', 'changed'), ('same', 'same'), ('refused', 'refused')], max_length=10)),
                ('name', models.CharField(max_length=200)),
                ('keys', models.JSONField(default=list)),
                ('place', models.UUIDField(null=True)),
                ('values', models.JSONField(default=dict)),
                ('changes', models.JSONField(default=list)),
                ('before', models.JSONField(default=dict)),
                ('notes', models.JSONField(default=list)),
                ('reason', models.TextField(blank=True)),
                ('source', models.JSONField(default=list)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.import')),
            ],
            options={
                'indexes': [models.Index(fields=['of', 'verdict'], name='exchange_im_of_id_df2ba4_idx')],
                'constraints': [models.UniqueConstraint(fields=('of', 'number'), name='each_number_names_one_row')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='MailWish',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('address', models.CharField(blank=True, max_length=254)),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            options={
                'indexes': [models.Index(fields=['duty', 'made_at'], name='exchange_ma_duty_id_454ead_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('key', models.CharField(max_length=140)),
                ('place', models.UUIDField(db_index=True)),
                ('values', models.JSONField(default=dict)),
                ('last', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.import')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'key'), name='one_place_for_each_key')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Outgoing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=30)),
                ('sequence', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('answered_at', models.DateTimeField(null=True)),
                ('refused', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'kind', 'sequence'), name='each_sequence_goes_out_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('made', models.PositiveIntegerField()),
                ('changed', models.PositiveIntegerField()),
                ('unchanged', models.PositiveIntegerField()),
                ('refused', models.PositiveIntegerField()),
                ('of', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.import')),
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
            name='StaffList',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('file_name', models.CharField(max_length=200)),
                ('encoding', models.CharField(max_length=20)),
                ('row_count', models.PositiveIntegerField()),
                ('notes', models.JSONField(default=list)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'made_at'], name='exchange_st_body_d0031d_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='StaffReceipt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('asked', models.PositiveIntegerField()),
                ('left', models.PositiveIntegerField()),
                ('same', models.PositiveIntegerField()),
                ('unread', models.PositiveIntegerField()),
                ('of', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='receipt', to='exchange.stafflist')),
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
            name='StaffRow',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('line', models.PositiveIntegerField()),
                ('verdict', models.CharField(choices=[('new', 'new'), ('moves', 'moves'), ('leaves', 'leaves'), ('same', 'same'), ('unread', 'unread')], max_length=10)),
                ('number', models.CharField(blank=True, max_length=20)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('place', models.CharField(blank=True, max_length=130)),
                ('said', models.CharField(max_length=300)),
                ('notes', models.JSONField(default=list)),
                ('worker', models.UUIDField(null=True)),
                ('team', models.UUIDField(null=True)),
                ('ends', models.JSONField(default=list)),
                ('day', models.DateField(null=True)),
                ('suspends', models.BooleanField(default=False)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.stafflist')),
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
            name='Undo',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('receipt', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.receipt')),
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
            name='UndoneRow',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('done', models.BooleanField()),
                ('sentence', models.TextField(blank=True)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.undo')),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.importrow')),
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
            name='Upload',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('of', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.import')),
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
            name='DigestMail',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('address', models.CharField(max_length=254)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('sending', 'sending'), ('sent', 'sent'), ('refused', 'refused'), ('over', 'over')], max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('digest', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.digest')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'state', 'next_at'], name='exchange_di_body_ce7226_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
