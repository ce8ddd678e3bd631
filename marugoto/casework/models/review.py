"""The review: what changed, how far each goal has come, and what follows."""

from django.db import models

from marugoto.casework.codes import Change, ReviewResult
from marugoto.disclosure.models import Filed


class Review(Filed):
    plan = models.ForeignKey("casework.Plan", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    result = models.CharField(max_length=20, choices=[(result.value, result.value) for result in ReviewResult])
    words = models.TextField(blank=True)
    next_review_on = models.DateField(null=True)
    by = models.UUIDField()


class ReviewChange(Filed):
    """A change seen, for one person or the household."""

    review = models.ForeignKey("casework.Review", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=30, choices=[(change.value, change.value) for change in Change])
