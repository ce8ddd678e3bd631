"""Who sits at a table that speaks of nobody: nothing opens by such a seat, and no promise is asked."""

from django.db import models
from django.db.models import Q

from marugoto.conferences.codes import Attendance
from marugoto.ground.models import Kept


class TableSeat(Kept):
    """Somebody who works here, under one of his hats; or a post that has no account here (福祉部長), by its name."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=60, blank=True)
    by = models.UUIDField()
    taken_back = models.OneToOneField(
        "conferences.TableSeatTakingBack", null=True, on_delete=models.PROTECT, related_name="seat"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "duty"],
                condition=Q(duty__isnull=False, taken_back=None),
                name="a_duty_sits_once_at_a_table",
            ),
            models.UniqueConstraint(
                fields=["conference", "post"],
                condition=~Q(post="") & Q(taken_back=None),
                name="a_post_sits_once_at_a_table",
            ),
            models.CheckConstraint(
                condition=Q(duty__isnull=False, post="") | (Q(duty=None) & ~Q(post="")),
                name="a_seat_at_a_table_is_a_duty_or_a_post",
            ),
        ]


class TableSeatTakingBack(Kept):
    """A seat was put there by mistake: a slip of the pen, the wrong person. What stood there is kept."""

    at = models.DateTimeField()
    by = models.UUIDField()


class TableAttended(Kept):
    """Whether who sits there came."""

    seat = models.OneToOneField("conferences.TableSeat", on_delete=models.PROTECT, related_name="attended")
    attendance = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Attendance])
