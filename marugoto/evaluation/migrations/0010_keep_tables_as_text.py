from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("evaluation", "0009_stop_figures_again"),
    ]

    operations = [
        migrations.AlterField(
            model_name="countedfigure",
            name="rows",
            field=models.TextField(blank=True),
        ),
    ]
