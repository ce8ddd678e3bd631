from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0009_answer_from_the_index")]

    operations = [
        migrations.AddField(
            model_name="planstanding",
            name="asked_on",
            field=models.DateField(null=True),
        ),
    ]
