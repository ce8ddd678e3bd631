"""What was said at a table and moves out of its ring, because those of whom it speaks agreed."""

from django.db import models

from marugoto.disclosure.models import Filed


class Rebased(Filed):
    """Words from one item, copied into a folder of their own that stands on consent: to whom, by whom and why. What lies in the item's
    ring stays there, the views of those who sat above all."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
