import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models

from marugoto.ground.tables import MakeTables


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0001_whole'),
        ('community', '0001_whole'),
        ('disclosure', '0001_whole'),
        ('participation', '0006_say_who_is_watched_over'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='ShownPlace',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(db_index=True, max_length=6)),
                ('made_at', models.DateTimeField()),
                ('news', models.CharField(blank=True, choices=[('listed', 'listed'), ('widened', 'widened'), ('changed', 'changed'), ('confirmed', 'confirmed')], max_length=20)),
                ('reasons', models.JSONField(default=list)),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.folder')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('need', 'place'), name='a_place_is_news_once_for_a_need')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('passage', django.db.models.manager.Manager()),
            ],
        ),
    ])]
