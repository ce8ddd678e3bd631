import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0010_call_photos_by_number"),
        ("custody", "0005_hold_what_follows"),
    ]

    operations = [
        migrations.AddField(
            model_name="fieldtask",
            name="ball",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="custody.ball"
            ),
        ),
    ]
