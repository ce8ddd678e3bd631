from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('custody', '0007_find_lessons_of_others'),
    ]

    operations = [
        migrations.AlterField(
            model_name='ball',
            name='matter_kind',
            field=models.CharField(choices=[('notice', 'notice'), ('consultation', 'consultation'), ('case', 'case'), ('need', 'need'), ('question', 'question'), ('resource_task', 'resource_task'), ('approach', 'approach'), ('watch', 'watch'), ('cooperation', 'cooperation'), ('follow_up', 'follow_up'), ('decision', 'decision'), ('improvement', 'improvement')], max_length=20),
        ),
        migrations.AlterField(
            model_name='escalation',
            name='matter_kind',
            field=models.CharField(blank=True, choices=[('notice', 'notice'), ('consultation', 'consultation'), ('case', 'case'), ('need', 'need'), ('question', 'question'), ('resource_task', 'resource_task'), ('approach', 'approach'), ('watch', 'watch'), ('cooperation', 'cooperation'), ('follow_up', 'follow_up'), ('decision', 'decision'), ('improvement', 'improvement')], max_length=20),
        ),
        migrations.AlterField(
            model_name='lesson',
            name='matter_kind',
            field=models.CharField(choices=[('notice', 'notice'), ('consultation', 'consultation'), ('case', 'case'), ('need', 'need'), ('question', 'question'), ('resource_task', 'resource_task'), ('approach', 'approach'), ('watch', 'watch'), ('cooperation', 'cooperation'), ('follow_up', 'follow_up'), ('decision', 'decision'), ('improvement', 'improvement')], max_length=20),
        ),
    ]
