"""Grants are looked for by the way they came (a ball, a seat): when a ball is over, or a conference is called off."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0006_carry_answers")]

    operations = [
        migrations.AddIndex(
            model_name="grant", index=models.Index(fields=["via"], name="disclosure__via_b41a5d_idx")
        ),
    ]
