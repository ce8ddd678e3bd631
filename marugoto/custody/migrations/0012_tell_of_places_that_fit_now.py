from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('custody', '0011_keep_what_one_is_stuck_with'),
    ]

    operations = [
        migrations.AlterField(
            model_name='tiding',
            name='kind',
            field=models.CharField(choices=[('entrusted', 'entrusted'), ('caught', 'caught'), ('declined', 'declined'), ('declined_again', 'declined_again'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed'), ('stuck', 'stuck'), ('stuck_answered', 'stuck_answered'), ('rescue_begun', 'rescue_begun'), ('rescue_ended', 'rescue_ended'), ('to_be_handed_over', 'to_be_handed_over'), ('taken_in', 'taken_in'), ('asked', 'asked'), ('asking_answered', 'asking_answered'), ('bid', 'bid'), ('bid_refused', 'bid_refused'), ('bid_over', 'bid_over'), ('directed', 'directed'), ('direction_ended', 'direction_ended'), ('not_opened', 'not_opened'), ('companion', 'companion'), ('answered', 'answered'), ('shut', 'shut'), ('handed_back', 'handed_back'), ('late', 'late'), ('taken_on', 'taken_on'), ('asked_back', 'asked_back'), ('replied', 'replied'), ('place_came', 'place_came'), ('place_not', 'place_not'), ('place_fits', 'place_fits')], max_length=20),
        ),
    ]
