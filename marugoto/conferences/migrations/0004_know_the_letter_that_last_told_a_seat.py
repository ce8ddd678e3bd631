from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0003_know_the_letter_of_a_seat"),
    ]

    operations = [
        migrations.AddField(
            model_name="outsideseat",
            name="told_in",
            field=models.UUIDField(null=True),
        ),
    ]
