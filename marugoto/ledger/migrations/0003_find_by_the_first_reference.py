from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("ledger", "0002_add_index_of_corrections"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["ref_1"], condition=models.Q(ref_1__isnull=False), name="what_it_is_about_first"),
        ),
    ]
