import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0008_publish_reviews'),
    ]

    operations = [
        MakeTables([
        migrations.CreateModel(
            name='CheckedFigure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('version', models.CharField(max_length=10)),
                ('n', models.PositiveIntegerField(null=True)),
                ('k', models.PositiveIntegerField(null=True)),
                ('running', models.PositiveIntegerField(null=True)),
                ('level', models.PositiveSmallIntegerField(null=True)),
                ('value', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ('unit', models.CharField(blank=True, max_length=20)),
                ('check_made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='evaluation.effectcheck')),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='later', to='evaluation.citation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('check_made', 'citation'), name='each_figure_once_a_check')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
        ]),
    ]
