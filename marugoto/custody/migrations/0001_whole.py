import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('custody', '0001_begin'), ('custody', '0002_hand_over_words'), ('custody', '0003_let_a_limit_say_why'), ('custody', '0004_ask_the_holder'), ('custody', '0005_tell_of_answers'), ('custody', '0006_hand_back_what_has_shut'), ('custody', '0007_look_in_after_the_end'), ('custody', '0008_direct_and_count_passes'), ('custody', '0009_hear_by_telephone_and_hand_many'), ('custody', '0010_tell_step_by_step'), ('custody', '0011_offer_oneself'), ('custody', '0012_list_by_rest'), ('custody', '0013_keep_digests'), ('custody', '0014_ask_before_answering')]

    initial = True

    dependencies = [
        ('agencies', '0001_whole'),
        ('disclosure', '0001_whole'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='AskingEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('answered', 'answered'), ('withdrawn', 'withdrawn'), ('settled', 'settled'), ('done', 'done'), ('not_done', 'not_done'), ('moved', 'moved')], max_length=10)),
                ('at', models.DateTimeField()),
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
            name='BidEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('offered', 'offered'), ('refused', 'refused'), ('withdrawn', 'withdrawn'), ('over', 'over')], max_length=10)),
                ('at', models.DateTimeField()),
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
            name='RescueEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('by_itself', models.BooleanField(default=False)),
                ('learnt', models.CharField(blank=True, choices=[('whom_to_ask', 'whom_to_ask'), ('how_to_talk', 'how_to_talk'), ('rules_known', 'rules_known'), ('ask_earlier', 'ask_earlier'), ('place_known', 'place_known'), ('not_yet', 'not_yet')], max_length=20)),
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
            name='StuckAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('outcome', models.CharField(choices=[('self', 'self'), ('joint', 'joint'), ('taken', 'taken'), ('moved', 'moved'), ('settled', 'settled')], max_length=10)),
                ('at', models.DateTimeField()),
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
            name='TidingReading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
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
            name='Asking',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('due', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asking', to='custody.askingending')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AskingWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('asking', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.asking')),
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
            name='Ball',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('matter_kind', models.CharField(choices=[('notice', 'notice'), ('consultation', 'consultation'), ('case', 'case'), ('need', 'need'), ('question', 'question'), ('resource_task', 'resource_task'), ('decision', 'decision')], max_length=20)),
                ('matter', models.UUIDField(unique=True)),
                ('number', models.CharField(max_length=12)),
                ('theme', models.CharField(max_length=40)),
                ('urgency', models.CharField(choices=[('now', 'now'), ('soon', 'soon'), ('usual', 'usual'), ('slow', 'slow')], max_length=10)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('since', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('passes', models.PositiveSmallIntegerField(default=0)),
                ('touched_at', models.DateTimeField(null=True)),
                ('look_on', models.DateField(null=True)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('in_charge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='asking',
            name='ball',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='askings', to='custody.ball'),
        ),
        migrations.CreateModel(
            name='Bid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bids', to='custody.ball')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bid', to='custody.bidending')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('ball', 'team'), name='one_bid_of_a_team_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='BidWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('answer', models.BooleanField(default=False)),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('bid', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.bid')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('bid', 'answer'), name='each_side_says_it_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            name='BundleLine',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('turn', models.PositiveSmallIntegerField()),
                ('refused', models.CharField(blank=True, max_length=400)),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='custody.bundle')),
                ('left', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='BundleTakingBack',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('refused', models.CharField(blank=True, max_length=400)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken_back', to='custody.bundleline')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('refused', '')), fields=('line',), name='a_line_is_taken_back_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Companion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('by', models.UUIDField()),
                ('ended_by', models.UUIDField(null=True)),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='companions', to='custody.ball')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('ball', 'team'), name='a_team_is_a_companion_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('due_today', models.PositiveIntegerField()),
                ('late', models.PositiveIntegerField()),
                ('stuck', models.PositiveIntegerField()),
                ('offers', models.PositiveIntegerField()),
                ('looks', models.PositiveIntegerField()),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('duty', 'day'), name='one_digest_for_a_duty_and_a_day')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Direction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('asking', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='direction', to='custody.asking')),
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
            name='Escalation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('alarm', models.CharField(choices=[('silent', 'silent'), ('late', 'late'), ('stuck', 'stuck')], max_length=10)),
                ('matter_kind', models.CharField(blank=True, choices=[('notice', 'notice'), ('consultation', 'consultation'), ('case', 'case'), ('need', 'need'), ('question', 'question'), ('resource_task', 'resource_task'), ('decision', 'decision')], max_length=20)),
                ('urgency', models.CharField(blank=True, choices=[('now', 'now'), ('soon', 'soon'), ('usual', 'usual'), ('slow', 'slow')], max_length=10)),
                ('sender_after', models.PositiveSmallIntegerField(null=True)),
                ('tower_after', models.PositiveSmallIntegerField(null=True)),
                ('chief_after', models.PositiveSmallIntegerField(null=True)),
                ('muted_until', models.DateField(null=True)),
                ('since', models.DateField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(max_length=200)),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='an_escalation_says_why'), models.CheckConstraint(condition=models.Q(('muted_until', None), models.Q(('chief_after__isnull', True), ('sender_after__isnull', True), ('tower_after__isnull', True)), _connector='OR'), name='who_is_muted_sets_no_days')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='EscalationTold',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('alarm', models.CharField(choices=[('silent', 'silent'), ('late', 'late'), ('stuck', 'stuck')], max_length=10)),
                ('occasion', models.CharField(max_length=60)),
                ('whom', models.CharField(choices=[('sender', 'sender'), ('tower', 'tower'), ('chief', 'chief')], max_length=10)),
                ('day', models.DateField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('ball', 'occasion', 'whom'), name='each_is_told_once_of_an_occasion')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='custody.ball')),
                ('left', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('ball',), name='one_hand_over_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='HandOverWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('left', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
            ],
            options={
                'indexes': [models.Index(fields=['ball', 'made_at'], name='notes_of_a_ball_by_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('turn', models.PositiveIntegerField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('how', models.CharField(choices=[('placed', 'placed'), ('caught', 'caught'), ('decided', 'decided'), ('assigned', 'assigned'), ('inherited', 'inherited'), ('taken_in', 'taken_in'), ('reopened', 'reopened'), ('handed_back', 'handed_back')], max_length=12)),
                ('by', models.UUIDField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='custody.ball')),
                ('in_charge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('ball',), name='one_holder_at_a_time'), models.UniqueConstraint(fields=('ball', 'turn'), name='one_holding_for_each_turn'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='a_holding_ends_after_it_begins')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Limit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('urgency', models.CharField(choices=[('now', 'now'), ('soon', 'soon'), ('usual', 'usual'), ('slow', 'slow')], max_length=10)),
                ('answer_days', models.PositiveSmallIntegerField()),
                ('unattended_days', models.PositiveSmallIntegerField()),
                ('since', models.DateField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('answer_days__gte', 1), ('unattended_days__gte', 1)), name='a_limit_is_at_least_a_day')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('expertise', 'expertise'), ('own_field', 'own_field'), ('area', 'area'), ('nearer', 'nearer'), ('person_wish', 'person_wish'), ('capacity', 'capacity'), ('conference', 'conference'), ('other', 'other')], max_length=20)),
                ('due', models.DateField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='custody.ball')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='bundleline',
            name='offer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.offer'),
        ),
        migrations.CreateModel(
            name='OfferEnding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('caught', 'caught'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed'), ('taken_on', 'taken_on')], max_length=12)),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('reason', models.CharField(blank=True, max_length=30)),
                ('declined_by', models.CharField(blank=True, choices=[('agency', 'agency'), ('person', 'person')], max_length=10)),
                ('instead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'declined'), models.Q(('declined_by', ''), _negated=True), models.Q(('reason', ''), _negated=True)), models.Q(('kind', 'declined'), _negated=True), _connector='OR'), name='a_no_says_by_whom_and_why')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='offer',
            name='ended',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offer', to='custody.offerending'),
        ),
        migrations.CreateModel(
            name='OfferWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('said', models.CharField(choices=[('offer', 'offer'), ('answer', 'answer'), ('question', 'question'), ('reply', 'reply')], max_length=10)),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.offer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offer', 'said'), name='each_side_speaks_once_for_an_offer')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='OutsideAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('said', models.CharField(choices=[('taken_on', 'taken_on'), ('declined', 'declined'), ('asked_back', 'asked_back')], max_length=12)),
                ('means', models.CharField(choices=[('telephone', 'telephone'), ('in_person', 'in_person'), ('paper', 'paper'), ('mail', 'mail')], max_length=12)),
                ('day', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='custody.offer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('said', 'asked_back'), _negated=True), fields=('offer',), name='one_last_word_of_an_agency_outside')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='OutsideWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('who', models.CharField(max_length=60)),
                ('words', models.TextField(blank=True)),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.outsideanswer')),
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
            name='Rescue',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('since', models.DateTimeField()),
                ('until', models.DateField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rescues', to='custody.ball')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('ended', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rescue', to='custody.rescueending')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('ball',), name='one_rescue_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Learnt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('code', models.CharField(choices=[('whom_to_ask', 'whom_to_ask'), ('how_to_talk', 'how_to_talk'), ('rules_known', 'rules_known'), ('ask_earlier', 'ask_earlier'), ('place_known', 'place_known'), ('not_yet', 'not_yet')], max_length=20)),
                ('words', models.TextField()),
                ('by', models.UUIDField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('rescue', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.rescue')),
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
            name='Settlement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('outcome', models.CharField(choices=[('achieved', 'achieved'), ('answered', 'answered'), ('carried_on', 'carried_on'), ('own_wish', 'own_wish'), ('moved_away', 'moved_away'), ('died', 'died'), ('broken_off', 'broken_off'), ('not_needed', 'not_needed'), ('nothing_found', 'nothing_found'), ('placed_by_mistake', 'placed_by_mistake')], max_length=20)),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='custody.ball')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
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
            name='Reopening',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField()),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('settlement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reopening', to='custody.settlement')),
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
            model_name='ball',
            name='settlement',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.settlement'),
        ),
        migrations.CreateModel(
            name='Stuck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stucks', to='custody.ball')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('answer', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stuck', to='custody.stuckanswer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('answer', None)), fields=('ball',), name='one_call_for_help_at_a_time')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Tiding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('entrusted', 'entrusted'), ('caught', 'caught'), ('declined', 'declined'), ('declined_again', 'declined_again'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed'), ('stuck', 'stuck'), ('stuck_answered', 'stuck_answered'), ('rescue_begun', 'rescue_begun'), ('rescue_ended', 'rescue_ended'), ('to_be_handed_over', 'to_be_handed_over'), ('taken_in', 'taken_in'), ('asked', 'asked'), ('asking_answered', 'asking_answered'), ('bid', 'bid'), ('bid_refused', 'bid_refused'), ('bid_over', 'bid_over'), ('directed', 'directed'), ('direction_ended', 'direction_ended'), ('not_opened', 'not_opened'), ('companion', 'companion'), ('answered', 'answered'), ('shut', 'shut'), ('handed_back', 'handed_back'), ('late', 'late'), ('taken_on', 'taken_on'), ('asked_back', 'asked_back'), ('replied', 'replied')], max_length=20)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='custody.ball')),
                ('duty', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.duty')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('read', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tiding', to='custody.tidingreading')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('read', None)), fields=['team'], name='unread_tidings_of_a_team'), models.Index(condition=models.Q(('read', None)), fields=['duty'], name='unread_tidings_of_a_duty')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('duty__isnull', True), ('team__isnull', False)), models.Q(('duty__isnull', False), ('team__isnull', True)), _connector='OR'), name='a_tiding_is_to_a_team_or_to_a_duty')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Touch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('met', 'met'), ('talked', 'talked'), ('wrote', 'wrote'), ('agency', 'agency'), ('tried', 'tried'), ('prepared', 'prepared')], max_length=12)),
                ('stance', models.CharField(choices=[('holder', 'holder'), ('offered', 'offered'), ('companion', 'companion'), ('rescuer', 'rescuer'), ('tower', 'tower'), ('beside', 'beside')], max_length=12)),
                ('team', models.UUIDField()),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('ball', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='touches', to='custody.ball')),
            ],
            options={
                'indexes': [models.Index(fields=['ball', 'at'], name='custody_tou_ball_id_28293f_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name='asking',
            constraint=models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('ball',), name='one_asking_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='bundleline',
            constraint=models.UniqueConstraint(fields=('bundle', 'ball'), name='each_ball_once_in_a_bundle'),
        ),
        migrations.AddConstraint(
            model_name='bundleline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('left__isnull', True), ('offer__isnull', False), ('refused', '')), models.Q(('left__isnull', False), ('offer__isnull', True), ('refused', '')), models.Q(('left__isnull', True), ('offer__isnull', True), models.Q(('refused', ''), _negated=True)), _connector='OR'), name='a_line_is_offered_or_given_or_refused'),
        ),
        migrations.AddIndex(
            model_name='offer',
            index=models.Index(condition=models.Q(('ended', None)), fields=['to'], name='open_offers_to_a_team'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('ball',), name='one_open_offer_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('sender', models.F('to')), _negated=True), name='an_offer_goes_to_another_team'),
        ),
        migrations.AddIndex(
            model_name='ball',
            index=models.Index(condition=models.Q(('settlement', None)), fields=['holder'], name='open_balls_of_a_holder'),
        ),
        migrations.AddIndex(
            model_name='ball',
            index=models.Index(condition=models.Q(('look_on', None), _negated=True), fields=['holder', 'look_on'], name='looks_of_a_holder'),
        ),
        migrations.AddIndex(
            model_name='ball',
            index=models.Index(condition=models.Q(('settlement', None)), fields=['in_charge'], name='open_balls_of_a_duty'),
        ),
        migrations.AddIndex(
            model_name='ball',
            index=models.Index(models.F('body'), models.F('urgency'), django.db.models.functions.comparison.Greatest(models.F('since'), django.db.models.functions.comparison.Coalesce(models.F('touched_at'), models.F('since'))), models.F('number'), condition=models.Q(('settlement', None)), name='open_balls_by_rest'),
        ),
        migrations.AddConstraint(
            model_name='ball',
            constraint=models.UniqueConstraint(fields=('body', 'number'), name='each_number_names_one_ball'),
        ),
        migrations.AddConstraint(
            model_name='ball',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='a_version_counts_from_one'),
        ),
    ])]
