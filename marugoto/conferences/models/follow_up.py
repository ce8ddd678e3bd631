"""After the conference: what became of each decision, what was found missing, and when those who sat meet again."""

from django.db import models

from marugoto.conferences.codes import Followed
from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept


class FollowUp(Filed):
    """What became of a decision, said on a day; said again, the later one counts."""

    decision = models.ForeignKey("conferences.Decision", on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Followed])
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()


class ItemGap(Kept):
    """Something that the table found missing went to whoever develops places: without a name, as an unmet need."""

    item = models.ForeignKey("conferences.AgendaItem", on_delete=models.PROTECT, related_name="+")
    unmet = models.ForeignKey("community.UnmetNeed", on_delete=models.PROTECT, related_name="+")


class NextConference(Kept):
    """The next date was set at the table: the conference that goes on from this one."""

    conference = models.OneToOneField("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    following = models.OneToOneField("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
