"""What an agency without an account answered: heard by somebody of the municipality and written down."""

from django.db import models
from django.db.models import Q

from marugoto.custody.codes import Means, OutsideSaid
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class OutsideAnswer(Kept):
    """One answer to an offer; one that asks back may be followed by others. `at` is when it was written down, `by` who did."""

    offer = models.ForeignKey("custody.Offer", on_delete=models.PROTECT, related_name="heard")
    said = models.CharField(max_length=12, choices=[(one.value, one.value) for one in OutsideSaid])
    means = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Means])
    day = models.DateField()  # on which it was heard
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer"], condition=~Q(said="asked_back"), name="one_last_word_of_an_agency_outside"
            )
        ]


class OutsideWords(Filed):
    """Who answered there, and in which words."""

    answer = models.OneToOneField("custody.OutsideAnswer", on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=60)
    words = models.TextField(blank=True)
