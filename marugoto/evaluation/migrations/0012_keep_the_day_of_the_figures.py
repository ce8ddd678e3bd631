from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('evaluation', "0011_keep_tables_as_text"),
    ]

    operations = [
        migrations.AddField(
            model_name='necessitydecision',
            name='counted_until',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='ratinground',
            name='wanted',
            field=models.JSONField(default=dict),
        ),
    ]
