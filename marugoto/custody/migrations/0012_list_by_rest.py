"""The control tower reads a page of open balls in the order in which they lie, the longest first."""

import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0003_say_who_stands_in'),
        ('custody', '0011_offer_oneself'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='ball',
            name='open_balls_of_a_body',
        ),
        migrations.AddIndex(
            model_name='ball',
            index=models.Index(models.F('body'), models.F('urgency'), django.db.models.functions.comparison.Greatest(models.F('since'), django.db.models.functions.comparison.Coalesce(models.F('touched_at'), models.F('since'))), models.F('number'), condition=models.Q(('settlement', None)), name='open_balls_by_rest'),
        ),
    ]
