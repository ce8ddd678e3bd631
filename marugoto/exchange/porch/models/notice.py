"""A notice on the porch: its number stays, its words go as soon as the house has them, or thirty days after it refused them."""

from django.db import models

from marugoto.exchange.porch.codes import NoticeState
from marugoto.ground.models import Kept


class PorchNotice(Kept):
    """`number` is what the resident asks by: twelve figures, drawn by lot. `id` follows from the form and what was written."""

    number = models.CharField(max_length=12, unique=True)


class NoticeWords(Kept):
    """What was written. The row is deleted when the house has taken it: the internet side keeps no words of residents. What the
    house refused is shown to its writer alone, and deleted after thirty days."""

    notice = models.OneToOneField(PorchNotice, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    where = models.CharField(max_length=200, blank=True)
    who_words = models.CharField(max_length=200, blank=True)
    informant = models.CharField(max_length=120, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    wants_reply = models.BooleanField(default=False)


class NoticeStep(Kept):
    """A state the notice has reached; `told_back` is what the house released for the noticer."""

    notice = models.ForeignKey(PorchNotice, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in NoticeState])
    told_back = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "state"], name="each_state_is_reached_once")]
