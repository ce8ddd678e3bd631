from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("evaluation", "0010_write_down_surveys"),
    ]

    operations = [
        migrations.AlterField(
            model_name="countedfigure",
            name="rows",
            field=models.TextField(blank=True),
        ),
    ]
