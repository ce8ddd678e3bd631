import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0004_weigh_what_is_needed'),
    ]

    operations = [
        MakeTables(
            [
                migrations.CreateModel(
                    name='HeldCount',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('body', models.CharField(db_index=True, max_length=6)),
                        ('made_at', models.DateTimeField()),
                        ('last', models.DateField()),
                        ('name', models.CharField(max_length=40)),
                        ('count', models.PositiveIntegerField()),
                    ],
                    managers=[
                        ('objects', django.db.models.manager.Manager()),
                        ('passage', django.db.models.manager.Manager()),
                    ],
                ),
                migrations.AddConstraint(
                    model_name='heldcount',
                    constraint=models.UniqueConstraint(fields=('body', 'last', 'name'), name='one_held_count_of_each_half_year'),
                ),
            ]
        ),
    ]
