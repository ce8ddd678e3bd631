from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', '0009_stop_figures_again'),
    ]

    operations = [
        migrations.AddField(
            model_name='counting',
            name='needed',
            field=models.JSONField(default=dict),
        ),
    ]
