from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', "0012_keep_the_day_of_the_figures"),
    ]

    operations = [
        migrations.AddField(
            model_name='counting',
            name='needed',
            field=models.JSONField(default=dict),
        ),
    ]
