from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('porch', '0003_open_pages_to_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='publishedbody',
            name='hosts_at',
            field=models.DateTimeField(null=True),
        ),
    ]
