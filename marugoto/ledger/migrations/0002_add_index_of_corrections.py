from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0001_whole'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='fact',
            index=models.Index(condition=models.Q(('corrects__isnull', False)), fields=['body', 'corrects'], name='what_was_corrected'),
        ),
    ]
