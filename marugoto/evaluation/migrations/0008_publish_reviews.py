import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0007_review_means'),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='ReviewPublication',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('medium', models.CharField(max_length=200)),
                ('outside', models.CharField(blank=True, max_length=1000)),
                ('by', models.UUIDField()),
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='evaluation.meansreview')),
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
