"""A list of cases begins with the team's grants on cases."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0003_say_who_stands_in'),
        ('disclosure', '0010_fill_kind_of_grant'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='grant',
            name='disclosure__team_id_32483c_idx',
        ),
        migrations.RemoveIndex(
            model_name='grant',
            name='disclosure__duty_id_0ec303_idx',
        ),
        migrations.AddIndex(
            model_name='grant',
            index=models.Index(fields=['team', 'kind', 'folder'], name='disclosure__team_id_6f889b_idx'),
        ),
        migrations.AddIndex(
            model_name='grant',
            index=models.Index(fields=['duty', 'kind', 'folder'], name='disclosure__duty_id_4e566e_idx'),
        ),
    ]
