"""Consent of the person concerned: six states, items are parts; no consent is the normal state, not an error."""

from django.db import models

from marugoto.disclosure.codes import ConsentForm, ConsentState, ConsentText, Part
from marugoto.disclosure.models.folder import Filed


class Consent(Filed):
    """One answer of one person about one receiver (a team, or none for "not asked"); a later answer is another row."""

    person = models.UUIDField(db_index=True)
    state = models.CharField(max_length=20, choices=[(state.value, state.value) for state in ConsentState])
    receiver = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=20, blank=True, choices=[(form.value, form.value) for form in ConsentForm])
    purpose = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    until = models.DateField(null=True)
    note = models.CharField(max_length=400, blank=True)
    text = models.CharField(max_length=20, blank=True, choices=[(text.value, text.value) for text in ConsentText])
    edition = models.CharField(max_length=20, blank=True)  # of the wording that was shown
    by = models.UUIDField()


class ConsentItem(Filed):
    """A part the person agreed to have told."""

    consent = models.ForeignKey("disclosure.Consent", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=[(part.value, part.value) for part in Part])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consent", "part"], name="each_part_once_in_a_consent")]
