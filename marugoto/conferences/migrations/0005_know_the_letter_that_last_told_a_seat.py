from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0004_know_the_conference_on_public_assistance"),
    ]

    operations = [
        migrations.AddField(
            model_name="outsideseat",
            name="told_in",
            field=models.UUIDField(null=True),
        ),
    ]
