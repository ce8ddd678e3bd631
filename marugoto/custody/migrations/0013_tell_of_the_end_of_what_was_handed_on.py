from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('custody', '0012_tell_of_places_that_fit_now'),
    ]

    operations = [
        migrations.AddField(
            model_name='tiding',
            name='outcome',
            field=models.CharField(blank=True, choices=[('achieved', 'achieved'), ('answered', 'answered'), ('carried_on', 'carried_on'), ('own_wish', 'own_wish'), ('moved_away', 'moved_away'), ('died', 'died'), ('broken_off', 'broken_off'), ('not_needed', 'not_needed'), ('nothing_found', 'nothing_found'), ('placed_by_mistake', 'placed_by_mistake')], max_length=20),
        ),
        migrations.AlterField(
            model_name='tiding',
            name='kind',
            field=models.CharField(choices=[('entrusted', 'entrusted'), ('caught', 'caught'), ('declined', 'declined'), ('declined_again', 'declined_again'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed'), ('stuck', 'stuck'), ('stuck_answered', 'stuck_answered'), ('rescue_begun', 'rescue_begun'), ('rescue_ended', 'rescue_ended'), ('to_be_handed_over', 'to_be_handed_over'), ('taken_in', 'taken_in'), ('asked', 'asked'), ('asking_answered', 'asking_answered'), ('bid', 'bid'), ('bid_refused', 'bid_refused'), ('bid_over', 'bid_over'), ('directed', 'directed'), ('direction_ended', 'direction_ended'), ('not_opened', 'not_opened'), ('companion', 'companion'), ('answered', 'answered'), ('shut', 'shut'), ('handed_back', 'handed_back'), ('late', 'late'), ('taken_on', 'taken_on'), ('asked_back', 'asked_back'), ('replied', 'replied'), ('place_came', 'place_came'), ('place_not', 'place_not'), ('place_fits', 'place_fits'), ('ended', 'ended'), ('ended_by_wish', 'ended_by_wish')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='tiding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('ended', 'ended_by_wish')), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('kind__in', ('ended', 'ended_by_wish')), _negated=True), ('outcome', '')), _connector='OR'), name='a_tiding_of_an_ending_says_why'),
        ),
    ]
