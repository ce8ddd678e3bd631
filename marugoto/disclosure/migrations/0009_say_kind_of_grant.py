"""Grants say of which kind their folder's subject is, so that a list of cases begins with the grants on cases."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0008_keep_attachments")]

    operations = [
        migrations.AddField("grant", "kind", models.CharField(max_length=20, default=""), preserve_default=False),
    ]
