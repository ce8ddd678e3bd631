import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("community", "0012_place_the_balls_of_what_follows")]

    operations = [
        migrations.AlterField(
            model_name="fieldtask",
            name="ball",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="custody.ball"
            ),
        ),
        migrations.RemoveIndex(model_name="fieldtask", name="tasks_of_a_holder"),
        migrations.RemoveField(model_name="fieldtask", name="holder"),
        migrations.DeleteModel(name="FieldTaskHolding"),
    ]
