from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0002_sit_under_councils_and_let_words_leave"),
    ]

    operations = [
        migrations.AddField(
            model_name="outsideseat",
            name="letter",
            field=models.UUIDField(null=True),
        ),
    ]
